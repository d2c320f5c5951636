#include "sim/engine/waiting_loads.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace railshift::engine {
namespace {

bool older(const WaitingLoad& a, const WaitingLoad& b) { return std::tie(a.since, a.leg, a.number) < std::tie(b.since, b.leg, b.number); }

}  // namespace

void WaitingLoads::add(std::uint16_t pool, AccessMask admitted, WaitingLoad load) {
  auto& queues = queues_[pool];
  const auto at = std::lower_bound(queues.begin(), queues.end(), admitted, [](const Queue& q, AccessMask m) { return q.admitted < m; });
  if (at != queues.end() && at->admitted == admitted)
    at->loads.push_back(load);
  else
    queues.insert(at, Queue{admitted, {load}});
}

std::optional<WaitingLoad> WaitingLoads::take(std::uint16_t pool, std::uint8_t access) {
  Queue* best = nullptr;
  for (Queue& q : queues_[pool]) {
    if (q.loads.empty() || ((q.admitted.bits >> access) & 1U) == 0) continue;
    if (best == nullptr || older(q.loads.front(), best->loads.front())) best = &q;
  }
  if (best == nullptr) return std::nullopt;
  const WaitingLoad load = best->loads.front();
  best->loads.pop_front();
  return load;
}

void WaitingLoads::regroup(const std::vector<TruckLeg>& legs) {
  for (std::uint16_t pool = 0; pool < queues_.size(); ++pool) {
    std::vector<WaitingLoad> loads;
    for (const Queue& q : std::exchange(queues_[pool], {})) loads.insert(loads.end(), q.loads.begin(), q.loads.end());
    std::sort(loads.begin(), loads.end(), older);
    for (const WaitingLoad& load : loads) add(pool, legs[load.leg].admitted, load);
  }
}

std::optional<WaitingLoads::Oldest> WaitingLoads::oldest(std::uint16_t pool) const {
  std::optional<Oldest> best;
  for (const Queue& q : queues_[pool]) {
    if (!q.loads.empty() && (!best || older(q.loads.front(), best->load))) best = Oldest{q.loads.front(), q.admitted};
  }
  return best;
}

std::int64_t WaitingLoads::waiting_since(std::uint16_t pool, Tick before) const {
  std::int64_t count = 0;
  for (const Queue& q : queues_[pool]) {
    const auto end = std::find_if(q.loads.begin(), q.loads.end(), [before](const WaitingLoad& l) { return l.since > before; });
    count += end - q.loads.begin();
  }
  return count;
}

std::vector<WaitingLoad> WaitingLoads::all() const {
  std::vector<WaitingLoad> loads;
  for (const auto& queues : queues_) {
    for (const Queue& q : queues) loads.insert(loads.end(), q.loads.begin(), q.loads.end());
  }
  return loads;
}

}  // namespace railshift::engine
