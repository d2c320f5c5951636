#pragma once
/// 运价优惠 - tariff: what a haul, its handling, its drayage or its toll costs from a day on, and who bears the difference.
#include <array>
#include <optional>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/flow.hpp"
#include "sim/policy/about.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// What of a chain's price changes. rail_haul: the train's haul | road_haul: the haul of a truck-only chain | handling: the charges of the
/// legs of a rail chain | drayage: the truck hauls of a rail chain | toll: the part of the haul of a truck-only chain that is paid on the
/// road, for trucks from a standard on.
enum class TariffOn : std::uint8_t { rail_haul, road_haul, handling, drayage, toll };
/// Who bears what shippers are spared: the railway, haulier or road that asks less, or public money.
enum class Payer : std::uint8_t { carrier, public_money };

/// From `from` on a price is another one. Exactly one of factor, yuan_per_t_km and yuan_per_t. Of whom it speaks: of goods that they send
/// or receive.
struct Tariff : Whom {
  TariffOn applies_to = TariffOn::rail_haul;
  std::vector<Id<Commodity>> commodities{};  ///< empty: all
  Kilometres from_km{};                      ///< hauls of this length and more ...
  std::optional<Kilometres> below_km{};      ///< ... and below this one
  std::optional<double> factor{};            ///< times the price
  std::optional<double> yuan_per_t_km{};     ///< added to the price; below 0 it is a rebate
  std::optional<YuanPerTonne> yuan_per_t{};  ///< added to the price; below 0 it is a subsidy
  Payer payer = Payer::carrier;
  std::vector<Id<TruckClass>> truck_classes{};  ///< of flows by these classes (their axles), for prices of trucks; empty: all
  std::optional<Standard> from_standard{};      ///< of a toll: trucks of this standard and above, new-energy ones among them
  friend bool operator==(const Tariff&, const Tariff&) = default;
};

namespace policy {

/// Whether a haul lies in the band, whose lower bound belongs to it and whose upper bound does not; lengths are rounded to whole metres.
[[nodiscard]] bool in_band(const Tariff& tariff, Kilometres km);

template <>
struct About<Tariff> {
  static constexpr std::string_view word = "tariff";
  static constexpr std::string_view zh = "运价优惠";
  static constexpr std::string_view en = "tariff";
  static constexpr std::string_view what = "a haul, its handling, its drayage or its toll costs more or less from a day on";
  static constexpr std::array effects{EffectKind::wishes_priced, EffectKind::freight_forgone, EffectKind::freight_subsidised};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&Tariff::applies_to, FieldNote{"applies_to", "适用价格", "which price of a chain it changes"});
    each(&Tariff::commodities, kCommoditiesListed);
    each(&Tariff::from_km, FieldNote{"from_km", "最短运距", "hauls of this length and more; absent = 0"}.in("km").at_least(0).optional());
    each(&Tariff::below_km,
         FieldNote{"below_km", "最长运距", "hauls shorter than this; absent = no bound"}.in("km").at_least(0).optional());
    each(&Tariff::factor, FieldNote{"factor", "运价系数", "times the price; this, yuan_per_t_km or yuan_per_t"}
                              .between(0, kLargestFactor)
                              .with_standing()
                              .optional());
    each(&Tariff::yuan_per_t_km, FieldNote{"yuan_per_t_km", "每吨公里加减价", "added to the price; below 0 = rebate"}
                                     .in("yuan/t-km")
                                     .between(-kLargestRate, kLargestRate)
                                     .with_standing()
                                     .optional());
    each(&Tariff::yuan_per_t, FieldNote{"yuan_per_t", "每吨加减价", "added to the price; below 0 = subsidy"}
                                  .in("yuan/t")
                                  .between(-kLargestPrice, kLargestPrice)
                                  .with_standing()
                                  .optional());
    each(&Tariff::payer, FieldNote{"payer", "承担方", "who bears what shippers are spared"});
    each(&Tariff::truck_classes,
         FieldNote{"truck_classes", "运输车型", "flows by trucks of these classes; empty = all"}.into("truck_classes").optional());
    each(&Tariff::from_standard,
         FieldNote{"from_standard", "享受优惠的最低标准", "of a toll: trucks of this standard and above; absent = all"}.optional());
    condition<Tariff>(each, &Whom::firms,
                      FieldNote{"firms", "企业名单", "goods that these firms send or receive; empty = of all"}.optional());
    condition<Tariff>(each, &Whom::sectors, kSectors);
    class_and_county_conditions<Tariff>(each);
  }
  static void check(const Tariff& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const Tariff& kind);
  static bool orders_asked(const Tariff& kind, const Asked& asked);
  static std::optional<Knob> knob(const Tariff& kind);
  static Date first_look(const Tariff& kind, Date from, int lag);
  static std::optional<Date> first_act(const Tariff& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const Tariff& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
