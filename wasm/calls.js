// The engine's functions on JavaScript's strings, as members of the module. In quotes is what Closure must not rename.
['assess', 'nextPage', 'questionnaire', 'validate', 'version', 'explain'].forEach(function(name) {
  var run = Module['_engine_' + name];
  if (!run) return;  // a page's engine does not explain
  Module[name] = function(request) {
    if (arguments.length != 1 || typeof request != 'string') throw new TypeError('expected one string');
    var given = new TextEncoder().encode(request);
    var place = _malloc(given.length + 1);  // never of nothing, which may have no place
    if (!place) throw new RangeError('out of memory');
    HEAPU8.set(given, place);
    var reply = run(place, given.length);
    _free(place);
    return new TextDecoder().decode(HEAPU8.subarray(reply, HEAPU8.indexOf(0, reply)));
  };
});
