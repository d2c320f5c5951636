#include "sim/engine/loads/truck_waits.hpp"

#include <algorithm>
#include <array>

#include "sim/core/contract.hpp"
#include "sim/ledger/record.hpp"

namespace railshift::engine {
namespace {

constexpr std::array kCauses{WaitCause::none,        WaitCause::stated_size, WaitCause::no_eligible_truck, WaitCause::closure,
                             WaitCause::crowded_end, WaitCause::full_yard,   WaitCause::slow_joining};

}  // namespace

std::string_view to_text(WaitCause cause) {
  switch (cause) {
    case WaitCause::none:
      return "none";
    case WaitCause::stated_size:
      return "stated_size";
    case WaitCause::no_eligible_truck:
      return "no_eligible_truck";
    case WaitCause::closure:
      return "closure";
    case WaitCause::crowded_end:
      return "crowded_end";
    case WaitCause::full_yard:
      return "full_yard";
    case WaitCause::slow_joining:
      return "slow_joining";
  }
  broken_promise("cause", "a cause of waiting is one of its list", __FILE__, __LINE__);
}

std::optional<WaitCause> wait_cause_from(std::string_view text) {
  const auto at = std::find_if(kCauses.begin(), kCauses.end(), [text](WaitCause c) { return to_text(c) == text; });
  return at == kCauses.end() ? std::nullopt : std::optional(*at);
}

TruckWaits::TruckWaits(std::size_t pools) : loads_(pools, std::vector<std::int64_t>(ledger::wait_bucket(kMaxTick) + std::size_t{1}, 0)) {}

void TruckWaits::found(std::uint16_t pool, const WaitingLoad& load, Tick now) {
  ++loads_[pool][ledger::wait_bucket(now - load.since)];
  if (now - load.since > kPromisedWait) late_.push_back({load, now});
}

void TruckWaits::end_month(Month month, ledger::Ledger& out) {
  for (std::size_t p = 0; p < loads_.size(); ++p) {
    for (std::size_t bucket = 0; bucket < loads_[p].size(); ++bucket) {
      if (loads_[p][bucket] == 0) continue;
      out.load_waits.push_back({month, Id<Pool>{static_cast<std::uint32_t>(p)}, static_cast<std::uint16_t>(bucket), loads_[p][bucket]});
      loads_[p][bucket] = 0;
    }
  }
  late_.clear();
}

void TruckWaits::note_long(const LongWait& seen) {
  const auto [at, is_new] = long_.emplace(std::tuple(seen.pool, seen.flow, seen.cause), seen);
  if (is_new) return;
  at->second.loads += seen.loads;
  at->second.kg += seen.kg;
  at->second.longest_hours = std::max(at->second.longest_hours, seen.longest_hours);
}

void TruckWaits::still_wait(const std::string& pool, const std::string& flow, double hours) {
  LongWait* longest = nullptr;
  for (auto& [key, wait] : long_) {
    if (wait.pool == pool && wait.flow == flow && (longest == nullptr || wait.longest_hours > longest->longest_hours)) longest = &wait;
  }
  if (longest != nullptr) longest->longest_hours = std::max(longest->longest_hours, hours);
}

std::vector<LongWait> TruckWaits::long_waits() const {
  std::vector<LongWait> all;
  for (const auto& [key, wait] : long_) all.push_back(wait);
  return all;
}

}  // namespace railshift::engine
