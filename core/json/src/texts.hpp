#pragma once
/// @brief Turns message keys into texts, or leaves them as keys where no language was asked for.

#include "request.hpp"
#include "tiredness/json/catalogue.hpp"
#include "writer.hpp"

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
  [[nodiscard]] const Catalogue* catalogue() const { return catalogue_; }
  /// `"args":{…}`, for those who fill in the texts themselves.
  void write_arguments(Writer& out) const;
  void add_argument(std::string_view name, std::string value) { arguments_.emplace_back(name, std::move(value)); }

 private:
  const Catalogue* catalogue_;
  std::vector<TextArgument> arguments_;
  bool helper_;
};

}  // namespace tiredness::json
