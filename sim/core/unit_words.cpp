#include "sim/core/unit_words.hpp"

#include <algorithm>
#include <array>

#include "sim/core/text.hpp"

namespace railshift {
namespace {

struct UnitWord {
  std::string_view word;
  MeasuredUnit unit;
};

constexpr std::array kWords{UnitWord{"亿吨", {Measured::mass, 1e8}},
                            UnitWord{"百万吨", {Measured::mass, 1e6}},
                            UnitWord{"万吨", {Measured::mass, 1e4}},
                            UnitWord{"千吨", {Measured::mass, 1e3}},
                            UnitWord{"吨", {Measured::mass, 1.0}},
                            UnitWord{"公斤", {Measured::mass, 1.0, 1000.0}},
                            UnitWord{"千克", {Measured::mass, 1.0, 1000.0}},
                            UnitWord{"kg", {Measured::mass, 1.0, 1000.0}},
                            UnitWord{"t", {Measured::mass, 1.0}},
                            UnitWord{"万t", {Measured::mass, 1e4}},
                            UnitWord{"亿吨/年", {Measured::mass_per_year, 1e8}},
                            UnitWord{"万吨/年", {Measured::mass_per_year, 1e4}},
                            UnitWord{"吨/年", {Measured::mass_per_year, 1.0}},
                            UnitWord{"t/year", {Measured::mass_per_year, 1.0}},
                            UnitWord{"t/a", {Measured::mass_per_year, 1.0}},
                            UnitWord{"万吨/天", {Measured::mass_per_day, 1e4}},
                            UnitWord{"万吨/日", {Measured::mass_per_day, 1e4}},
                            UnitWord{"吨/天", {Measured::mass_per_day, 1.0}},
                            UnitWord{"吨/日", {Measured::mass_per_day, 1.0}},
                            UnitWord{"t/d", {Measured::mass_per_day, 1.0}},
                            UnitWord{"t/day", {Measured::mass_per_day, 1.0}},
                            UnitWord{"万公里", {Measured::length, 1e4}},
                            UnitWord{"公里", {Measured::length, 1.0}},
                            UnitWord{"千米", {Measured::length, 1.0}},
                            UnitWord{"米", {Measured::length, 1.0, 1000.0}},
                            UnitWord{"km", {Measured::length, 1.0}},
                            UnitWord{"万公里/年", {Measured::length_per_year, 1e4}},
                            UnitWord{"公里/年", {Measured::length_per_year, 1.0}},
                            UnitWord{"km/year", {Measured::length_per_year, 1.0}},
                            UnitWord{"小时", {Measured::hours, 1.0}},
                            UnitWord{"分钟", {Measured::hours, 1.0, 60.0}},
                            UnitWord{"天", {Measured::hours, 24.0}},
                            UnitWord{"min", {Measured::hours, 1.0, 60.0}},
                            UnitWord{"h", {Measured::hours, 1.0}},
                            UnitWord{"d", {Measured::hours, 24.0}},
                            UnitWord{"day", {Measured::hours, 24.0}},
                            UnitWord{"公里/小时", {Measured::speed, 1.0}},
                            UnitWord{"千米/小时", {Measured::speed, 1.0}},
                            UnitWord{"公里/时", {Measured::speed, 1.0}},
                            UnitWord{"km/h", {Measured::speed, 1.0}},
                            UnitWord{"元/吨", {Measured::price_per_mass, 1.0}},
                            UnitWord{"yuan/t", {Measured::price_per_mass, 1.0}},
                            UnitWord{"元/吨公里", {Measured::price_per_haul, 1.0}},
                            UnitWord{"元/吨·公里", {Measured::price_per_haul, 1.0}},
                            UnitWord{"元/(吨·公里)", {Measured::price_per_haul, 1.0}},
                            UnitWord{"元/吨千米", {Measured::price_per_haul, 1.0}},
                            UnitWord{"分/吨公里", {Measured::price_per_haul, 1.0, 100.0}},
                            UnitWord{"yuan/t-km", {Measured::price_per_haul, 1.0}},
                            UnitWord{"亿吨公里", {Measured::haul, 1e8}},
                            UnitWord{"百万吨公里", {Measured::haul, 1e6}},
                            UnitWord{"万吨公里", {Measured::haul, 1e4}},
                            UnitWord{"千吨公里", {Measured::haul, 1e3}},
                            UnitWord{"吨公里", {Measured::haul, 1.0}},
                            UnitWord{"吨·公里", {Measured::haul, 1.0}},
                            UnitWord{"吨千米", {Measured::haul, 1.0}},
                            UnitWord{"t-km", {Measured::haul, 1.0}},
                            UnitWord{"克/公里", {Measured::exhaust, 1.0}},
                            UnitWord{"g/km", {Measured::exhaust, 1.0}},
                            UnitWord{"万辆", {Measured::pieces, 1e4}},
                            UnitWord{"辆", {Measured::pieces, 1.0}},
                            UnitWord{"列", {Measured::pieces, 1.0}},
                            UnitWord{"股", {Measured::pieces, 1.0}},
                            UnitWord{"台", {Measured::pieces, 1.0}}};

constexpr std::array<std::string_view, 4> kGaps = {" ", "\t", "\xC2\xA0", "\xE3\x80\x80"};

std::string_view without_gaps(std::string_view text) {
  const auto gap = [](auto touches) {
    const auto found = std::find_if(kGaps.begin(), kGaps.end(), touches);
    return found == kGaps.end() ? std::size_t{0} : found->size();
  };
  while (const std::size_t front = gap([&](std::string_view g) { return text.starts_with(g); })) text.remove_prefix(front);
  while (const std::size_t back = gap([&](std::string_view g) { return text.ends_with(g); })) text.remove_suffix(back);
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
    case Measured::haul:
      return "t-km";
    case Measured::exhaust:
      return "g/km";
    case Measured::pieces:
      return "";
  }
  return "";
}

std::vector<std::string_view> words_for(Measured measured) {
  std::vector<std::string_view> words;
  for (const UnitWord& known : kWords) {
    if (known.unit.measured == measured) words.push_back(known.word);
  }
  return words;
}

std::optional<MeasuredUnit> measured_unit(std::string_view word) {
  const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const UnitWord& unit) { return unit.word == word; });
  return known == kWords.end() ? std::nullopt : std::optional(known->unit);
}

std::optional<double> converted(double number, const MeasuredUnit& from, const MeasuredUnit& to) {
  if (from.measured != to.measured) return std::nullopt;
  return number * (from.times * to.divided_by) / (from.divided_by * to.times);
}

std::optional<NumberWithUnit> number_with_unit(std::string_view text) {
  const std::size_t digits = std::min(text.find_first_not_of("+-.0123456789"), text.size());
  const std::string_view word = without_gaps(text.substr(digits));
  const auto number = parse_decimal(text.substr(0, digits));
  const auto unit = measured_unit(word);
  return number && unit ? std::optional(NumberWithUnit{*number, word, *unit}) : std::nullopt;
}

std::optional<std::string> half_width_decimal(std::string_view text) {
  if (first_bad_utf8(text)) return std::nullopt;
  std::string half = half_width(text);
  if (half == text || !parse_decimal(half)) return std::nullopt;
  return half;
}

}  // namespace railshift
