#pragma once
/// Hiring: outside trucks join pools whose loads wait too long, and go when they are idle at the end of a month.
#include <cstdint>
#include <optional>

#include "sim/engine/fleet/membership.hpp"

namespace railshift::engine {

/// How often pools look whether outside trucks should join.
inline constexpr Tick kHireInterval = 6 * kTicksPerHour;

class Hiring {
 public:
  Hiring(FleetState& fleet, Membership& members);

  /// Every kHireInterval: for each load that has waited longer than pool.outside_wait one truck joins, up to pool.outside_cap.
  void event(std::uint16_t pool, Tick now);
  void begin_month(Month month) { month_ = month; }
  void dismiss_idle(Tick begin);

 private:
  bool hire_one(std::uint16_t pool, Tick now);
  void note_gates(const WaitingLoads::Oldest& oldest, std::uint16_t pool, std::optional<AccessClass> taken, std::uint32_t number);
  [[nodiscard]] std::optional<EmissionClass> draw_class(std::uint16_t pool, AccessMask admitted, std::uint32_t number) const;
  void put_next(std::uint16_t pool, Tick now);

  FleetState& fleet_;
  Membership& members_;
  Tick outside_wait_;
  double outside_cap_;
  Month month_;
};

}  // namespace railshift::engine
