#include "analysis/chances/ruled_out.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "analysis/judge/observed.hpp"
#include "analysis/judge/unserved.hpp"
#include "sim/core/date.hpp"

namespace railshift::analysis {
namespace {

bool failed_to_serve(const World& world, const MetricTable& member) {
  const double limit = world.parameter(kUnservedLimit, world.settings.start);
  return std::any_of(member.begin(), member.end(), [&](const MetricRow& row) { return row.metric == kUnservedShare && row.value > limit; });
}

/// Rows with a deviation that the member has a figure of, with their observation.
std::vector<std::pair<const Observed*, double>> stated_figures(const World& world, const MetricTable& member) {
  std::vector<std::pair<const Observed*, double>> figures;
  if (member.empty()) return figures;
  const std::vector<BesideObserved> beside = beside_observed(world, {member});
  auto row = beside.begin();
  for (const Observed& observed : world.observed) {
    if (observed.deviation && row->simulated) figures.emplace_back(&observed, *row->simulated);
    ++row;
  }
  return figures;
}

}  // namespace

std::optional<Contradiction> contradiction(const World& world, const MetricTable& member) {
  if (member.empty() || failed_to_serve(world, member)) return std::nullopt;
  for (const auto& [observed, figure] : stated_figures(world, member)) {
    if (std::abs(figure - observed->value) > kDeviationsAllowed * *observed->deviation) return Contradiction{observed->id, figure};
  }
  return std::nullopt;
}

std::map<std::size_t, Contradiction> ruled_out(const World& world, const std::vector<MetricTable>& members) {
  std::map<std::size_t, Contradiction> found;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (const auto one = contradiction(world, members[i])) found[i] = *one;
  }
  return found;
}

ObservedUse observed_use(const World& world, const std::vector<MetricTable>& members) {
  ObservedUse use;
  std::set<const Observed*> used;
  for (const Observed& observed : world.observed) {
    ++use.rows;
    use.stated += observed.deviation ? 1 : 0;
  }
  for (const MetricTable& member : members) {
    for (const auto& [observed, figure] : stated_figures(world, member)) used.insert(observed);
  }
  use.used = static_cast<int>(used.size());
  for (const Observed* observed : used) {
    if (use.first.empty() || observed->period < use.first) use.first = observed->period;
    use.last = std::max(use.last, observed->period);
  }
  return use;
}

}  // namespace railshift::analysis
