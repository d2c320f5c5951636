#pragma once
/// A member of a design that is a scenario: what its numbers contradict each other in is drawn nearer to what is given.
#include <cstddef>
#include <vector>

#include "sim/scenario/load/load.hpp"
#include "sim/scenario/uncertainty/member_changes.hpp"

namespace railshift::scenario {

struct SoundMember {
  MemberChanges changes;
  /// By group: 1 where its numbers stand where they were drawn, less where `check` would have refused the member (a power station needs
  /// more gangue than the mines make): value = given + reach x (drawn - given).
  std::vector<double> reach;
  std::size_t loads = 0;  ///< how often the scenario was loaded to find out

  /// Whether every group stands where it was drawn.
  [[nodiscard]] bool as_drawn() const;
};

/// The member at a point (see member_changes). Where the scenario would be refused with it, groups that can keep their draws keep them,
/// those first in `uncertainty.groups` before others, and the rest go back together as far as they must, to 1/64. `request` is what the
/// scenario was loaded with, and the member comes on top of its changes. Precondition: the scenario loads with `request`.
[[nodiscard]] SoundMember sound_member(const Files& files, const LoadRequest& request, const Uncertainty& uncertainty,
                                       const std::vector<double>& point);

}  // namespace railshift::scenario
