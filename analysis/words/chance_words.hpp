#pragma once
/// How sure: chances of targets, the same on terminal and page.
#include <map>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/chances/deciding.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 62% ± 7%; 55%–71% of few pairs; of estimates alone their share, marked as such.
[[nodiscard]] std::string chance_text(const TargetChance& chance, Language language);
/// 3/6 (19%–81%): full runs that meet it, and their interval.
[[nodiscard]] std::string full_alone_text(const TargetChance& chance, Language language);
/// What the corrected values span.
[[nodiscard]] std::string band_text(const TargetChance& chance, Language language);
/// The groups that decide most, at most two, by total share; why there is no order; empty where the figure does not vary.
[[nodiscard]] std::string decides_text(const Deciding& deciding, const std::map<std::string, Words>& groups, Language language);

/// Of main targets, the chances of all; empty if there is none. `groups` by id.
[[nodiscard]] std::string chances_text(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                                       const std::map<std::string, Words>& groups, Language language);

}  // namespace railshift::analysis
