#include "sim/engine/places/stations.hpp"

#include <algorithm>
#include <functional>
#include <utility>

namespace railshift::engine {
namespace {

/// From here on a heap finds the next free server faster than a look at each.
constexpr std::size_t kManyServers = 16;

}  // namespace

StationState::StationState(const Station& station, Id<Station> id, const rules::WorkingHours& hours)
    : id_(id),
      law_(rules::service_law(station)),
      feedback_(station.feedback),
      hours_(hours),
      always_open_(hours.always()),
      free_at_(static_cast<std::size_t>(station.servers), 0),
      turns_away_(station.when_full == WhenFull::turn_away) {
  if (station.waiting_room) room_ = static_cast<std::size_t>(*station.waiting_room);
}

Passage StationState::arrive(Tick now, Tick service, bool empty) {
  if (free_at_.empty()) {
    account({now, kMaxTick, kMaxTick});
    return {Fate::never, kMaxTick, kMaxTick};
  }
  if (room_ && earliest_start(now) > now && is_full(now)) {
    ++row_.found_full;
    if (turns_away_ && empty) {
      ++row_.turned_away;
      return {Fate::turned_away, now, now};
    }
  }
  const Tick start = occupy(now, service);
  if (room_ && start > now) starts_.push_back(start);
  account({now, start, start + service});
  return {Fate::served, start, start + service};
}

Tick StationState::wait_of_next(Tick now) const {
  return free_at_.empty() ? 0 : std::max<Tick>(0, *std::min_element(free_at_.begin(), free_at_.end()) - now);
}

Tick StationState::earliest_start(Tick now) const {
  const Tick free = free_at_.size() < kManyServers ? *std::min_element(free_at_.begin(), free_at_.end()) : free_at_.front();
  const Tick start = std::max(now, free);
  return always_open_ ? start : hours_.next_open(start);
}

Tick StationState::occupy(Tick now, Tick service) {
  if (free_at_.size() < kManyServers) {
    const auto server = std::min_element(free_at_.begin(), free_at_.end());
    const Tick free = std::max(now, *server);
    const Tick start = always_open_ ? free : hours_.next_open(free);
    *server = start + service;
    return start;
  }
  const Tick start = earliest_start(now);
  std::pop_heap(free_at_.begin(), free_at_.end(), std::greater<>());
  free_at_.back() = start + service;
  std::push_heap(free_at_.begin(), free_at_.end(), std::greater<>());
  return start;
}

bool StationState::is_full(Tick now) {
  while (!starts_.empty() && starts_.front() <= now) starts_.pop_front();
  return starts_.size() >= *room_;
}

void StationState::account(const Passing& t) {
  if (t.arrived >= month_end_) return carried_.push_back(t);
  if (t.arrived >= month_begin_) ++row_.arrived;
  const Tick from = std::max(t.arrived, month_begin_);
  const Tick to = std::min(t.end, month_end_);
  row_.presence_ticks += to - from;
  row_.busy_ticks += std::max<Tick>(0, to - std::max(t.start, month_begin_));
  if (t.start >= month_begin_ && t.start < month_end_) {
    row_.wait_ticks += t.start - t.arrived;
    const std::size_t bucket = ledger::wait_bucket(t.start - t.arrived);
    if (bucket >= waits_.size()) waits_.resize(bucket + 1, 0);
    ++waits_[bucket];
  }
  if (t.end < month_end_) {
    ++row_.left;
    row_.sojourn_ticks += t.end - t.arrived;
  } else {
    carried_.push_back(t);
  }
}

void StationState::begin_month(Tick end) {
  row_ = {};
  row_.station = id_;
  std::fill(waits_.begin(), waits_.end(), 0);
  month_begin_ = month_end_;
  month_end_ = end;
  for (const Passing& t : std::exchange(carried_, {})) {
    if (t.arrived < month_begin_) {
      ++row_.present_open;
      row_.clocks_open += month_begin_ - t.arrived;
    }
    account(t);
  }
}

void StationState::end_month(Month month, ledger::Ledger& out) {
  row_.month = month;
  for (const Passing& t : carried_) {
    if (t.arrived >= month_end_) continue;
    ++row_.present_close;
    row_.clocks_close += month_end_ - t.arrived;
  }
  out.stations.push_back(row_);
  for (std::size_t bucket = 0; bucket < waits_.size(); ++bucket) {
    if (waits_[bucket] > 0) out.waits.push_back({month, id_, static_cast<std::uint16_t>(bucket), waits_[bucket]});
  }
}

}  // namespace railshift::engine
