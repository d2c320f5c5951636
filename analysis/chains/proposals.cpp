#include "analysis/chains/proposals.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "analysis/chains/rail_ends.hpp"
#include "analysis/chains/rail_network.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/base_state.hpp"
#include "sim/rules/rail/cost.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::analysis {
namespace {

/// A pair of ends with the way between them.
struct Candidate {
  RailEnd from;
  RailEnd to;
  RailWay way;
};

std::vector<double> tonnes_of_year(const World& world, int year) {
  std::vector<double> tonnes(world.flows.size(), 0.0);
  for (int m = 1; m <= 12; ++m) {
    const rules::FlowRates rates = rules::flow_rates(world, make_month(year, m));
    for (std::uint32_t i = 0; i < tonnes.size(); ++i)
      tonnes[i] += to_tonnes(rules::month_mass(world, rates, Id<Flow>{i}, make_month(year, m))).value;
  }
  return tonnes;
}

bool has_rail(const World& world, Id<Flow> flow) {
  const auto& chains = world.chains_of(flow);
  return std::any_of(chains.begin(), chains.end(), [&](Id<Chain> id) { return world.chains[id].main_mode() == Mode::rail; });
}

/// What is charged at a siding by the chains that use it, the first of them; 0 where none does.
YuanPerTonne charges_at(const World& world, const std::optional<Id<Siding>>& siding) {
  for (const Chain& chain : world.chains) {
    for (const Leg& leg : chain.legs) {
      if (siding && leg.siding == siding) return leg.charges;
    }
  }
  return {};
}

bool is_yard(const World& world, const RailEnd& end) { return end.siding && world.sidings[*end.siding].ends_at == SidingEnd::yard; }

Leg rail_leg(const RailStretch& stretch) {
  Leg leg;
  leg.mode = Mode::rail;
  leg.line = stretch.line;
  leg.from_node = stretch.from;
  leg.to_node = stretch.to;
  return leg;
}

/// Sections of one line are one leg. A single leg can name one siding only, of which the other end's is found if it stands at the site:
/// with a yard at both ends the first section is a leg of its own.
std::vector<Leg> rail_legs(const World& world, const Candidate& c) {
  std::vector<Leg> legs;
  for (const RailStretch& stretch : c.way.stretches) {
    if (!legs.empty() && legs.back().line == stretch.line)
      legs.back().to_node = stretch.to;
    else
      legs.push_back(rail_leg(stretch));
  }
  const bool two_yards = is_yard(world, c.from) && is_yard(world, c.to);
  if (legs.size() == 1 && two_yards) {
    legs.insert(legs.begin(), rail_leg(c.way.stretches.front()));
    legs[1].from_node = legs[0].to_node;
  }
  const auto name = [&](Leg& leg, const RailEnd& end) {
    leg.siding = end.siding;
    leg.charges = charges_at(world, end.siding);
  };
  if (legs.size() > 1) {
    if (c.from.siding) name(legs.front(), c.from);
    if (c.to.siding) name(legs.back(), c.to);
  } else {
    name(legs.front(), is_yard(world, c.to) || !c.from.siding ? c.to : c.from);
  }
  return legs;
}

Leg drayage_leg(const RailEnd& end) {
  Leg truck;
  truck.km = end.drayage;
  return truck;
}

std::vector<Leg> legs_of(const World& world, const Candidate& c) {
  std::vector<Leg> legs = c.from.beyond;
  if (c.from.drayage) {
    legs.push_back(drayage_leg(c.from));
    legs.back().to_node = c.from.station;
  }
  const std::vector<Leg> rail = rail_legs(world, c);
  legs.insert(legs.end(), rail.begin(), rail.end());
  if (c.to.drayage) {
    legs.push_back(drayage_leg(c.to));
    legs.back().from_node = c.to.station;
  }
  legs.insert(legs.end(), c.to.beyond.begin(), c.to.beyond.end());
  for (std::size_t i = 0; i < legs.size(); ++i) legs[i].seq = static_cast<int>(i) + 1;
  return legs;
}

/// Two yards need two legs; a train needs a siding whose load is known.
bool can_be_said(const World& world, const Candidate& c) {
  if (is_yard(world, c.from) && is_yard(world, c.to) && c.way.stretches.size() == 1) return false;
  const auto load = [&](const RailEnd& end) { return end.siding && world.sidings[*end.siding].train_load.value > 0; };
  return load(c.from) || load(c.to);
}

class Proposing {
 public:
  Proposing(const World& world, const ChainRequest& request)
      : world_(world),
        request_(request),
        january_(make_month(request.year, 1)),
        tonnes_(tonnes_of_year(world, request.year)),
        ends_(world, first_day(january_), request.within),
        rails_(world, january_) {}

  Proposals run() {
    for (const Flow& flow : world_.flows) look_at(flow);
    choose_cheapest();
    count_listed();
    return std::move(found_);
  }

 private:
  void look_at(const Flow& flow) {
    const Id<Flow> id = world_.flows.id_of(flow);
    if (tonnes_[id.index] <= 0.0 || has_rail(world_, id)) return;
    const auto give_up = [&](NoChain why) { found_.unconnected.push_back({id, tonnes_[id.index], why}); };
    if (world_.truck_classes[flow.truck_class].simulate == Simulate::count) return give_up(NoChain::counted);
    const std::vector<RailEnd> from = ends_.of(flow.origin, SiteEnd::origin), to = ends_.of(flow.destination, SiteEnd::destination);
    if (from.empty()) return give_up(NoChain::end_at_origin);
    if (to.empty()) return give_up(NoChain::end_at_destination);
    int number = 0;
    for (const RailEnd& a : from) {
      for (const RailEnd& b : to) {
        const auto way = rails_.way(a.station, b.station);
        if (!way || way->stretches.empty() || !can_be_said(world_, {a, b, *way})) continue;
        Candidate candidate{a, b, *way};
        Chain chain;
        chain.id = fmt::format("ch-rail-{}-{:03}", flow.id, ++number);
        chain.flow = id;
        chain.legs = legs_of(world_, candidate);
        candidates_[chain.id] = {chain, std::move(candidate)};
      }
    }
    if (number == 0) give_up(NoChain::no_line);
  }

  void choose_cheapest() {
    std::vector<Chain> all;
    for (const auto& [id, candidate] : candidates_) all.push_back(candidate.first);
    const World trial = with_chains(world_, all);
    const rules::RoadMap roads(trial, rules::regime_on(trial, first_day(january_)));
    const rules::LegDistances distances = rules::road_distances(trial, roads);
    const MonthBook book = rules::book_of(trial, rules::prior_state(trial));
    const auto cost = [&](const Chain& c) { return rules::generalised_cost(trial, distances, c, book, january_).value; };
    std::map<std::uint32_t, std::pair<double, std::string>> best;  // by flow
    for (const auto& [id, candidate] : candidates_) {
      const Id<Chain> at = *trial.chains.find(id);
      if (distances.is_cut_off(at)) continue;
      const std::pair<double, std::string> mine{cost(trial.chains[at]), id};
      const auto known = best.try_emplace(candidate.first.flow.index, mine).first;
      known->second = std::min(known->second, mine);
    }
    std::vector<rules::RailLimits> limits;
    for (int m = 1; m <= 12; ++m) limits.push_back(rules::rail_limits(trial, make_month(request_.year, m)));
    for (const auto& [flow, chosen] : best) {
      const auto& [chain, ends] = candidates_.at(chosen.second);
      const Id<Chain> at = *trial.chains.find(chosen.second);
      ProposedChain row{chain, tonnes_[flow]};
      row.drayage_km = ends.from.drayage.value_or(Kilometres{}).value + ends.to.drayage.value_or(Kilometres{}).value;
      row.drayage_by_line = ends.from.by_line || ends.to.by_line;
      row.rail_km = ends.way.km.value;
      row.yuan_per_t = rules::freight_price(trial, distances, trial.chains[at], book, january_).total().value;
      double road = std::numeric_limits<double>::infinity();
      for (const Id<Chain> other : trial.chains_of(chain.flow)) {
        if (trial.chains[other].main_mode() == Mode::truck && !distances.is_cut_off(other))
          road = std::min(road, cost(trial.chains[other]));
      }
      row.dearer_yuan = std::isinf(road) ? 0.0 : chosen.first - road;
      for (const rules::RailLimits& month : limits) row.capacity_t += capacity(month, at);
      found_.chains.push_back(std::move(row));
    }
    std::sort(found_.chains.begin(), found_.chains.end(), [](const auto& a, const auto& b) { return a.chain.id < b.chain.id; });
  }
  static double capacity(const rules::RailLimits& limits, Id<Chain> chain) {
    double kg = std::numeric_limits<double>::infinity();
    for (const rules::LimitUse& use : limits.of_chain[chain.index]) kg = std::min(kg, limits.limits[use.limit].capacity / use.per_kg);
    return std::isinf(kg) ? 0.0 : kg / 1000.0;
  }

  void count_listed() {
    const std::vector<Id<Firm>> listed = listed_firms(world_);
    const auto is_listed = [&](Id<Site> id) {
      const Site& site = world_.sites[id];
      return !site.outside() && is_industrial(site.kind) && std::binary_search(listed.begin(), listed.end(), site.firm);
    };
    for (const Flow& flow : world_.flows) {
      const Id<Flow> id = world_.flows.id_of(flow);
      if (!is_listed(flow.origin) && !is_listed(flow.destination)) continue;
      found_.listed.all += tonnes_[id.index];
      if (has_rail(world_, id)) continue;
      found_.listed.without_rail += tonnes_[id.index];
      const bool proposed =
          std::any_of(found_.chains.begin(), found_.chains.end(), [&](const ProposedChain& c) { return c.chain.flow == id; });
      if (proposed) found_.listed.proposed += tonnes_[id.index];
    }
  }

  const World& world_;
  ChainRequest request_;
  Month january_;
  std::vector<double> tonnes_;
  RailEnds ends_;
  RailNetwork rails_;
  std::map<std::string, std::pair<Chain, Candidate>> candidates_;
  Proposals found_;
};

}  // namespace

Proposals propose_chains(const World& world, const ChainRequest& request) { return Proposing(world, request).run(); }

World with_chains(const World& world, const std::vector<Chain>& chains) {
  World more = world;
  std::vector<Chain> all(world.chains.begin(), world.chains.end());
  all.insert(all.end(), chains.begin(), chains.end());
  more.chains = Table<Chain>(std::move(all));
  for (Closure& closure : more.closures.rows_for_loading()) {
    if (closure.chain) closure.chain = more.chains.find(world.chains[*closure.chain].id);
  }
  more.index();
  return more;
}

}  // namespace railshift::analysis
