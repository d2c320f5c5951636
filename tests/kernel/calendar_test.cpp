#include <catch2/catch.hpp>

#include <random>
#include <set>
#include <vector>

#include "sim/core/contract.hpp"
#include "sim/kernel/calendar.hpp"

namespace calendar_test {

using namespace railshift;
using namespace railshift::kernel;

namespace {

/// A wheel of 2^buckets buckets of 2^shift ticks.
struct Wheel {
  int shift = 16;
  int buckets = 12;
  [[nodiscard]] Calendar calendar() const { return Calendar(shift, std::size_t{1} << buckets); }
};

/// A tick a random way after `now`: the same tick, the same bucket, another one of the turn, many turns on.
Tick later(std::mt19937_64& random, Tick now, Wheel wheel) {
  const Tick bucket = Tick{1} << wheel.shift;
  const Tick turn = bucket << wheel.buckets;
  const Tick spans[] = {1, bucket, 5 * bucket, turn, 2 * turn, 30 * turn};
  return std::min(kMaxTick, now + static_cast<Tick>(random() % static_cast<std::uint64_t>(spans[random() % std::size(spans)])));
}

Key some_key(std::mt19937_64& random, Tick tick) {
  return Key::make(tick, static_cast<Phase>(random() % 4), static_cast<unsigned>(random() % 8),
                   static_cast<std::uint32_t>(random() % (Key::kMaxIndex + 1)));
}

/// Pushes and pops at random and compares every answer with an ordered set; an event is never before the last popped one.
void rehearse(Wheel wheel, std::uint64_t seed, int steps) {
  Calendar calendar = wheel.calendar();
  std::mt19937_64 random(seed);
  std::set<Key> expected;
  Key last{};
  for (int n = 0; n < steps; ++n) {
    const bool growing = (n / 4'000) % 2 == 0;
    if (expected.empty() || random() % 8 < (growing ? 5U : 3U)) {
      const Key key = some_key(random, later(random, last.tick(), wheel));
      if (key < last || !expected.insert(key).second) continue;
      calendar.push(key);
    } else {
      REQUIRE(calendar.top() == *expected.begin());
      last = calendar.pop();
      REQUIRE(last == *expected.begin());
      expected.erase(expected.begin());
    }
    REQUIRE(calendar.size() == expected.size());
  }
  for (const Key key : expected) REQUIRE(calendar.pop() == key);
  CHECK(calendar.empty());
}

}  // namespace

TEST_CASE("the calendar gives events in the order of an ordered set, near ones and far ones", "[kernel]") {
  // The wheel of every run: buckets of 64 s, a turn of three days; far events up to 90 days on.
  rehearse(Wheel{}, GENERATE(1U, 2U, 3U), 60'000);
}

TEST_CASE("the calendar keeps its order however small its wheel", "[kernel]") {
  // A wheel of 4 buckets of 4 ticks turns at every step, a wheel of 2 buckets has no half turn of its own.
  rehearse({2, 2}, 4, 20'000);
  rehearse({0, 1}, 5, 20'000);
  rehearse({10, 6}, 6, 40'000);
}

TEST_CASE("at one tick what opens comes before what completes, who arrives and new work, then kind, then index", "[kernel]") {
  const std::vector<Key> in_order = {Key::make(70, Phase::new_work, 7, Key::kMaxIndex),
                                     Key::make(71, Phase::opening, 0, 0),
                                     Key::make(71, Phase::opening, 0, 1),
                                     Key::make(71, Phase::opening, 7, 0),
                                     Key::make(71, Phase::completion, 0, 9),
                                     Key::make(71, Phase::arrival, 0, 5),
                                     Key::make(71, Phase::arrival, 1, 4),
                                     Key::make(71, Phase::new_work, 0, 0),
                                     Key::make(72, Phase::opening, 0, 0)};
  Calendar calendar;
  for (auto key = in_order.rbegin(); key != in_order.rend(); ++key) calendar.push(*key);
  for (const Key key : in_order) CHECK(calendar.pop() == key);
}

TEST_CASE("a key gives back tick, kind and index at the ends of their ranges", "[kernel]") {
  const Key last = Key::make(kMaxTick, Phase::new_work, 7, Key::kMaxIndex);
  CHECK(last.tick() == kMaxTick);
  CHECK(last.kind() == 7);
  CHECK(last.index() == 524'287);
  CHECK(last.bits == ~std::uint64_t{0});
  const Key first = Key::make(0, Phase::opening, 0, 0);
  CHECK(first.bits == 0);
  // 1 x 2^24 + arrival 2 x 2^22 + kind 3 x 2^19 + 4
  CHECK(Key::make(1, Phase::arrival, 3, 4).bits == 16'777'216 + 8'388'608 + 1'572'864 + 4);
}

TEST_CASE("a full bucket is emptied in order, be its events spread, crowded at one tick or both", "[kernel]") {
  // The second bucket of 64 s begins at tick 65,536; 300 of 1,000 or all of 300 events stand at one tick.
  const auto ticks = GENERATE(std::pair{1'000U, 0U}, std::pair{1'000U, 300U}, std::pair{300U, 300U});
  std::mt19937_64 random(7);
  std::set<Key> expected;
  Calendar calendar;
  for (std::uint32_t i = 0; i < ticks.first; ++i) {
    const Tick tick = i < ticks.second ? 70'000 : 65'536 + static_cast<Tick>(random() % 65'536);
    const Key key = Key::make(tick, static_cast<Phase>(random() % 4), 0, i);
    expected.insert(key);
    calendar.push(key);
  }
  for (const Key key : expected) REQUIRE(calendar.pop() == key);
  CHECK(calendar.empty());
}

TEST_CASE("the next event is taken only if it lies before the bound", "[kernel]") {
  Calendar calendar;
  Key key;
  CHECK_FALSE(calendar.pop_before(kMaxTick, key));
  calendar.push(Key::make(100, Phase::arrival, 0, 1));
  CHECK_FALSE(calendar.pop_before(100, key));
  CHECK(calendar.size() == 1);
  CHECK(calendar.pop_before(101, key));
  CHECK(key.index() == 1);
  CHECK(calendar.empty());
}

TEST_CASE("an event pushed into the open bucket after a look at the top still comes in its place", "[kernel]") {
  Calendar calendar;
  calendar.push(Key::make(1'000, Phase::arrival, 0, 1));
  calendar.push(Key::make(200'000'000, Phase::arrival, 0, 2));
  CHECK(calendar.pop().index() == 1);
  // The look opens the bucket of 200 million; the next push lies many buckets before it.
  CHECK(calendar.top().index() == 2);
  calendar.push(Key::make(5'000, Phase::arrival, 0, 3));
  CHECK(calendar.pop().index() == 3);
  CHECK(calendar.pop().index() == 2);
  CHECK(calendar.empty());
}

TEST_CASE("an event a run away from the first is neither lost nor early", "[kernel]") {
  Calendar calendar;
  const Tick ten_years = 3'653 * kTicksPerDay;
  calendar.push(Key::make(ten_years, Phase::arrival, 0, 9));
  calendar.push(Key::make(3, Phase::arrival, 0, 1));
  CHECK(calendar.pop().tick() == 3);
  CHECK(calendar.pop().tick() == ten_years);
}

TEST_CASE("a glance ahead shows an event that is still to come", "[kernel]") {
  Calendar calendar;
  for (std::uint32_t i = 0; i < 5; ++i) calendar.push(Key::make(100'000 + i, Phase::arrival, 0, i));
  CHECK(calendar.top().index() == 0);
  CHECK(calendar.glance(3).index() == 3);
  CHECK(calendar.glance(50).index() == 0);
}

TEST_CASE("a calendar refuses a wheel whose size is no power of two, and an empty one has no next event", "[kernel]") {
  CHECK_THROWS_AS(Calendar(4, 12), BrokenPromise);
  CHECK_THROWS_AS(Calendar(4, 1), BrokenPromise);
  Calendar calendar;
  CHECK_THROWS_AS(calendar.top(), BrokenPromise);
  CHECK_THROWS_AS(calendar.pop(), BrokenPromise);
}

}  // namespace calendar_test
