// The JavaScript half of embind, for functions that take one string and give one: embind's own serves every C++ type, and
// is 2 KB larger. The wire format of a string is embind's: its length in four bytes, and its characters in UTF-8.
mergeInto(LibraryManager.library, {
  _embind_register_std_string: function() {},  // there is no other type

  $utf8Encoder: 'new TextEncoder()',
  _embind_register_function__deps: ['$utf8Encoder', 'malloc', 'free'],
  _embind_register_function: function(name, argumentCount, argumentTypes, signature, invoker, engineFunction) {
    var run = wasmTable.get(invoker);
    Module[UTF8ToString(name)] = function(request) {
      if (arguments.length != 1 || typeof request != 'string') throw new TypeError('expected one string');
      var given = utf8Encoder.encode(request);
      var wire = _malloc(given.length + 4);
      HEAPU32[wire >> 2] = given.length;
      HEAPU8.set(given, wire + 4);
      var reply = run(engineFunction, wire);
      _free(wire);
      var text = UTF8Decoder.decode(HEAPU8.subarray(reply + 4, reply + 4 + HEAPU32[reply >> 2]));
      _free(reply);
      return text;
    };
  },
});
