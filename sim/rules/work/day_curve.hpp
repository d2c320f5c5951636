#pragma once
/// When in a day loads are offered: the hours of a profile, inside the working hours of the site that sends them.
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/flow.hpp"

namespace railshift::rules {

/// Maps a day in which all hours are alike onto the day as it is: the share of the day's loads that lies before at(t) is t / 24 h.
class DayCurve {
 public:
  /// `profile` may be null: all hours alike. Hours outside the working hours get nothing; if the profile has nothing inside them, the
  /// working hours are all alike.
  DayCurve(const HourProfile* profile, const Site& origin);
  /// True if the map changes nothing.
  [[nodiscard]] bool flat() const { return pieces_.empty(); }
  /// Ticks after midnight. Precondition: 0 <= even < one day.
  [[nodiscard]] Tick at(Tick even) const;

 private:
  struct Piece {
    double share_before;  ///< of the day's loads
    double share;
    Tick begin;
    Tick length;
  };
  std::vector<Piece> pieces_;
};

}  // namespace railshift::rules
