#pragma once
/// 杠杆 - a number of the plan that can be turned inside its stated range: a day, a capacity, a price, an obedience, a share of tonnes that
/// is given a rail chain.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::analysis {

enum class LeverKind : std::uint8_t { date, capacity, price, obedience, chain_share };
[[nodiscard]] std::string_view to_text(LeverKind kind);

/// In what a lever is counted when levers are ranked.
enum class LeverUnit : std::uint8_t { month, point, yuan_per_t, thousand_t_per_day };
[[nodiscard]] std::string_view to_text(LeverUnit unit);
/// One unit in the numbers of its positions: days of a date apart, 0.01 of a share or factor, 1 yuan a tonne, 1,000 t a day. Months that
/// are numbers themselves (a ramp) have the size 1.
[[nodiscard]] double size_of(LeverUnit unit, LeverKind kind);

/// Where a lever can stand.
struct LeverPosition {
  std::string text;     ///< as `--set` takes it
  double number = 0.0;  ///< the same; a date as its day
};

struct Lever {
  LeverKind kind = LeverKind::obedience;
  LeverUnit unit = LeverUnit::point;
  std::string path;                      ///< as `--set` names it
  Words owner;                           ///< the measure, siding or price that it belongs to
  std::string field;                     ///< its word is lever.<field> of the catalogue
  std::vector<LeverPosition> positions;  ///< from the number as given to the better end of its range, both included; two at least
  [[nodiscard]] std::size_t last() const { return positions.size() - 1; }
  /// Units from the number as given to a position.
  [[nodiscard]] double units_to(std::size_t position) const;
};

}  // namespace railshift::analysis
