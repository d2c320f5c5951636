#pragma once
/// Leg records of the month: one fact a leg that a truck has driven.
#include <cstdint>
#include <vector>

#include "sim/engine/fleet/truck.hpp"
#include "sim/engine/places/truck_legs.hpp"
#include "sim/ledger/record.hpp"

namespace railshift::engine {

/// What the floors in force on a leg say of a truck of this class that drives it loaded.
[[nodiscard]] ledger::Compliance compliance_of(const TruckLeg& leg, AccessClass access);

class LegRecords {
 public:
  /// A run without a load: to the origin of the leg, or back from it.
  void note_empty(const Truck& truck, const TruckLeg& leg, std::uint32_t route, Tick end);
  /// A load was delivered.
  void note_loaded(const Truck& truck, const TruckLeg& leg, std::uint32_t route, Tick end);

  void begin_month() { records_.clear(); }
  /// In the order of their completion.
  [[nodiscard]] std::vector<ledger::LegRecord>& of_month() { return records_; }
  [[nodiscard]] std::int64_t loads_delivered() const { return loads_delivered_; }

 private:
  std::vector<ledger::LegRecord> records_;
  std::int64_t loads_delivered_ = 0;
};

}  // namespace railshift::engine
