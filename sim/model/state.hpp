#pragma once
/// State: plain data that changes during a run and that rules read.
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/model/reason.hpp"
#include "sim/model/world.hpp"

namespace railshift {

/// Tonnes a firm moved in one month, bulk goods without dangerous ones, at its gates.
struct FirmMonth {
  std::int64_t rail_kg = 0;
  std::int64_t all_kg = 0;
};

/// 准入 - what a measure admits of one flow this month: this share of its tonnes may choose among accepted chains only.
struct Admission {
  double share = 0.0;
  bool rail = false;
  bool belt = false;
  bool pipe = false;
  bool new_energy_truck = false;
  YuanPerTonne new_energy_extra;  ///< on truck-only chains, for these tonnes
  std::optional<Id<Measure>> by{};
};

/// A tariff of a measure, and of whose goods it speaks.
struct TariffInForce {
  Id<Measure> measure;
  std::vector<bool> flows{};  ///< by flow index; empty: of all
};

/// MonthBook: the month's totals that next month's plan and learning need. Written at month end, read by the plan; part of the checkpoint
/// of a month.
struct MonthBook {
  std::vector<std::array<FirmMonth, 12>> firm_months;  ///< by firm index, ring buffer by month number
  std::vector<double> siding_delay_h;                  ///< published delay by siding index, hours
  std::vector<double> line_delay_h;                    ///< published delay by line index, hours; its prior is 0
  std::vector<YuanPerTonne> duty_price;                ///< by firm index, this month's price on road tonnes
  std::vector<YuanPerTonne> road_charge;              ///< by flow index, what measures ask on its truck-only chains besides duties of firms
  std::vector<TariffInForce> tariffs;                 ///< of this month
  std::vector<Admission> admission;                   ///< by flow index
  std::vector<bool> no_clean_trucks;                  ///< by flow index: no new-energy truck can be had; empty: no admission asks
  std::vector<std::array<double, kStandards>> fleet;  ///< by truck class index, shares of local trucks; empty: no tariff asks
  std::map<std::string, double> road_rate_factor;     ///< by truck class id: 1 + premium x extra trucks / size; absent = 1
  /// Rail share of a firm over the rolling 12 months at its gates; 0 when nothing moved.
  [[nodiscard]] double rail_share(Id<Firm> firm) const;
};
/// A book before any month: sidings at rail.delay_prior, lines at 0 (the timetable holds until experience says otherwise), no duty prices
/// and no history. The book that a run starts with is rules::first_book, which adds a history from base shares so that duties do not start
/// from 0.
[[nodiscard]] MonthBook empty_book(const World& world);

/// A truck of the register. The identity (row hash, ordinal, generation) is what its draws belong to.
struct RegisteredTruck {
  std::uint64_t row_hash = 0;
  std::uint32_t ordinal = 0;     ///< number inside its register row
  std::uint16_t generation = 0;  ///< 0 on the first day; + 1 for every replacement
  Id<Segment> segment;
  std::int32_t registered = 0;  ///< Date::days of registration
  EmissionClass vehicle;
  bool present = true;       ///< false between removal and delivery of the replacement
  std::int32_t returns = 0;  ///< Date::days of delivery while absent
  std::int16_t pool = -1;    ///< pool index whose loads it carries, or -1
};

/// What a month did to one cell of the register: segment x vehicle type x access class.
struct RegisterTally {
  Id<Segment> segment;
  VehicleType vehicle_type = VehicleType::heavy;
  AccessClass access;
  std::int64_t open = 0;
  std::int64_t joined = 0;
  std::array<std::int64_t, kLeaveCauses> left{};
  std::array<std::int64_t, kLeaveCauses> sold_away{};  ///< part of `left` that was transferred out of the city, not scrapped
  std::int64_t close = 0;
  std::int64_t ordered_joined = 0;  ///< part of `joined` that a measure ordered to be new-energy
  std::int64_t mileage_metres = 0;  ///< what the mileage table gives to the stock at the start of the month
};

/// A frozen base stock and how much of it has left since the snapshot: whatever the cause, and by orders on a frozen base alone.
struct FrozenTally {
  std::string measure;
  std::int64_t base = 0;
  std::int64_t left_total = 0;
  std::int64_t left_by_order = 0;  ///< part of left_total
};

/// The register as it stands: slots in register-row order; a removed truck's slot is refilled by its replacement.
struct Register {
  std::vector<RegisteredTruck> trucks;
};

}  // namespace railshift
