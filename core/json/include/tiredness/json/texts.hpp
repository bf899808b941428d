#pragma once
/// @brief Turns message keys into texts, or leaves them as keys where no language was asked for.

#include <initializer_list>

#include "tiredness/json/request.hpp"
#include "tiredness/json/catalogue.hpp"
#include "tiredness/json/writer.hpp"

namespace tiredness::json {

class Texts {
 public:
  Texts(const Catalogue* catalogue, const ClinicConfig& config, bool helper);

  /// The text, or the key where no language was asked for.
  [[nodiscard]] std::string operator()(std::string_view key) const;
  /// The same for a key made of parts: texts("rule.", id).
  template <class... Parts>
  [[nodiscard]] std::string operator()(std::string_view first, Parts... rest) const {
    std::string key{first};
    (key.append(rest), ...);
    return (*this)(std::string_view(key));
  }
  /// The text with these values beside the usual ones; the key where no language was asked for.
  [[nodiscard]] std::string with(std::initializer_list<TextArgument> more, std::string_view key) const;
  /// Writes it as a member: the key has up to four parts.
  void member(Writer& out, std::string_view name, std::string_view key, std::string_view second = {},
              std::string_view third = {}, std::string_view fourth = {}) const;
  [[nodiscard]] const Catalogue* catalogue() const { return catalogue_; }
  /// `"args":{…}`, for those who fill in the texts themselves.
  void write_arguments(Writer& out) const;
  [[nodiscard]] std::string_view person() const { return helper_ ? "helper" : "self"; }
  /// The number that the text to come speaks of: {n}.
  void count(std::int64_t n) { count_ = n; }

 private:
  /// The text, where there is a catalogue. Its arguments are put together each time: to keep them costs a page, which has no
  /// catalogue, half a KB, and wins the command line a tenth.
  [[nodiscard]] std::string written(std::string_view key, std::initializer_list<TextArgument> more = {}) const;

  const Catalogue* catalogue_;
  const ClinicConfig& config_;
  static constexpr std::int64_t no_count = -1;
  std::int64_t count_ = no_count;
  bool helper_;
};

/// What a text names of its own: `{time}` (by its hour alone `{clock}`) and `{later}`, and `{day}` (days since 1970-01-01).
struct NamedTimes {
  std::span<const Instant> times{};
  std::optional<std::int64_t> day{};
};

/// The text with these times; the key where no language was asked for.
std::string text_with_times(const Texts& texts, const NamedTimes& named, std::string_view key);

}  // namespace tiredness::json
