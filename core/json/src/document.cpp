#include "tiredness/json/document.hpp"

#include "tiredness/json/digits.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "tiredness/utf8.hpp"

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

bool refuse(Diagnostics& diagnostics, bool encoding, std::size_t position) {
  diagnostics.error(encoding ? "invalid-utf8" : "invalid-json", "",
                    joined({"not valid ", encoding ? "UTF-8" : "JSON", " at byte ",
                            Digits{static_cast<std::int64_t>(position)}.view()}));
  return false;
}

/// What the lexer is told of values: whole numbers of 64 bits, and text that grows quickly.
struct Tokens {
  // NOLINTBEGIN(readability-identifier-naming): the names are nlohmann's
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;  // not used: digits are read exactly
  using string_t = Buffer;
  // NOLINTEND(readability-identifier-naming)
};

/// Hands the text to the lexer.
class Characters {
 public:
  using char_type = char;  // NOLINT(readability-identifier-naming): nlohmann's name
  explicit Characters(std::string_view text) : rest_(text) {}

  // NOLINTNEXTLINE(readability-identifier-naming): nlohmann's name
  std::char_traits<char>::int_type get_character() {
    if (rest_.empty()) return std::char_traits<char>::eof();
    const char next = rest_.front();
    rest_.remove_prefix(1);
    return std::char_traits<char>::to_int_type(next);
  }

 private:
  std::string_view rest_;
};

/// Where the text stops being UTF-8, or its size.
std::size_t well_formed_until(std::string_view text) {
  std::string_view rest = text;
  while (!rest.empty() && take_letter(rest)) {
  }
  return text.size() - rest.size();
}

// Its lexer is no public part of nlohmann_json. Before another version is let in here: tests/unit/json, tests/wasm, script/fuzz.
static_assert(NLOHMANN_JSON_VERSION_MAJOR == 3 && NLOHMANN_JSON_VERSION_MINOR == 11,
              "tested with nlohmann_json 3.11 alone");

/// nlohmann's lexer knows what is a token and what is UTF-8. Its parser would bring 4 KB of accounts of what went wrong,
/// of which nobody is told more than the place.
using Lexer = nlohmann::detail::lexer<Tokens, Characters>;

}  // namespace

/// Reads tokens into a document.
class DocumentBuilder {
 public:
  DocumentBuilder(std::string_view text, Diagnostics& diagnostics)
      : text_(text), lexer_(Characters{text}), diagnostics_(diagnostics) {
    document_.pool_.reserve(text.size());  // no string is longer than it was written: views of the pool stay valid
  }

  bool read() { return value(lexer_.scan()) && (lexer_.scan() == Token::end_of_input || malformed()); }
  Document take() { return std::move(document_); }

 private:
  using Token = Lexer::token_type;

  /// An object or array that is being read.
  struct Open {
    std::size_t node;
    std::size_t last_member;
  };

  /// One value, of which this is the first token. All of these say false where reading has to end.
  bool value(Token first);
  bool number();
  bool members(Kind kind);
  void key();
  bool malformed();

  std::string_view store(std::string_view text) {
    const std::size_t at = document_.pool_.size();
    document_.pool_.append(text);
    return document_.pool_.view().substr(at);
  }
  bool add(Kind kind, std::string_view text = {}, std::int64_t integer = 0);
  bool fail(std::string_view code, std::string_view message) {
    diagnostics_.error(code, pointer(), message);
    return false;
  }
  [[nodiscard]] std::string pointer() const;

  std::string_view text_;
  Lexer lexer_;
  Document document_;
  std::array<Open, depth_limit> open_{};
  std::size_t depth_ = 0;
  std::string_view key_;
  Diagnostics& diagnostics_;
};

bool DocumentBuilder::value(Token first) {
  switch (first) {
    case Token::begin_object: return members(Kind::Object);
    case Token::begin_array: return members(Kind::Array);
    case Token::value_string: return add(Kind::String, lexer_.get_string().view());
    case Token::literal_null: return add(Kind::Null);
    case Token::literal_true: return add(Kind::Boolean, {}, 1);
    case Token::literal_false: return add(Kind::Boolean, {}, 0);
    case Token::value_integer: return add(Kind::Integer, {}, lexer_.get_number_integer());
    case Token::value_unsigned: {
      // Larger than any range here; kept as the largest integer, so that it is out of range and never wraps around.
      constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
      return add(Kind::Integer, {}, static_cast<std::int64_t>(std::min(lexer_.get_number_unsigned(), most)));
    }
    case Token::value_float: return number();
    default: return malformed();
  }
}

bool DocumentBuilder::number() {
  const std::string_view digits = lexer_.get_string().view();
  if (decimal_digits(digits) > most_decimal_digits)
    return fail("number-too-large", "a number is too large; write it with fewer digits");
  return add(Kind::Decimal, digits);
}

bool DocumentBuilder::members(Kind kind) {
  if (depth_ == depth_limit) return fail("too-deep", "nested more than 16 deep; flatten it");
  if (!add(kind)) return false;
  open_[depth_++] = {document_.nodes_.size() - 1, 0};
  const Token end = kind == Kind::Object ? Token::end_object : Token::end_array;
  Token token = lexer_.scan();
  if (token != end)
    while (true) {
      if (kind == Kind::Object) {
        if (token != Token::value_string) return malformed();
        key();
        if (lexer_.scan() != Token::name_separator) return malformed();
        token = lexer_.scan();
      }
      if (!value(token)) return false;
      token = lexer_.scan();
      if (token == end) break;
      if (token != Token::value_separator) return malformed();
      token = lexer_.scan();
    }
  --depth_;
  return true;
}

bool DocumentBuilder::add(Kind kind, std::string_view text, std::int64_t integer) {
  std::vector<Document::Node>& nodes = document_.nodes_;
  const std::size_t index = nodes.size();
  Document::Node node{std::exchange(key_, {}), store(text), integer, 0, 0, 0, kind};
  if (depth_ > 0) {
    Open& open = open_[depth_ - 1];
    if (++nodes[open.node].members > member_limit)
      return fail("too-many-members", "more than 2000 members; remove some");
    node.parent = static_cast<std::uint32_t>(index - open.node);
    if (open.last_member != 0) nodes[open.last_member].next = static_cast<std::uint32_t>(index - open.last_member);
    open.last_member = index;
  }
  nodes.push_back(node);
  return true;
}

void DocumentBuilder::key() {
  const std::string_view key = lexer_.get_string().view();
  if (Value{&document_.nodes_[open_[depth_ - 1].node]}.find(key))
    diagnostics_.error("duplicate-key", pointer() / key, "given twice; keep one");
  key_ = store(key);
}

bool DocumentBuilder::malformed() {
  const std::size_t position = lexer_.get_position();
  const std::size_t well_formed = well_formed_until(text_);
  return refuse(diagnostics_, well_formed < text_.size() && well_formed < position, position);
}

std::string DocumentBuilder::pointer() const {
  if (depth_ == 0) return {};
  return Value{&document_.nodes_[open_[depth_ - 1].node]}.pointer(document_.root());
}

bool is_too_large(std::string_view text, std::size_t limit, Diagnostics& diagnostics) {
  if (text.size() <= limit) return false;
  diagnostics.error("too-large", "",
                    joined({"larger than ", Digits{static_cast<std::int64_t>(limit / 1024)}.view(), " KB; split it"}));
  return true;
}

std::optional<Document> Document::parse(std::string_view text, Diagnostics& diagnostics, std::size_t limit) {
  if (is_too_large(text, limit, diagnostics)) return std::nullopt;
  // The parser takes a zero byte for the end of the text, and would not look at what comes after it.
  if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
    refuse(diagnostics, false, zero + 1);
    return std::nullopt;
  }
  DocumentBuilder builder{text, diagnostics};
  if (!builder.read()) return std::nullopt;
  return builder.take();
}

Value Document::root() const { return Value{nodes_.data()}; }

Found Value::find(std::string_view key) const {
  for (const Value member : *this)
    if (member.key() == key) return Found{member};
  return std::nullopt;
}

std::string Value::pointer(const Value& root) const {
  if (node_ == root.node_) return {};
  const Value parent{node_ - node_->parent};
  const std::string above = parent.pointer(root);
  if (!parent.is(Kind::Array)) return above / key();
  std::size_t place = 0;
  for (const Document::Node* element = parent.node_ + 1; element != node_; element += element->next) ++place;
  return above / place;
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
