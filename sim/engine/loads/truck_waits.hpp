#pragma once
/// What loads waited for a truck: how many how long, and those that waited longer than a run promises.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/engine/loads/waiting_loads.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::engine {

/// No load waits longer for a truck, unless the inputs are the cause.
inline constexpr Tick kPromisedWait = 30 * kTicksPerDay;

/// Why a load waits for a truck longer than promised, as far as the inputs say so.
enum class WaitCause : std::uint8_t {
  none,               ///< the promise is broken
  stated_size,        ///< the size of the pool is stated, or pool.join_rate lets none join
  no_eligible_truck,  ///< a gate rule admits no truck that the pool, the register or the outside has
  closure,            ///< a closure, or a road that is not open, has held its way, its site or trucks of the pool while it waited
  crowded_end,        ///< a station at an end of its leg had a queue of a day while it waited
  full_yard,          ///< trucks of the pool stand before a stockyard
  slow_joining        ///< trucks joined as fast as pool.join_rate lets them, and more were wanted while it waited
};
[[nodiscard]] std::string_view to_text(WaitCause cause);
[[nodiscard]] std::optional<WaitCause> wait_cause_from(std::string_view text);

/// Loads of a flow that waited longer than promised, each counted once.
struct LongWait {
  std::string flow;
  std::string pool;
  WaitCause cause = WaitCause::none;
  std::int64_t loads = 0;
  std::int64_t kg = 0;
  double longest_hours = 0.0;  ///< up to the end of the month in which they were last seen
};

class TruckWaits {
 public:
  explicit TruckWaits(std::size_t pools);

  /// A load that waited since `load.since` has found a truck of the pool; one of a heap.
  void found(std::uint16_t pool, const WaitingLoad& load, Tick now);
  /// A load has found one at once.
  void found_at_once(std::uint16_t pool) { ++loads_[pool].front(); }
  /// Those of the month that had waited longer than promised when they found one, and when.
  struct Late {
    WaitingLoad load;
    Tick found = 0;
  };
  [[nodiscard]] const std::vector<Late>& late() const { return late_; }
  void end_month(Month month, ledger::Ledger& out);
  /// Adds loads that wait too long, told of for the first time.
  void note_long(const LongWait& seen);
  /// Loads of the flow, told of before, still waited at the end of so many hours: their cause stays what it was then.
  void still_wait(const std::string& pool, const std::string& flow, double hours);
  [[nodiscard]] std::vector<LongWait> long_waits() const;

 private:
  std::vector<std::vector<std::int64_t>> loads_;  ///< by pool and wait bucket, of the month
  std::vector<Late> late_;
  std::map<std::tuple<std::string, std::string, WaitCause>, LongWait> long_;
};

}  // namespace railshift::engine
