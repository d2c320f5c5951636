#include "analysis/across/flows_twice.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace railshift::analysis::across {
namespace {

/// Flows of both cities as one row of numbers, those of the second behind those of the first, joined where they match.
class Joined {
 public:
  explicit Joined(std::size_t size) : head_(size) { std::iota(head_.begin(), head_.end(), std::size_t{0}); }
  std::size_t head(std::size_t i) {
    while (head_[i] != i) i = head_[i] = head_[head_[i]];
    return i;
  }
  /// The smaller number heads, so that groups stand in the order of the first city.
  void join(std::size_t first, std::size_t second) {
    const std::size_t x = head(first);
    const std::size_t y = head(second);
    head_[std::max(x, y)] = std::min(x, y);
  }

 private:
  std::vector<std::size_t> head_;
};

/// The larger distance of the two ends; nothing if the flows are not the same.
std::optional<Kilometres> same_flow(const World& a, const Flow& of_a, const World& b, const Flow& of_b) {
  if (a.commodities[of_a.commodity].id != b.commodities[of_b.commodity].id) return std::nullopt;
  const auto origins = same_site(a.sites[of_a.origin], b.sites[of_b.origin]);
  const auto destinations = same_site(a.sites[of_a.destination], b.sites[of_b.destination]);
  return origins && destinations ? std::optional(std::max(*origins, *destinations)) : std::nullopt;
}

void count(Counted& counted, const std::string& row, Tonnes tonnes) {
  counted.rows.push_back(row);
  counted.tonnes += tonnes;
}

}  // namespace

std::vector<FlowsTwice> flows_twice(const City& a, const City& b, const Span& span) {
  const std::size_t of_a = a.world->flows.size();
  Joined joined(of_a + b.world->flows.size());
  std::map<std::size_t, Kilometres> farthest;  // by a flow of the first city
  const auto tonnes_a = flow_tonnes(*a.world, span);
  const auto tonnes_b = flow_tonnes(*b.world, span);
  for (const Flow& one : a.world->flows) {
    const std::uint32_t f = a.world->flows.id_of(one).index;
    for (const Flow& other : b.world->flows) {
      const std::uint32_t g = b.world->flows.id_of(other).index;
      if (tonnes_a[f].value <= 0.0 || tonnes_b[g].value <= 0.0) continue;
      const auto km = same_flow(*a.world, one, *b.world, other);
      if (!km) continue;
      joined.join(f, of_a + g);
      farthest[f] = std::max(farthest[f], *km);
    }
  }
  std::map<std::size_t, FlowsTwice> groups;  // by the head
  for (const auto& [f, km] : farthest) {
    const Id<Flow> flow{static_cast<std::uint32_t>(f)};
    const Flow& row = a.world->flows[flow];
    FlowsTwice& group =
        groups.try_emplace(joined.head(f), FlowsTwice{a.world->commodities[row.commodity].id, flow, {}, {}, {}}).first->second;
    count(group.a, row.id, tonnes_a[f]);
    group.farthest = std::max(group.farthest, km);
  }
  for (std::uint32_t g = 0; g < b.world->flows.size(); ++g) {
    const auto group = groups.find(joined.head(of_a + g));
    if (group != groups.end()) count(group->second.b, b.world->flows[Id<Flow>{g}].id, tonnes_b[g]);
  }
  std::vector<FlowsTwice> found;
  for (auto& [head, group] : groups) found.push_back(std::move(group));
  return found;
}

namespace {

/// The nearest site of the city that sends (gets) goods of this commodity, as the place outside of it does.
std::optional<NearSite> trades_at(const Site& outside, const std::string& commodity, Id<Site> Flow::*end, const World& city) {
  std::optional<NearSite> nearest;
  for (const Flow& flow : city.flows) {
    const Site& site = city.sites[flow.*end];
    if (site.outside() || city.commodities[flow.commodity].id != commodity) continue;
    const Kilometres km = rules::straight_line(rules::degrees(outside), rules::degrees(site));
    if (km <= kSameCounty && (!nearest || km < nearest->km)) nearest = NearSite{flow.*end, km};
  }
  return nearest;
}

}  // namespace

std::vector<FlowsOfOne> flows_of_one(const City& of, const World& other, const Span& span, const std::set<std::string>& matched) {
  const World& world = *of.world;
  const auto tonnes = flow_tonnes(world, span);
  std::map<std::tuple<Id<Site>, std::string, int>, FlowsOfOne> groups;
  for (const Flow& flow : world.flows) {
    const std::uint32_t f = world.flows.id_of(flow).index;
    if (tonnes[f].value <= 0.0 || matched.count(flow.id) > 0) continue;
    for (Id<Site> Flow::*const which : {&Flow::origin, &Flow::destination}) {
      const Id<Site> end = flow.*which;
      const auto near = stands_for(world.sites[end], other);
      if (!near) continue;
      const std::string& commodity = world.commodities[flow.commodity].id;
      const FlowsOfOne empty{commodity, end, *near, trades_at(world.sites[end], commodity, which, other), {}};
      count(groups.try_emplace({end, commodity, which == &Flow::origin ? 0 : 1}, empty).first->second.counted, flow.id, tonnes[f]);
    }
  }
  std::vector<FlowsOfOne> found;
  for (auto& [key, group] : groups) found.push_back(std::move(group));
  return found;
}

}  // namespace railshift::analysis::across
