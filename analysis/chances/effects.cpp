#include "analysis/chances/effects.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

std::optional<double> apart(const std::optional<double>& from, const std::optional<double>& to) {
  return from && to ? std::optional(*to - *from) : std::nullopt;
}

/// Differences by member; a member without both is none of the sample.
statistics::PairedSample differences(const TargetChance& base, const TargetChance& other) {
  RAILSHIFT_EXPECTS(base.estimates.size() == other.estimates.size(), "both cases have the same members");
  statistics::PairedSample sample;
  for (std::size_t i = 0; i < base.estimates.size(); ++i) {
    const auto cheap = apart(base.estimates[i], other.estimates[i]);
    if (!cheap) continue;
    const auto of_base = base.full.find(i), of_other = other.full.find(i);
    if (of_base != base.full.end() && of_other != other.full.end()) {
      const auto full = apart(of_base->second, of_other->second);
      if (full) sample.full[sample.cheap.size()] = full;
    }
    sample.cheap.push_back(cheap);
  }
  return sample;
}

std::vector<double> numbers(const statistics::PairedSample& sample) {
  std::vector<double> all;
  for (const auto& [member, value] : sample.full) all.push_back(*value);
  return all;
}

TargetEffect effect_of(const TargetChance& base, const TargetChance& other) {
  const statistics::PairedSample sample = differences(base, other);
  TargetEffect effect{
      base.asked.target, base.asked.unit, static_cast<int>(sample.cheap.size()), static_cast<int>(sample.full.size()), {}, {}, {}};
  if (sample.cheap.empty()) return effect;
  effect.band = statistics::band_of(sample.cheap);
  if (!sample.full.empty()) effect.full_alone = statistics::mean_of(numbers(sample));
  if (sample.full.size() >= statistics::kLeastPairs) {
    effect.mean = statistics::corrected_mean(sample);
    return effect;
  }
  std::vector<double> all;
  for (const auto& value : sample.cheap) all.push_back(*value);
  effect.mean = statistics::mean_of(all);
  return effect;
}

}  // namespace

std::vector<TargetEffect> target_effects(const std::vector<TargetChance>& base, const std::vector<TargetChance>& other) {
  std::vector<TargetEffect> effects;
  for (const TargetChance& chance : base) {
    const auto same =
        std::find_if(other.begin(), other.end(), [&](const TargetChance& c) { return c.asked.target == chance.asked.target; });
    if (same != other.end()) effects.push_back(effect_of(chance, *same));
  }
  return effects;
}

}  // namespace railshift::analysis
