// Keeps libc's readers of numbers out of the WebAssembly file: 5 KB, compressed.
//
// With -Wl,--wrap the JSON lexer's calls come here instead. It has checked each number's digits to their end. Of a whole
// number it wants the value, or to be told that it does not fit; of one with a fraction or an exponent the codec reads the
// digits itself, so that "4294967301" or "1e400" cannot turn into something else on the way. (Where a number ends it only
// asserts, and there are no assertions here.)
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace {

/// The digits as a number; one that is larger than `most` is only reported. Anything but digits is no number that the lexer has checked:
/// then somebody else has come to call this, and it stops.
std::uint64_t read(const char* digits, std::uint64_t most) {
  std::uint64_t value = 0;
  for (; *digits != '\0'; ++digits) {
    if (*digits < '0' || *digits > '9') std::abort();
    const auto digit = static_cast<std::uint64_t>(*digits - '0');
    if (value > (most - digit) / 10) {
      errno = ERANGE;
    }
    value = value * 10 + digit;
  }
  return value;
}

}  // namespace

extern "C" {

unsigned long long __wrap_strtoull(const char* text, char**, int) { return read(text, UINT64_MAX); }

/// Only called for a number below zero.
long long __wrap_strtoll(const char* text, char**, int) {
  if (*text != '-') std::abort();
  return static_cast<long long>(0 - read(text + 1, std::uint64_t{1} << 63U));
}

/// The codec reads the digits of these itself; nobody uses what this returns.
double __wrap_strtod(const char* text, char**) {
  for (; *text != '\0'; ++text)
    if ((*text < '0' || *text > '9') && *text != '.' && *text != '-' && *text != '+' && *text != 'e' && *text != 'E')
      std::abort();
  return 0.0;
}

}  // extern "C"
