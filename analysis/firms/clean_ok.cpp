/// clean_ok: listed firms whose works transport cleanly, a firm and month; the city's figure is the share of firms. Tonnes are delivered
/// bulk goods without dangerous ones at the gate; trucks are the loaded ones of all goods there.
#include "analysis/firms/clean_ok.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>
#include <vector>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace railshift::analysis {
namespace {

/// Levels are compared as whole parts of this.
constexpr std::int64_t kLevelParts = 10'000;
std::int64_t in_parts(double level) { return std::llround(level * static_cast<double>(kLevelParts)); }

/// Seq of the truck legs that pass the gate at one end of a flow. The record of a leg does not say of which chain it is: where trucks of
/// another chain with the same number do not pass the gate, it may be theirs.
struct GateLegs {
  std::set<int> of_trucks;
  std::map<int, std::vector<Id<Chain>>> elsewhere;  ///< by seq, chains whose trucks are not at this gate
};

/// In the order in which one outweighs the other. unknown: it depends on which truck drove for which chain.
enum class Clean : std::uint8_t { yes, unknown, no };

struct MonthOfFirm {
  Clean clean = Clean::yes;
  Standing standing = Standing::derived;
};
using WorksMonth = std::tuple<Id<Firm>, Month, SiteKind>;
struct Works {
  GateMonth gate;     ///< what surely passed it
  GateMonth perhaps;  ///< loads and trips of trucks that may have been elsewhere
  Standing standing = Standing::derived;
};

Clean clean_of(const CleanRule& rule, const Works& works, Month month) {
  GateMonth worst = works.gate, best = works.gate;
  worst.dirty_trips += works.perhaps.dirty_trips;
  best.new_energy_kg += works.perhaps.new_energy_kg;
  if (is_clean(rule, worst, month)) return Clean::yes;
  return is_clean(rule, best, month) ? Clean::unknown : Clean::no;
}

/// Adds the ledger's rows to the gates of listed firms.
class GateBook {
 public:
  explicit GateBook(const Gauge& gauge)
      : gauge_(gauge), world_(gauge.world()), facts_(chain_facts(world_)), listed_(judged_firms()), legs_(2 * world_.flows.size()) {
    for (const Chain& chain : world_.chains) {
      const ChainFacts& facts = facts_[world_.chains.id_of(chain).index];
      for (const bool at_origin : {true, false}) {
        if (by_truck(facts, at_origin) && truck_leg(chain, at_origin))
          legs_at(chain.flow, at_origin).of_trucks.insert(end_leg(chain, at_origin).seq);
        for (const Leg& leg : chain.legs) {
          const bool at_gate = by_truck(facts, at_origin) && &leg == &end_leg(chain, at_origin);
          if (leg.mode == Mode::truck && !at_gate) legs_at(chain.flow, at_origin).elsewhere[leg.seq].push_back(world_.chains.id_of(chain));
        }
      }
    }
    for (const ledger::ChainRow& row : gauge.ledger().chains) add(row);
    for (const ledger::ServiceRow& row : gauge.ledger().service) add(row);
  }

  /// Months in which bulk goods passed the gates: clean if the works of every kind are.
  [[nodiscard]] std::map<std::pair<Id<Firm>, Month>, MonthOfFirm> months() const {
    std::map<std::pair<Id<Firm>, Month>, MonthOfFirm> months;
    for (const auto& [key, works] : works_) {
      const auto& [firm, month, kind] = key;
      if (works.gate.all_kg == 0) continue;
      const CleanRule& rule = *clean_rule(world_, kind);
      MonthOfFirm& of_firm = months[{firm, month}];
      of_firm.clean = std::max(of_firm.clean, clean_of(rule, works, month));
      of_firm.standing = combine(combine(of_firm.standing, works.standing), rule.provenance.standing);
    }
    return months;
  }

 private:
  /// Listed firms of which every kind of inside works has a rule.
  [[nodiscard]] std::vector<Id<Firm>> judged_firms() const {
    std::vector<Id<Firm>> firms = listed_firms(world_);
    for (const Site& site : world_.sites) {
      if (!site.outside() && is_industrial(site.kind) && clean_rule(world_, site.kind) == nullptr) std::erase(firms, site.firm);
    }
    return firms;
  }

  static bool by_truck(const ChainFacts& facts, bool at_origin) {
    return (at_origin ? facts.origin_gate : facts.destination_gate) == Mode::truck;
  }
  static const Leg& end_leg(const Chain& chain, bool at_origin) { return at_origin ? chain.legs.front() : chain.legs.back(); }
  static bool truck_leg(const Chain& chain, bool at_origin) { return end_leg(chain, at_origin).mode == Mode::truck; }
  [[nodiscard]] GateLegs& legs_at(Id<Flow> flow, bool at_origin) { return legs_[2 * flow.index + (at_origin ? 0 : 1)]; }

  /// The works at one end of a flow, if a rule judges what passes there.
  [[nodiscard]] Works* works_at(Id<Flow> flow, bool at_origin, Month month) {
    const Site& site = world_.sites[at_origin ? world_.flows[flow].origin : world_.flows[flow].destination];
    if (site.outside() || !is_industrial(site.kind) || !std::binary_search(listed_.begin(), listed_.end(), site.firm)) return nullptr;
    if (at_origin && clean_rule(world_, site.kind)->inbound_only) return nullptr;
    return &works_[{site.firm, month, site.kind}];
  }

  /// Bulk goods without dangerous ones are what the rules ask for.
  [[nodiscard]] bool counts(Id<Flow> flow) const {
    const Commodity& goods = world_.commodities[world_.flows[flow].commodity];
    return goods.bulk && !goods.dangerous;
  }

  void add(const ledger::ChainRow& row) {
    if (row.planned_kg > 0 || row.rail_open_kg > 0 || row.delivered_kg > 0) moved_.emplace(row.chain, row.month);
    if (row.delivered_kg == 0 || !gauge_.reported(row.month)) return;
    const ChainFacts& facts = facts_[row.chain.index];
    for (const bool at_origin : {true, false}) {
      Works* works = works_at(facts.flow, at_origin, row.month);
      if (works == nullptr) continue;
      // A truck at the gate that no leg of the table shows may be any truck.
      if (by_truck(facts, at_origin) && !truck_leg(world_.chains[row.chain], at_origin)) ++works->gate.dirty_trips;
      if (!counts(facts.flow)) continue;
      works->gate.all_kg += row.delivered_kg;
      if (!by_truck(facts, at_origin)) works->gate.clean_kg += row.delivered_kg;
      works->standing = combine(works->standing, facts.standing);
    }
  }

  void add(const ledger::ServiceRow& row) {
    if (!row.loaded || !gauge_.reported(row.month)) return;
    const AccessClass truck = EmissionClass::from_index(row.vehicle).access;
    for (const bool at_origin : {true, false}) {
      const GateLegs& legs = legs_at(row.flow, at_origin);
      if (!legs.of_trucks.contains(row.leg)) continue;
      Works* works = works_at(row.flow, at_origin, row.month);
      if (works == nullptr) continue;
      GateMonth& gate = may_be_elsewhere(legs, row) ? works->perhaps : works->gate;
      if (is_new_energy(truck.powertrain))
        gate.new_energy_kg += counts(row.flow) ? row.kg : 0;
      else if (truck.standard < Standard::china6)
        gate.dirty_trips += row.trips;
    }
  }

  [[nodiscard]] bool may_be_elsewhere(const GateLegs& legs, const ledger::ServiceRow& row) const {
    const auto chains = legs.elsewhere.find(row.leg);
    return chains != legs.elsewhere.end() && std::any_of(chains->second.begin(), chains->second.end(), [&](Id<Chain> chain) {
             return moved_.contains({chain, row.month});
           });
  }

  const Gauge& gauge_;
  const World& world_;
  std::vector<ChainFacts> facts_;
  std::vector<Id<Firm>> listed_;
  std::vector<GateLegs> legs_;  ///< by flow, origin and destination
  std::map<WorksMonth, Works> works_;
  std::set<std::pair<Id<Chain>, Month>> moved_;  ///< chains that had goods in the month
};

struct FirmShare {
  int ok = 0, firms = 0;
  Standing standing = Standing::derived;
  void add(bool is_ok, Standing of_firm) {
    ++firms;
    ok += is_ok ? 1 : 0;
    standing = combine(standing, of_firm);
  }
};

void add_row(const Gauge& gauge, const std::string& firm, Period period, const FirmShare& share, MetricTable& table) {
  const Share parts{static_cast<double>(share.ok), static_cast<double>(share.firms)};
  table.push_back(gauge.share_row("clean_ok", period, parts, share.standing));
  table.back().firm = firm;
}

CleanYears years_of(const std::map<std::pair<Id<Firm>, Month>, MonthOfFirm>& months) {
  std::map<std::pair<Id<Firm>, int>, MonthOfFirm> sums;
  for (const auto& [key, month] : months) {
    MonthOfFirm& year = sums[{key.first, key.second.year()}];
    year.clean = std::max(year.clean, month.clean);
    year.standing = combine(year.standing, month.standing);
  }
  CleanYears years;
  for (const auto& [key, year] : sums) years[key] = {year.clean == Clean::yes, year.clean != Clean::unknown, year.standing};
  return years;
}

}  // namespace

bool is_clean(const CleanRule& rule, const GateMonth& gate, Month month) {
  const std::int64_t short_parts = in_parts(rule.level) * gate.all_kg - kLevelParts * gate.clean_kg;
  if (short_parts <= 0) return true;
  if (!rule.fallback) return false;
  if (!rule.shortfall_new_energy) return gate.dirty_trips == 0;
  const bool in_time = !rule.shortfall_until || first_day(month + 1) + -1 <= *rule.shortfall_until;
  const double share = in_time ? *rule.shortfall_new_energy : 1.0;
  // Both sides in kilograms: parts of parts would leave 64 bits.
  return static_cast<double>(gate.new_energy_kg) * static_cast<double>(kLevelParts) >=
         static_cast<double>(in_parts(share)) * (static_cast<double>(short_parts) / static_cast<double>(kLevelParts));
}

const CleanRule* clean_rule(const World& world, SiteKind kind) {
  for (const CleanRule& rule : world.clean_rules) {
    if (rule.site_kind == kind && rule.key_region == world.settings.key_region) return &rule;
  }
  return nullptr;
}

CleanYears clean_years(const Gauge& gauge) {
  if (gauge.world().clean_rules.empty()) return {};
  return years_of(GateBook(gauge).months());
}

void add_clean_ok(const Gauge& gauge, MetricTable& table) {
  const World& world = gauge.world();
  if (world.clean_rules.empty()) return;
  const auto months = GateBook(gauge).months();
  std::map<Period, FirmShare> listed;
  // Of the list every firm counts, so that two runs count the same firms: one of which nothing can be said is not shown to be clean.
  const auto add = [&](Id<Firm> firm, Period period, const CleanYear& answer) {
    FirmShare one;
    one.add(answer.ok, answer.standing);
    if (answer.known) add_row(gauge, world.firms[firm].id, period, one, table);
    listed[period].add(answer.ok, answer.standing);
  };
  for (const auto& [key, month] : months)
    add(key.first, month_period(key.second), {month.clean == Clean::yes, month.clean != Clean::unknown, month.standing});
  for (const auto& [key, year] : years_of(months)) add(key.first, {key.second, 0}, year);
  for (const auto& [period, share] : listed) add_row(gauge, kListedFirms, period, share, table);
}

}  // namespace railshift::analysis
