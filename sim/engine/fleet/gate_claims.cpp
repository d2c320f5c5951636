#include "sim/engine/fleet/gate_claims.hpp"

#include <algorithm>
#include <map>

#include "sim/policy/effect.hpp"

namespace railshift::engine {
namespace {

/// What the gates of a leg refuse, by the measure that says so, in the order in which measures claim.
struct Refused {
  std::uint32_t rank = 0;
  bool obeyed = false;
  std::uint64_t bits = 0;
};
using ByMeasure = std::map<Id<Measure>, Refused>;

/// A class that the chain does not send is refused by no floor.
void add_gate(const rules::GateRule& gate, AccessMask sent, const std::vector<std::uint32_t>& ranks, ByMeasure& refused) {
  for (const rules::FloorAtGate& floor : gate.floors) {
    Refused& line = refused[floor.measure];
    line.rank = ranks[floor.measure.index];
    line.obeyed = line.obeyed || floor.obeyed;
    if (floor.obeyed) line.bits |= ~floor.admits.bits & sent.bits;
  }
}

std::vector<FloorAtLeg> claims(const ByMeasure& refused) {
  std::vector<std::pair<Id<Measure>, Refused>> order(refused.begin(), refused.end());
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.second.rank < b.second.rank; });
  std::vector<FloorAtLeg> floors;
  std::uint64_t before = 0;
  for (const auto& [measure, line] : order) {
    std::uint64_t others = 0;
    for (const auto& [other, its] : order) others |= other == measure ? 0 : its.bits;
    floors.push_back({measure, line.obeyed, {line.bits & ~before}, {line.bits & ~others}});
    before |= line.bits;
  }
  return floors;
}

bool same(const std::vector<FloorAtLeg>& a, const std::vector<FloorAtLeg>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const FloorAtLeg& x, const FloorAtLeg& y) {
    return x.measure == y.measure && x.obeyed == y.obeyed && x.claimed == y.claimed && x.alone == y.alone;
  });
}

}  // namespace

void GateClaims::begin_month(const PolicyWorld& world) {
  effects_.clear();
  bindings_.clear();
  effect_of_.assign(world.measures.size(), 0);
}

void GateClaims::set(const PolicyWorld& world, const PlaceBook& places, const std::vector<rules::GateRule>& gates,
                     const std::vector<TruckLeg>& legs) {
  const std::vector<std::uint32_t> ranks = policy::claim_ranks(world);
  lists_.assign(1, {});
  list_of_leg_.assign(legs.size(), 0);
  refuses_ = false;
  for (LegIndex l = 0; l < legs.size(); ++l) {
    ByMeasure refused;
    for (const PlaceIndex end : gates_of(places, legs[l])) add_gate(gates[places[end].site.index], legs[l].allowed, ranks, refused);
    const std::vector<FloorAtLeg> floors = claims(refused);
    const auto known = std::find_if(lists_.begin(), lists_.end(), [&](const auto& list) { return same(list, floors); });
    list_of_leg_[l] = static_cast<std::uint32_t>(known - lists_.begin());
    if (known == lists_.end()) lists_.push_back(floors);
  }
  for (const auto& list : lists_) {
    for (const FloorAtLeg& floor : list) {
      refuses_ = refuses_ || floor.claimed.bits != 0;
      bindings_.push_back({floor.measure, floor.obeyed ? policy::Followed::yes : policy::Followed::nobody_obeys, false});
      if (effect_of_[floor.measure.index] != 0) continue;
      effects_.push_back({floor.measure, policy::EffectKind::loads_redirected, 0, 0, 0});
      effect_of_[floor.measure.index] = static_cast<std::uint32_t>(effects_.size());
    }
  }
}

void GateClaims::note(Id<Measure> measure, std::int64_t acted, std::int64_t changed) {
  policy::Effect& effect = effects_[effect_of_[measure.index] - 1];
  effect.acted += acted;
  effect.changed += changed;
}

void GateClaims::offered(LegIndex leg, std::int64_t loads) {
  for (const FloorAtLeg& floor : floors(leg)) effects_[effect_of_[floor.measure.index] - 1].in_scope += loads;
}

void GateClaims::passed_over(LegIndex leg, std::uint8_t access) {
  const std::uint64_t bit = std::uint64_t{1} << access;
  for (const FloorAtLeg& floor : floors(leg)) {
    if ((floor.claimed.bits & bit) != 0) note(floor.measure, 1, (floor.alone.bits & bit) != 0 ? 1 : 0);
  }
}

}  // namespace railshift::engine
