#pragma once
/// Numbers as people write them in cells: with a unit word behind (12.5万吨, 0.3元/吨公里), or in full-width digits.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

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
  exhaust,          ///< g/km
  pieces            ///< trucks, trains, tracks
};

/// The unit of tables for it: "t", "yuan/t-km", "" for pieces.
[[nodiscard]] std::string_view unit_of(Measured measured);

struct NumberWithUnit {
  double value = 0.0;     ///< in unit_of(measured)
  std::string_view word;  ///< as it stands in the text
  Measured measured = Measured::mass;
};
/// A plain decimal with a known unit word behind it, blanks between allowed. Nothing for a bare number or an unknown word.
[[nodiscard]] std::optional<NumberWithUnit> number_with_unit(std::string_view text);

/// The text with full-width digits, signs and points as half-width ones; nothing if it has none or is no decimal then either.
[[nodiscard]] std::optional<std::string> half_width_decimal(std::string_view text);

}  // namespace railshift
