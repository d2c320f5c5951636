#pragma once
/// What a screening by runs of its own says, target by target, and who has the numbers of a group.
#include <map>
#include <string>
#include <vector>

#include "analysis/chances/chances.hpp"
#include "analysis/statistics/morris.hpp"
#include "sim/core/language.hpp"
#include "sim/scenario/load/load.hpp"

namespace railshift::study {

/// Of the trajectories in all of whose points the target has a figure.
struct TargetScreening {
  std::string target, unit;
  int trajectories = 0;                                          ///< that count; with fewer than two the members screen
  std::vector<analysis::statistics::ElementaryEffects> effects;  ///< by group, in the unit of the target over the whole of its law
  std::vector<std::size_t> passed;                               ///< statistics::acting_factors of them
};
/// `runs`: metrics of the points of all trajectories, one after the other.
[[nodiscard]] std::vector<TargetScreening> screened(const World& world, const std::vector<analysis::statistics::Trajectory>& trajectories,
                                                    const std::vector<analysis::MetricTable>& runs);
/// By target, what passed; targets with fewer than two trajectories are left to the members.
[[nodiscard]] std::map<std::string, std::vector<std::size_t>> passed_of(const std::vector<TargetScreening>& screening);

/// By group the office that its section declares; else the one that has most of its numbers (office_of of
/// study/sensitivity/sensitivity.hpp).
[[nodiscard]] std::map<std::string, Words> offices_of(const scenario::Loaded& plan);

}  // namespace railshift::study
