#pragma once
/// When something holds that comes and goes.
#include <algorithm>
#include <vector>

#include "sim/core/date.hpp"

namespace railshift {

/// Days on which something begins to hold and ends to hold, in turn.
class Turns {
 public:
  Turns() = default;  ///< never
  [[nodiscard]] static Turns always() {
    return of({}, [](Date) { return true; });
  }
  /// When holds(day) is true, which changes on some of `days` alone. They come in any order and may repeat; before the first of them it is
  /// what it was on every day.
  template <class Holds>
  [[nodiscard]] static Turns of(std::vector<Date> days, Holds holds) {
    days.push_back(kBeforeAll);
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    Turns turns;
    for (const Date day : days) {
      if (holds(day) != turns.on(day)) turns.days_.push_back(day);
    }
    return turns;
  }
  [[nodiscard]] bool on(Date day) const { return (std::upper_bound(days_.begin(), days_.end(), day) - days_.begin()) % 2 == 1; }
  [[nodiscard]] bool never() const { return days_.empty(); }
  /// Days on which it changes.
  [[nodiscard]] const std::vector<Date>& days() const { return days_; }
  friend bool operator==(const Turns&, const Turns&) = default;

 private:
  static constexpr Date kBeforeAll{-1'000'000};
  std::vector<Date> days_;
};

}  // namespace railshift
