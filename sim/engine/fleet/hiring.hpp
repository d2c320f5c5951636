#pragma once
/// Hiring: trucks join pools whose loads wait too long, those of the register first, then outside ones; who is idle at the end of a month
/// and not needed goes.
#include <cstdint>
#include <optional>
#include <vector>

#include "sim/engine/fleet/membership.hpp"
#include "sim/engine/fleet/other_work.hpp"

namespace railshift::engine {

/// How often pools look whether trucks should join.
inline constexpr Tick kHireInterval = 6 * kTicksPerHour;

class Hiring {
 public:
  Hiring(FleetState& fleet, Membership& members);

  /// Where registered trucks come from; without it all that join are outside trucks. Must outlive this.
  void call_on(OtherWork& others) { others_ = &others; }
  /// Every kHireInterval: for each load that has waited longer than pool.outside_wait one truck joins, at most as many as a day's
  /// pool.join_rate x trucks of the pool, those that have joined already among them, and at least one a day.
  void event(std::uint16_t pool, Tick now);
  /// Whether trucks can ever join: the size is not stated, and pool.join_rate is above 0.
  [[nodiscard]] bool lets_join(std::uint16_t pool) const;
  /// Whether more trucks were wanted at a look after `since` than pool.join_rate let join.
  [[nodiscard]] bool was_too_slow(std::uint16_t pool, Tick since) const { return since < held_back_[pool]; }
  /// Whether the pool, the register or the outside has a truck of these classes.
  [[nodiscard]] bool finds_any(std::uint16_t pool, AccessMask admitted) const;
  void begin_month(Month month) { month_ = month; }
  /// Idle outside trucks go home. Of the others those go to other work that the pool has over its size, who has been idle longest first: so
  /// trucks that no gate admits make room for those that joined in their stead.
  void dismiss_idle(Tick begin);

 private:
  /// Loads for which trucks are looked for.
  [[nodiscard]] WaitingLoads::Calls calls() const;
  /// What can join for the oldest loads of each kind; false if nothing can.
  bool join_one(std::uint16_t pool, Tick waiting_since, Tick now);
  bool join_for(const WaitingLoads::Oldest& load, std::uint16_t pool, Tick now);
  [[nodiscard]] std::optional<AccessClass> class_of_next(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const;
  void note_gates(const WaitingLoads::Oldest& load, std::uint16_t pool, std::optional<AccessClass> taken, std::uint32_t number);
  void hire(std::uint16_t pool, const EmissionClass& cls, PlaceIndex place, Tick now);
  [[nodiscard]] std::optional<EmissionClass> draw_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const;
  /// Trucks over the size of the pool.
  [[nodiscard]] std::int64_t extra(std::uint16_t pool) const;
  void dismiss_extra(std::uint16_t pool, Tick begin);
  void put_next(std::uint16_t pool, Tick now);

  FleetState& fleet_;
  Membership& members_;
  OtherWork* others_ = nullptr;
  Tick outside_wait_;
  double join_rate_;              ///< a day and truck of the pool
  std::vector<double> may_join_;  ///< by pool, trucks
  std::vector<Tick> held_back_;   ///< by pool: the last look at which the rate kept trucks from joining
  Month month_;
};

}  // namespace railshift::engine
