#include "document.hpp"

#include <limits>
#include <nlohmann/json.hpp>

namespace tiredness::json {
namespace {

/// Numbers from 1e308 on are refused, the same in every build, before a double could overflow.
constexpr std::int64_t most_decimal_digits = 308;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// How many digits stand before the decimal point when the number is written without an exponent.
std::int64_t decimal_digits(std::string_view number) {
  std::int64_t digits = 0;
  std::int64_t exponent = 0;
  std::size_t at = number.front() == '-' ? 1 : 0;
  while (at < number.size() && number[at] == '0') ++at;
  while (at < number.size() && is_digit(number[at])) ++at, ++digits;
  while (at < number.size() && number[at] != 'e' && number[at] != 'E') ++at;
  if (at == number.size()) return digits;
  ++at;
  const bool negative = number[at] == '-';
  if (!is_digit(number[at])) ++at;
  for (; at < number.size(); ++at)
    if (exponent < 100000) exponent = exponent * 10 + (number[at] - '0');
  return negative ? digits - exponent : digits + exponent;
}

}  // namespace

/// Receives nlohmann's SAX events.
class DocumentBuilder {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;
  using string_t = nlohmann::json::string_t;
  using binary_t = nlohmann::json::binary_t;

  explicit DocumentBuilder(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  // NOLINTBEGIN(readability-identifier-naming): the names are nlohmann's
  bool null() { return add(Kind::Null); }
  bool boolean(bool value) { return add(Kind::Boolean, {}, value ? 1 : 0); }
  bool number_integer(number_integer_t value) { return add(Kind::Integer, {}, value); }
  bool number_unsigned(number_unsigned_t value) {
    // Larger than any range here; kept as the largest integer, so that it is out of range and never wraps around.
    constexpr auto most = static_cast<number_unsigned_t>(std::numeric_limits<std::int64_t>::max());
    return add(Kind::Integer, {}, static_cast<std::int64_t>(value < most ? value : most));
  }
  bool number_float(number_float_t /*unused: digits are read exactly*/, const string_t& digits) {
    if (decimal_digits(digits) > most_decimal_digits) return fail("number-too-large", too_large);
    return add(Kind::Decimal, digits);
  }
  bool string(string_t& value) { return add(Kind::String, value); }
  static bool binary(binary_t& /*never in JSON text*/) { return false; }
  bool start_object(std::size_t /*unknown*/) { return open(Kind::Object); }
  bool start_array(std::size_t /*unknown*/) { return open(Kind::Array); }
  bool end_object() { return close(); }
  bool end_array() { return close(); }
  bool key(string_t& key);
  bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::detail::exception& cause);
  // NOLINTEND(readability-identifier-naming)

  Document take() { return std::move(document_); }

 private:
  static constexpr std::string_view too_large = "a number is too large; write it with fewer digits";

  struct Open {
    std::uint32_t node;
    std::uint32_t last_child = 0;
    std::size_t members = 0;
  };

  Document::Span store(std::string_view text) {
    const auto at = static_cast<std::uint32_t>(document_.pool_.size());
    document_.pool_ += text;
    return {at, static_cast<std::uint32_t>(text.size())};
  }
  bool add(Kind kind, std::string_view text = {}, std::int64_t integer = 0);
  bool open(Kind kind);
  bool close() {
    open_.pop_back();
    return true;
  }
  bool fail(std::string_view code, std::string_view message) {
    diagnostics_.error(code, pointer(), std::string(message));
    return false;
  }
  [[nodiscard]] std::string pointer() const;

  Document document_;
  std::vector<Open> open_;
  Document::Span key_{};
  Diagnostics& diagnostics_;
};

bool DocumentBuilder::add(Kind kind, std::string_view text, std::int64_t integer) {
  const auto index = static_cast<std::uint32_t>(document_.nodes_.size());
  document_.nodes_.push_back({kind, std::exchange(key_, {}), text.empty() ? Document::Span{} : store(text), integer});
  if (open_.empty()) return true;
  Open& parent = open_.back();
  if (++parent.members > member_limit) return fail("too-many-members", "more than 2000 members; remove some");
  if (parent.last_child == 0)
    document_.nodes_[parent.node].first_child = index;
  else
    document_.nodes_[parent.last_child].next_sibling = index;
  parent.last_child = index;
  return true;
}

bool DocumentBuilder::open(Kind kind) {
  if (open_.size() == depth_limit) return fail("too-deep", "nested more than 16 deep; flatten it");
  if (!add(kind)) return false;
  open_.push_back({static_cast<std::uint32_t>(document_.nodes_.size() - 1)});
  return true;
}

bool DocumentBuilder::key(string_t& key) {
  const Value object{&document_, open_.back().node};
  for (const Value member : object) {
    if (member.key() != key) continue;
    diagnostics_.error("duplicate-key", pointer() / key, "given twice; keep one");
    break;
  }
  key_ = store(key);
  return true;
}

bool DocumentBuilder::parse_error(std::size_t position, const std::string& /*last_token*/,
                                  const nlohmann::detail::exception& cause) {
  constexpr int number_overflow = 406;
  if (cause.id == number_overflow) return fail("number-too-large", too_large);
  const bool encoding = std::string_view(cause.what()).find("UTF-8") != std::string_view::npos;
  diagnostics_.error(encoding ? "invalid-utf8" : "invalid-json", "",
                     (encoding ? "not valid UTF-8 at byte " : "not valid JSON at byte ") + std::to_string(position));
  return false;
}

std::string DocumentBuilder::pointer() const {
  std::string result;
  for (std::size_t i = 1; i < open_.size(); ++i) {
    const bool in_array = document_.nodes_[open_[i - 1].node].kind == Kind::Array;
    result = in_array ? result / (open_[i - 1].members - 1)
                      : result / document_.text_of(document_.nodes_[open_[i].node].key);
  }
  return result;
}

std::optional<Document> Document::parse(std::string_view text, Diagnostics& diagnostics) {
  if (text.size() > document_limit) {
    diagnostics.error("too-large", "", "larger than 64 KB; split it");
    return std::nullopt;
  }
  // The parser takes a zero byte for the end of the text, and would not look at what comes after it.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    diagnostics.error("invalid-json", "", "not valid JSON at byte " + std::to_string(zero + 1));
    return std::nullopt;
  }
  DocumentBuilder builder{diagnostics};
  if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder)) return std::nullopt;
  return builder.take();
}

Value Document::root() const { return {this, 0}; }

std::optional<Value> Value::find(std::string_view key) const {
  for (const Value member : *this)
    if (member.key() == key) return member;
  return std::nullopt;
}

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::Null: return "null";
    case Kind::Boolean: return "true or false";
    case Kind::Integer: return "a whole number";
    case Kind::Decimal: return "a number with a fraction";
    case Kind::String: return "a string";
    case Kind::Array: return "an array";
    case Kind::Object: return "an object";
  }
  return "nothing";
}

}  // namespace tiredness::json
