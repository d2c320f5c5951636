#pragma once
/// 中长距离优先铁路 - distance preference: a price on roads at or above a distance.
#include <array>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/firm.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// Goods whose haul is `min_km` or longer (shortest road of the base year, as haul classes are) bear a price on truck-only chains; shorter
/// ones bear none. Of whom it speaks: of goods that they send or receive.
struct DistancePreference : Whom {
  Kilometres min_km;
  std::vector<Id<Commodity>> commodities{};  ///< empty: all bulk goods, none dangerous
  YuanPerTonne price;
  friend bool operator==(const DistancePreference&, const DistancePreference&) = default;
};

namespace policy {

template <>
struct About<DistancePreference> {
  static constexpr std::string_view word = "distance_preference";
  static constexpr std::string_view zh = "中长距离优先铁路";
  static constexpr std::string_view en = "distance preference";
  static constexpr std::string_view what = "goods that go a distance or farther bear a price on roads";
  static constexpr std::array effects{EffectKind::wishes_priced};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&DistancePreference::min_km,
         FieldNote{"min_km", "最短运距", "hauls of this length and more, by the shortest road of the base year"}.in("km").at_least(0));
    each(&DistancePreference::commodities, kCommoditiesListed);
    each(&DistancePreference::price,
         FieldNote{"price_yuan_per_t", "公路代价", "price on a tonne by road"}.in("yuan/t").between(0, kLargestPrice).with_standing());
    condition<DistancePreference>(each, &Whom::sectors, kSectors);
    class_and_county_conditions<DistancePreference>(each);
  }
  static void check(const DistancePreference& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const DistancePreference& kind);
  static bool orders_asked(const DistancePreference& kind, const Asked& asked);
  static std::optional<Knob> knob(const DistancePreference& kind);
  static Date first_look(const DistancePreference& kind, Date from, int lag);
  static std::optional<Date> first_act(const DistancePreference& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const DistancePreference& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
