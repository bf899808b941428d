#include "tiredness/json/texts.hpp"

#include "arguments.hpp"

namespace tiredness::json {

Texts::Texts(const Catalogue* catalogue, const ClinicConfig& config, bool helper)
    : catalogue_(catalogue), config_(config), helper_(helper) {}

std::string Texts::written(std::string_view key, std::initializer_list<TextArgument> more) const {
  std::vector<TextArgument> all{more};
  for_each_argument(config_, count_,
                    [&](std::string_view name, std::string_view value) { all.emplace_back(name, value); });
  return catalogue_->text(key, all, helper_);
}

std::string Texts::operator()(std::string_view key) const {
  return catalogue_ == nullptr ? std::string(key) : written(key);
}

std::string Texts::with(std::initializer_list<TextArgument> more, std::string_view key) const {
  return catalogue_ == nullptr ? std::string(key) : written(key, more);
}

void Texts::member(Writer& out, std::string_view name, std::string_view key, std::string_view second,
                   std::string_view third, std::string_view fourth) const {
  out.key(name);
  if (catalogue_ == nullptr)
    out.string(key, second, third, fourth);
  else
    out.string(written(joined({key, second, third, fourth})));
}

void Texts::write_arguments(Writer& out) const {
  if (catalogue_ != nullptr) return;
  out.key("args").begin_object();
  for_each_argument(config_, count_, [&](std::string_view name, std::string_view value) { out.member(name, value); });
  out.end_object();
}

std::string text_with_times(const Texts& texts, const NamedTimes& named, std::string_view key) {
  if (texts.catalogue() == nullptr) return std::string(key);
  const auto time = [&](std::size_t i) { return i < named.times.size() ? format_timestamp(named.times[i]) : ""; };
  return texts.with(
      {{"time", time(0)}, {"clock", time(0)}, {"later", time(1)}, {"day", named.day ? format_date(*named.day) : ""}},
      key);
}

}  // namespace tiredness::json
