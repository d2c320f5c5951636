#pragma once
/// 新能源保有比例要求 - stock quota: a share of a stock must be new-energy.
#include <array>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/policy/about.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// A share of the stock of some segments must be new-energy by dated steps: owners replace a truck in drawn order. Obedience is the share
/// of the gap between the stock at the start of a step and its level that is closed by its due day.
struct StockQuota : Whom {
  std::vector<Id<Segment>> segments;
  std::vector<RequiredStep> steps;
  double obedience = 1.0;
  std::vector<VehicleType> vehicle_types{};  ///< empty: all
  std::vector<Use> uses{};                   ///< empty: all
  friend bool operator==(const StockQuota&, const StockQuota&) = default;
};

namespace policy {

template <>
struct About<StockQuota> {
  static constexpr std::string_view word = "stock_quota";
  static constexpr std::string_view zh = "新能源保有比例要求";
  static constexpr std::string_view en = "stock quota";
  static constexpr std::string_view what = "a share of a stock must be new-energy by dated steps";
  static constexpr std::array effects{EffectKind::purchases_changed, EffectKind::trucks_removed, EffectKind::brought_forward};
  static constexpr Reach reach = Reach::register_stock;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&StockQuota::segments, kSegments);
    each(&StockQuota::steps, steps_note("steps"));
    each(&StockQuota::obedience, kObedience);
    each(&StockQuota::vehicle_types, kVehicleTypesListed);
    each(&StockQuota::uses, kUsesListed);
    truck_county_conditions<StockQuota>(each);
  }
  static void check(const StockQuota& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const StockQuota& kind);
  static bool orders_asked(const StockQuota& kind, const Asked& asked);
  static std::optional<Knob> knob(const StockQuota& kind);
  static Date first_look(const StockQuota& kind, Date from, int lag);
  static std::optional<Date> first_act(const StockQuota& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const StockQuota& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
