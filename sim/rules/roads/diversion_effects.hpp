#pragma once
/// What diversions moved: route counts with and without them.
#include <algorithm>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "sim/model/route.hpp"
#include "sim/policy/effect.hpp"
#include "sim/rules/roads/diversions.hpp"

namespace railshift::rules {

/// Trips by the links of their route.
class RouteTally {
 public:
  void add(const Route& route, std::int64_t trips);
  /// Trips that have left their route in `later`.
  [[nodiscard]] std::int64_t moved_to(const RouteTally& later) const;
  /// Metres of all trips inside a ring or further in.
  [[nodiscard]] std::int64_t ring_metres(int ring) const;

 private:
  struct Line {
    std::int64_t trips = 0;
    std::map<int, std::int64_t> metres_by_ring;  ///< of one trip
  };
  std::map<std::vector<Id<Link>>, Line> lines_;
};

/// Metres of one trip inside a ring or further in.
[[nodiscard]] std::int64_t ring_metres(const Route& route, int ring);

/// Kilometres that through trips drove inside a ring, and those that they would have driven without any diversion.
struct RingUse {
  int ring = 1;
  std::int64_t ordinary_metres = 0;
  std::int64_t driven_metres = 0;
};

/// Sums the effects of the diversions of a month. in_scope: through trips while it binds. acted: trips rerouted and ring metres avoided
/// against the diversions before it, so that they sum to the change of all together. changed: against all others.
class DiversionAccount {
 public:
  explicit DiversionAccount(const std::vector<Diversion>& diversions);
  /// `with(in)`: the route counts of some trips with those of `in_force` for which in(diversion) holds.
  template <class With>
  void compare(std::span<const Diversion> in_force, std::int64_t trips, const With& with);
  [[nodiscard]] std::vector<policy::Effect> effects() const;
  /// What all diversions together kept out of a ring, metres.
  [[nodiscard]] std::int64_t kept_out(int ring) const;

 private:
  struct Line {
    Id<Measure> measure;
    std::int64_t trips = 0;
    std::int64_t rerouted = 0, rerouted_alone = 0;
    std::int64_t avoided = 0, avoided_alone = 0;
  };
  /// Route counts with the diversions that claim first, with this one too, with all but this one, and with all.
  struct Stages {
    const RouteTally* before;
    const RouteTally* after;
    const RouteTally* without;
    const RouteTally* all;
  };
  [[nodiscard]] Line& of(Id<Measure> measure);
  static void note(Line& line, int ring, std::int64_t trips, const Stages& stages);
  std::vector<Line> lines_;
  std::map<int, std::int64_t> kept_out_;
};

template <class With>
void DiversionAccount::compare(std::span<const Diversion> in_force, std::int64_t trips, const With& with) {
  if (in_force.empty() || trips == 0) return;
  std::vector<const Diversion*> claims;
  for (const Diversion& diversion : in_force) claims.push_back(&diversion);
  std::sort(claims.begin(), claims.end(), [](const Diversion* a, const Diversion* b) { return a->claim < b->claim; });
  const RouteTally none = with([](const Diversion&) { return false; });
  const RouteTally all = with([](const Diversion&) { return true; });
  RouteTally before = none;
  for (const Diversion* one : claims) {
    const RouteTally after = with([one](const Diversion& d) { return d.claim <= one->claim; });
    const RouteTally without = with([one](const Diversion& d) { return d.claim != one->claim; });
    note(of(one->measure), one->ring, trips, {&before, &after, &without, &all});
    before = after;
  }
  for (auto& [ring, metres] : kept_out_) metres += none.ring_metres(ring) - all.ring_metres(ring);
}

}  // namespace railshift::rules
