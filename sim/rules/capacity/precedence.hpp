#pragma once
/// 承运等级 - precedence: in which order, and at which weights, the railway lets on the goods of a month.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::rules {

/// What one measure says of the goods that it claims.
struct Claim {
  int rank = kOrdinaryRank;
  double weight = 1.0;
  std::optional<std::int64_t> contract_kg{};  ///< of the month: what goes beyond is ordinary; absent: all
};

/// Background trains that have a rank.
struct RankedBackground {
  int rank = kOrdinaryRank;
  double weight = 1.0;
  std::int64_t train_load = 0;  ///< kg
};

/// The month's order. Of several measures that name the same goods the first by policy::goes_first holds, those with a contract before
/// those without.
struct Precedence {
  std::vector<Claim> claims;
  std::vector<std::optional<std::size_t>> of_chain{};  ///< by chain index: its claim; absent or empty: ordinary
  std::vector<bool> by_trains{};                       ///< by rank: shared by trains; empty: none is
  std::optional<RankedBackground> background{};
  [[nodiscard]] const Claim* claim(Id<Chain> chain) const;
  [[nodiscard]] bool is_by_trains(int rank) const { return !by_trains.empty() && by_trains[static_cast<std::size_t>(rank)]; }
};

/// Whether trains of a chain take paths before background trains, which then give way to them: these have a rank, and that of the chain is
/// lower.
[[nodiscard]] bool goes_before_background(const Precedence& order, Id<Chain> chain);

/// Measures in force on the first day of the month. `without`: as if this measure were not there.
[[nodiscard]] Precedence precedence(const World& world, Month month, std::optional<Id<Measure>> without = {});

/// Whether a flow's goods are among those that a measure names and, on the day, among those of whom it speaks.
[[nodiscard]] bool names_goods(const World& world, const RailPriority& priority, const Flow& flow, Date day);

}  // namespace railshift::rules
