#include "sim/rules/work/day_curve.hpp"

#include <algorithm>
#include <set>

#include "sim/rules/work/working_hours.hpp"

namespace railshift::rules {

DayCurve::DayCurve(const HourProfile* profile, const Site& origin) {
  const auto day = work_day(origin);
  if (profile == nullptr && !day) return;
  std::set<Tick> bounds;
  for (int h = 0; h <= 24; ++h) bounds.insert(h * kTicksPerHour);
  if (day) bounds.insert({day->from, day->to});
  const auto build = [&](const HourProfile* hours) {
    double total = 0.0;
    for (auto at = bounds.begin(); std::next(at) != bounds.end(); ++at) {
      const Tick length = *std::next(at) - *at;
      const bool open = !day || day->holds(*at);
      const double weight = hours == nullptr ? 1.0 / 24.0 : hours->share[static_cast<std::size_t>(*at / kTicksPerHour)];
      const double share = open ? weight * static_cast<double>(length) / static_cast<double>(kTicksPerHour) : 0.0;
      if (share > 0.0) pieces_.push_back({total, share, *at, length});
      total += share;
    }
    for (Piece& p : pieces_) {
      p.share_before /= total;
      p.share /= total;
    }
  };
  build(profile);
  if (pieces_.empty()) build(nullptr);
}

Tick DayCurve::at(Tick even) const {
  if (flat()) return even;
  const double share = static_cast<double>(even) / static_cast<double>(kTicksPerDay);
  const auto after = std::upper_bound(pieces_.begin(), pieces_.end(), share, [](double x, const Piece& p) { return x < p.share_before; });
  const Piece& piece = *std::prev(after);
  const double inside = std::min(1.0, (share - piece.share_before) / piece.share);
  return piece.begin + std::min(piece.length - 1, static_cast<Tick>(inside * static_cast<double>(piece.length)));
}

}  // namespace railshift::rules
