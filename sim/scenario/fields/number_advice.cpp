#include "sim/scenario/fields/number_advice.hpp"

#include "sim/core/both.hpp"
#include "sim/core/text.hpp"
#include "sim/core/unit_words.hpp"

namespace railshift::scenario {
namespace {

/// What the numbers of a column are counted in; nothing for units without words (share, 1/d). Of "share or t/year" the second has words.
std::optional<MeasuredUnit> unit_of_column(std::string_view unit) {
  constexpr std::string_view kOr = " or ";
  const auto last = unit.rfind(kOr);
  return measured_unit(last == std::string_view::npos ? unit : unit.substr(last + kOr.size()));
}

/// The number in the unit of a column; nothing if its word is none of that unit. Tonnes a year or a day may leave out the time.
std::optional<double> in_column(const NumberWithUnit& number, std::string_view unit) {
  const auto column = unit_of_column(unit);
  if (!column) return std::nullopt;
  MeasuredUnit said = number.unit;
  const bool of_a_time = column->measured == Measured::mass_per_year || column->measured == Measured::mass_per_day;
  if (said.measured == Measured::mass && of_a_time) said.measured = column->measured;
  return converted(number.number, said, *column);
}

/// What to write instead of a number with a unit that the column does not take. Where no unit is known, tonnes and pieces are what tables
/// count in; of hours or kilometres nobody knows.
Words unit_advice(const NumberWithUnit& number, const FieldInfo& info) {
  const auto without = [&](double value) { return both("写 {:.10g}，不带“{}”", "write {:.10g}, without \"{}\"", value, number.word); };
  if (const auto value = in_column(number, info.unit)) return without(*value);
  if (!info.unit.empty())
    return both("“{}”不是本列的单位：只写数，单位 {}", "\"{}\" is no unit of this column: write the number alone, in {}", number.word,
                unit_words(info));
  const Measured measured = number.unit.measured;
  if (measured == Measured::mass || measured == Measured::pieces) return without(number.in_tables());
  return both("只写数，不带“{}”", "write the number alone, without \"{}\"", number.word);
}

}  // namespace

std::optional<double> stated_number(std::string_view text, std::string_view unit) {
  if (const auto plain = parse_decimal(text)) return plain;
  const auto worded = number_with_unit(text);
  return worded ? in_column(*worded, unit) : std::nullopt;
}

Words number_advice(const std::string& text, const FieldInfo& info) {
  if (text.size() > 1 && text.back() == '%') {
    if (const auto percent = parse_decimal(text.substr(0, text.size() - 1))) return both("写 {:.10g}", "write {:.10g}", *percent / 100.0);
  }
  std::string bare;
  for (const char c : text) {
    if (c != ',' && c != ' ' && c != '_') bare += c;
  }
  if (bare != text && parse_decimal(bare)) return both("写 {}（不用千位分隔符）", "write {} (no thousands separators)", bare);
  if (const auto half = half_width_decimal(text)) return both("用半角数字写：{}", "write half-width digits: {}", *half);
  if (const auto number = number_with_unit(text)) return unit_advice(*number, info);
  const auto rest = text.find_first_not_of("+-0123456789.");
  if (rest != std::string::npos && rest > 0 && static_cast<unsigned char>(text[rest]) >= 0x80U)
    return both("只写数，不带“{}”{}", "write the number alone, without \"{}\"{}", text.substr(rest),
                info.unit.empty() ? Words{} : both("，单位 {}", ", in {}", unit_words(info)));
  return {"写普通小数，如 12.5", "write a plain decimal number, for example 12.5"};
}

Words whole_number_advice(const std::string& text, const FieldInfo& info) {
  if (const auto half = half_width_decimal(text)) return both("用半角数字写：{}", "write half-width digits: {}", *half);
  const auto number = number_with_unit(text);
  return number ? unit_advice(*number, info) : Words{"写整数", "write a whole number"};
}

Words range_advice(const FieldInfo& info) {
  if (info.type == FieldType::tonnes)
    return {"写吨数：12.5万吨写 125000 或 12.5万吨", "write tonnes: for 12.5万吨 write 125000 or 12.5万吨"};
  return {"写此范围内的值", "write a value in this range"};
}

}  // namespace railshift::scenario
