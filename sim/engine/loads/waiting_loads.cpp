#include "sim/engine/loads/waiting_loads.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace railshift::engine {
namespace {

bool older(const WaitingLoad& a, const WaitingLoad& b) { return std::tie(a.since, a.leg, a.number) < std::tie(b.since, b.leg, b.number); }

}  // namespace

WaitingLoads::WaitingLoads(const Table<Pool>& pools) : queues_(pools.size()), counts_(pools.size(), 0) {
  for (const Pool& pool : pools) {
    std::optional<GrowingReach> reach;
    if (pool.dispatch == Dispatch::growing_reach) reach = GrowingReach{ticks_from_hours(pool.reach_start->value), *pool.reach_growth};
    rules_.push_back({pool.dispatch, reach});
  }
}

WaitingLoads::Group WaitingLoads::group_of(const TruckLeg& leg) const {
  Group group;
  group.admitted = leg.admitted;
  if (rules_[leg.pool].dispatch == Dispatch::priority) group.urgency = leg.priority;
  if (rules_[leg.pool].looks_at_places() || network_ == Network::cut) group.place = leg.origin;
  return group;
}

void WaitingLoads::add(const TruckLeg& leg, WaitingLoad load) {
  auto& queues = queues_[leg.pool];
  counts_[leg.pool] += load.count;
  const Group group = group_of(leg);
  const auto at = std::lower_bound(queues.begin(), queues.end(), group, [](const Queue& q, const Group& g) { return q.group < g; });
  if (at != queues.end() && at->group == group)
    at->loads.push_back(load);
  else
    queues.insert(at, Queue{group, {load}});
}

WaitingLoad WaitingLoads::take_front(Queue& queue) {
  WaitingLoad& front = queue.loads.front();
  WaitingLoad one = front;
  one.count = 1;
  if (--front.count == 0) {
    queue.loads.pop_front();
  } else {
    ++front.number;
    front.redirected = false;
  }
  return one;
}

bool WaitingLoads::goes_before(const Candidate& a, const Candidate& b) {
  if (a.queue == nullptr || b.queue == nullptr) return a.queue != nullptr;
  if (a.queue->group.urgency != b.queue->group.urgency) return a.queue->group.urgency < b.queue->group.urgency;
  return a.rank != b.rank ? a.rank < b.rank : older(a.queue->loads.front(), b.queue->loads.front());
}

/// The first load of a queue has waited longest, so none behind it comes before it.
WaitingLoads::Candidate WaitingLoads::candidate(const Rule& rule, Queue& queue, const Distance& far) const {
  if (!rule.looks_at_places() && network_ == Network::whole) return {&queue};
  const Tick run = far(queue.group.place);
  if (run == kUnreachable) return {nullptr, 0, kNever};
  if (!rule.looks_at_places()) return {&queue};
  const Tick since = queue.loads.front().since;
  return rule.reach ? Candidate{&queue, rule.reach->rank(since, run), rule.reach->when(since, run)} : Candidate{&queue, run};
}

/// The first load of a pool among queues whose mask, cut to `wanted`, is `admitted`.
WaitingLoads::Candidate WaitingLoads::best_of(std::uint16_t pool, std::uint64_t wanted, std::uint64_t admitted, const Distance& far) {
  Candidate best;
  for (Queue& q : queues_[pool]) {
    if (q.loads.empty() || q.is_held_back() || (q.group.admitted.bits & wanted) != admitted) continue;
    const Candidate here = candidate(rules_[pool], q, far);
    if (goes_before(here, best)) best = here;
  }
  return best;
}

std::optional<WaitingLoad> WaitingLoads::take(std::uint16_t pool, std::uint8_t access, Tick now, const Distance& far,
                                              const PassedOver& passed_over) {
  const std::uint64_t bit = std::uint64_t{1} << access;
  const Candidate best = best_of(pool, bit, bit, far);
  if (passed_over) {
    const Candidate refused = best_of(pool, bit, 0, far);
    const bool stands_first = goes_before(refused, best) && refused.in_reach <= now;
    if (stands_first && !std::exchange(refused.queue->loads.front().redirected, true)) passed_over(refused.queue->loads.front().leg);
  }
  if (best.queue == nullptr || best.in_reach > now) return std::nullopt;
  --counts_[pool];
  return take_front(*best.queue);
}

void WaitingLoads::expect(std::uint16_t pool, std::uint8_t access, Tick now, const Distance& far, const Appointment& appoint) {
  for (Queue& q : queues_[pool]) {
    if (q.loads.empty() || !q.group.admitted.admits(AccessClass::from_index(access))) continue;
    const Tick when = std::max(now + 1, candidate(rules_[pool], q, far).in_reach);
    if (when == kNever || (q.looked_at > now && q.looked_at <= when)) continue;
    q.looked_at = when;
    appoint(q.loads.front().leg, when);
  }
}

WaitingLoads::Queue* WaitingLoads::find(const TruckLeg& leg) {
  auto& queues = queues_[leg.pool];
  const Group group = group_of(leg);
  const auto at = std::lower_bound(queues.begin(), queues.end(), group, [](const Queue& q, const Group& g) { return q.group < g; });
  return at != queues.end() && at->group == group && !at->loads.empty() ? &*at : nullptr;
}

WaitingLoad* WaitingLoads::first_of(const TruckLeg& leg) {
  Queue* queue = find(leg);
  return queue == nullptr ? nullptr : &queue->loads.front();
}

WaitingLoad WaitingLoads::take_first_of(const TruckLeg& leg) {
  --counts_[leg.pool];
  return take_front(*find(leg));
}

void WaitingLoads::regroup(const std::vector<TruckLeg>& legs, Network network) {
  network_ = network;
  for (std::size_t pool = 0; pool < queues_.size(); ++pool) {
    std::vector<WaitingLoad> loads;
    for (const Queue& q : std::exchange(queues_[pool], {})) loads.insert(loads.end(), q.loads.begin(), q.loads.end());
    std::sort(loads.begin(), loads.end(), older);
    counts_[pool] = 0;
    for (const WaitingLoad& load : loads) add(legs[load.leg], load);
  }
}

std::vector<WaitingLoads::Oldest> WaitingLoads::oldest_of_each_kind(std::uint16_t pool, const Calls& calls) const {
  std::map<std::uint64_t, WaitingLoad> kinds;
  for (const Queue& q : queues_[pool]) {
    if (q.is_held_back()) continue;
    const auto first = std::find_if(q.loads.begin(), q.loads.end(), [&](const WaitingLoad& load) { return !calls || calls(load); });
    if (first == q.loads.end()) continue;
    const auto [at, is_new] = kinds.emplace(q.group.admitted.bits, *first);
    if (!is_new && older(*first, at->second)) at->second = *first;
  }
  std::vector<Oldest> oldest;
  for (const auto& [bits, load] : kinds) oldest.push_back({load, {bits}});
  std::sort(oldest.begin(), oldest.end(), [](const Oldest& a, const Oldest& b) { return older(a.load, b.load); });
  return oldest;
}

void WaitingLoads::note_redirected(std::uint16_t pool, AccessMask kind) {
  Queue* best = nullptr;
  for (Queue& q : queues_[pool]) {
    if (q.loads.empty() || q.is_held_back() || q.group.admitted.bits != kind.bits) continue;
    if (best == nullptr || older(q.loads.front(), best->loads.front())) best = &q;
  }
  if (best != nullptr) best->loads.front().redirected = true;
}

std::int64_t WaitingLoads::waiting_since(std::uint16_t pool, Tick before, const Calls& calls) const {
  std::int64_t loads = 0;
  for (const Queue& q : queues_[pool]) {
    if (q.is_held_back()) continue;
    for (const WaitingLoad& load : q.loads) {
      if (load.since > before) break;
      if (!calls || calls(load)) loads += load.count;
    }
  }
  return loads;
}

std::vector<WaitingLoad> WaitingLoads::all() const {
  std::vector<WaitingLoad> loads;
  for (const auto& queues : queues_) {
    for (const Queue& q : queues) loads.insert(loads.end(), q.loads.begin(), q.loads.end());
  }
  return loads;
}

}  // namespace railshift::engine
