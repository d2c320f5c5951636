#include "analysis/chances/chances.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// What a member says of each target, by the order of the verdicts: nothing where it decides nothing.
std::vector<std::optional<double>> figures_of(const World& world, const MetricTable& metrics, std::size_t targets) {
  std::vector<std::optional<double>> figures(targets);
  if (metrics.empty()) return figures;
  const std::vector<Verdict> verdicts = judge(world, {metrics});
  RAILSHIFT_EXPECTS(verdicts.size() == targets, "every member is judged by the same targets");
  for (std::size_t t = 0; t < targets; ++t) {
    const bool decides = verdicts[t].outcome == Outcome::met || verdicts[t].outcome == Outcome::missed;
    if (decides) figures[t] = verdicts[t].value;
  }
  return figures;
}

int count_met(const std::vector<std::optional<double>>& values, const statistics::Demand& holds) {
  return static_cast<int>(std::count_if(values.begin(), values.end(), [&](const auto& v) { return v && holds(*v); }));
}

std::optional<double> greatest_error(const statistics::PairedSample& sample) {
  std::optional<double> greatest;
  for (const auto& [member, full] : sample.full) {
    if (full && sample.cheap[member]) greatest = std::max(greatest.value_or(0.0), std::abs(*full - *sample.cheap[member]));
  }
  return greatest;
}

TargetChance chance_of(const Verdict& asked, const statistics::PairedSample& sample, const statistics::Demand& holds, std::uint32_t seed) {
  TargetChance chance;
  chance.asked = asked;
  chance.twins = static_cast<int>(sample.cheap.size());
  chance.twins_met = count_met(sample.cheap, holds);
  chance.pairs = static_cast<int>(sample.full.size());
  chance.values = chance.estimates = sample.cheap;
  chance.full = sample.full;
  if (!sample.full.empty()) {
    for (const auto& [member, full] : sample.full) chance.full_met += full && holds(*full) ? 1 : 0;
    chance.full_alone = statistics::wilson(chance.full_met, chance.pairs, kChanceLevel);
    chance.difference = statistics::met_difference(statistics::met_counts(sample, holds));
    chance.values = statistics::corrected_values(sample, seed);
    chance.greatest_error = greatest_error(sample);
    if (sample.full.size() < statistics::kLeastPairs)
      chance.range = statistics::few_pairs_range(sample, holds);
    else
      chance.chance = statistics::corrected_chance(sample, holds);
  }
  chance.band = statistics::band_of(chance.values);
  return chance;
}

}  // namespace

bool is_untouched(const TargetChance& chance) {
  const auto same = [](const auto& figures, const auto& value_of) {
    return std::all_of(figures.begin(), figures.end(), [&](const auto& figure) { return value_of(figure) == value_of(*figures.begin()); });
  };
  return chance.pairs > 0 && same(chance.estimates, [](const auto& figure) { return figure; }) &&
         same(chance.full, [](const auto& figure) { return figure.second; });
}

std::vector<TargetChance> target_chances(const World& world, const MemberTables& members, std::uint32_t seed) {
  RAILSHIFT_EXPECTS(!members.twins.empty(), "a design has a member");
  const std::vector<Verdict> asked = judge(world, {});
  std::vector<statistics::PairedSample> samples(asked.size());
  for (const MetricTable& twin : members.twins) {
    const auto figures = figures_of(world, twin, asked.size());
    for (std::size_t t = 0; t < asked.size(); ++t) samples[t].cheap.push_back(figures[t]);
  }
  for (const auto& [member, full] : members.full) {
    const auto figures = figures_of(world, full, asked.size());
    for (std::size_t t = 0; t < asked.size(); ++t) samples[t].full[member] = figures[t];
  }
  std::vector<TargetChance> chances;
  for (std::size_t t = 0; t < asked.size(); ++t) {
    const auto& cheap = samples[t].cheap;
    if (std::none_of(cheap.begin(), cheap.end(), [](const auto& v) { return v.has_value(); })) continue;
    const Target& target = world.targets[*world.targets.find(asked[t].target)];
    chances.push_back(chance_of(
        asked[t], samples[t], [&](double value) { return stand(target, value) == Stand::holds; }, seed));
  }
  return chances;
}

}  // namespace railshift::analysis
