#pragma once
/// From a point of a design to the changes of one member.
#include <map>
#include <string>
#include <vector>

#include "sim/scenario/uncertainty/uncertainty.hpp"

namespace railshift::scenario {

/// Path -> value, as `--set` takes them.
struct MemberChanges {
  /// What the base year of the member is settled with: numbers of groups of stage base, and what must follow them.
  std::map<std::string, std::string> base;
  /// What the member is run with: `base`, and numbers of stage later with what must follow them.
  std::map<std::string, std::string> all;
};

/// The member at a point: one coordinate in [0, 1) a group, in the order of `uncertainty.groups`. Each number of a group is drawn at the
/// group's coordinate u (1 - u if it moves against the others), cut at what its column accepts, whole numbers and days rounded to the
/// nearest; then wholes are closed. Numbers that end where they stand are left out. Throws std::invalid_argument for a point of another
/// length or a coordinate outside of [0, 1).
[[nodiscard]] MemberChanges member_changes(const Uncertainty& uncertainty, const std::vector<double>& point);
/// The same where groups go only a part of the way to their draws: value = given + reach x (drawn - given), reach in [0, 1] by group. What
/// `check` would refuse is made sound so (load/sound_member.hpp).
[[nodiscard]] MemberChanges member_changes(const Uncertainty& uncertainty, const std::vector<double>& point,
                                           const std::vector<double>& reach);

}  // namespace railshift::scenario
