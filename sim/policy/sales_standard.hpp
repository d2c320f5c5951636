#pragma once
/// 新车排放标准 - sales standard: what new trucks must meet; national law, part of the baseline.
#include <array>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// The standard that new trucks must meet; a baseline measure (national law).
struct SalesStandard {
  std::vector<VehicleType> vehicle_types;
  std::vector<Powertrain> powertrains;
  Standard standard = Standard::china6;
  friend bool operator==(const SalesStandard&, const SalesStandard&) = default;
};

namespace policy {

template <>
struct About<SalesStandard> {
  static constexpr std::string_view word = "sales_standard";
  static constexpr std::string_view zh = "新车排放标准";
  static constexpr std::string_view en = "sales standard";
  static constexpr std::string_view what = "the standard that new trucks must meet";
  static constexpr std::array effects{EffectKind::standards_set};
  static constexpr Reach reach = Reach::register_stock;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&SalesStandard::vehicle_types, FieldNote{"vehicle_types", "车型", "size classes"});
    each(&SalesStandard::powertrains, FieldNote{"powertrains", "动力", "powertrains"});
    each(&SalesStandard::standard, FieldNote{"standard", "排放标准", "lowest standard that may be sold"});
  }
  static void check(const SalesStandard& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const SalesStandard& kind);
  static bool orders_asked(const SalesStandard& kind, const Asked& asked);
  static std::optional<Knob> knob(const SalesStandard& kind);
  static Date first_look(const SalesStandard& kind, Date from, int lag);
  static std::optional<Date> first_act(const SalesStandard& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const SalesStandard& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
