/// Trains know the time of their path before it comes; who reads of them reads in the order in which it happened.
#include "sim/engine/rail/train_diary.hpp"

#include <catch2/catch.hpp>

namespace train_diary_test {

using namespace railshift;
using namespace railshift::engine;

namespace {

ledger::TrainEvent event(std::int64_t train, Tick tick) { return {.train = train, .chain = Id<Chain>{0}, .tick = tick}; }

struct Reader {
  std::vector<std::int64_t> trains;
  TrainDiary diary{[this](const ledger::TrainEvent& e) { trains.push_back(e.train); }};
};

}  // namespace

TEST_CASE("what is to come is told when its time has come, and of one tick what was noted first", "[engine]") {
  Reader reader;
  reader.diary.note(event(1, 10), 10);
  reader.diary.note(event(2, 30), 10);  // its path is at 30
  CHECK(reader.trains == std::vector<std::int64_t>{1});
  reader.diary.note(event(3, 20), 20);
  CHECK(reader.trains == std::vector<std::int64_t>{1, 3});
  reader.diary.note(event(4, 30), 30);
  CHECK(reader.trains == std::vector<std::int64_t>{1, 3, 2, 4});
}

TEST_CASE("at the end of a month all is told that happened before it, and a path after the end of the run never is", "[engine]") {
  Reader reader;
  reader.diary.note(event(1, 39), 10);
  reader.diary.note(event(2, 40), 10);
  CHECK(reader.trains.empty());
  reader.diary.tell_before(40);
  CHECK(reader.trains == std::vector<std::int64_t>{1});
}

}  // namespace train_diary_test
