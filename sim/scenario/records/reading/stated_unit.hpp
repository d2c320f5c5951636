#pragma once
/// The unit that a heading or a title states. Words are taken as they stand: whoever weighs knows them or refuses them, and none is passed
/// over for another.
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/language.hpp"
#include "sim/core/unit_words.hpp"

namespace railshift::scenario {

/// A heading in compact form without its unit, and the word behind its name: 运量(千吨), 运量/千吨. Empty: it states none.
struct HeadingParts {
  std::string name;
  std::string unit;
};
/// What stands in brackets at the end is the unit, or known units behind a stroke.
[[nodiscard]] HeadingParts parts_of_heading(std::string_view heading);
/// The same of a month: 1月(万吨), 2023年1月万吨; a known unit needs no brackets there.
[[nodiscard]] HeadingParts parts_of_month(std::string_view heading);

/// The word behind 单位 in a line above the headings (单位：万吨); of several the one that is a unit, joined by 、 if two differ. Empty if
/// there is none.
[[nodiscard]] std::string unit_in_title(std::string_view text);

/// The unit if the word is one of mass.
[[nodiscard]] std::optional<MeasuredUnit> mass_unit(std::string_view word);
/// What may be written for it.
[[nodiscard]] Words mass_units();

}  // namespace railshift::scenario
