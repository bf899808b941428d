// Keeps libc's floating-point reader and printf out of the WebAssembly file: 8 KB, compressed.
//
// With -Wl,--wrap the JSON lexer's calls come here instead. It calls strtod for a number with a fraction or exponent
// and refuses it when the result is not finite; the codec ignores the value and reads the token's own characters, so
// that "4294967301" or "1e400" cannot turn into something else on the way. And it calls snprintf to show a control
// character in its account of a token. Both are done here exactly so, and nothing more.
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <initializer_list>

namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Does this JSON number lie beyond the largest double? (From 2^1024 - 2^970, half a step past it, they round to infinity;
/// its first forty digits decide here.)
bool overflows(const char* c) {
  constexpr char limit[] = "1797693134862315807937289714053034150799";
  constexpr int limit_exponent = 308;
  constexpr int digits_compared = sizeof limit - 1;

  if (*c == '-') { ++c; }
  int exponent = -1;  // the power of ten of the first digit that is not 0
  int seen = 0;       // digits from that one on
  int order = 0;      // of those digits to the limit's
  for (bool in_fraction = false; is_digit(*c) || *c == '.'; ++c) {
    if (*c == '.') {
      in_fraction = true;
    } else if (seen == 0 && *c == '0') {
      exponent -= in_fraction ? 1 : 0;
    } else {
      exponent += in_fraction ? 0 : 1;
      if (seen < digits_compared && order == 0) { order = *c - limit[seen]; }
      ++seen;
    }
  }
  if (seen == 0) { return false; }
  if (seen < digits_compared && order == 0) { order = -1; }

  if (*c == 'e' || *c == 'E') {
    ++c;
    const bool negative = *c == '-';
    if (*c == '-' || *c == '+') { ++c; }
    int written = 0;
    for (; is_digit(*c); ++c) {
      if (written < 1'000'000) { written = written * 10 + (*c - '0'); }  // no document is long enough to outweigh more
    }
    exponent += negative ? -written : written;
  }
  return exponent > limit_exponent || (exponent == limit_exponent && order >= 0);
}

}  // namespace

extern "C" {

double __wrap_strtod(const char* text, char** end) {
  const char* stop = text;
  while (*stop != '\0') { ++stop; }
  *end = const_cast<char*>(stop);  // the lexer has checked the token to its end
  return overflows(text) ? HUGE_VAL : 0.0;
}

/// Knows "<U+%.4X>" of a control character, the one format that the lexer asks for.
int __wrap_snprintf(char* out, std::size_t size, const char* format, ...) {
  std::va_list arguments;
  va_start(arguments, format);
  const unsigned value = va_arg(arguments, unsigned);
  va_end(arguments);
  constexpr char shown[] = "<U+00..>";
  if (size < sizeof shown) { return 0; }
  for (std::size_t i = 0; i < sizeof shown; ++i) { out[i] = shown[i]; }
  for (const int nibble : {1, 0}) { out[6 - nibble] = "0123456789ABCDEF"[(value >> (4 * nibble)) & 0xF]; }
  return sizeof shown - 1;
}

/// embind writes the number of a type that was never bound, for an error that only a fault in bindings.cpp can cause.
int __wrap_siprintf(char* out, const char*, ...) {
  *out = '\0';
  return 0;
}

}  // extern "C"
