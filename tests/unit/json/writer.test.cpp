#include "tiredness/json/writer.hpp"

#include "reply.hpp"

namespace tiredness::test {

TEST_CASE("JSON is written in the order in which it is told", "[json][writer]") {
  json::Writer out;
  out.begin_object().member("b", "x").key("a").begin_array().integer(-1).boolean(true).boolean(false).null();
  out.begin_object().end_object().begin_array().end_array().raw("1.50").string("").end_array();
  out.key("c").begin_object().key("d").integer(9223372036854775807).end_object().member("e", "f").end_object();
  CHECK(out.take() == R"({"b":"x","a":[-1,true,false,null,{},[],1.50,""],"c":{"d":9223372036854775807},"e":"f"})");
}

TEST_CASE("Every byte below a space, quotes and backslashes are escaped", "[json][writer]") {
  std::string text = "\"\\/é";
  for (char c = 0; c < ' '; ++c) text += c;
  json::Writer out;
  out.begin_object().member(text, text).end_object();
  const Reply reply(out.take());
  CHECK(reply.keys("").front() == text);
  json::Writer escaped;
  CHECK(escaped.string("a\n\"\\\x1f").take() == R"("a\u000a\"\\\u001f")");
}

}  // namespace tiredness::test
