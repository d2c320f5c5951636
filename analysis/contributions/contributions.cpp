#include "analysis/contributions/contributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/contributions/small_reason.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kPoint = 0.01;  // of a share in parts of the whole
constexpr double kPercentPoint = 1.0;

/// One tonne, kilometre, truck or firm in this unit; 0 of what is counted in none of them.
double one_unit(const std::string& unit) {
  if (unit == "1") return kPoint;
  if (unit == "%") return kPercentPoint;
  for (const char* counted : {"t", "km", "vehicles", "firms"}) {
    MetricRow one;
    one.unit = counted;
    one.value = 1.0;
    if (const auto value = value_in(one, unit)) return *value;
  }
  return 0.0;
}

std::optional<double> rise(const std::optional<double>& from, const std::optional<double>& to) {
  return from && to ? std::optional(*to - *from) : std::nullopt;
}

/// How much nearer to what is asked `to` lies than `from`.
double towards(const Demand& demand, double from, double to) {
  switch (demand.op) {
    case Operator::at_least:
      return to - from;
    case Operator::at_most:
      return from - to;
    case Operator::equals:
      return std::abs(from - demand.threshold) - std::abs(to - demand.threshold);
  }
  RAILSHIFT_EXPECTS(false, "an operator leads somewhere");
}

Contribution contribution(const ContributionInput& input, const PartValues& part, std::size_t at) {
  Contribution row;
  row.part = part.part;
  row.figure = input.figures[at];
  row.plan = input.plan[at];
  row.without = part.without[at];
  row.one_out = rise(row.without, row.plan);
  row.baseline = input.baseline[at];
  row.with_alone = part.with_alone[at];
  row.one_in = rise(row.baseline, row.with_alone);
  row.small = small_effect(row.figure, row.plan, row.baseline);
  return row;
}

}  // namespace

std::string_view to_text(const SmallReason& reason) {
  return std::visit([](const auto one) { return policy::to_text(one); }, reason);
}

bool Contribution::out_is_small() const { return one_out && std::abs(*one_out) < small; }
bool Contribution::in_is_small() const { return one_in && std::abs(*one_in) < small; }

double small_effect(const ContributionFigure& figure, const std::optional<double>& plan, const std::optional<double>& baseline) {
  const double unit = one_unit(figure.unit);
  const std::optional<double> whole = figure.demand ? std::optional(figure.demand->threshold) : plan;
  if (!whole || !baseline) return unit;
  return std::max(unit, kSmallShareOfGap * std::abs(*whole - *baseline));
}

std::vector<Contribution> contributions(const ContributionInput& input, const ledger::Ledger& plan) {
  std::vector<Contribution> all;
  for (const PartValues& part : input.parts) {
    for (std::size_t at = 0; at < input.figures.size(); ++at) {
      Contribution row = contribution(input, part, at);
      if (row.out_is_small()) {
        const Alone alone = row.one_in && !row.in_is_small() ? Alone::not_small : Alone::small_too;
        row.reason = small_reason(row.part, row.figure.period, alone, plan);
      }
      all.push_back(std::move(row));
    }
  }
  return all;
}

double strength(const Contribution& c) {
  if (!c.figure.demand) return 0.0;
  std::optional<double> most;
  if (c.without && c.plan) most = towards(*c.figure.demand, *c.without, *c.plan);
  if (c.baseline && c.with_alone) {
    const double alone = towards(*c.figure.demand, *c.baseline, *c.with_alone);
    most = std::max(most.value_or(alone), alone);
  }
  return most.value_or(0.0);
}

std::vector<const Contribution*> by_strength(const std::vector<Contribution>& all, const std::string& target) {
  std::vector<const Contribution*> rows;
  for (const Contribution& c : all) {
    if (c.figure.target == target) rows.push_back(&c);
  }
  std::stable_sort(rows.begin(), rows.end(), [](const Contribution* a, const Contribution* b) { return strength(*a) > strength(*b); });
  return rows;
}

const Contribution* strongest_clause(const std::vector<Contribution>& all, const std::string& target) {
  const auto rows = by_strength(all, target);
  std::vector<PlanPart> parts;
  for (const Contribution* c : rows) parts.push_back(c->part);
  for (const Contribution* c : rows) {
    if (strength(*c) >= c->small && strength(*c) > 0.0 && is_whole_clause(c->part, parts)) return c;
  }
  return nullptr;
}

}  // namespace railshift::analysis
