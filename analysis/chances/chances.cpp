#include "analysis/chances/chances.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

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

/// Of one target, the members that are not ruled out.
struct Sample {
  statistics::PairedSample paired;
  std::vector<std::size_t> members;  ///< the index of each in the design
  std::size_t design = 0;            ///< members of the design
  std::vector<std::optional<double>> second;
};

/// By member of the design, nothing where one is ruled out.
std::vector<std::optional<double>> by_member(const std::vector<std::optional<double>>& values, const Sample& sample) {
  std::vector<std::optional<double>> all(sample.design);
  for (std::size_t i = 0; i < values.size(); ++i) all[sample.members[i]] = values[i];
  return all;
}

SecondLaw second_law(const Sample& sample, const statistics::Demand& holds) {
  SecondLaw second;
  second.twins = static_cast<int>(sample.second.size());
  second.twins_met = count_met(sample.second, holds);
  if (sample.paired.full.empty()) return second;
  if (sample.paired.full.size() < statistics::kLeastPairs)
    second.range = statistics::few_pairs_range(sample.paired, sample.second, holds);
  else
    second.chance = statistics::corrected_chance(sample.paired, sample.second, holds);
  return second;
}

/// What the pairs add: without one an estimate stays an estimate.
void add_pairs(const statistics::PairedSample& sample, const statistics::Demand& holds, TargetChance& chance) {
  chance.pairs = static_cast<int>(sample.full.size());
  for (const auto& [member, full] : sample.full) chance.full_met += full && holds(*full) ? 1 : 0;
  chance.full_alone = statistics::wilson(chance.full_met, chance.pairs, kChanceLevel);
  chance.difference = statistics::met_difference(statistics::met_counts(sample, holds));
  chance.greatest_error = greatest_error(sample);
  if (sample.full.size() < statistics::kLeastPairs)
    chance.range = statistics::few_pairs_range(sample, holds);
  else
    chance.chance = statistics::corrected_chance(sample, holds);
}

TargetChance chance_of(const Verdict& asked, const Sample& sample, const statistics::Demand& holds, std::uint32_t seed) {
  const statistics::PairedSample& paired = sample.paired;
  TargetChance chance;
  chance.asked = asked;
  chance.twins = static_cast<int>(paired.cheap.size());
  chance.twins_met = count_met(paired.cheap, holds);
  std::vector<std::optional<double>> values = paired.cheap;
  if (!paired.full.empty()) {
    add_pairs(paired, holds, chance);
    values = statistics::corrected_values(paired, seed);
  }
  chance.band = statistics::band_of(values);
  if (sample.second.size() >= 2) chance.second = second_law(sample, holds);
  chance.estimates = by_member(paired.cheap, sample);
  chance.values = by_member(values, sample);
  for (const auto& [member, full] : paired.full) chance.full[sample.members[member]] = full;
  return chance;
}

std::vector<Sample> samples_of(const World& world, const MemberTables& members, std::size_t targets) {
  std::vector<Sample> samples(targets);
  for (Sample& sample : samples) sample.design = members.twins.size();
  const auto each = [&](const MetricTable& metrics, const auto& act) {
    const auto figures = target_figures(world, metrics);
    for (std::size_t t = 0; t < targets; ++t) act(samples[t], figures[t]);
  };
  for (std::size_t i = 0; i < members.twins.size(); ++i) {
    if (members.ruled_out.contains(i)) continue;
    each(members.twins[i], [i](Sample& sample, const std::optional<double>& figure) {
      sample.paired.cheap.push_back(figure);
      sample.members.push_back(i);
    });
    if (const auto full = members.full.find(i); full != members.full.end())
      each(full->second,
           [](Sample& sample, const std::optional<double>& figure) { sample.paired.full[sample.paired.cheap.size() - 1] = figure; });
  }
  for (std::size_t i = 0; i < members.second.size(); ++i) {
    if (members.second_ruled_out.contains(i)) continue;
    each(members.second[i], [](Sample& sample, const std::optional<double>& figure) { sample.second.push_back(figure); });
  }
  return samples;
}

}  // namespace

bool is_untouched(const TargetChance& chance) {
  const auto same = [](const auto& figures, const auto& value_of) {
    return std::all_of(figures.begin(), figures.end(), [&](const auto& figure) { return value_of(figure) == value_of(*figures.begin()); });
  };
  return chance.pairs > 0 && same(chance.estimates, [](const auto& figure) { return figure; }) &&
         same(chance.full, [](const auto& figure) { return figure.second; });
}

std::vector<std::optional<double>> target_figures(const World& world, const MetricTable& member) {
  std::vector<std::optional<double>> figures;
  for (const Verdict& verdict : judge(world, member.empty() ? std::vector<MetricTable>{} : std::vector<MetricTable>{member})) {
    const bool decides = !member.empty() && (verdict.outcome == Outcome::met || verdict.outcome == Outcome::missed);
    figures.push_back(decides ? verdict.value : std::nullopt);
  }
  return figures;
}

std::vector<TargetChance> target_chances(const World& world, const MemberTables& members, std::uint32_t seed) {
  RAILSHIFT_EXPECTS(!members.twins.empty(), "a design has a member");
  const std::vector<Verdict> asked = judge(world, {});
  const std::vector<Sample> samples = samples_of(world, members, asked.size());
  std::vector<TargetChance> chances;
  for (std::size_t t = 0; t < asked.size(); ++t) {
    const statistics::PairedSample& paired = samples[t].paired;
    if (std::none_of(paired.cheap.begin(), paired.cheap.end(), [](const auto& v) { return v.has_value(); })) continue;
    const Target& target = world.targets[*world.targets.find(asked[t].target)];
    TargetChance chance = chance_of(
        asked[t], samples[t], [&](double value) { return stand(target, value) == Stand::holds; }, seed);
    chance.ruled_out = static_cast<int>(members.ruled_out.size());
    chances.push_back(std::move(chance));
  }
  return chances;
}

}  // namespace railshift::analysis
