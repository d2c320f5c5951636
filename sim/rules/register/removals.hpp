#pragma once
/// Removals that orders demand, one by one: the common form of what retire orders and frozen-base orders say about a month.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/measure.hpp"
#include "sim/model/reason.hpp"

namespace railshift::rules {

/// An order wants the truck in a slot gone by a day.
struct Removal {
  std::uint32_t slot = 0;
  Date day;  ///< as drawn: may lie before the month (a late snapshot, a run that starts later)
  LeaveCause cause = LeaveCause::retire_order;
  Id<Measure> by;
  std::optional<int> lag_days{};  ///< until the replacement, if the order states it
};

/// What a measure looked at in a month.
struct InScope {
  Id<Measure> measure;
  std::int64_t trucks = 0;
};

/// The removals that fall due before the end of a month, and how many trucks each order spoke of.
struct DueRemovals {
  std::vector<Removal> removals;
  std::vector<InScope> in_scope;
};

/// By slot; within a slot the one that claims it first: the earlier drawn day, on equal days as policy::goes_first says.
/// `ranks`: policy::claim_ranks.
void sort_claims(std::vector<Removal>& removals, const std::vector<std::uint32_t>& ranks);

}  // namespace railshift::rules
