/// What a study tells while its runs are simulated.
#include <catch2/catch.hpp>

#include "study/simulate.hpp"

using namespace railshift;
using namespace railshift::study;

namespace {

int report_and_end(ensemble::Self& self) {
  self.report(0.5);
  return 0;
}

}  // namespace

TEST_CASE("a study tells how many runs there are, how far they are, and when they are over", "[study]") {
  std::string told;
  double furthest = 0.0;
  Watch watch;
  watch.started = [&](const Watch::Start& start) {
    told += "started " + std::to_string(start.runs) + " kept " + std::to_string(start.kept);
  };
  watch.progress = [&](double done) {
    furthest = std::max(furthest, done);
    return true;
  };
  watch.simulated = [&] { told += " over"; };
  const auto results = simulate({{"one", report_and_end}, {"two", report_and_end}}, 1, watch, 3);
  REQUIRE(results);
  REQUIRE(results->size() == 2);
  CHECK(results->at(1).name == "two");
  CHECK(told == "started 2 kept 3 over");
  CHECK(furthest >= 0.5);
}

TEST_CASE("branches count as runs", "[study]") {
  std::size_t runs = 0;
  Watch watch;
  watch.started = [&](const Watch::Start& start) { runs = start.runs; };
  ensemble::Task task{"trunk", [](ensemble::Self& self) { return self.branch(0) ? 0 : 0; }, {{"branch"}}};
  REQUIRE(simulate({task}, 1, watch));
  CHECK(runs == 2);
}

TEST_CASE("nobody need watch, and a failed run is a result", "[study]") {
  const auto results = simulate({{"bad", [](ensemble::Self&) -> int { throw std::runtime_error("no luck"); }}}, 1, {});
  REQUIRE(results);
  CHECK(results->front().code == 1);
  CHECK(results->front().message.en == "no luck");
}

TEST_CASE("who watches may end a study", "[study]") {
  Watch watch;
  bool over = false;
  watch.progress = [](double) { return false; };
  watch.simulated = [&over] { over = true; };
  CHECK_FALSE(simulate({{"one", report_and_end}, {"two", report_and_end}}, 1, watch));
  CHECK(over);
}
