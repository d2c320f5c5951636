/// Status of a target, and the day on which it is reached.
#include <catch2/catch.hpp>

#include "analysis/judge/status.hpp"
#include "tests/analysis/small_city.hpp"

namespace status_test {

using namespace railshift;
using namespace small_city;
using analysis::Outcome;
using analysis::Status;
using analysis::Verdict;

namespace {

World city(Operator op = Operator::at_least, double tolerance = 0.0) {
  World w = world();
  Target t = target(w, "t", MetricKind::rail_share, {}, op, 0.5, "1", make_date(2021, 12, 31));
  t.tolerance = tolerance;
  w.targets = Table<Target>(std::vector<Target>{t});
  return w;
}

Verdict verdict(Outcome outcome, std::optional<double> value = {}, std::optional<Date> reached_on = {}) {
  Verdict v;
  v.target = "t";
  v.outcome = outcome;
  v.value = value;
  v.reached_on = reached_on;
  return v;
}

Verdict with_status(const World& w, const Verdict& assumed, const Verdict& executed) {
  std::vector<Verdict> verdicts{assumed};
  analysis::add_status(w, {executed}, verdicts);
  return verdicts.front();
}

Status status(const Verdict& assumed, const Verdict& executed) { return *with_status(city(), assumed, executed).status; }

/// The yearly rail share of the city, in percent, from 2020 on.
analysis::MetricTable shares(const std::vector<double>& percent) {
  analysis::MetricTable table;
  for (std::size_t i = 0; i < percent.size(); ++i) {
    analysis::MetricRow r;
    r.metric = "rail_share";
    r.numerator_kind = "rail";
    r.denominator_kind = "rail_road";
    r.basis = "main_haul";
    r.direction = "both";
    r.period = std::to_string(2020 + i);
    r.unit = "1";
    r.value = percent[i] / 100.0;
    table.push_back(r);
  }
  return table;
}

std::optional<Date> day_reached(const std::vector<double>& percent) {
  return analysis::judge(city(), {shares(percent)}).front().reached_on;
}

}  // namespace

TEST_CASE("the status is the first that holds, from what cannot be tested to what is missed", "[analysis]") {
  const Verdict met = verdict(Outcome::met, 0.6), missed = verdict(Outcome::missed, 0.4), unsaid = verdict(Outcome::cannot_say);
  const Verdict late = verdict(Outcome::missed, 0.4, make_date(2023, 12, 31));
  CHECK(status(verdict(Outcome::not_testable), met) == Status::not_testable);
  CHECK(status(unsaid, met) == Status::cannot_say);
  CHECK(status(met, missed) == Status::on_track);
  CHECK(status(missed, met) == Status::if_executed);
  CHECK(status(late, met) == Status::if_executed);
  CHECK(status(late, missed) == Status::late);
  CHECK(status(late, unsaid) == Status::cannot_say);
  CHECK(status(missed, missed) == Status::missed);
  CHECK(status(missed, unsaid) == Status::cannot_say);  // executing the plan might reach it
}

TEST_CASE("a ceiling under the threshold makes a target impossible, one at the threshold does not", "[analysis]") {
  const auto capped = [](std::optional<double> reading, std::optional<double> capacity, Outcome outcome) {
    Verdict v = verdict(outcome, 0.4);
    v.ceiling = reading;
    v.ceiling_capacity = capacity;
    return status(v, verdict(Outcome::missed, 0.45));
  };
  CHECK(capped(0.5, 0.5, Outcome::missed) == Status::missed);
  CHECK(capped(0.499, {}, Outcome::missed) == Status::impossible_reading);
  CHECK(capped(0.8, 0.499, Outcome::missed) == Status::impossible_capacity);
  CHECK(capped(0.499, 0.499, Outcome::missed) == Status::impossible_reading);
  CHECK(capped(0.499, {}, Outcome::cannot_say) == Status::impossible_reading);  // no run is needed to know
  CHECK(capped({}, 0.499, Outcome::not_testable) == Status::not_testable);
}

TEST_CASE("what a run reaches is never called impossible, whatever a programme leaves out", "[analysis]") {
  const auto capped = [](const Verdict& assumed, const Verdict& executed) {
    Verdict v = assumed;
    v.ceiling = 0.499;
    v.ceiling_capacity = 0.4;
    return status(v, executed);
  };
  const Verdict met = verdict(Outcome::met, 0.5), missed = verdict(Outcome::missed, 0.49), unsaid = verdict(Outcome::cannot_say);
  CHECK(capped(met, missed) == Status::on_track);
  CHECK(capped(missed, met) == Status::if_executed);
  CHECK(capped(unsaid, met) == Status::cannot_say);
  CHECK(capped(missed, missed) == Status::impossible_reading);
}

TEST_CASE("the best value of an at-most target is the lowest, and tolerance belongs to the demand", "[analysis]") {
  const Id<Target> t{0};
  const World most = city(Operator::at_most, 0.01);
  CHECK(analysis::out_of_reach(most.targets[t], 0.52));
  CHECK_FALSE(analysis::out_of_reach(most.targets[t], 0.51));
  CHECK_FALSE(analysis::out_of_reach(most.targets[t], 0.1));
  const World least = city(Operator::at_least, 0.01);
  CHECK(analysis::out_of_reach(least.targets[t], 0.48));
  CHECK_FALSE(analysis::out_of_reach(least.targets[t], 0.49));
}

TEST_CASE("the value of the plan as executed stands beside the assumed one, and its day where it is what counts", "[analysis]") {
  const Verdict missed = verdict(Outcome::missed, 0.4, make_date(2023, 12, 31));
  const Verdict v = with_status(city(), missed, verdict(Outcome::met, 0.6, make_date(2020, 12, 31)));
  CHECK(v.value == 0.4);
  CHECK(v.outcome == Outcome::missed);  // keeps its meaning
  CHECK(v.value_executed == 0.6);
  CHECK(v.reached_on == make_date(2020, 12, 31));
  CHECK(with_status(city(), missed, verdict(Outcome::missed, 0.45)).reached_on == make_date(2023, 12, 31));
}

TEST_CASE("a target that is met is reached where the years without a gap up to the due one begin", "[analysis]") {
  CHECK(day_reached({40, 60}) == make_date(2021, 12, 31));
  CHECK(day_reached({60, 60}) == make_date(2020, 12, 31));
  CHECK(day_reached({60, 60, 10}) == make_date(2020, 12, 31));  // what comes later is not asked
}

TEST_CASE("a target that is missed is reached in the first later year that holds, or not within the run", "[analysis]") {
  CHECK(day_reached({60, 40, 45, 50, 60}) == make_date(2023, 12, 31));
  CHECK(day_reached({60, 40, 45}) == std::nullopt);  // an earlier year is no help
}

}  // namespace status_test
