#pragma once
/// 对象 - whom a measure speaks of: the one set of conditions of all kinds that pick firms, sites or flows.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/firm.hpp"
#include "sim/policy/about.hpp"

namespace railshift {

/// Conditions that must all hold; what is empty asks nothing. A kind that has some of them derives from it, and its fields say which. What
/// they mean on a day: rules/goods/addressed.hpp.
struct Whom {
  std::vector<Id<Firm>> firms{};             ///< exactly these
  std::vector<Id<Site>> sites{};             ///< exactly these
  std::vector<SiteKind> sectors{};           ///< sites of these kinds
  std::vector<FirmClass> firm_classes{};     ///< firms that are of one of these classes on the day
  std::vector<std::string> counties{};       ///< sites in these counties
  std::optional<double> county_pm25_from{};  ///< sites in counties whose PM2.5 is this much or more on the day, ug/m3; or ...
  std::optional<int> county_last_ranks{};    ///< ... in counties that are among so many at the end of the ranking
  std::vector<Id<Site>> exceptions{};        ///< 例外: recorded, not bound
  friend bool operator==(const Whom&, const Whom&) = default;
};

namespace policy {

/// Whether a condition can hold on one day and not on another.
[[nodiscard]] bool is_dated(const Whom& whom);
/// Whether it asks more than who the firm is and which class it has: where a site lies, or what it is.
[[nodiscard]] bool asks_of_sites(const Whom& whom);
/// Whether it asks anything besides the list of firms.
[[nodiscard]] bool narrows(const Whom& whom);
/// Whether it asks in which county something is.
[[nodiscard]] bool asks_of_counties(const Whom& whom);

/// A measure on firms names a threshold or a list, or says by other conditions which firms it means.
void check_who(const Written& written, Contradictions& found);

inline constexpr FieldNote kSectors = FieldNote{"sectors", "行业", "only sites of these kinds; empty = all"}.optional();
inline constexpr FieldNote kFirmClasses =
    FieldNote{"firm_classes", "绩效等级", "only firms of these classes in firm_classes, on the first day of the month; empty = all"}
        .optional();
inline constexpr FieldNote kCounties =
    FieldNote{"counties", "县区", "only sites in these counties; empty = all"}.into("counties").optional();
inline constexpr FieldNote kPm25 =
    FieldNote{"county_pm25_from", "县区PM2.5下限",
              "only sites in counties whose pm25 in county_figures is this or more, or which county_last_ranks takes"}
        .in("ug/m3")
        .between(0, 1000)
        .optional();
/// China has fewer counties than this.
inline constexpr double kMostCounties = 3000.0;
inline constexpr FieldNote kLastRanks =
    FieldNote{"county_last_ranks", "县区倒数名次",
              "only sites in counties whose rank_from_last in county_figures is this or less, or which county_pm25_from takes"}
        .between(1, kMostCounties)
        .optional();

/// each(member, note) of a condition that a kind has.
template <class Kind, class Each, class Member>
void condition(Each& each, Member Whom::*member, const FieldNote& note) {
  Member Kind::*own = member;
  each(own, note);
}
/// Those on counties, and those on counties and classes.
template <class Kind, class Each>
void county_conditions(Each& each) {
  condition<Kind>(each, &Whom::counties, kCounties);
  condition<Kind>(each, &Whom::county_pm25_from, kPm25);
  condition<Kind>(each, &Whom::county_last_ranks, kLastRanks);
}
template <class Kind, class Each>
void class_and_county_conditions(Each& each) {
  condition<Kind>(each, &Whom::firm_classes, kFirmClasses);
  county_conditions<Kind>(each);
}

/// The same of an order on registered trucks, as the county stands in their row of the register.
template <class Kind, class Each>
void truck_county_conditions(Each& each) {
  condition<Kind>(
      each, &Whom::counties,
      FieldNote{"counties", "县区", "only trucks registered in these counties; empty = all"}.into("counties of trucks").optional());
  condition<Kind>(
      each, &Whom::county_pm25_from,
      FieldNote{"county_pm25_from", "县区PM2.5下限",
                "only trucks of counties whose pm25 in county_figures was this or more on `from`, or which county_last_ranks takes"}
          .in("ug/m3")
          .between(0, 1000)
          .optional());
  condition<Kind>(
      each, &Whom::county_last_ranks,
      FieldNote{
          "county_last_ranks", "县区倒数名次",
          "only trucks of counties whose rank_from_last in county_figures was this or less on `from`, or which county_pm25_from takes"}
          .between(1, kMostCounties)
          .optional());
}

}  // namespace policy
}  // namespace railshift
