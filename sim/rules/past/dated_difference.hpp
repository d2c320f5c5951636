#pragma once
/// When two dated things begin to differ. Days mean: equal on every day before.
#include <algorithm>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "sim/core/dated.hpp"

namespace railshift::rules {

/// Stands for "on every day".
inline constexpr Date kAlways{-1'000'000};

/// Of two days on which something happens or never happens: the earlier one.
[[nodiscard]] inline std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) {
  if (!a || !b) return a ? a : b;
  return std::min(*a, *b);
}

/// Openings; absent means open on every day.
[[nodiscard]] inline std::optional<Date> openings_differ(std::optional<Date> a, std::optional<Date> b) {
  if (a == b) return std::nullopt;
  return a && b ? std::min(*a, *b) : kAlways;
}

/// Closures; absent means never closed.
[[nodiscard]] inline std::optional<Date> closures_differ(std::optional<Date> a, std::optional<Date> b) {
  return a == b ? std::nullopt : earlier(a, b);
}

/// Values that step at their dates.
template <class T>
[[nodiscard]] std::optional<Date> steps_differ(const Dated<T>& a, const Dated<T>& b) {
  std::set<Date> days;
  for (const Dated<T>* value : {&a, &b}) {
    for (const auto& step : value->steps()) days.insert(step.first);
  }
  const auto found = std::find_if(days.begin(), days.end(), [&](Date day) { return a.on(day) != b.on(day); });
  return found == days.end() ? std::nullopt : std::optional(*found);
}

using Points = std::vector<std::pair<Date, double>>;

/// Lines through dated points, flat before the first one, read on the first day of every year.
[[nodiscard]] inline std::optional<Date> lines_differ(const Points& a, const Points& b) {
  const auto [x, y] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if (x == a.end() && y == b.end()) return std::nullopt;
  if (x == a.begin()) return kAlways;
  const Date last_common = std::prev(x)->first;
  // With a point more or less, the last common one is an end here and inside there, which may round differently on its own day.
  return a.size() == b.size() ? make_date(year_of(last_common) + 1, 1, 1) : last_common;
}

}  // namespace railshift::rules
