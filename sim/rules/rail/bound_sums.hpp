#pragma once
/// Rows of several firms (Firm::is_sum) under rules that hold per firm.
#include <optional>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::rules {

/// A sum of firms that measures bind as if it were one: whether each of its firms reaches their threshold is not known.
struct BoundSum {
  Id<Firm> firm;
  std::vector<Id<Measure>> measures;  ///< in table order
};

/// The firms over the threshold of a measure; nothing if its kind has none or it names its firms.
[[nodiscard]] std::optional<std::vector<Id<Firm>>> bound_by_threshold(const World& world, const Measure& measure);

/// All of them, by firm. A measure that names its firms has chosen them and binds none by threshold; a firm that its other conditions mean
/// on no day is not bound.
[[nodiscard]] std::vector<BoundSum> bound_sums(const World& world);

}  // namespace railshift::rules
