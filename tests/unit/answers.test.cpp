#include "tiredness/answers.hpp"

#include "catch.hpp"

namespace tiredness::test {

TEST_CASE("Not answered is not the same as no or zero", "[answers]") {
  Answers answers;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto id = static_cast<ItemId>(i);
    CHECK_FALSE(answers.answered(id));
    CHECK(answers.chosen(id) == 0);
    CHECK_FALSE(answers.number(id));
  }
  answers.set_number(item("tiredness"), 0);
  CHECK(answers.answered(item("tiredness")));
  CHECK(answers.number(item("tiredness")) == 0);
  answers.set_number(item("tiredness"), 10);
  CHECK(answers.number(item("tiredness")) == 10);
}

TEST_CASE("Answers are cleared, that of the session as well", "[answers]") {
  Answers answers;
  answers.choose(item("age"), option_bits(item("age"), "18-64"));
  answers.session.kind = SessionAnswer::Kind::Unknown;
  CHECK(answers.answered(item("age")));
  CHECK(answers.answered(item("session-ended")));
  answers.clear(item("age"));
  answers.clear(item("session-ended"));
  CHECK_FALSE(answers.answered(item("age")));
  CHECK_FALSE(answers.answered(item("session-ended")));
}

}  // namespace tiredness::test
