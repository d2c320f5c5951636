#pragma once
/// 新增车辆新能源化 - new only: new registrations must be new-energy.
#include <array>
#include <vector>

#include "sim/model/vehicle.hpp"
#include "sim/policy/about.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// New registrations in some segments must be new-energy.
struct NewOnly : Whom {
  std::vector<Id<Segment>> segments;
  double obedience = 1.0;
  std::vector<VehicleType> vehicle_types{};  ///< empty: all
  std::vector<Use> uses{};                   ///< empty: all
  friend bool operator==(const NewOnly&, const NewOnly&) = default;
};

namespace policy {

template <>
struct About<NewOnly> {
  static constexpr std::string_view word = "new_only";
  static constexpr std::string_view zh = "新增车辆新能源化";
  static constexpr std::string_view en = "new trucks new-energy";
  static constexpr std::string_view what = "new registrations must be new-energy";
  static constexpr std::array effects{EffectKind::purchases_changed};
  static constexpr Reach reach = Reach::register_stock;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&NewOnly::segments, kSegments);
    each(&NewOnly::obedience, kObedience);
    each(&NewOnly::vehicle_types, kVehicleTypesListed);
    each(&NewOnly::uses, kUsesListed);
    truck_county_conditions<NewOnly>(each);
  }
  static void check(const NewOnly& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const NewOnly& kind);
  static bool orders_asked(const NewOnly& kind, const Asked& asked);
  static std::optional<Knob> knob(const NewOnly& kind);
  static Date first_look(const NewOnly& kind, Date from, int lag);
  static std::optional<Date> first_act(const NewOnly& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const NewOnly& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
