#include "analysis/words/tracking/tracking_words.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

Words months_words(Month first, Month last) {
  if (first == last) return {to_string(first), to_string(first)};
  return both("{} 至 {}", "{} to {}", to_string(first), to_string(last));
}

Words amount_words(const ObservedSeries& series, double amount) {
  const std::string unit = counts_tonnes(series.kind) ? "t" : "vehicles";
  return {figure_text(amount, unit, Language::zh), figure_text(amount, unit, Language::en)};
}

/// The measure that opens the siding, or a siding at the station.
const Measure* opening_of(const World& world, const ObservedSeries& series) {
  for (const Measure& measure : world.measures) {
    const auto* opens = policy::as<SidingOpens>(measure);
    if (opens == nullptr) continue;
    if (series.siding ? opens->siding == *series.siding : world.sidings[opens->siding].station == series.station) return &measure;
  }
  return nullptr;
}

Words remedy(const World& world, const ObservedSeries& series, Month first) {
  if (!counts_tonnes(series.kind))
    return {
        "核对排放标准和动力，或留空数全部；没有这类车的，先在车辆表里加上",
        "look at standard and powertrain, or leave them empty to count all; add such trucks to the register's tables if they are there"};
  if (const Measure* opening = opening_of(world, series))
    return both("专用线已投用的，写 --set measure.{0}.in_service={1}（措施 {0} 定了投用日）；没有投用的，核对这几个月的观测",
                "if the siding is in service, write --set measure.{0}.in_service={1} (measure {0} has the opening day); if not, look at "
                "these months again",
                opening->id, to_string(first_day(first)));
  return {"核对车站、方向和月份；已有列车的，在 chains.csv 和 sidings.csv 里写出能走的运输链",
          "look at station, direction and months; if trains run there, chains.csv and sidings.csv must have a chain that can be used"};
}

constexpr double kChancePercent = 100.0;

}  // namespace

Words lost_words(const World& world, const ObservedSeries& series, const LostMonths& lost, std::size_t runs) {
  const Words months = months_words(lost.first, lost.last), amount = amount_words(series, lost.counted);
  const Words what = counts_tonnes(series.kind) ? Words{"列车", "train"} : Words{"车", "truck"};
  return both("{0}：{1} 观测到 {2}，但 {4} 次模拟中有 {3} 次没有这样的{5}，观测无处可放；{6}",
              "{0}: {1} counted {2}, but {3} of {4} runs have no such {5} to put them on; {6}", series.id, months, amount, lost.runs, runs,
              what, remedy(world, series, lost.first));
}

std::vector<Words> conflict_words(const std::vector<ObservedSeries>& series, const std::vector<CountConflict>& conflicts) {
  std::vector<Words> sentences;
  for (std::size_t i = 0; i < conflicts.size();) {
    const CountConflict& first = conflicts[i];
    CountConflict sum = first;
    std::size_t next = i + 1;
    for (; next < conflicts.size() && conflicts[next].series == first.series && conflicts[next].month == sum.month + 1; ++next) {
      sum.month = conflicts[next].month;
      sum.counted += conflicts[next].counted;
      sum.taken += conflicts[next].taken;
    }
    const ObservedSeries& one = series[first.series];
    const Words months = months_words(first.month, sum.month), counted = amount_words(one, sum.counted),
                taken = amount_words(one, sum.taken);
    if (one.kind == ObservedKind::stock)
      sentences.push_back(both("{}：{} 减少 {}，而同一批车注销只数到 {}；存量按在册表，淘汰按注销表",
                               "{}: {} fell by {}, while {} were counted as cancelled from the same stock; the stock follows the "
                               "register, what is retired the cancellations",
                               one.id, months, counted, taken));
    else
      sentences.push_back(both("{}：{} 观测到 {}，而同一批货的其他观测合计 {}；按其他观测计（列车先于大门，进门先于出门）",
                               "{}: {} counted {}, while other counts of the same goods make it {}; they are used (trains before gates, "
                               "goods that enter before goods that leave)",
                               one.id, months, counted, taken));
    i = next;
  }
  return sentences;
}

Words no_pace_words(PaceBasis basis) {
  switch (basis) {
    case PaceBasis::fitted:
      return {};
    case PaceBasis::nothing_simulated:
      return {"模拟在这些月份没有量，得不出进度系数；其后各月仍按模拟",
              "runs have nothing in these months, no pace can be told; months to come are those of the runs"};
    case PaceBasis::other_direction:
      return {"观测的增减与模拟相反，得不出进度系数；其后各月仍按模拟的增减",
              "counted change and that of the runs go opposite ways, no pace can be told; months to come change as in the runs"};
    case PaceBasis::one_month:
      return {"存量只观测了一个月，看不出增减，得不出进度系数；其后各月仍按模拟的增减",
              "one counted month shows no change of a stock, no pace can be told; months to come change as in the runs"};
  }
  RAILSHIFT_EXPECTS(false, "a basis has its words");
}

Words words_of(ProgressState state) {
  switch (state) {
    case ProgressState::counted:
      return {"观测", "counted"};
    case ProgressState::counted_in_part:
      return {"部分观测", "counted in part"};
    case ProgressState::forecast:
      return {"预测", "forecast"};
  }
  RAILSHIFT_EXPECTS(false, "a state has its words");
}

std::string needed_text(const TargetForecast& forecast, Language language) {
  if (!forecast.needed) return "—";
  const std::string amount = figure_text(forecast.needed, forecast.per_month_unit, language);
  switch (forecast.needed_is) {
    case Needed::amount:
      return amount;
    case Needed::met_already:
      return Words{"已达到，不再需要", "none, met already"}.in(language);
    case Needed::out_of_reach:
      if (forecast.asked.op == Operator::at_most) return Words{"已超出，达不到", "exceeded, out of reach"}.in(language);
      return both("{}，达不到", "{}, out of reach", amount).in(language);
  }
  RAILSHIFT_EXPECTS(false, "what is needed has its words");
}

std::string chance_text(const TargetForecast& forecast, Language language) {
  if (forecast.settled)
    return (*forecast.settled ? Words{"达到，全部已观测", "met, counted in full"} : Words{"未达到，全部已观测", "missed, counted in full"})
        .in(language);
  if (!forecast.chance) return "—";
  return fmt::format("{}/{} ({:.0f}%–{:.0f}%)", *forecast.met, forecast.ends.size(), kChancePercent * forecast.chance->low,
                     kChancePercent * forecast.chance->high);
}

}  // namespace railshift::analysis
