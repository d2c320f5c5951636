#include <catch2/catch.hpp>
#include <cmath>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "tests/analysis/small_city.hpp"

namespace verdicts_test {

using namespace railshift;
using namespace small_city;
using analysis::Outcome;

namespace {

/// One metric table whose city rail share of 2021 is part / 100.
analysis::MetricTable share_of(double part) {
  analysis::MetricRow r;
  r.metric = "rail_share";
  r.numerator_kind = "rail";
  r.denominator_kind = "rail_road";
  r.basis = "main_haul";
  r.direction = "both";
  r.period = "2021";
  r.unit = "1";
  r.numerator = part;
  r.denominator = 100.0;
  r.value = part / 100.0;
  return {r};
}

World with_target(Operator op, double value, const std::string& unit = "1", double tolerance = 0.0) {
  World w = world();
  Target t = target(w, "T", MetricKind::rail_share, {}, op, value, unit, make_date(2021, 12, 31));
  t.tolerance = tolerance;
  w.targets = Table<Target>({t, target(w, "U", MetricKind::rail_share, {{"commodity", "coal"}}, op, value, unit, make_date(2021, 12, 31))});
  return w;
}

analysis::Verdict judged(const World& w, const std::vector<analysis::MetricTable>& replications) {
  return analysis::judge(w, replications).front();
}

}  // namespace

TEST_CASE("a share exactly at the threshold meets a 以上 target and the last bit below misses it", "[analysis]") {
  const World w = with_target(Operator::at_least, 0.85);
  CHECK(judged(w, {share_of(85.0)}).outcome == Outcome::met);
  CHECK(judged(w, {share_of(std::nextafter(85.0, 0.0))}).outcome == Outcome::missed);
}

TEST_CASE("readings stand behind their main target, which is marked, whatever their ids", "[analysis]") {
  World w = world();
  const auto asked = [&](const std::string& name, const std::string& of, const Words& reading) {
    Target t = target(w, name, MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31));
    t.reading_of = of;
    t.reading = reading;
    return t;
  };
  w.targets = Table<Target>({asked("a-by-gate", "m", {"门口口径", "gate basis"}), asked("b", "", {}),
                             asked("m", "", {"主运距口径", "main-haul basis"}), asked("z", "m", {"另一口径", "another"})});
  const auto verdicts = analysis::judge(w, {share_of(60.0)});
  std::vector<std::string> order;
  for (const auto& v : verdicts) order.push_back(v.target);
  CHECK(order == std::vector<std::string>{"b", "m", "a-by-gate", "z"});
  CHECK_FALSE(analysis::is_main_reading(verdicts[0]));  // has no other reading
  CHECK(analysis::is_main_reading(verdicts[1]));
  CHECK_FALSE(analysis::is_main_reading(verdicts[2]));
  CHECK(verdicts[2].reading_of == "m");
  CHECK(verdicts[2].reading.en == "gate basis");
}

TEST_CASE("readings stand in groups: those of the metric of the main target first, a set of firms and a basis together", "[analysis]") {
  World w = world();
  const auto asked = [&](const std::string& name, MetricKind metric, Scope scope) {
    Target t = target(w, name, metric, std::move(scope), Operator::at_least, 0.5, "1", make_date(2021, 12, 31));
    if (name != "m") t.reading_of = "m";
    t.reading = {"口径", "reading"};
    return t;
  };
  const std::string list = "*over_threshold", with_siding = "*over_threshold_with_siding";
  w.targets = Table<Target>({asked("a-firms", MetricKind::firms_passing, {{"level", "0.50"}}),
                             asked("b-siding", MetricKind::rail_share, {{"firm", with_siding}}),
                             asked("c-haul", MetricKind::rail_share, {{"firm", list}, {"basis", "main_haul"}}),
                             asked("d-gate", MetricKind::rail_share, {{"firm", list}, {"denominator_kind", "rail_road"}}),
                             asked("m", MetricKind::rail_share, {{"firm", list}})});
  std::vector<std::string> order;
  for (const auto& v : analysis::judge(w, {share_of(60.0)})) order.push_back(v.target);
  CHECK(order == std::vector<std::string>{"m", "d-gate", "c-haul", "b-siding", "a-firms"});
}

TEST_CASE("no verdict is decided on a rounded figure: 84.999 % is not 85 %", "[analysis]") {
  CHECK(judged(with_target(Operator::at_least, 0.85), {share_of(84.999)}).outcome == Outcome::missed);
}

TEST_CASE("a target in percent is compared with percent made from its parts", "[analysis]") {
  // 0.29 x 100 is 28.999999999999996 in floating point; 29 x 100 / 100 is 29.
  const auto v = judged(with_target(Operator::at_least, 29.0, "%"), {share_of(29.0)});
  CHECK(v.outcome == Outcome::met);
  CHECK(v.value == 29.0);
}

TEST_CASE("an interval that straddles the threshold cannot say, one that touches it from the right side is met", "[analysis]") {
  const World w = with_target(Operator::at_least, 0.85);
  const auto straddles = judged(w, {share_of(84.0), share_of(86.0), share_of(88.0)});
  CHECK(straddles.outcome == Outcome::cannot_say);
  CHECK(straddles.n == 3);
  CHECK(straddles.low == 0.84);
  CHECK(straddles.high == 0.88);
  CHECK(straddles.value == Approx(0.86));
  CHECK(judged(w, {share_of(85.0), share_of(88.0)}).outcome == Outcome::met);
  CHECK(judged(w, {share_of(80.0), share_of(84.0)}).outcome == Outcome::missed);
}

TEST_CASE("at most and equal look at the right side of the threshold", "[analysis]") {
  CHECK(judged(with_target(Operator::at_most, 0.5), {share_of(50.0)}).outcome == Outcome::met);
  CHECK(judged(with_target(Operator::at_most, 0.5), {share_of(50.1)}).outcome == Outcome::missed);
  CHECK(judged(with_target(Operator::equals, 0.5, "1", 0.02), {share_of(49.0), share_of(51.0)}).outcome == Outcome::met);
  CHECK(judged(with_target(Operator::equals, 0.5, "1", 0.02), {share_of(45.0)}).outcome == Outcome::missed);
  // Both ends fail, on opposite sides: something between may hold.
  CHECK(judged(with_target(Operator::equals, 0.5, "1", 0.02), {share_of(45.0), share_of(55.0)}).outcome == Outcome::cannot_say);
}

TEST_CASE("the margin is positive on the right side of the threshold", "[analysis]") {
  CHECK(judged(with_target(Operator::at_least, 0.85), {share_of(90.0)}).margin == Approx(0.05));
  CHECK(judged(with_target(Operator::at_least, 0.85), {share_of(80.0)}).margin == Approx(-0.05));
  CHECK(judged(with_target(Operator::at_most, 0.85), {share_of(80.0)}).margin == Approx(0.05));
}

TEST_CASE("without a figure for the scope, the period or the unit the verdict cannot say and says why", "[analysis]") {
  const auto verdicts = analysis::judge(with_target(Operator::at_least, 0.85), {share_of(90.0)});
  CHECK(verdicts[0].outcome == Outcome::met);
  CHECK(verdicts[1].outcome == Outcome::cannot_say);  // coal: no such row
  CHECK(verdicts[1].reasons.back() == analysis::BasisReason{analysis::NoValue{{2021, 0}}});
  CHECK_FALSE(verdicts[1].value.has_value());
  CHECK(judged(with_target(Operator::at_least, 0.85, "km"), {share_of(90.0)}).outcome == Outcome::cannot_say);
  auto other_year = share_of(90.0);
  other_year[0].period = "2020";
  CHECK(judged(with_target(Operator::at_least, 0.85), {other_year}).outcome == Outcome::cannot_say);
  CHECK(judged(with_target(Operator::at_least, 0.85), {}).outcome == Outcome::cannot_say);
}

TEST_CASE("a year of which eleven months were run is judged by nobody, one of twelve is", "[analysis]") {
  const World w = with_target(Operator::at_least, 0.85);
  const auto months = [](const std::string& period, double count) {
    analysis::MetricRow r;
    r.metric = "reported_months";
    r.period = period;
    r.unit = "months";
    r.value = count;
    return r;
  };
  auto whole = share_of(90.0);
  whole.push_back(months("2021", 12.0));
  CHECK(judged(w, {whole}).outcome == Outcome::met);
  auto part = share_of(90.0);
  part.push_back(months("2021", 11.0));
  for (int m = 1; m <= 11; ++m) part.push_back(months(analysis::to_text(analysis::Period{2021, m}), 1.0));
  const auto verdict = judged(w, {part});
  CHECK(verdict.outcome == Outcome::cannot_say);
  CHECK_FALSE(verdict.value.has_value());
  CHECK_FALSE(verdict.reached.has_value());
  CHECK(verdict.reasons.back() == analysis::BasisReason{analysis::PartOfYear{{2021, 0}, {1, 11}}});
  CHECK_FALSE(analysis::value_of(w, w.targets[Id<Target>{0}], part).has_value());
}

TEST_CASE("growth over a base year that was run in part cannot be said, a stock of the last day can", "[analysis]") {
  World w = world();
  w.settings.start = make_date(2020, 2, 1);
  const auto due = make_date(2021, 12, 31);
  w.targets = Table<Target>(
      {target(w, "g", MetricKind::rail_tonnes, {{"denominator_kind", "base_year"}}, Operator::at_least, 0.1, "1", due),
       target(w, "s", MetricKind::register_stock, {{"standard", "<=china3"}}, Operator::at_most, 9, "vehicles", make_date(2020, 12, 31))});
  ledger::Ledger l;
  for (Month m = make_month(2020, 2); m < make_month(2022, 1); m = m + 1) {
    l.chains.push_back(delivered(w, m, "out-rail", m.year() == 2020 ? 100 : 200));
    l.registers.push_back(stock(w, m, "freight", kDiesel3, 7, 0));
  }
  const auto verdicts = analysis::judge(w, {measured(w, l)});
  CHECK(verdicts[0].outcome == Outcome::cannot_say);
  CHECK(verdicts[0].reasons.back() == analysis::BasisReason{analysis::PartOfYear{{2020, 0}, {2, 12}}});
  CHECK(verdicts[1].outcome == Outcome::met);
}

TEST_CASE("a pollutant that no factor knows is not testable", "[analysis]") {
  World w = world();
  EmissionFactor nox;
  nox.id = "f";
  nox.pollutant = "NOx";
  w.emission_factors = Table<EmissionFactor>(std::vector<EmissionFactor>{nox});
  const auto due = make_date(2021, 12, 31);
  w.targets =
      Table<Target>({target(w, "a", MetricKind::exhaust, {{"numerator_kind", "NOx"}}, Operator::at_most, 1.0, "t", due),
                     target(w, "b", MetricKind::exhaust, {{"numerator_kind", "PM2.5_concentration"}}, Operator::at_most, 1.0, "t", due)});
  const auto verdicts = analysis::judge(w, {});
  CHECK(verdicts[0].outcome == Outcome::cannot_say);
  CHECK(verdicts[1].outcome == Outcome::not_testable);
}

TEST_CASE("a stock is judged at the end of its due day: 31 December is the year's, 30 December the month before", "[analysis]") {
  const World w = world();
  const auto stock_due = [&](Date due) {
    return analysis::to_text(analysis::due_period(target(w, "t", MetricKind::register_stock, {}, Operator::at_most, 0, "vehicles", due)));
  };
  CHECK(stock_due(make_date(2024, 12, 31)) == "2024");
  CHECK(stock_due(make_date(2024, 12, 30)) == "2024-11");
  CHECK(stock_due(make_date(2024, 6, 30)) == "2024-06");
  CHECK(stock_due(make_date(2024, 6, 29)) == "2024-05");
  const Target share = target(w, "t", MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", make_date(2024, 6, 29));
  CHECK(analysis::to_text(analysis::due_period(share)) == "2024");
}

TEST_CASE("the date reached is the first month in which a stock target holds", "[analysis]") {
  World w = world();
  w.targets = Table<Target>(std::vector<Target>{
      target(w, "t", MetricKind::register_stock, {{"standard", "<=china3"}}, Operator::at_most, 0, "vehicles", make_date(2021, 12, 31))});
  ledger::Ledger l;
  for (Month m = make_month(2021, 1); m < make_month(2022, 1); m = m + 1) {
    l.registers.push_back(stock(w, m, "freight", kDiesel3, m.number() < 9 ? 3 : 0, 0));
  }
  const auto v = analysis::judge(w, {measured(w, l)}).front();
  CHECK(v.outcome == Outcome::met);
  CHECK(v.reached == analysis::Period{2021, 9});
}

TEST_CASE("editing a target's threshold leaves every metric as it was", "[analysis]") {
  World w = with_target(Operator::at_least, 0.85);
  ledger::Ledger l;
  l.chains = {delivered(w, make_month(2021, 3), "out-rail", 80), delivered(w, make_month(2021, 3), "out-road", 20)};
  const std::string before = to_csv(measured(w, l));
  const auto verdict_before = analysis::judge(w, {measured(w, l)}).front().outcome;
  for (Target& t : w.targets.rows_for_loading()) t.value = 0.75;
  CHECK(to_csv(measured(w, l)) == before);
  CHECK(verdict_before == Outcome::missed);
  CHECK(analysis::judge(w, {measured(w, l)}).front().outcome == Outcome::met);
}

TEST_CASE("an observed value of the same scope, period and unit stands beside the simulated one", "[analysis]") {
  World w = with_target(Operator::at_least, 0.85);
  w.observed =
      Table<Observed>({{"o1", "rail_share", "", "2021", 0.87, "1", "bulletin"}, {"o2", "rail_share", "", "2020", 0.5, "1", "bulletin"}});
  const auto v = judged(w, {share_of(80.0)});
  CHECK(v.observed == 0.87);
  CHECK(v.outcome == Outcome::missed);  // what was observed does not change what was simulated
  CHECK(judged(w, {}).basis == analysis::Basis::observed);
}

TEST_CASE("verdicts.csv quotes text with commas and quotes, opens with a BOM and names its columns in order", "[analysis]") {
  World w = with_target(Operator::at_least, 0.85);
  w.clauses.rows_for_loading()[0].quote = "he said \"85 %\", twice";
  const std::string csv = to_csv(analysis::judge(w, {share_of(90.0)}));
  CHECK(
      csv.starts_with("\xEF\xBB\xBFtarget,reading_of,reading_zh,reading_en,clause,quote,force,metric,scope,due,operator,threshold,unit,"
                      "value,low,high,n,outcome,basis,without_order,"
                      "with_order,margin,basis_reason,date_reached,observed,status,ceiling,ceiling_capacity,value_executed,reached_on,"
                      "last_12_months,month_of_due,unserved_share\n"));
  CHECK(csv.find("\"he said \"\"85 %\"\", twice\"") != std::string::npos);
}

}  // namespace verdicts_test
