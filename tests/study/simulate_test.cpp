/// What a study tells while its runs are simulated.
#include <catch2/catch.hpp>

#include "study/simulate.hpp"

namespace simulate_test {

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

TEST_CASE("who watches hears which run has come how far, under its own name or that of the teller", "[study]") {
  std::vector<std::string> names;
  std::vector<double> done;
  Watch watch;
  watch.step = [&](const Step& step) {
    names.push_back(step.run);
    done.push_back(step.done);
  };
  REQUIRE(simulate({{"one", report_and_end}, {"two", report_and_end}}, 1, watch));
  CHECK(names.front() == "one");
  CHECK(names.back() == "two");
  CHECK((done.front() == 0.5 || done.front() == 1.0));  // a run may be over before it is heard
  CHECK(done.back() == 1.0);
  names.clear();
  REQUIRE(simulate({{"one", report_and_end}}, 1, watch, 0, [](std::size_t run, double share) {
    return Step{"member " + std::to_string(run + 7), static_cast<int>(run) + 7, Mover::events, make_month(2024, 5), share};
  }));
  CHECK(names.back() == "member 7");
}

TEST_CASE("the month that a run has in hand follows from its share of months", "[study]") {
  const Date start = make_date(2022, 12, 1), end = make_date(2023, 12, 1);
  CHECK(month_reached(start, end, 0.0) == make_month(2022, 12));
  CHECK(month_reached(start, end, 1.0 / 12) == make_month(2023, 1));
  CHECK(month_reached(start, end, 11.0 / 12) == make_month(2023, 11));
  CHECK(month_reached(start, end, 1.0) == make_month(2023, 11));
}

}  // namespace simulate_test
