/// Goods left behind: the share of a scope, and what it does to a verdict.
#include <catch2/catch.hpp>

#include "analysis/judge/unserved.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "tests/analysis/small_city.hpp"

namespace unserved_test {

using namespace railshift;
using namespace small_city;
using analysis::NotServed;
using analysis::Outcome;

namespace {

constexpr std::int64_t kTonne = 1000;

/// What a flow was to carry in one month, t.
ledger::FlowRow owed(const World& w, Month month, const std::string& flow, std::int64_t offered, std::int64_t waiting_open,
                     std::int64_t waiting_close, std::int64_t refused = 0) {
  ledger::FlowRow row;
  row.month = month;
  row.flow = id(w.flows, flow);
  row.offered_kg = offered * kTonne;
  row.waiting_open_kg = waiting_open * kTonne;
  row.waiting_close_kg = waiting_close * kTonne;
  row.refused_kg = refused * kTonne;
  row.delivered_kg = row.offered_kg + row.waiting_open_kg - row.waiting_close_kg - row.refused_kg;
  return row;
}

/// The city with a limit of 1 % and a target on the metric, due at the end of 2021.
World judged_city(MetricKind metric, Scope scope, Operator op, double value, const std::string& unit) {
  World w = world();
  std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
  Parameter limit;
  limit.id = "verdict.unserved_limit";
  limit.unit = "1";
  limit.value.from(make_date(2020, 1, 1), 0.01);
  parameters.push_back(limit);
  w.parameters = Table<Parameter>(parameters);
  w.targets = Table<Target>(std::vector<Target>{target(w, "t", metric, std::move(scope), op, value, unit, make_date(2021, 12, 31))});
  return w;
}

/// Of 1,000 t of coal offered in 2021 and asked of the railway alone, so many are left at its end.
ledger::Ledger left_at_the_end(const World& w, std::int64_t tonnes) {
  ledger::Ledger l;
  l.flows = {owed(w, make_month(2021, 12), "coal-out", 1000, 0, tonnes)};
  l.chains = {delivered(w, make_month(2021, 12), "out-rail", 1000 - tonnes)};
  return l;
}

analysis::Verdict verdict_on(const World& w, const ledger::Ledger& l) { return analysis::judge(w, {measured(w, l)}).front(); }

}  // namespace

TEST_CASE("the share not carried is what was refused or waits at the end of the year, of what was offered or waited at its beginning",
          "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  // Coal: 100 t wait at the beginning of 2021, 500 and 300 t are offered; 20 t are refused, 160 t wait at the end: 180 of 900 t.
  l.flows = {owed(w, make_month(2021, 1), "coal-out", 500, 100, 130, 20), owed(w, make_month(2021, 2), "coal-out", 300, 130, 160),
             // home: everything is carried, 100 t; acid, no bulk good for a rail share: 50 of 100 t wait
             owed(w, make_month(2021, 2), "coal-home", 100, 0, 0), owed(w, make_month(2021, 2), "acid-out", 100, 0, 50)};
  const auto table = measured(w, l);
  const auto check = [&](const std::string& scope, double left, double all) {
    INFO(scope);
    const analysis::MetricRow& found = row(table, "unserved_share", "2021", scope);
    CHECK(found.numerator == left);
    CHECK(found.denominator == all);
    CHECK(found.value == Approx(left / all));
  };
  check("", 230, 1100);
  check("denominator_kind=bulk", 180, 1000);
  check("commodity=acid", 50, 100);
  check("commodity=coal", 180, 1000);
  check("firm=*over_threshold", 230, 1100);  // every flow leaves the mine of the listed firm, and counts once
  check("firm=big;denominator_kind=bulk", 180, 1000);
  check("firm=small", 0, 100);  // its plant gets coal-home alone
  check("county=140100", 230, 1100);
  CHECK_FALSE(has_row(table, "unserved_share", "2020", ""));
}

TEST_CASE("a month before the reported ones leaves nothing behind", "[analysis]") {
  const World w = world();
  ledger::Ledger l;  // December 2019 is the warm-up; what it leaves waits at the beginning of January
  l.flows = {owed(w, make_month(2019, 12), "coal-out", 1000, 0, 900), owed(w, make_month(2020, 1), "coal-out", 100, 900, 0)};
  const auto table = measured(w, l);
  CHECK(row(table, "unserved_share", "2020", "").numerator == 0.0);
  CHECK(row(table, "unserved_share", "2020", "").denominator == 1000.0);
}

TEST_CASE("with a hundredth of the goods left behind a rail share is judged, with a kilogram more it cannot be said", "[analysis]") {
  const World w = judged_city(MetricKind::rail_share, {}, Operator::at_least, 0.85, "1");
  const auto at_the_limit = verdict_on(w, left_at_the_end(w, 10));  // 10 of 1,000 t
  CHECK(at_the_limit.outcome == Outcome::met);
  CHECK(at_the_limit.unserved_share == 0.01);
  ledger::Ledger more = left_at_the_end(w, 10);
  ++more.flows[0].waiting_close_kg;
  const auto over = verdict_on(w, more);
  CHECK(over.outcome == Outcome::cannot_say);
  CHECK(over.reasons.back() == analysis::BasisReason{NotServed{{2021, 0}, 10'001.0 / 1'000'000.0}});
  CHECK(over.value == 1.0);               // the figure of what was carried is still shown
  CHECK_FALSE(over.reached.has_value());  // and is reached by no year
  CHECK_FALSE(over.reached_on.has_value());
}

TEST_CASE("94 of 100 tonnes that nobody carries make no share met, no tonnes missed and no exhaust small", "[analysis]") {
  // All that is carried goes by rail: 60 of 60 t, a share of 100 %.
  const World share = judged_city(MetricKind::rail_share, {}, Operator::at_least, 0.85, "1");
  const World tonnes = judged_city(MetricKind::rail_tonnes, {}, Operator::at_least, 900, "t");
  const World stations = judged_city(MetricKind::rail_station_tonnes, {}, Operator::at_least, 0, "t");
  const World chains = judged_city(MetricKind::tonnes_by_chain, {{"numerator_kind", "truck"}}, Operator::at_most, 0, "t");
  for (const World* w : {&share, &tonnes, &stations, &chains}) {
    const auto v = verdict_on(*w, left_at_the_end(*w, 940));
    INFO(to_text(v.metric));
    CHECK(v.outcome == Outcome::cannot_say);
    CHECK(v.unserved_share == 0.94);
  }
  for (const MetricKind kind : {MetricKind::clean_share, MetricKind::tonnes_by_reason, MetricKind::exhaust})
    CHECK(analysis::traits_of(kind).sums_carried);
}

TEST_CASE("goods left behind say nothing against a verdict on registered trucks, and stand beside it all the same", "[analysis]") {
  const World w = judged_city(MetricKind::register_stock, {{"standard", "<=china3"}}, Operator::at_most, 9, "vehicles");
  ledger::Ledger l = left_at_the_end(w, 940);
  l.registers = {stock(w, make_month(2021, 12), "freight", kDiesel3, 7, 0)};
  const auto v = verdict_on(w, l);
  CHECK(v.outcome == Outcome::met);
  CHECK(v.unserved_share == 0.94);
}

TEST_CASE("a verdict on a firm looks at the goods of that firm, one on a scope without goods of its own at the next wider one",
          "[analysis]") {
  World w = judged_city(MetricKind::rail_share, {{"firm", "small"}}, Operator::at_most, 0.5, "1");
  ledger::Ledger l = left_at_the_end(w, 940);
  l.flows.push_back(owed(w, make_month(2021, 12), "coal-home", 100, 0, 0));
  l.chains.push_back(delivered(w, make_month(2021, 12), "home-road", 100));
  const auto of_small = verdict_on(w, l);  // the goods of `big` wait, those of `small` were carried
  CHECK(of_small.unserved_share == 0.0);
  CHECK(of_small.outcome == Outcome::met);
  const auto share_of = [&](Scope scope) {
    return analysis::unserved_share(
        target(w, "x", MetricKind::rail_tonnes, std::move(scope), Operator::at_least, 1, "t", make_date(2021, 12, 31)), 2021,
        measured(w, l));
  };
  CHECK(share_of({{"firm", "big"}}) == Approx(940.0 / 1100));
  CHECK(share_of({{"firm", "far"}}) == Approx(940.0 / 1100));  // no works of ours: the city
  CHECK(share_of({{"haul_class", ">=500"}}) == Approx(940.0 / 1100));
  CHECK(share_of({{"county", "140100"}, {"commodity", "coal"}}) == Approx(940.0 / 1100));
  CHECK_FALSE(analysis::unserved_share(w.targets[Id<Target>{0}], 2020, measured(w, l)));
}

TEST_CASE("growth over a base year with goods left behind cannot be said", "[analysis]") {
  const World w = judged_city(MetricKind::rail_tonnes, {{"denominator_kind", "base_year"}}, Operator::at_least, 0.1, "1");
  ledger::Ledger l;
  for (const int year : {2020, 2021}) {
    for (int m = 1; m <= 12; ++m) l.chains.push_back(delivered(w, make_month(year, m), "out-rail", year == 2020 ? 100 : 200));
    l.flows.push_back(owed(w, make_month(year, 12), "coal-out", 1000, 0, year == 2020 ? 500 : 0));
    if (year == 2021) l.flows.back() = owed(w, make_month(2021, 12), "coal-out", 1000, 500, 0);
  }
  const auto v = verdict_on(w, l);
  CHECK(v.outcome == Outcome::cannot_say);
  CHECK(v.reasons.back() == analysis::BasisReason{NotServed{{2020, 0}, 0.5}});
}

TEST_CASE("of several seeds the one that leaves most behind decides", "[analysis]") {
  const World w = judged_city(MetricKind::rail_share, {}, Operator::at_least, 0.85, "1");
  const auto v = analysis::judge(w, {measured(w, left_at_the_end(w, 0)), measured(w, left_at_the_end(w, 20))}).front();
  CHECK(v.unserved_share == 0.02);
  CHECK(v.outcome == Outcome::cannot_say);
}

}  // namespace unserved_test
