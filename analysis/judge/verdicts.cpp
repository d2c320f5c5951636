#include "analysis/judge/verdicts.hpp"

#include <algorithm>
#include <cmath>

#include "analysis/judge/basis.hpp"
#include "analysis/judge/judged_order.hpp"
#include "analysis/judge/recent_months.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

Outcome decide(const Target& target, double low, double high) {
  const Stand at_low = stand(target, low);
  const Stand at_high = stand(target, high);
  if (at_low == Stand::holds && at_high == Stand::holds) return Outcome::met;
  return at_low == at_high ? Outcome::missed : Outcome::cannot_say;
}

double margin_of(const Target& target, double value) {
  switch (target.op) {
    case Operator::at_least:
      return value - target.value;
    case Operator::at_most:
      return target.value - value;
    case Operator::equals:
      return target.tolerance - std::abs(value - target.value);
  }
  RAILSHIFT_EXPECTS(false, "an operator has a margin");
}

/// The rows of one target in each replication.
using FoundRows = std::vector<std::vector<const MetricRow*>>;

/// Mean, minimum and maximum over the replications; nothing unless all have a value.
struct Measured {
  double mean = 0.0, low = 0.0, high = 0.0;
};
std::optional<Measured> measure_at(const Target& target, const FoundRows& found, Period period) {
  Measured m;
  std::size_t n = 0;
  double sum = 0.0;
  for (const auto& rows : found) {
    const MetricRow* row = row_at(rows, to_text(period));
    const auto value = row == nullptr ? std::nullopt : value_in(*row, target.unit);
    if (!value) return std::nullopt;
    m.low = n == 0 ? *value : std::min(m.low, *value);
    m.high = n == 0 ? *value : std::max(m.high, *value);
    sum += *value;
    ++n;
  }
  if (n == 0) return std::nullopt;
  // Equal values have that value as their mean, without a rounding step in between.
  m.mean = m.low == m.high ? m.low : sum / static_cast<double>(n);
  return m;
}

/// The years whose flows a figure of this period rests on: its own, of a growth the base year too.
std::vector<int> years_behind(const World& world, const Target& target, Period judged) {
  std::vector<int> years{judged.year};
  const auto whole = target.scope.find("denominator_kind");
  if (is_growth(to_text(target.metric), whole == target.scope.end() ? std::string_view{} : whole->second))
    years.push_back(world.settings.base_year);
  return years;
}

/// The year to judge, or the base year that it is compared with, if not all of its months were run. A stock is that of a day.
std::optional<PartOfYear> part_of_a_year(const World& world, const Target& target, Period judged, const YearsRun& run) {
  if (traits_of(target.metric).stock || !judged.is_year()) return std::nullopt;
  for (const int year : years_behind(world, target, judged)) {
    const auto months = months_run(run, to_text(Period{year, 0}));
    if (months && !months->whole_year()) return PartOfYear{{year, 0}, *months};
  }
  return std::nullopt;
}

/// The largest share of goods left behind of the years behind a figure, over the replications.
std::optional<NotServed> left_behind(const World& world, const Target& target, Period judged,
                                     const std::vector<MetricTable>& replications) {
  std::optional<NotServed> worst;
  for (const int year : years_behind(world, target, judged)) {
    for (const MetricTable& metrics : replications) {
      const auto share = unserved_share(target, year, metrics);
      if (share && (!worst || *share > worst->share)) worst = NotServed{{year, 0}, *share};
    }
  }
  return worst;
}

/// Whether too much was left behind for a verdict on what was carried.
bool too_much_left(const World& world, const Target& target, const std::optional<NotServed>& left) {
  return left && analysis::too_much_left(world, target, left->share);
}

/// Whether the demand holds in a period: in every replication, with the year run in full and its goods carried.
class Holding {
 public:
  Holding(const World& world, const Target& target, const std::vector<MetricTable>& replications, const YearsRun& run,
          const FoundRows& found)
      : world_(world), target_(target), replications_(replications), run_(run), found_(found) {}

  [[nodiscard]] bool in(Period period) const {
    const auto measured = measure_at(target_, found_, period);
    return measured && decide(target_, measured->low, measured->high) == Outcome::met && !part_of_a_year(world_, target_, period, run_) &&
           !too_much_left(world_, target_, left_behind(world_, target_, period, replications_));
  }

  /// Months for stocks that have them, else years; in order of time.
  [[nodiscard]] std::vector<Period> periods() const {
    std::vector<Period> years;
    std::vector<Period> months;
    if (found_.empty()) return years;
    for (const MetricRow* row : found_.front()) {
      if (const auto period = period_from_text(row->period)) (period->is_year() ? years : months).push_back(*period);
    }
    std::vector<Period>& all = traits_of(target_.metric).stock && !months.empty() ? months : years;
    std::sort(all.begin(), all.end());
    return all;
  }

 private:
  const World& world_;
  const Target& target_;
  const std::vector<MetricTable>& replications_;
  const YearsRun& run_;
  const FoundRows& found_;
};

std::optional<Period> first_reached(const Holding& holding) {
  for (const Period period : holding.periods()) {
    if (holding.in(period)) return period;
  }
  return std::nullopt;
}

Date last_day(Period period) {
  return period.is_year() ? make_date(period.year, 12, 31) : first_day(make_month(period.year, period.month) + 1) + -1;
}

/// Of a target that is met, the beginning of the periods without a gap up to the judged one; of one that is missed, the first later period.
std::optional<Date> day_reached(const Holding& holding, Outcome outcome, Period judged) {
  std::optional<Date> since;
  for (const Period period : holding.periods()) {
    const Date day = last_day(period);
    if (outcome == Outcome::met && day <= last_day(judged)) {
      if (!holding.in(period))
        since.reset();
      else if (!since)
        since = day;
    }
    if (outcome == Outcome::missed && day > last_day(judged) && holding.in(period)) return day;
  }
  return since;
}

std::optional<double> observed_value(const World& world, const Target& target) {
  const Scope scope = full_scope(target);
  for (const Observed& row : world.observed) {
    if (row.metric != to_text(target.metric) || row.period != to_text(judged_period(target)) || row.unit != target.unit) continue;
    if (full_scope(target.metric, parse_scope(row.scope)) == scope) return row.value;
  }
  return std::nullopt;
}

/// Pollutants that no factor table knows and concentrations are not simulated.
bool simulated(const World& world, const Target& target) {
  if (target.metric != MetricKind::exhaust) return true;
  const auto pollutant = target.scope.find("numerator_kind");
  return pollutant != target.scope.end() && std::any_of(world.emission_factors.begin(), world.emission_factors.end(),
                                                        [&](const EmissionFactor& f) { return f.pollutant == pollutant->second; });
}

Verdict labelled(const World& world, const Target& target) {
  Verdict v;
  v.target = target.id;
  v.clause = world.clauses[target.clause].id;
  v.quote = world.clauses[target.clause].quote;
  v.reading_of = target.reading_of;
  v.reading = target.reading;
  v.force = target.force;
  v.metric = target.metric;
  v.scope = full_scope(target);
  v.due = target.due;
  v.op = target.op;
  v.judged = judged_period(target);
  v.threshold = target.value;
  v.unit = target.unit;
  return v;
}

void fill(Verdict& v, const Target& target, const Measured& measured) {
  v.value = measured.mean;
  v.low = measured.low;
  v.high = measured.high;
  v.margin = margin_of(target, measured.mean);
  v.outcome = decide(target, measured.low, measured.high);
}

/// Orders that began inside the judged year: its first months knew nothing of them.
void add_late_beginnings(const World& world, const Target& target, Verdict& v) {
  if (traits_of(target.metric).stock || !v.judged.is_year()) return;
  for (const std::string& id : ordering_measures(world, target)) {
    const Date from = world.measures[*world.measures.find(id)].from;
    if (year_of(from) == v.judged.year && from > make_date(v.judged.year, 1, 1)) v.reasons.emplace_back(BeganInYear{id, from});
  }
}

Verdict judge_one(const World& world, const Target& target, const std::vector<MetricTable>& replications, const YearsRun& run) {
  Verdict v = labelled(world, target);
  v.observed = observed_value(world, target);
  if (!simulated(world, target)) {
    v.outcome = Outcome::not_testable;
    v.reasons = {PlainReason::not_simulated};
    return v;
  }
  const BasisFound basis = find_basis(world, target, replications);
  v.basis = basis.basis;
  v.reasons = {basis.reason};
  if (v.basis == Basis::ordered) add_late_beginnings(world, target, v);
  const auto left = left_behind(world, target, v.judged, replications);
  if (left) v.unserved_share = left->share;
  FoundRows found;
  for (const MetricTable& metrics : replications) found.push_back(rows_of(target, metrics));
  const auto part = part_of_a_year(world, target, v.judged, run);
  if (const auto measured = part ? std::nullopt : measure_at(target, found, v.judged)) {
    v.n = static_cast<int>(replications.size());
    fill(v, target, *measured);
    const Holding holding(world, target, replications, run, found);
    v.reached = first_reached(holding);
    // What could not have come out otherwise does not hang on what was carried.
    if (v.basis != Basis::by_definition && too_much_left(world, target, left)) {
      v.outcome = Outcome::cannot_say;
      v.reasons.emplace_back(*left);
    }
    v.reached_on = day_reached(holding, v.outcome, v.judged);
    const RecentMonths recent = recent_months(target, replications);
    v.last_12_months = recent.last_12;
    v.month_of_due = recent.month_of_due;
  } else if (v.observed) {
    v.basis = Basis::observed;
    v.reasons = {PlainReason::observed};
    fill(v, target, {*v.observed, *v.observed, *v.observed});
  } else if (part) {
    v.reasons.push_back(*part);
  } else {
    v.reasons.push_back(NoValue{v.judged});
  }
  return v;
}

}  // namespace

Stand stand(const Target& target, double value) {
  const bool low = value < target.value - target.tolerance;
  const bool high = value > target.value + target.tolerance;
  switch (target.op) {
    case Operator::at_least:
      return low ? Stand::too_low : Stand::holds;
    case Operator::at_most:
      return high ? Stand::too_high : Stand::holds;
    case Operator::equals:
      return low ? Stand::too_low : high ? Stand::too_high : Stand::holds;
  }
  RAILSHIFT_EXPECTS(false, "an operator decides");
}

std::optional<double> value_of(const World& world, const Target& target, const MetricTable& metrics) {
  if (part_of_a_year(world, target, judged_period(target), years_run(metrics))) return std::nullopt;
  const MetricRow* row = row_at(rows_of(target, metrics), to_text(judged_period(target)));
  return row == nullptr ? std::nullopt : value_in(*row, target.unit);
}

std::vector<Verdict> judge(const World& world, const std::vector<MetricTable>& replications) {
  std::vector<Verdict> verdicts;
  const YearsRun run = replications.empty() ? YearsRun{} : years_run(replications.front());
  for (const Target* target : judged_order(world)) verdicts.push_back(judge_one(world, *target, replications, run));
  return verdicts;
}

bool is_estimate(const Verdict& v) {
  return std::find(v.reasons.begin(), v.reasons.end(), BasisReason{PlainReason::estimate}) != v.reasons.end();
}

void mark_estimates(std::vector<Verdict>& verdicts) {
  for (Verdict& v : verdicts) v.reasons.emplace_back(PlainReason::estimate);
}

}  // namespace railshift::analysis
