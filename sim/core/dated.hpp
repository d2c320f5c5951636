#pragma once
/// A value that steps at dates: nothing before the first entry, the last entry holds for ever.
#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift {

template <class T>
class Dated {
 public:
  /// Later calls with the same date replace the value.
  void from(Date day, T value) {
    const auto at = std::lower_bound(steps_.begin(), steps_.end(), day, [](const auto& s, Date d) { return s.first < d; });
    if (at != steps_.end() && at->first == day)
      at->second = std::move(value);
    else
      steps_.insert(at, {day, std::move(value)});
  }
  [[nodiscard]] std::optional<T> on(Date day) const {
    const auto after = std::upper_bound(steps_.begin(), steps_.end(), day, [](Date d, const auto& s) { return d < s.first; });
    if (after == steps_.begin()) return std::nullopt;
    return std::prev(after)->second;
  }
  [[nodiscard]] const std::vector<std::pair<Date, T>>& steps() const { return steps_; }
  friend bool operator==(const Dated&, const Dated&) = default;

 private:
  std::vector<std::pair<Date, T>> steps_;
};

}  // namespace railshift
