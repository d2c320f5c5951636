#pragma once
/// Numbers as people write them in cells: with a unit word behind (12.5万吨, 0.3元/吨公里), or in full-width digits.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace railshift {

/// What a unit word measures, in the unit that tables have for it.
enum class Measured : std::uint8_t {
  mass,             ///< t
  mass_per_year,    ///< t/year
  mass_per_day,     ///< t/day
  length,           ///< km
  length_per_year,  ///< km/year
  hours,            ///< h; minutes and days are hours too
  speed,            ///< km/h
  price_per_mass,   ///< yuan/t
  price_per_haul,   ///< yuan/t-km
  haul,             ///< t km; tables have none, statistics of railways stand beside tonnes in it
  exhaust,          ///< g/km
  pieces            ///< trucks, trains, tracks
};

/// The unit of tables for it: "t", "yuan/t-km", "" for pieces.
[[nodiscard]] std::string_view unit_of(Measured measured);

/// What a unit word says: one of it is times / divided_by of unit_of(measured). Both are whole, so that 25 分 are 0.25 to the last digit.
struct MeasuredUnit {
  Measured measured = Measured::mass;
  double times = 1.0;
  double divided_by = 1.0;
  /// A number of this unit in unit_of(measured).
  [[nodiscard]] double in_tables(double number) const { return number * times / divided_by; }
  bool operator==(const MeasuredUnit&) const = default;
};
/// The unit of a whole word as texts and tables write it: 万吨, t/year, min. Nothing for an unknown word: 吨/车, 左右.
[[nodiscard]] std::optional<MeasuredUnit> measured_unit(std::string_view word);
/// All words of what they measure, as texts write them.
[[nodiscard]] std::vector<std::string_view> words_for(Measured measured);
/// A number of one unit in another; nothing if they measure different things.
[[nodiscard]] std::optional<double> converted(double number, const MeasuredUnit& from, const MeasuredUnit& to);

struct NumberWithUnit {
  double number = 0.0;    ///< as it stands
  std::string_view word;  ///< as it stands
  MeasuredUnit unit;
  [[nodiscard]] double in_tables() const { return unit.in_tables(number); }
};
/// A plain decimal with a known unit word behind it, blanks between and behind allowed. Nothing for a bare number or an unknown word.
[[nodiscard]] std::optional<NumberWithUnit> number_with_unit(std::string_view text);

/// The text with full-width digits, signs and points as half-width ones; nothing if it has none or is no decimal then either.
[[nodiscard]] std::optional<std::string> half_width_decimal(std::string_view text);

}  // namespace railshift
