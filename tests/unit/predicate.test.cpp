#include "tiredness/predicate.hpp"

#include "catch.hpp"
#include "patient.hpp"

namespace tiredness::test {

TEST_CASE("A condition is a row of nodes in prefix order", "[predicate]") {
  constexpr Condition condition = when<all_of(has("age", "65-plus"), any_of(drowsy(), missing("trend")),
                                              at_least("tiredness", Setting::ModerateScore))>();
  REQUIRE(condition.size() == 6);
  CHECK(condition[0].op == Op::AllOf);
  CHECK(condition[0].size == 6);
  CHECK(condition[1].op == Op::Has);
  CHECK(condition[1].item == item("age"));
  CHECK(condition[1].argument == 0b100U);
  CHECK(condition[2].op == Op::AnyOf);
  CHECK(condition[2].size == 3);
  CHECK(condition[3].op == Op::Drowsy);
  CHECK(condition[4].op == Op::Missing);
  CHECK(condition[5].op == Op::AtLeast);
  CHECK(condition[5].size == 1);
}

TEST_CASE("What holds always or never says so itself, whatever is answered or not asked yet", "[predicate]") {
  CHECK(is_always(always));
  CHECK_FALSE(is_never(always));
  CHECK(is_never(never));
  CHECK_FALSE(is_always(never));
  CHECK_FALSE(is_always(when<all_of(drowsy())>()));
  CHECK_FALSE(is_never(when<any_of(drowsy())>()));
  for (const Patient& patient : {calm(), Patient{"who said nothing"}}) {
    const Facts facts = patient.facts();
    CHECK(facts.evaluate(always) == Truth::True);
    CHECK(facts.evaluate(never) == Truth::False);
    CHECK(facts.with_unasked(~ItemSet{0}).evaluate(always) == Truth::True);
    CHECK(facts.with_unasked(~ItemSet{0}).evaluate(never) == Truth::False);
  }
}

TEST_CASE("A threshold is fixed or follows a setting", "[predicate]") {
  ClinicConfig config;
  CHECK(value_of(Threshold{12}.raw, config) == 12);
  CHECK(value_of(Threshold{Setting::ModerateScore}.raw, config) == 4);
  CHECK(value_of(Threshold{Setting::ExpectedTirednessHours}.raw, config) == 72);
  CHECK(value_of(in_days(Setting::LongFatigueDays).raw, config) == 336);
  REQUIRE(config.set(Setting::ModerateScore, 3));
  REQUIRE(config.set(Setting::LongFatigueDays, 7));
  CHECK(value_of(Threshold{12}.raw, config) == 12);
  CHECK(value_of(Threshold{Setting::ModerateScore}.raw, config) == 3);
  CHECK(value_of(in_days(Setting::LongFatigueDays).raw, config) == 168);
}

TEST_CASE("Every setting has a threshold of its own", "[predicate]") {
  const ClinicConfig config;
  for (std::size_t i = 0; i < setting_ranges.size(); ++i) {
    const auto setting = static_cast<Setting>(i);
    CHECK(value_of(Threshold{setting}.raw, config) == range_of(setting).standard);
    CHECK(value_of(in_days(setting).raw, config) == 24 * range_of(setting).standard);
  }
}

}  // namespace tiredness::test
