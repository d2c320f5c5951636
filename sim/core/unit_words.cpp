#include "sim/core/unit_words.hpp"

#include <algorithm>
#include <array>

#include "sim/core/text.hpp"

namespace railshift {
namespace {

struct UnitWord {
  std::string_view word;
  Measured measured;
  double times;
  double divided_by = 1.0;
};

// The longer word stands before those that it ends with.
constexpr std::array kWords{UnitWord{"亿吨/年", Measured::mass_per_year, 1e8},
                            UnitWord{"万吨/年", Measured::mass_per_year, 1e4},
                            UnitWord{"吨/年", Measured::mass_per_year, 1.0},
                            UnitWord{"t/year", Measured::mass_per_year, 1.0},
                            UnitWord{"t/a", Measured::mass_per_year, 1.0},
                            UnitWord{"万吨/天", Measured::mass_per_day, 1e4},
                            UnitWord{"万吨/日", Measured::mass_per_day, 1e4},
                            UnitWord{"吨/天", Measured::mass_per_day, 1.0},
                            UnitWord{"吨/日", Measured::mass_per_day, 1.0},
                            UnitWord{"t/d", Measured::mass_per_day, 1.0},
                            UnitWord{"元/吨公里", Measured::price_per_haul, 1.0},
                            UnitWord{"元/吨·公里", Measured::price_per_haul, 1.0},
                            UnitWord{"元/(吨·公里)", Measured::price_per_haul, 1.0},
                            UnitWord{"元/吨千米", Measured::price_per_haul, 1.0},
                            UnitWord{"分/吨公里", Measured::price_per_haul, 1.0, 100.0},
                            UnitWord{"yuan/t-km", Measured::price_per_haul, 1.0},
                            UnitWord{"元/吨", Measured::price_per_mass, 1.0},
                            UnitWord{"yuan/t", Measured::price_per_mass, 1.0},
                            UnitWord{"公里/小时", Measured::speed, 1.0},
                            UnitWord{"千米/小时", Measured::speed, 1.0},
                            UnitWord{"公里/时", Measured::speed, 1.0},
                            UnitWord{"km/h", Measured::speed, 1.0},
                            UnitWord{"克/公里", Measured::exhaust, 1.0},
                            UnitWord{"g/km", Measured::exhaust, 1.0},
                            UnitWord{"万公里/年", Measured::length_per_year, 1e4},
                            UnitWord{"公里/年", Measured::length_per_year, 1.0},
                            UnitWord{"km/year", Measured::length_per_year, 1.0},
                            UnitWord{"亿吨", Measured::mass, 1e8},
                            UnitWord{"百万吨", Measured::mass, 1e6},
                            UnitWord{"万吨", Measured::mass, 1e4},
                            UnitWord{"千吨", Measured::mass, 1e3},
                            UnitWord{"吨", Measured::mass, 1.0},
                            UnitWord{"公斤", Measured::mass, 1.0, 1000.0},
                            UnitWord{"千克", Measured::mass, 1.0, 1000.0},
                            UnitWord{"kg", Measured::mass, 1.0, 1000.0},
                            UnitWord{"万公里", Measured::length, 1e4},
                            UnitWord{"公里", Measured::length, 1.0},
                            UnitWord{"千米", Measured::length, 1.0},
                            UnitWord{"米", Measured::length, 1.0, 1000.0},
                            UnitWord{"km", Measured::length, 1.0},
                            UnitWord{"小时", Measured::hours, 1.0},
                            UnitWord{"分钟", Measured::hours, 1.0, 60.0},
                            UnitWord{"天", Measured::hours, 24.0},
                            UnitWord{"min", Measured::hours, 1.0, 60.0},
                            UnitWord{"h", Measured::hours, 1.0},
                            UnitWord{"万辆", Measured::pieces, 1e4},
                            UnitWord{"辆", Measured::pieces, 1.0},
                            UnitWord{"列", Measured::pieces, 1.0},
                            UnitWord{"股", Measured::pieces, 1.0},
                            UnitWord{"台", Measured::pieces, 1.0},
                            UnitWord{"t", Measured::mass, 1.0}};

std::string_view trimmed_end(std::string_view text) {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::string_view unit_of(Measured measured) {
  switch (measured) {
    case Measured::mass:
      return "t";
    case Measured::mass_per_year:
      return "t/year";
    case Measured::mass_per_day:
      return "t/day";
    case Measured::length:
      return "km";
    case Measured::length_per_year:
      return "km/year";
    case Measured::hours:
      return "h";
    case Measured::speed:
      return "km/h";
    case Measured::price_per_mass:
      return "yuan/t";
    case Measured::price_per_haul:
      return "yuan/t-km";
    case Measured::exhaust:
      return "g/km";
    case Measured::pieces:
      return "";
  }
  return "";
}

std::optional<NumberWithUnit> number_with_unit(std::string_view text) {
  text = trimmed_end(text);
  for (const UnitWord& unit : kWords) {
    if (!text.ends_with(unit.word)) continue;
    const auto number = parse_decimal(trimmed_end(text.substr(0, text.size() - unit.word.size())));
    if (number) return NumberWithUnit{*number * unit.times / unit.divided_by, text.substr(text.size() - unit.word.size()), unit.measured};
  }
  return std::nullopt;
}

std::optional<std::string> half_width_decimal(std::string_view text) {
  if (first_bad_utf8(text)) return std::nullopt;
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < text.size();) {
    const Codepoint c = codepoint_at(text, i);
    const bool wide = c.value > 0xFF00 && c.value < 0xFF5F;
    changed = changed || wide;
    if (wide)
      out += static_cast<char>(c.value - 0xFEE0);
    else
      out += text.substr(i, c.bytes);
    i += c.bytes;
  }
  if (!changed || !parse_decimal(out)) return std::nullopt;
  return out;
}

}  // namespace railshift
