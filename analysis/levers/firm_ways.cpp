#include "analysis/levers/firm_ways.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "analysis/emissions/emission_factors.hpp"
#include "analysis/firms/clean_ok.hpp"
#include "analysis/levers/truck_nox.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/contract.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/cost.hpp"
#include "sim/rules/rail/siding_access.hpp"
#include "sim/rules/roads/road_distances.hpp"

namespace railshift::analysis {
namespace {

constexpr std::array kByRail{Way::siding, Way::box};
/// Less than this share of what is asked of a railway is refused by chance of months, not for want of room.
constexpr double kRefusesShare = 0.01;

/// Differences to the road, summed over tonnes.
struct WaySum {
  double tonnes = 0.0;
  double yuan = 0.0;
  std::optional<double> nox_g = 0.0;
  std::optional<Date> from{};
  double cheapest_t = 0.0;
  std::set<Id<Chain>> chains{};
};

/// Of a year, by chain index.
struct ChainYear {
  std::vector<double> delivered_t, requested_t, accepted_t;
};

std::optional<Date> earlier_of(const std::optional<Date>& a, const std::optional<Date>& b) {
  return a && b ? std::min(*a, *b) : (a ? a : b);
}

bool is_judged(const World& world, const Flow& flow) {
  const Commodity& goods = world.commodities[flow.commodity];
  return goods.bulk && !goods.dangerous;
}

/// How a chain passes the gate of the firm: at the end where the firm is; inside one firm at both, of which the origin says it.
Way way_of(const World& world, const Chain& chain, Id<Firm> firm) {
  if (chain.main_mode() != Mode::rail) return Way::belt;
  const Site& origin = world.sites[world.flows[chain.flow].origin];
  const bool at_origin = !origin.outside() && origin.firm == firm;
  return rules::gate_mode(world, chain, at_origin) == Mode::rail ? Way::siding : Way::box;
}

/// The day from which all sidings of a chain are in service; nothing if it has none, or one never is.
std::optional<Date> in_service_since(const World& world, const Chain& chain) {
  std::optional<Date> since;
  for (const auto& siding : {rules::loading_siding(world, chain), rules::unloading_siding(world, chain)}) {
    if (!siding) continue;
    const auto day = rules::siding_in_service(world, *siding);
    if (!day) return std::nullopt;
    since = std::max(*day, since.value_or(*day));
  }
  return since;
}

/// The first day on which the law lets no lower standard than National VI be sold for trucks of this size.
std::optional<Date> national_vi_sold_since(const World& world) {
  std::optional<Date> since;
  for (const Measure& measure : world.measures) {
    const auto* sales = policy::as<SalesStandard>(measure);
    if (sales == nullptr || sales->standard != Standard::china6) continue;
    if (std::find(sales->vehicle_types.begin(), sales->vehicle_types.end(), VehicleType::heavy) == sales->vehicle_types.end()) continue;
    since = earlier_of(since, measure.from);
  }
  return since;
}

/// The year from which new-energy heavy trucks are bought.
std::optional<Date> new_energy_bought_since(const World& world) {
  std::optional<Date> since;
  for (const PurchaseShare& row : world.purchase_shares) {
    if (row.share <= 0.0 || !is_new_energy(row.powertrain) || world.segments[row.segment].vehicle_type != VehicleType::heavy) continue;
    since = earlier_of(since, make_date(row.year, 1, 1));
  }
  return since;
}

/// Prices and distances of a year.
class Costs {
 public:
  Costs(const World& world, const rules::BaseState& base, int year)
      : world_(world), book_(rules::book_of(world, base)), month_(make_month(year, 1)), year_(year) {
    const rules::RoadMap roads(world, rules::regime_on(world, first_day(month_)));
    distances_ = rules::road_distances(world, roads);
  }
  [[nodiscard]] double of(const Chain& chain) const { return rules::generalised_cost(world_, distances_, chain, book_, month_).value; }
  [[nodiscard]] const std::vector<rules::LegDistance>& legs(const Chain& chain) const {
    return distances_.of_chain[world_.chains.id_of(chain).index];
  }
  [[nodiscard]] Month month() const { return month_; }
  /// Open in some month of the year, with a way for its trucks.
  [[nodiscard]] bool can_carry(const Chain& chain) const {
    return rules::chain_open(world_, chain, make_month(year_, 12)) && !distances_.is_cut_off(world_.chains.id_of(chain));
  }

 private:
  const World& world_;
  MonthBook book_;
  Month month_;
  int year_;
  rules::LegDistances distances_;
};

TrucksAsked trucks_asked_by(const CleanRule* rule) {
  if (rule == nullptr) return TrucksAsked::no_rule;
  if (!rule->fallback) return TrucksAsked::none;
  return rule->shortfall_new_energy ? TrucksAsked::new_energy : TrucksAsked::national_vi;
}

/// Of the hardest rule of a firm's works.
TrucksAsked trucks_asked(const World& world, Id<Firm> firm) {
  TrucksAsked hardest = TrucksAsked::national_vi;
  for (const Site& site : world.sites) {
    if (!site.outside() && site.firm == firm && is_industrial(site.kind))
      hardest = std::max(hardest, trucks_asked_by(clean_rule(world, site.kind)));
  }
  return hardest;
}

/// One firm.
class Firmly {
 public:
  Firmly(const World& world, const EmissionFactors& factors, const Costs& costs, Id<Firm> firm, TruckNox nox)
      : world_(world), factors_(factors), costs_(costs), firm_(firm), nox_(nox) {}

  /// Tonnes that a road chain delivered.
  void add(const Chain& road, double tonnes) {
    road_t_ += tonnes;
    const auto nox_now = nox_of(road, nox_.now);
    add_rail(road, tonnes, nox_now);
    if (const Chain* belt = cheapest(road.flow, Way::belt)) {
      add_to(sums_[Way::belt], tonnes, 0.0, difference(nox_of(*belt, nox_.now), nox_now));
    }
    // The kilometres of now by other trucks; their price is not known.
    add_to(sums_[Way::new_energy], tonnes, 0.0, difference(0.0, nox_now));
    add_to(sums_[Way::national_vi], tonnes, 0.0, difference(nox_of(road, nox_.vi), nox_now));
  }

  [[nodiscard]] FirmWays ways(const ChainYear& run) const {
    const Firm& firm = world_.firms[firm_];
    FirmWays found{firm.id, {firm.name_zh.empty() ? firm.id : firm.name_zh, firm.name_en.empty() ? firm.id : firm.name_en},
                   road_t_, road_t_ - rail_t_,
                   {},      rail_t_};
    if (rail_t_ > 0.0) found.rail_yuan_per_t = rail_yuan_ / rail_t_;
    const auto stands = rules::siding_access(world_, firm_).since();
    found.trucks_asked = trucks_asked(world_, firm_);
    found.siding_stands = stands && *stands <= make_date(costs_.month().year(), 1, 1);
    for (const auto& [way, sum] : sums_) {
      if (sum.tonnes > 0.0) found.ways.push_back(row_of(way, sum, run));
    }
    return found;
  }

 private:
  void add_rail(const Chain& road, double tonnes, const std::optional<double>& nox_now) {
    std::optional<Way> cheaper;
    double least = 0.0;
    for (const Way way : kByRail) {
      const Chain* best = cheapest(road.flow, way);
      if (best == nullptr) continue;
      WaySum& sum = sums_[way];
      const double yuan = costs_.of(*best) - costs_.of(road);
      add_to(sum, tonnes, yuan, difference(nox_of(*best, nox_.now), nox_now));
      sum.from = earlier_of(sum.from, in_service_since(world_, *best));
      sum.chains.insert(world_.chains.id_of(*best));
      if (!cheaper || yuan < least) cheaper = way, least = yuan;
    }
    if (!cheaper) return;
    rail_t_ += tonnes;
    rail_yuan_ += tonnes * least;
    sums_[*cheaper].cheapest_t += tonnes;
  }
  [[nodiscard]] FirmWay row_of(Way way, const WaySum& sum, const ChainYear& run) const {
    FirmWay row{way, sum.tonnes, std::nullopt, sum.nox_g ? std::optional(*sum.nox_g / sum.tonnes) : std::nullopt, sum.from, sum.cheapest_t};
    if (way == Way::siding || way == Way::box) row.yuan_per_t = sum.yuan / sum.tonnes;
    const bool all_keep =
        std::all_of(sum.chains.begin(), sum.chains.end(), [&](Id<Chain> c) { return rules::keeps_base_share(world_.chains[c]); });
    if (way == Way::belt && all_keep) row.limit = WayLimit::base_share;
    if (way == Way::new_energy) row.from = new_energy_bought_since(world_);
    if (way == Way::national_vi) row.from = national_vi_sold_since(world_);
    double requested = 0.0, accepted = 0.0;
    for (const Id<Chain> chain : sum.chains) {
      requested += run.requested_t[chain.index];
      accepted += run.accepted_t[chain.index];
    }
    if (requested - accepted > kRefusesShare * requested) row.limit = WayLimit::refuses;
    return row;
  }
  static void add_to(WaySum& sum, double tonnes, double yuan, const std::optional<double>& nox_g) {
    sum.tonnes += tonnes;
    sum.yuan += tonnes * yuan;
    sum.nox_g = sum.nox_g && nox_g ? std::optional(*sum.nox_g + tonnes * *nox_g) : std::nullopt;
  }
  static std::optional<double> difference(const std::optional<double>& a, const std::optional<double>& b) {
    return a && b ? std::optional(*a - *b) : std::nullopt;
  }
  [[nodiscard]] std::optional<double> nox_of(const Chain& chain, const std::optional<double>& per_km) const {
    return per_km ? nox_of_tonne(world_, factors_, costs_.legs(chain), chain, *per_km, costs_.month()) : std::nullopt;
  }
  [[nodiscard]] const Chain* cheapest(Id<Flow> flow, Way way) const {
    const Chain* best = nullptr;
    for (const Id<Chain> id : world_.chains_of(flow)) {
      const Chain& chain = world_.chains[id];
      if (chain.main_mode() == Mode::truck || way_of(world_, chain, firm_) != way || !costs_.can_carry(chain)) continue;
      if (best == nullptr || costs_.of(chain) < costs_.of(*best)) best = &chain;
    }
    return best;
  }

  const World& world_;
  const EmissionFactors& factors_;
  const Costs& costs_;
  Id<Firm> firm_;
  TruckNox nox_;
  double road_t_ = 0.0, rail_t_ = 0.0, rail_yuan_ = 0.0;
  std::map<Way, WaySum> sums_;
};

/// By flow index, whether a flow passes a gate of the firm's works and counts.
std::vector<bool> flows_of(const World& world, Id<Firm> firm) {
  std::vector<bool> flows(world.flows.size(), false);
  for (const Flow& flow : world.flows) {
    for (const Id<Site> end : {flow.origin, flow.destination}) {
      const Site& site = world.sites[end];
      if (!site.outside() && is_industrial(site.kind) && site.firm == firm && is_judged(world, flow))
        flows[world.flows.id_of(flow).index] = true;
    }
  }
  return flows;
}

ChainYear chain_year(const RunView& run, int year) {
  const std::vector<double> none(run.world->chains.size(), 0.0);
  ChainYear sums{none, none, none};
  for (const ledger::ChainRow& row : run.ledger->chains) {
    if (year_of(first_day(row.month)) != year) continue;
    sums.delivered_t[row.chain.index] += tonnes_of(row.delivered_kg);
    sums.requested_t[row.chain.index] += tonnes_of(row.requested_kg);
    sums.accepted_t[row.chain.index] += tonnes_of(row.accepted_kg);
  }
  return sums;
}

}  // namespace

std::vector<FirmWays> firm_ways(const RunView& plan, const rules::BaseState& base, int year) {
  const World& world = *plan.world;
  const Costs costs(world, base, year);
  const EmissionFactors factors(world);
  const ChainYear run = chain_year(plan, year);
  std::vector<FirmWays> all;
  for (const Id<Firm> firm : listed_firms(world)) {
    const std::vector<bool> flows = flows_of(world, firm);
    Firmly firmly(world, factors, costs, firm, truck_nox(plan, factors, flows, year));
    for (const Chain& chain : world.chains) {
      const double moved = run.delivered_t[world.chains.id_of(chain).index];
      if (moved > 0.0 && chain.main_mode() == Mode::truck && flows[chain.flow.index]) firmly.add(chain, moved);
    }
    all.push_back(firmly.ways(run));
  }
  return all;
}

}  // namespace railshift::analysis
