#pragma once
/// 跨情景核对 - the folders of several cities side by side: which days two of them share, what their flows carry then, and which places,
/// lines and roads are the same. Every match rests on an id, a name or a stated distance.
#include <optional>
#include <string>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/roads/straight_line.hpp"

namespace railshift::analysis::across {

/// Two stations, gateways or sites are one place up to here: twice the rounding of a coordinate to hundredths of a degree.
inline constexpr Kilometres kSamePlace{2.0};
/// An outside place (忻州宁武) is one point for a county: it stands for sites of another city up to here, about the radius of a county.
/// Up to here, too, two outside places, or two sites of one name, are one.
inline constexpr Kilometres kSameCounty{30.0};
/// Gateways of neighbours on one road lie where each folder cuts its network: up to here they are one crossing.
inline constexpr Kilometres kSameRoad{40.0};
/// A place lies on the way if the way over it is at most so many times the straight line.
inline constexpr double kDetour = 1.2;

/// A scenario and what it is called here: its id, or its folder where two have one id.
struct City {
  std::string label;
  const World* world = nullptr;
};

/// The days that two cities share in their first common year.
struct Span {
  Date from;   ///< first day
  Date until;  ///< first day after
  [[nodiscard]] int days() const { return until - from; }
};
/// Nothing: no day belongs to both runs.
[[nodiscard]] std::optional<Span> common_span(const World& a, const World& b);

/// What every flow carries in the months of the days, by flow index.
[[nodiscard]] std::vector<Tonnes> flow_tonnes(const World& world, const Span& span);

/// 大秦线 of "大秦线 韩家岭-湖东": what all sections of a line have before the first blank; empty where they differ.
[[nodiscard]] std::string line_name(const World& world, const Line& line);
/// Roads that the name of a gateway holds: 青银高速 and 307国道 of "青银高速和307国道西口(寿阳)".
[[nodiscard]] std::vector<std::string> roads_of(const std::string& gateway_name);

/// How two sites of two cities are the same place; nothing: they are not.
[[nodiscard]] std::optional<Kilometres> same_site(const Site& a, const Site& b);
/// The site inside a city that an outside place of another one stands for: the nearest up to kSameCounty.
struct NearSite {
  Id<Site> site;
  Kilometres km;
};
[[nodiscard]] std::optional<NearSite> stands_for(const Site& outside, const World& city);

}  // namespace railshift::analysis::across
