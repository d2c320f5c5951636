#pragma once
/// What every flow carries in the two years that a look measures: the base year, whose shares are data, and the last year of the run at the
/// same base shares.
#include <array>
#include <cstdint>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis::look {

enum class When : std::uint8_t { base, last };
inline constexpr std::array<When, 2> kWhens{When::base, When::last};

/// One figure in the base year and in the last year.
template <class T>
struct Both {
  T base{};
  T last{};
  [[nodiscard]] T& at(When when) { return when == When::base ? base : last; }
  [[nodiscard]] const T& at(When when) const { return when == When::base ? base : last; }
};

/// What every flow carries, month by month.
struct Masses {
  Both<int> year;
  Both<std::vector<std::array<Kilograms, 12>>> of_flow;  ///< by flow index
  [[nodiscard]] Tonnes tonnes(Id<Flow> flow, When when) const;
  [[nodiscard]] Tonnes total(When when) const;
};
[[nodiscard]] Masses masses(const World& world);

}  // namespace railshift::analysis::look
