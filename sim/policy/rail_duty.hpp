#pragma once
/// 铁路运输比例要求 - rail duty: a price on the road tonnes of firms below a rail share.
#include <array>

#include "sim/core/units.hpp"
#include "sim/model/firm.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// 以清洁车达标 - whether clean trucks stand in for rail, as the clause reads. no: they do not | without_siding: for a firm that has no
/// siding in service, own or shared | always: for every firm.
enum class CleanTrucks : std::uint8_t { no, without_siding, always };

/// A firm below the required rail share of its bulk goods (rolling 12 months) pays a price on the tonnes it sends by road. A firm whose
/// gates let in National VI and new-energy trucks only (a gate floor that it obeys) has the price 0 where clean trucks stand in for rail.
struct RailDuty : Whom {
  TonnesPerYear threshold;
  std::vector<RequiredStep> required;
  YuanPerTonne price;
  double fade = 0.05;  ///< the price falls to 0 over this many share points up to `required`
  CleanTrucks clean_trucks = CleanTrucks::no;
  friend bool operator==(const RailDuty&, const RailDuty&) = default;
};

namespace policy {

template <>
struct About<RailDuty> {
  static constexpr std::string_view word = "rail_duty";
  static constexpr std::string_view zh = "铁路运输比例要求";
  static constexpr std::string_view en = "rail duty";
  static constexpr std::string_view what = "a firm below the required rail share pays a price on road tonnes";
  static constexpr std::array effects{EffectKind::wishes_priced, EffectKind::rail_forgone};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&RailDuty::threshold, kThreshold);
    condition<RailDuty>(each, &Whom::firms, kFirms);
    each(&RailDuty::required, steps_note("required"));
    each(&RailDuty::price, FieldNote{"price_yuan_per_t", "欠缺代价", "price on road tonnes below the level"}
                               .in("yuan/t")
                               .between(0, kLargestPrice)
                               .with_standing());
    each(&RailDuty::fade, FieldNote{"fade", "代价递减区间", "share points below the level over which the price falls to 0; default 0.05"}
                              .between(0.001, 1)
                              .with_standing()
                              .optional());
    each(&RailDuty::clean_trucks, FieldNote{"clean_trucks", "清洁车可否替代",
                                            "whether a firm that admits National VI and new-energy trucks only bears no price; "
                                            "absent = no"}
                                      .optional());
    condition<RailDuty>(each, &Whom::sectors, kSectors);
    class_and_county_conditions<RailDuty>(each);
  }
  static void check(const RailDuty& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const RailDuty& kind);
  static bool orders_asked(const RailDuty& kind, const Asked& asked);
  static std::optional<Knob> knob(const RailDuty& kind);
  static Date first_look(const RailDuty& kind, Date from, int lag);
  static std::optional<Date> first_act(const RailDuty& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const RailDuty& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
