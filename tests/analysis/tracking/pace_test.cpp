/// How counted months change what is to come: numbers worked by hand.
#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/tracking/forecast.hpp"
#include "analysis/tracking/pace.hpp"

namespace pace_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

using Months = std::map<Month, double>;
const Month kJanuary = make_month(2024, 1);

/// The same tonnes in each of these months from January on.
Months even(double t, int count, double later = -1.0) {
  Months months;
  for (int m = 0; m < 12; ++m) months[kJanuary + m] = m < count || later < 0.0 ? t : later;
  return months;
}

ObservedSeries counted(Months months, ObservedKind kind = ObservedKind::rail) {
  ObservedSeries series;
  series.kind = kind;
  series.id = "rail/rs-yard/out";
  series.months = std::move(months);
  return series;
}

Months first(const Months& months, int count) {
  Months some;
  for (int m = 0; m < count; ++m) some[kJanuary + m] = months.at(kJanuary + m);
  return some;
}

}  // namespace

TEST_CASE("a single run goes on in the proportion of what was counted to what it has", "[analysis]") {
  // 6 x 80 t counted, 6 x 100 t simulated: 0.8, and nothing says that any of it is chance
  const PaceFit fit = fit_pace(counted(first(even(80.0, 12), 6)), {even(100.0, 12)}, 1);
  CHECK(fit.months == 6);
  CHECK(fit.observed == 480.0);
  CHECK(fit.simulated == Approx(600.0));
  CHECK(*fit.level == Approx(0.8));
  CHECK(*fit.pace == Approx(0.8));
  CHECK(std::exp(fit.logs[0]) == Approx(0.8));
}

TEST_CASE("what was counted as a run has it leaves that run as it is, to the last digit", "[analysis]") {
  const std::vector<Months> runs{even(100.0, 12), even(110.0, 12), even(93.0, 12)};
  const PaceFit fit = fit_pace(counted(first(runs[1], 6)), runs, 1);
  CHECK(fit.logs[1] == 0.0);
  CHECK(fit.scatter == 0.0);
}

TEST_CASE("a difference that runs do not carry on is not carried, up to two deviations, and beyond them in full", "[analysis]") {
  // Past 90, 100, 110 a month, later 100 in every run: the slope of what follows is 0.
  std::vector<Months> runs;
  for (const double past : {90.0, 100.0, 110.0}) runs.push_back(even(past, 6, 100.0));
  // logarithms of 540, 600, 660: mean ln(600) - 0.00335, deviations -0.1020, 0.0034, 0.0987: s = 0.1004
  const double m = (std::log(540.0) + std::log(600.0) + std::log(660.0)) / 3.0;
  const PaceFit inside = fit_pace(counted(first(even(110.0, 12), 6)), runs, 1);
  CHECK(inside.carried == Approx(0.0).margin(1e-12));
  CHECK(inside.spread == Approx(0.1004).margin(1e-4));
  CHECK(*inside.level == Approx(660.0 / std::exp(m)));
  CHECK(*inside.pace == Approx(1.0));
  // 6 x 200 t: ln(1200) - m = 0.6965; two deviations are 0.2008, the 0.4957 beyond them are carried: exp = 1.642
  const PaceFit beyond = fit_pace(counted(first(even(200.0, 12), 6)), runs, 1);
  CHECK(*beyond.pace == Approx(1.642).margin(2e-3));
}

TEST_CASE("where runs carry a difference on in full, so does the forecast", "[analysis]") {
  const std::vector<Months> runs{even(90.0, 12), even(100.0, 12), even(110.0, 12)};
  const PaceFit fit = fit_pace(counted(first(even(100.0, 12), 6)), runs, 1);
  CHECK(fit.carried == Approx(1.0));
  // each run goes on at what was counted over what it has: 100/90, 1, 100/110
  CHECK(std::exp(fit.logs[0]) == Approx(100.0 / 90.0));
  CHECK(std::exp(fit.logs[1]) == Approx(1.0));
  CHECK(std::exp(fit.logs[2]) == Approx(100.0 / 110.0));
}

TEST_CASE("a difference grows where it grows in runs, three times at most", "[analysis]") {
  // Two thirds of the counted tonnes came before an opening and are the same in every run: what differs later is diluted.
  std::vector<Months> runs;
  for (const double later : {80.0, 100.0, 125.0}) {
    Months run = even(100.0, 4, later);
    runs.push_back(run);
  }
  // over January to June: 400 + 2 x later; slope of ln(later) on ln(400 + 2 later) is 2.96 to 3.04 between neighbours, 3 together
  const double x1 = std::log(560.0), x2 = std::log(600.0), x3 = std::log(650.0), mx = (x1 + x2 + x3) / 3.0;
  const double y1 = std::log(480.0), y2 = std::log(600.0), y3 = std::log(750.0), my = (y1 + y2 + y3) / 3.0;
  const double slope = ((x1 - mx) * (y1 - my) + (x2 - mx) * (y2 - my) + (x3 - mx) * (y3 - my)) /
                       ((x1 - mx) * (x1 - mx) + (x2 - mx) * (x2 - mx) + (x3 - mx) * (x3 - mx));
  const PaceFit fit = fit_pace(counted(first(runs[2], 6)), runs, 1);
  CHECK(slope > 2.9);
  CHECK(fit.carried == Approx(std::min(slope, 3.0)));
  CHECK(fit.logs[2] == 0.0);
}

TEST_CASE("no more than the last twelve counted months make the pace", "[analysis]") {
  Months counted_months, run;
  for (int m = 0; m < 14; ++m) {
    counted_months[kJanuary + m] = m < 2 ? 500.0 : 50.0;  // long ago is not the pace of now
    run[kJanuary + m] = 100.0;
  }
  const PaceFit fit = fit_pace(counted(counted_months), {run}, 1);
  CHECK(fit.months == 12);
  CHECK(fit.first == kJanuary + 2);
  CHECK(*fit.level == Approx(0.5));
}

TEST_CASE("a stock's pace is that of its change, and there is none against the direction of the runs", "[analysis]") {
  Months run, fell, rose;
  for (int m = 0; m < 12; ++m) {
    run[kJanuary + m] = 100.0 - 5.0 * m;
    if (m < 6) fell[kJanuary + m] = 100.0 - 2.0 * m;  // 10 fewer in five months, where the run has 25 fewer
    if (m < 6) rose[kJanuary + m] = 100.0 + 2.0 * m;
  }
  const PaceFit slow = fit_pace(counted(fell, ObservedKind::stock), {run}, 1);
  CHECK(slow.observed == -10.0);
  CHECK(*slow.pace == Approx(0.4));
  const PaceFit none = fit_pace(counted(rose, ObservedKind::stock), {run}, 1);
  CHECK_FALSE(none.pace);
  CHECK(none.basis == PaceBasis::other_direction);
  CHECK(none.logs[0] == 0.0);
  CHECK(slow.basis == PaceBasis::fitted);
  const PaceFit once = fit_pace(counted(first(fell, 1), ObservedKind::stock), {run}, 1);
  CHECK_FALSE(once.pace);
  CHECK(once.basis == PaceBasis::one_month);
  CHECK(fit_pace(counted(first(fell, 2), ObservedKind::stock), {run}, 1).pace == 0.4);
}

TEST_CASE("nothing counted where runs have something goes on with nothing, in runs that have nothing either as they are", "[analysis]") {
  Months late = even(0.0, 6, 100.0);
  const PaceFit fit = fit_pace(counted(first(even(0.0, 12), 6)), {even(100.0, 12), late}, 1);
  CHECK(fit.basis == PaceBasis::fitted);
  CHECK(fit.pace == 0.0);
  CHECK(fit.level == 0.0);
  CHECK(std::exp(fit.logs[0]) == 0.0);
  CHECK(std::exp(fit.logs[1]) == 1.0);
  // a tonne is a pace of its own
  CHECK(*fit_pace(counted(first(even(1.0, 12), 6)), {even(100.0, 12)}, 1).pace == Approx(0.01));
  // a stock that stands still where it falls in the run
  Months falls;
  for (int m = 0; m < 12; ++m) falls[kJanuary + m] = 100.0 - 5.0 * m;
  CHECK(fit_pace(counted(first(even(98.0, 12), 6), ObservedKind::stock), {falls}, 1).pace == 0.0);
}

TEST_CASE("nothing simulated gives no pace", "[analysis]") {
  const PaceFit none = fit_pace(counted(first(even(100.0, 12), 6)), {even(0.0, 12)}, 1);
  CHECK_FALSE(none.pace);
  CHECK(none.basis == PaceBasis::nothing_simulated);
  CHECK(none.logs[0] == 0.0);
  CHECK(fit_pace(counted(first(even(0.0, 12), 6)), {even(0.0, 12)}, 1).basis == PaceBasis::nothing_simulated);
}

TEST_CASE("months that were counted scatter more than runs: the excess is drawn, and only the excess", "[analysis]") {
  Months jumpy;
  for (int m = 0; m < 6; ++m) jumpy[kJanuary + m] = m % 2 == 0 ? 120.0 : 80.0;
  const std::vector<Months> runs{even(100.0, 12), even(100.0, 12)};
  const PaceFit fit = fit_pace(counted(jumpy), runs, 1);
  // logarithms of 1.2 and 0.8, three each: +-0.20273 around their mean; variance 6 x 0.20273^2 / 5 = 0.04932
  CHECK(fit.scatter == Approx(std::sqrt(0.04932)).epsilon(1e-3));
  CHECK(fit.logs[0] != fit.logs[1]);
  const std::vector<Months> as_jumpy{jumpy, even(100.0, 12)};
  CHECK(fit_pace(counted(first(even(100.0, 12), 6)), as_jumpy, 1).scatter == 0.0);
}

TEST_CASE("nineteen runs make an interval of 90 % from least to greatest, ninety-nine leave out four on either side", "[analysis]") {
  std::vector<double> values;
  for (int i = 1; i <= 19; ++i) values.push_back(i);
  const auto nineteen = holding_interval(values);
  CHECK(nineteen->low == 1.0);
  CHECK(nineteen->high == 19.0);
  CHECK(nineteen->level == Approx(0.9));
  for (int i = 20; i <= 99; ++i) values.push_back(i);
  const auto many = holding_interval(values);  // k = floor(100 x 0.05) = 5: the fifth from either end
  CHECK(many->low == 5.0);
  CHECK(many->high == 95.0);
  CHECK(many->level == Approx(0.9));
  const auto two = holding_interval({3.0, 1.0});
  CHECK(two->level == Approx(1.0 / 3.0));
  CHECK_FALSE(holding_interval({1.0}));
}

TEST_CASE("ahead is on the right side of what is asked by then, whichever side that is", "[analysis]") {
  const QuarterProgress quarter{kJanuary + 2, 100.0, 90.0};
  CHECK(*quarter.ahead(Operator::at_least) == -10.0);
  CHECK(*quarter.ahead(Operator::at_most) == 10.0);
  CHECK_FALSE(QuarterProgress{kJanuary, std::nullopt, 90.0}.ahead(Operator::at_least));
  CHECK(*QuarterProgress{kJanuary, 0.3, 0.1 + 0.2}.ahead(Operator::at_most) == 0.0);
}

}  // namespace pace_test
