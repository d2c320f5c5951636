#pragma once
/// 淘汰令 - retire order: owners of old trucks remove them by a day.
#include <array>
#include <optional>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/policy/about.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// Owners of trucks at or below a standard must remove them between from and due. The replacement comes a delivery lag after the removal.
/// Of whom it speaks: of trucks registered in these counties, figures as they were known on `from`.
struct RetireOrder : Whom {
  std::vector<Id<Segment>> segments;  ///< empty: all
  Standard up_to = Standard::china3;
  std::vector<Powertrain> powertrains;  ///< empty: all that burn fuel
  double obedience = 1.0;
  std::optional<int> delivery_lag_days;      ///< absent: register.delivery_lag
  std::vector<VehicleType> vehicle_types{};  ///< empty: all
  std::vector<Use> uses{};                   ///< empty: all
  friend bool operator==(const RetireOrder&, const RetireOrder&) = default;
};

namespace policy {

template <>
struct About<RetireOrder> {
  static constexpr std::string_view word = "retire_order";
  static constexpr std::string_view zh = "淘汰令";
  static constexpr std::string_view en = "retire order";
  static constexpr std::string_view what =
      "owners of trucks at or below a standard remove them between from and due; who obeys has none left at 24:00 of due";
  static constexpr std::array effects{EffectKind::trucks_removed, EffectKind::brought_forward};
  static constexpr Reach reach = Reach::register_stock;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&RetireOrder::segments, kSegments);
    each(&RetireOrder::up_to, FieldNote{"up_to", "最高标准", "highest standard that must go"});
    each(&RetireOrder::powertrains, FieldNote{"powertrains", "动力", "powertrains; empty = all that burn fuel"}.optional());
    each(&RetireOrder::obedience, kObedience);
    each(&RetireOrder::delivery_lag_days,
         FieldNote{"delivery_lag_days", "交车周期", "days from the removal to the replacement; absent = register.delivery_lag"}
             .in("d")
             .between(0, 1000)
             .with_standing()
             .optional());
    each(&RetireOrder::vehicle_types, kVehicleTypesListed);
    each(&RetireOrder::uses, kUsesListed);
    truck_county_conditions<RetireOrder>(each);
  }
  static void check(const RetireOrder& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const RetireOrder& kind);
  static bool orders_asked(const RetireOrder& kind, const Asked& asked);
  static std::optional<Knob> knob(const RetireOrder& kind);
  static Date first_look(const RetireOrder& kind, Date from, int lag);
  static std::optional<Date> first_act(const RetireOrder& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const RetireOrder& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
