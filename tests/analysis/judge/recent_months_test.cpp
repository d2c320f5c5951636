/// The twelve months to the due day, and its month, beside the yearly figure.
#include <catch2/catch.hpp>

#include "analysis/judge/recent_months.hpp"
#include "analysis/judge/verdicts.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace recent_months_test {

using namespace railshift;
using namespace small_city;

namespace {

/// 2020: 20 of 100 t a month by rail; 2021: 30 of 100 t to August, 60 of 100 t from September on, of which December moves 200 t.
ledger::Ledger two_years(const World& w) {
  ledger::Ledger l;
  for (Month m = make_month(2020, 1); m < make_month(2022, 1); m = m + 1) {
    const std::int64_t whole = m == make_month(2021, 12) ? 200 : 100;
    const std::int64_t percent = m.year() == 2020 ? 20 : m.number() < 9 ? 30 : 60;
    l.chains.push_back(delivered(w, m, "out-rail", whole * percent / 100));
    l.chains.push_back(delivered(w, m, "out-road", whole - whole * percent / 100));
  }
  return l;
}

analysis::RecentMonths recent(MetricKind metric, Scope scope, const std::string& unit, Date due) {
  const World w = world();
  return analysis::recent_months(target(w, "t", metric, std::move(scope), Operator::at_least, 0.5, unit, due), {measured(w, two_years(w))});
}

}  // namespace

TEST_CASE("a share of the last twelve months is made of their tonnes, not of their shares", "[analysis]") {
  // To December 2021: 8 x 30 + 3 x 60 + 120 = 540 of 1,300 t. December: 120 of 200 t.
  const auto december = recent(MetricKind::rail_share, {}, "1", make_date(2021, 12, 31));
  CHECK(december.last_12 == Approx(540.0 / 1300));
  CHECK(december.month_of_due == Approx(0.6));
  // To June 2021: 6 x 20 + 6 x 30 = 300 of 1,200 t; June 30 %. The due day need not end the month.
  const auto june = recent(MetricKind::rail_share, {}, "%", make_date(2021, 6, 15));
  CHECK(june.last_12 == Approx(25.0));
  CHECK(june.month_of_due == Approx(30.0));
}

TEST_CASE("listed firms with a siding have months too, and twelve of them only where they are of one year's set", "[analysis]") {
  const Scope scope{{"firm", "*over_threshold_with_siding"}, {"basis", "main_haul"}, {"direction", "out"}};
  const auto december = recent(MetricKind::rail_share, scope, "1", make_date(2021, 12, 31));
  CHECK(december.last_12 == Approx(540.0 / 1300));
  CHECK(december.month_of_due == Approx(0.6));
  const auto june = recent(MetricKind::rail_share, scope, "1", make_date(2021, 6, 30));
  CHECK_FALSE(june.last_12.has_value());
  CHECK(june.month_of_due == Approx(0.3));
}

TEST_CASE("tonnes of the last twelve months add up", "[analysis]") {
  const auto december = recent(MetricKind::rail_tonnes, {}, "t", make_date(2021, 12, 31));
  CHECK(december.last_12 == Approx(540.0));
  CHECK(december.month_of_due == Approx(120.0));
}

TEST_CASE("without twelve months before the due day only its month has a figure, without months none has", "[analysis]") {
  // The run reports from January 2020 on: to November 2020 there are eleven months, to December twelve.
  const auto november = recent(MetricKind::rail_share, {}, "1", make_date(2020, 11, 30));
  CHECK_FALSE(november.last_12);
  CHECK(november.month_of_due == Approx(0.2));
  CHECK(recent(MetricKind::rail_share, {}, "1", make_date(2020, 12, 1)).last_12 == Approx(0.2));
  const auto later = recent(MetricKind::rail_share, {}, "1", make_date(2022, 1, 31));
  CHECK_FALSE(later.last_12);
  CHECK_FALSE(later.month_of_due);
  CHECK_FALSE(recent(MetricKind::rail_share, {{"commodity", "coal"}}, "1", make_date(2021, 12, 31)).month_of_due);  // by year alone
  CHECK_FALSE(recent(MetricKind::register_stock, {}, "vehicles", make_date(2021, 12, 31)).month_of_due);            // a stock of a day
}

TEST_CASE("over several seeds the months are means like the year, and a verdict has them", "[analysis]") {
  World w = world();
  w.targets =
      Table<Target>(std::vector<Target>{target(w, "t", MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31))});
  ledger::Ledger other = two_years(w);
  for (ledger::ChainRow& row : other.chains) {  // all of December 2021 by rail
    if (row.month == make_month(2021, 12)) row.delivered_kg = row.chain == id(w.chains, "out-rail") ? 200'000 : 0;
  }
  const auto v = analysis::judge(w, {measured(w, two_years(w)), measured(w, other)}).front();
  CHECK(v.month_of_due == Approx(0.8));
  CHECK(v.last_12_months == Approx((540.0 + 620.0) / 2 / 1300));
  CHECK(v.last_12_months == Approx(*v.value));  // due at the end of the year
}

TEST_CASE("an order that begins inside the judged year is named with its day, one of the first of January is not", "[analysis]") {
  World w = world();
  w.targets =
      Table<Target>(std::vector<Target>{target(w, "t", MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31))});
  const auto reasons = [&](Date from) {
    RailDuty duty;
    duty.threshold = TonnesPerYear{1.0};
    w.measures = Table<Measure>(std::vector<Measure>{measure("duty", from, duty)});
    return analysis::judge(w, {measured(w, two_years(w))}).front().reasons;
  };
  CHECK(reasons(make_date(2021, 8, 23)).back() == analysis::BasisReason{analysis::BeganInYear{"duty", make_date(2021, 8, 23)}});
  CHECK(reasons(make_date(2021, 1, 2)).size() == 2);
  CHECK(reasons(make_date(2021, 1, 1)).size() == 1);
  CHECK(reasons(make_date(2020, 8, 23)).size() == 1);
}

}  // namespace recent_months_test
