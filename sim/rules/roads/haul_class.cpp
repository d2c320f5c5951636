#include "sim/rules/roads/haul_class.hpp"

#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/roads/road_routes.hpp"

namespace railshift::rules {
namespace {

constexpr double kMetresAKilometre = 1000.0;

/// First kilometre of each class after the first.
constexpr std::array<std::int64_t, 4> kBoundsKm{100, 250, 500, 750};

std::int64_t metres_of(Kilometres km) { return std::llround(km.value * kMetresAKilometre); }

}  // namespace

std::string_view to_text(HaulClass haul) {
  switch (haul) {
    case HaulClass::under_100:
      return "<100";
    case HaulClass::from_100:
      return "100-249";
    case HaulClass::from_250:
      return "250-499";
    case HaulClass::from_500:
      return "500-749";
    case HaulClass::from_750:
      return ">=750";
    case HaulClass::no_road:
      return "no_road";
  }
  RAILSHIFT_EXPECTS(false, "a haul class has a word");
}

HaulClass haul_class(Kilometres km) {
  const std::int64_t metres = metres_of(km);
  std::size_t reached = 0;
  while (reached < kBoundsKm.size() && metres >= kBoundsKm[reached] * 1000) ++reached;
  return kHaulClasses[reached];
}

BaseYearRoads::BaseYearRoads(const World& world)
    : world_(&world), graph_(world, regime_on(world, make_date(world.settings.base_year, 1, 1)).open) {
  for (const Link& link : world.links) metres_.push_back(metres_of(link.length));
}

std::optional<Kilometres> BaseYearRoads::network(Id<Node> from, Id<Node> to) const {
  const auto [at, added] = known_.try_emplace({from, to});
  if (!added) return at->second;
  const auto path = graph_.least(from, to, metres_);
  if (!path) return std::nullopt;
  std::int64_t metres = 0;
  for (const Id<Link> link : *path) metres += metres_[link.index];
  at->second = Kilometres{static_cast<double>(metres) / kMetresAKilometre};
  return at->second;
}

Kilometres BaseYearRoads::access(Id<Node> end, Id<Site> site) const {
  const Site& place = world_->sites[site];
  return place.node == end ? place.outer_km : Kilometres{};
}

std::optional<Kilometres> BaseYearRoads::between(Id<Site> from, Id<Site> to) const {
  if (from == to) return Kilometres{};
  const Site& a = world_->sites[from];
  const Site& b = world_->sites[to];
  const auto roads = network(a.node, b.node);
  if (!roads) return std::nullopt;
  return *roads + a.outer_km + b.outer_km;
}

Kilometres BaseYearRoads::of_leg(const Chain& chain, std::size_t leg) const {
  const Leg& of = chain.legs[leg];
  if (of.km) return *of.km;
  const LegEnds ends = leg_ends(*world_, chain)[leg];
  Kilometres km;
  if (of.mode == Mode::rail) {
    for (const SectionUse& use : sections_of_leg(*world_, of, ends)) km += world_->rail_sections[Id<RailSection>{use.section}].length;
  } else if (of.mode == Mode::truck) {
    const Flow& flow = world_->flows[chain.flow];
    km = network(ends.from, ends.to).value_or(Kilometres{});
    if (leg == 0) km += access(ends.from, flow.origin);
    if (leg + 1 == chain.legs.size()) km += access(ends.to, flow.destination);
  }
  return km;
}

std::vector<HaulClass> haul_classes(const World& world) {
  const BaseYearRoads roads(world);
  std::vector<HaulClass> classes;
  for (const Flow& flow : world.flows) {
    const auto km = roads.between(flow.origin, flow.destination);
    classes.push_back(km ? haul_class(*km) : HaulClass::no_road);
  }
  return classes;
}

}  // namespace railshift::rules
