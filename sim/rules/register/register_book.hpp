#pragma once
/// What a register carries from month to month besides its trucks.
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift::rules {

/// Frozen snapshots by measure: slot indices of the base stock in drawn rank order, with the generation they had.
struct FrozenBase {
  std::string measure;
  std::vector<std::uint32_t> slots;
  std::vector<std::uint16_t> generation;
  std::int64_t left_by_order = 0;  ///< of these, removed by orders on a frozen base
};

/// The stock that a step of a quota found on its first day, and who of its owners obeys.
struct QuotaStart {
  std::string measure;
  std::size_t step = 0;
  Date day;
  double share = 0.0;             ///< new-energy, bought or there, of the stock
  std::uint64_t obeys_below = 0;  ///< owners with a rank below this obey
};

struct RegisterBook {
  std::vector<FrozenBase> bases;
  std::vector<QuotaStart> quotas;
};

}  // namespace railshift::rules
