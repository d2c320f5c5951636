#pragma once
/// The fewest empty kilometres that the loads of a month leave to drive.
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace railshift::rules {

/// Loads carried from one place to another; places are numbers of the caller's.
struct Hauls {
  std::uint16_t from = 0;
  std::uint16_t to = 0;
  std::int64_t loads = 0;
};

/// Metres of an empty run from a place to another; nothing where there is no way.
using EmptyMetres = std::function<std::optional<std::int64_t>(std::uint16_t from, std::uint16_t to)>;

/// The transportation problem (network simplex): every load that was carried frees a truck where it was unloaded, every load needs one
/// where it is loaded; x(i, j) trucks drive empty from i to j at least cost. A month of a pool can stay under it by one run a truck at
/// most, since trucks need not end where they began. Nothing if some load can be reached by no truck.
[[nodiscard]] std::optional<std::int64_t> least_empty_metres(const std::vector<Hauls>& hauls, const EmptyMetres& metres);

}  // namespace railshift::rules
