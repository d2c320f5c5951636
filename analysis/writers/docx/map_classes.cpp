#include "analysis/writers/docx/map_classes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "analysis/writers/docx/map_frame.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr std::array<double, 4> kWidths{0.9, 1.8, 3.0, 4.5};
constexpr const char* kMore = "B2182B";
constexpr const char* kLess = "2166AC";
constexpr const char* kFlow = "1F4E79";

std::size_t printed_period(const document::MapLayer& layer) {
  for (std::size_t i = layer.periods.size(); i > 0; --i) {
    if (layer.periods[i - 1].find('-') == std::string::npos) return i - 1;
  }
  return layer.periods.empty() ? 0 : layer.periods.size() - 1;
}

/// Ends of the classes: tenth, quarter and half of a round number near the greatest value.
std::array<double, 3> ends_of(double greatest) {
  const double top = round_below(greatest);
  return {top / 10.0, top / 4.0, top / 2.0};
}

std::string range_text(std::size_t which, const std::array<double, 3>& ends) {
  if (which == 0) return "≤ " + plain_number(ends[0]);
  if (which == 3) return "> " + plain_number(ends[2]);
  return plain_number(ends[which - 1]) + "–" + plain_number(ends[which]);
}

}  // namespace

MapClasses map_classes(const document::MapLayer& layer, Language language) {
  const bool zh = language == Language::zh;
  const std::size_t period = printed_period(layer);
  MapClasses out;
  out.difference = layer.difference;
  out.title = layer.title + (layer.periods.empty() ? "" : (zh ? "，" : ", ") + layer.periods[period]) +
              (layer.unit.empty() ? "" : (zh ? "（" : " (") + layer.unit + (zh ? "）" : ")"));
  std::vector<std::optional<double>> values;
  double greatest = 0.0;
  for (const auto& row : layer.values) {
    values.push_back(period < row.size() ? row[period] : std::nullopt);
    greatest = std::max(greatest, std::abs(values.back().value_or(0.0)));
  }
  const std::array<double, 3> ends = greatest > 0.0 ? ends_of(greatest) : std::array<double, 3>{1, 2, 3};
  std::vector<MapClass> all;
  for (std::size_t which = 0; which < kWidths.size(); ++which) {
    for (const bool below : {false, true}) {
      const std::string sign = !layer.difference ? "" : below ? (zh ? "减少 " : "less: ") : (zh ? "增加 " : "more: ");
      const char* ink = !layer.difference ? kFlow : below ? kLess : kMore;
      all.push_back({below, which == 0 ? 0.0 : ends[which - 1], which < 3 ? ends[which] : HUGE_VAL, kWidths[which], ink,
                     below ? "sysDash" : "solid", range_text(which, ends), sign + range_text(which, ends)});
    }
  }
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i].value_or(0.0), size = std::abs(value);
    const auto of = std::find_if(all.begin(), all.end(),
                                 [&](const MapClass& c) { return size > c.from && size <= c.to && c.below_zero == (value < 0.0); });
    if (of == all.end())
      out.others.push_back(i);
    else
      of->members.push_back(i);
  }
  std::copy_if(all.begin(), all.end(), std::back_inserter(out.classes), [](const MapClass& c) { return !c.members.empty(); });
  return out;
}

}  // namespace railshift::analysis::writers::office
