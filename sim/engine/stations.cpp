#include "sim/engine/stations.hpp"

#include <algorithm>
#include <utility>

namespace railshift::engine {

StationState::StationState(const Station& station, Id<Station> id)
    : id_(id), law_(rules::service_law(station)), free_at_(static_cast<std::size_t>(station.servers), 0) {}

Passage StationState::arrive(Tick now, Tick service) {
  const auto server = std::min_element(free_at_.begin(), free_at_.end());
  const Tick start = std::max(now, *server);
  *server = start + service;
  ++row_.arrived;
  account({now, start, start + service});
  return {start, start + service};
}

void StationState::account(const Present& t) {
  const Tick from = std::max(t.arrived, month_begin_);
  const Tick to = std::min(t.end, month_end_);
  row_.presence_ticks += to - from;
  row_.busy_ticks += std::max<Tick>(0, to - std::max(t.start, month_begin_));
  if (t.start >= month_begin_ && t.start < month_end_) {
    row_.wait_ticks += t.start - t.arrived;
    ++waits_[ledger::wait_bucket(t.start - t.arrived)];
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
  waits_.clear();
  month_begin_ = month_end_;
  month_end_ = end;
  for (const Present& t : std::exchange(carried_, {})) {
    ++row_.present_open;
    row_.clocks_open += month_begin_ - t.arrived;
    account(t);
  }
}

void StationState::end_month(Month month, ledger::Ledger& out) {
  row_.month = month;
  row_.present_close = static_cast<std::int64_t>(carried_.size());
  for (const Present& t : carried_) row_.clocks_close += month_end_ - t.arrived;
  out.stations.push_back(row_);
  for (const auto& [bucket, trucks] : waits_) out.waits.push_back({month, id_, bucket, trucks});
}

}  // namespace railshift::engine
