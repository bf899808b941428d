#include "tiredness/level.hpp"

#include "catch.hpp"

namespace tiredness::test {

TEST_CASE("Levels have stable ids, and a greater one is more urgent", "[level]") {
  CHECK(id_of(Level::Expected) == "expected");
  CHECK(id_of(Level::Soon) == "soon");
  CHECK(id_of(Level::SameDay) == "same-day");
  CHECK(id_of(Level::Urgent) == "urgent");
  CHECK(id_of(Level::Crisis) == "crisis");
  CHECK(id_of(Level::Emergency) == "emergency");
  for (std::size_t i = 1; i < most_urgent_first.size(); ++i) CHECK(most_urgent_first[i] < most_urgent_first[i - 1]);
  CHECK(most_urgent_first.size() == 6);
}

TEST_CASE("A set of levels knows its most urgent one", "[level]") {
  Levels levels;
  CHECK(levels.empty());
  levels.add(Level::Soon);
  levels.add(Level::Crisis);
  CHECK_FALSE(levels.empty());
  CHECK(levels.has(Level::Soon));
  CHECK_FALSE(levels.has(Level::SameDay));
  CHECK(levels.highest() == Level::Crisis);
  CHECK(levels.meets(Levels{Level::Emergency, Level::Soon}));
  CHECK_FALSE(levels.meets(Levels{Level::Emergency, Level::Expected}));
  CHECK(levels == Levels{Level::Crisis, Level::Soon});
  for (const Level level : most_urgent_first) CHECK(Levels{level, Level::Expected}.highest() == level);
}

TEST_CASE("An empty set of levels never reassures", "[level]") { CHECK(Levels{}.highest() == Level::Emergency); }

}  // namespace tiredness::test
