#pragma once
/// 新建迁建接入要求 - new-site duty: a new or moved site without a siding, belt or pipe pays a price on its road tonnes.
#include <array>
#include <optional>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/firm.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// new_site: opens on `from` or later | relocated: so does a site whose firm gives up another one of the same kind for it.
enum class NewSite : std::uint8_t { new_site, relocated };
/// What connects a site: rail at its gate, a belt, a pipe.
enum class SiteLink : std::uint8_t { siding, belt, pipe };

/// A site that opens on `from` or later must be connected by its opening; until it is, its bulk goods (none dangerous) bear a price on
/// truck-only chains.
struct NewSiteDuty : Whom {
  std::optional<TonnesPerYear> threshold{};  ///< sites that move this much (in + out, bulk) and more; absent: every site
  std::vector<NewSite> counts{};             ///< empty: both
  std::vector<SiteLink> modes{};             ///< any of them will do
  YuanPerTonne price;
  friend bool operator==(const NewSiteDuty&, const NewSiteDuty&) = default;
};

namespace policy {

template <>
struct About<NewSiteDuty> {
  static constexpr std::string_view word = "new_site_duty";
  static constexpr std::string_view zh = "新建迁建接入要求";
  static constexpr std::string_view en = "new-site duty";
  static constexpr std::string_view what = "a new or moved site without a siding, belt or pipe pays a price on its road tonnes";
  static constexpr std::array effects{EffectKind::wishes_priced};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&NewSiteDuty::threshold, FieldNote{"threshold_t_per_year", "吨数门槛",
                                            "sites of this yearly tonnage of bulk goods and more, in the "
                                            "first whole month after opening; absent = all"}
                                      .in("t/year")
                                      .at_least(0)
                                      .optional());
    condition<NewSiteDuty>(each, &Whom::sectors,
                           FieldNote{"sectors", "行业", "kinds of site; empty = industrial sites and trade zones"}.optional());
    each(&NewSiteDuty::counts, FieldNote{"counts", "新建或迁建", "new sites, relocated ones; empty = both"}.optional());
    each(&NewSiteDuty::modes, FieldNote{"modes", "接入方式", "what connects a site; any of them will do"});
    condition<NewSiteDuty>(each, &Whom::exceptions,
                           FieldNote{"exceptions", "例外", "sites that are recorded as exceptions"}.into("sites").optional());
    each(&NewSiteDuty::price, FieldNote{"price_yuan_per_t", "未接入代价", "price on road tonnes of a site that is not connected"}
                                  .in("yuan/t")
                                  .between(0, kLargestPrice)
                                  .with_standing());
    class_and_county_conditions<NewSiteDuty>(each);
  }
  static void check(const NewSiteDuty& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const NewSiteDuty& kind);
  static bool orders_asked(const NewSiteDuty& kind, const Asked& asked);
  static std::optional<Knob> knob(const NewSiteDuty& kind);
  static Date first_look(const NewSiteDuty& kind, Date from, int lag);
  static std::optional<Date> first_act(const NewSiteDuty& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const NewSiteDuty& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
