#include "texts.hpp"

#include "arguments.hpp"
#include "content.hpp"

namespace tiredness::json {

Texts::Texts(const Catalogue* catalogue, const ClinicConfig& config, bool helper)
    : catalogue_(catalogue), config_(config), helper_(helper) {
  count(no_count);
}

void Texts::count(std::int64_t n) {
  count_ = n;
  if (catalogue_ != nullptr) arguments_ = text_arguments(config_, n);
}

std::string Texts::operator()(std::string_view key) const {
  return catalogue_ == nullptr ? std::string(key) : catalogue_->text(key, arguments_, helper_);
}

std::string Texts::with(std::initializer_list<TextArgument> more, std::string_view key) const {
  if (catalogue_ == nullptr) return std::string(key);
  std::vector<TextArgument> all{more};
  all.insert(all.end(), arguments_.begin(), arguments_.end());
  return catalogue_->text(key, all, helper_);
}

void Texts::member(Writer& out, std::string_view name, std::string_view key, std::string_view second,
                   std::string_view third, std::string_view fourth) const {
  out.key(name);
  if (catalogue_ == nullptr)
    out.string(key, second, third, fourth);
  else
    out.string(catalogue_->text(joined({key, second, third, fourth}), arguments_, helper_));
}

void Texts::write_arguments(Writer& out) const {
  if (catalogue_ != nullptr) return;
  out.key("args").begin_object();
  for_each_argument(config_, count_, [&](std::string_view name, std::string_view value) { out.member(name, value); });
  out.end_object();
}

}  // namespace tiredness::json
