#pragma once
/// How sure: chances of targets, the same on terminal and page.
#include <map>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/chances/deciding.hpp"
#include "analysis/chances/ruled_out.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// 62% ± 7%; 55%–71% of few pairs; of estimates alone their share, marked as such.
[[nodiscard]] std::string chance_text(const TargetChance& chance, Language language);
/// The same under the second law, with the number of its twins; — where none was run.
[[nodiscard]] std::string second_text(const TargetChance& chance, Language language);
/// 3/6 (19%–81%): full runs that meet it, and their interval.
[[nodiscard]] std::string full_alone_text(const TargetChance& chance, Language language);
/// What the corrected values span.
[[nodiscard]] std::string band_text(const TargetChance& chance, Language language);
/// The groups that decide most, at most two, by total share; why there is no order; empty where the figure does not vary or nothing acts.
[[nodiscard]] std::string decides_text(const Deciding& deciding, const std::map<std::string, Words>& groups, Language language);
/// The same of the target of a chance; empty where nothing that varied touches it.
[[nodiscard]] std::string decides_text(const TargetChance& chance, const std::vector<Deciding>& deciding,
                                       const std::map<std::string, Words>& groups, Language language);

/// 先核这个数 - a group that decides a main target, whoever has its numbers, and the targets with their shares, largest first.
struct FirstNumber {
  std::string name;
  std::string office;   ///< — where not known
  std::string targets;  ///< tg-a 62%, tg-b 20%
};
/// Groups with a total share of 5 % of a main target or more, by their largest share.
[[nodiscard]] std::vector<FirstNumber> first_numbers(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                                                     const std::map<std::string, Words>& groups, Language language);

/// What of observed.csv ruled out how many members; empty where it has no row.
[[nodiscard]] std::string ruled_out_text(const RuledOutSaid& said, Language language);

/// Of main targets, the chances of all, then the numbers to get first; empty if there is none. `groups` by id.
[[nodiscard]] std::string chances_text(const std::vector<TargetChance>& chances, const std::vector<Deciding>& deciding,
                                       const std::map<std::string, Words>& groups, Language language);

}  // namespace railshift::analysis
