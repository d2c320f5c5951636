#pragma once
/// What diversions moved: route counts with and without them.
#include <algorithm>
#include <cstdint>
#include <functional>
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
  /// Trips that have left a route through a ring in `later`.
  [[nodiscard]] std::int64_t moved_out(const RouteTally& later, int ring) const;
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

/// Metres of the through trips of a month inside a ring that some diversion keeps free, before and after one diversion, in the order in
/// which they claim: the first one's `before` is without any, the last one's `after` is what was driven.
struct RingUse {
  int ring = 1;
  Id<Measure> measure;
  std::int64_t before_metres = 0;
  std::int64_t after_metres = 0;
};

/// Sums the effects of the diversions of a month. in_scope: through trips while it binds. acted: trips that left a route through its ring
/// and metres kept out of it, against the diversions before it, so that they sum to the change of all together. changed: against all
/// others.
class DiversionAccount {
 public:
  explicit DiversionAccount(const std::vector<Diversion>& diversions);
  /// `with(in)`: the route counts of some trips with those of `in_force` for which in(diversion) holds, and with those that offer these
  /// trips no other way than their ordinary one: that is drawn anew in every case.
  template <class With>
  void compare(std::span<const Diversion> in_force, std::int64_t trips, const With& with);
  /// Some trips came so far with a diversion.
  void note(Id<Measure> measure, policy::Followed followed);
  [[nodiscard]] std::vector<policy::Effect> effects() const;
  /// For every ring of a diversion that had a trip to move or not, from what was driven inside it.
  [[nodiscard]] std::vector<RingUse> ring_uses(const std::function<std::int64_t(int ring)>& driven) const;
  /// How far each diversion came, and whether through trucks still drive inside its ring.
  [[nodiscard]] std::vector<policy::Binding> bindings(const std::function<std::int64_t(int ring)>& driven) const;

 private:
  struct Line {
    Id<Measure> measure;
    std::int64_t trips = 0;
    std::uint32_t claim = 0;
    int ring = 1;
    std::int64_t rerouted = 0, rerouted_alone = 0;
    std::int64_t avoided_alone = 0;
    std::map<int, std::int64_t> avoided;  ///< by ring, its own and those of others
    policy::Followed followed = policy::Followed::not_asked;
  };
  /// Route counts with the diversions that claim first, with this one too, with all but this one, and with all.
  struct Stages {
    const RouteTally* before;
    const RouteTally* after;
    const RouteTally* without;
    const RouteTally* all;
  };
  [[nodiscard]] Line& of(Id<Measure> measure);
  static void note(Line& line, std::int64_t trips, const Stages& stages);
  std::vector<Line> lines_;
};

template <class With>
void DiversionAccount::compare(std::span<const Diversion> in_force, std::int64_t trips, const With& with) {
  if (in_force.empty() || trips == 0) return;
  std::vector<const Diversion*> claims;
  for (const Diversion& diversion : in_force) claims.push_back(&diversion);
  std::sort(claims.begin(), claims.end(), [](const Diversion* a, const Diversion* b) { return a->claim < b->claim; });
  const RouteTally all = with([](const Diversion&) { return true; });
  RouteTally before = with([](const Diversion&) { return false; });
  for (const Diversion* one : claims) {
    const RouteTally after = with([one](const Diversion& d) { return d.claim <= one->claim; });
    const RouteTally without = with([one](const Diversion& d) { return d.claim != one->claim; });
    note(of(one->measure), trips, {&before, &after, &without, &all});
    before = after;
  }
}

}  // namespace railshift::rules
