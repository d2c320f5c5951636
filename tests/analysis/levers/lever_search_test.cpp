/// Where a lever is enough: hand figures whose thresholds are known, and how many runs they take.
#include <catch2/catch.hpp>

#include <functional>

#include "analysis/levers/lever_search.hpp"
#include "sim/core/contract.hpp"

namespace lever_search_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

constexpr double kNear = 0.005;

/// A lever of positions 0 .. last and a target of at least `threshold`.
struct HandLever {
  std::size_t last = 200;
  double threshold = 0.6;
  std::function<double(std::size_t)> figure;
};

struct Answered {
  LeverFound found;
  int rounds = 0;
  int runs = 0;
};

Tried run_of(const HandLever& lever, std::size_t at) {
  const double value = lever.figure(at);
  return {at, value, value >= lever.threshold};
}

Answered searched(const HandLever& lever, int most_rounds = 20) {
  LeverSearch search(lever.last, lever.threshold, kNear);
  search.add(run_of(lever, 0));
  search.add(run_of(lever, lever.last));
  Answered answer;
  for (auto points = search.next(); !points.empty() && answer.rounds < most_rounds; points = search.next()) {
    ++answer.rounds;
    for (const std::size_t at : points) {
      ++answer.runs;
      search.add(run_of(lever, at));
    }
  }
  answer.found = search.found();
  return answer;
}

}  // namespace

TEST_CASE("a lever is found where a run meets the threshold within half a point", "[analysis]") {
  // 0.5 + 0.001 p is 0.6 at p = 100 and 0.605 at p = 105: what is found lies between, and what lies before it misses.
  const HandLever lever{200, 0.6, [](std::size_t p) { return 0.5 + 0.001 * static_cast<double>(p); }};
  const Answered answer = searched(lever);
  CHECK(answer.found.finding == LeverFinding::reached);
  CHECK(answer.found.meets->at >= 100);
  CHECK(answer.found.meets->at <= 105);
  CHECK(*answer.found.meets->value == lever.figure(answer.found.meets->at));  // of its run
  CHECK(answer.found.misses->at < 100);
  CHECK(*answer.found.misses->value < 0.6);
}

TEST_CASE("a threshold that no halving hits is still found by a run, not by a line", "[analysis]") {
  // p^2: 0.5 + 0.3 (p / 200)^2 is 0.6 at p = 115.5. A line between both ends would say 66.7, where the figure is 0.533.
  const HandLever lever{200, 0.6, [](std::size_t p) { return 0.5 + 0.3 * static_cast<double>(p * p) / 40000.0; }};
  const Answered answer = searched(lever);
  CHECK(answer.found.finding == LeverFinding::reached);
  // 0.605 is reached at p = 118.3: only 116, 117 and 118 are near and meet.
  CHECK(answer.found.meets->at >= 116);
  CHECK(answer.found.meets->at <= 118);
  CHECK(answer.found.misses->at <= 115);
}

TEST_CASE("where a figure moves in steps both neighbours are found", "[analysis]") {
  const HandLever lever{200, 0.6, [](std::size_t p) { return p < 77 ? 0.5 : 0.7; }};
  const Answered answer = searched(lever);
  CHECK(answer.found.finding == LeverFinding::step);
  CHECK(answer.found.misses->at == 76);
  CHECK(answer.found.meets->at == 77);
  CHECK(*answer.found.misses->value == 0.5);
  CHECK(*answer.found.meets->value == 0.7);
  CHECK(answer.rounds == 4);  // 200 positions: two halvings a round, 2^8 = 256
  CHECK(answer.runs <= 12);
}

TEST_CASE("a step at either end of the range is found too", "[analysis]") {
  const auto step_at = [](std::size_t first) {
    return searched({200, 0.6, [first](std::size_t p) { return p < first ? 0.5 : 0.7; }}).found;
  };
  CHECK(step_at(1).meets->at == 1);
  CHECK(step_at(1).misses->at == 0);
  CHECK(step_at(200).meets->at == 200);
  CHECK(step_at(200).misses->at == 199);
  CHECK(step_at(200).finding == LeverFinding::step);
}

TEST_CASE("rounds that are used up leave two runs with the answer between them", "[analysis]") {
  const Answered answer = searched({200, 0.6, [](std::size_t p) { return p < 77 ? 0.5 : 0.7; }}, 2);
  CHECK(answer.found.finding == LeverFinding::between);
  CHECK(answer.found.misses->at < 77);
  CHECK(answer.found.meets->at >= 77);
  CHECK(answer.found.meets->at - answer.found.misses->at == 12);  // 50 .. 100, then 75 .. 87
}

TEST_CASE("a lever that does not reach says its best run", "[analysis]") {
  const Answered answer = searched({200, 0.6, [](std::size_t p) { return 0.5 + 0.0004 * static_cast<double>(p); }});
  CHECK(answer.found.finding == LeverFinding::not_within_range);
  CHECK_FALSE(answer.found.meets);
  CHECK(answer.found.misses->at == 200);
  CHECK(*answer.found.misses->value == Approx(0.58));
  CHECK(answer.runs == 0);  // the end alone says it
}

TEST_CASE("a lever that moves the figure nowhere or away has no effect", "[analysis]") {
  CHECK(searched({200, 0.6, [](std::size_t) { return 0.5; }}).found.finding == LeverFinding::no_effect);
  CHECK(searched({200, 0.6, [](std::size_t p) { return 0.5 - 0.001 * static_cast<double>(p); }}).found.finding == LeverFinding::no_effect);
}

TEST_CASE("a figure that lies at its threshold from a position on does with less than the better end", "[analysis]") {
  // 0.4 up to p = 33, then 0.6 = the threshold: one round says that a quarter of the range is enough.
  const Answered answer = searched({200, 0.6, [](std::size_t p) { return p < 34 ? 0.4 : 0.6; }});
  CHECK(answer.found.finding == LeverFinding::reached);
  CHECK(answer.found.meets->at == 50);
  CHECK(answer.rounds == 1);
  CHECK(answer.runs == 3);
}

TEST_CASE("less of a lever is asked for also where the plan as given is near already", "[analysis]") {
  // 0.597 as given, 0.6 from p = 40 on: both ends are near, and a quarter of the range does.
  const Answered answer = searched({200, 0.6, [](std::size_t p) { return p < 40 ? 0.597 : 0.603; }});
  CHECK(answer.found.finding == LeverFinding::reached);
  CHECK(answer.found.meets->at == 50);
  CHECK(answer.runs == 3);
}

TEST_CASE("half a point above the threshold is near, more is not", "[analysis]") {
  const auto found = [](double above) {
    LeverSearch search(2, 0.5, kNear);
    search.add({0, 0.4, false});
    search.add({2, 0.5 + above, true});
    search.add({1, 0.45, false});
    return search.found().finding;
  };
  CHECK(found(0.0049) == LeverFinding::reached);
  CHECK(found(0.0051) == LeverFinding::step);
}

TEST_CASE("without a figure at the better end nothing is found, and nothing is run", "[analysis]") {
  LeverSearch search(10, 0.5, kNear);
  search.add({0, 0.4, false});
  search.add({10, std::nullopt, false});
  CHECK(search.found().finding == LeverFinding::no_figure);
  CHECK(search.next().empty());
  LeverSearch begun(10, 0.5, kNear);
  begun.add({0, 0.4, false});
  CHECK_THROWS_AS(begun.found(), BrokenPromise);
}

TEST_CASE("a lever of two positions has no middle", "[analysis]") {
  const Answered answer = searched({1, 0.6, [](std::size_t p) { return p == 0 ? 0.5 : 0.7; }});
  CHECK(answer.found.finding == LeverFinding::step);
  CHECK(answer.runs == 0);
}

}  // namespace lever_search_test
