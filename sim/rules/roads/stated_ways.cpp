#include "sim/rules/roads/stated_ways.hpp"

#include <algorithm>
#include <tuple>

#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {

LegSites leg_sites(const GoodsWorld& world, const Chain& chain, std::size_t position) {
  const LegEnds ends = leg_ends(world, chain)[position];
  const Flow& flow = world.flows[chain.flow];
  LegSites sites;
  if (position == 0 && world.sites[flow.origin].node == ends.from) sites.from = flow.origin;
  if (position + 1 == chain.legs.size() && world.sites[flow.destination].node == ends.to) sites.to = flow.destination;
  return sites;
}

StatedWays::StatedWays(const World& world) {
  for (const Chain& chain : world.chains) {
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      const Leg& leg = chain.legs[i];
      if (leg.mode != Mode::truck || !leg.km) continue;
      const LegSites sites = leg_sites(world, chain, i);
      if (!sites.from || !sites.to) continue;
      const KilometresPerHour speed{world.parameter("road.stated_speed", world.settings.start)};
      ways_[std::minmax(*sites.from, *sites.to)].push_back(
          {*sites.from, *sites.to, *leg.km, leg.hours.value_or(*leg.km / speed), leg.off_network});
    }
  }
  for (auto& [ends, ways] : ways_) {
    std::stable_sort(ways.begin(), ways.end(),
                     [](const StatedWay& a, const StatedWay& b) { return std::tie(a.km, a.time) < std::tie(b.km, b.time); });
  }
}

const std::vector<StatedWay>& StatedWays::between(Id<Site> a, Id<Site> b) const {
  static const std::vector<StatedWay> none;
  const auto at = ways_.find(std::minmax(a, b));
  return at == ways_.end() ? none : at->second;
}

}  // namespace railshift::rules
