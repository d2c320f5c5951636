#include "analysis/metrics/tonnes.hpp"

#include <algorithm>
#include <optional>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kThresholdParameter = "scope.over_threshold";

/// Adds the rows of one ledger row to every scope that contains it.
class Adder {
 public:
  Adder(const Gauge& gauge, Goods goods, ModeTable& table)
      : gauge_(gauge), world_(gauge.world()), goods_(goods), table_(table), facts_(chain_facts(world_)), listed_(listed_firms(world_)) {}

  void add(const ledger::ChainRow& row) {
    if (row.delivered_kg == 0 || !gauge_.reported(row.month)) return;
    const ChainFacts& facts = facts_[row.chain.index];
    const Id<Commodity> commodity = world_.flows[facts.flow].commodity;
    const Commodity& goods = world_.commodities[commodity];
    if (goods_ == Goods::bulk && (!goods.bulk || goods.dangerous)) return;
    now_ = Piece{row.month, commodity.index + 1, row.delivered_kg, facts.standing};
    add_city(facts);
    add_gate(facts, facts.origin, Direction::out, facts.origin_gate);
    add_gate(facts, facts.destination, Direction::in, facts.destination_gate);
  }

 private:
  struct Piece {
    Month month;
    std::uint32_t commodity = 0;
    std::int64_t kg = 0;
    Standing standing = Standing::derived;
  };

  void add_city(const ChainFacts& facts) {
    const bool from_inside = !world_.sites[facts.origin].outside();
    const bool to_inside = !world_.sites[facts.destination].outside();
    if (from_inside) put({}, ShareBasis::main_haul, Direction::out, facts.main_mode);
    if (to_inside) put({}, ShareBasis::main_haul, Direction::in, facts.main_mode);
    if (from_inside || to_inside) put({}, ShareBasis::main_haul, Direction::both, facts.main_mode);
  }

  void add_gate(const ChainFacts& facts, Id<Site> gate, Direction direction, Mode gate_mode) {
    const Site& site = world_.sites[gate];
    if (site.outside() || !is_industrial(site.kind)) return;
    for (const Direction d : {direction, Direction::both}) {
      put_firm(site.firm, ShareBasis::gate, d, gate_mode);
      put_firm(site.firm, ShareBasis::main_haul, d, facts.main_mode);
    }
  }

  void put_firm(Id<Firm> firm, ShareBasis basis, Direction direction, Mode mode) {
    put({FirmScope::Kind::one, firm}, basis, direction, mode);
    if (std::binary_search(listed_.begin(), listed_.end(), firm)) put({FirmScope::Kind::listed, {}}, basis, direction, mode);
  }

  void put(FirmScope firm, ShareBasis basis, Direction direction, Mode mode) {
    const TonneKey year{year_period(now_.month), firm, 0, basis, direction};
    table_[year].add(mode, now_.kg, now_.standing);
    if (firm.kind == FirmScope::Kind::one) return;
    TonneKey key = year;
    key.commodity = now_.commodity;
    table_[key].add(mode, now_.kg, now_.standing);
    key = year;
    key.period = month_period(now_.month);
    table_[key].add(mode, now_.kg, now_.standing);
  }

  const Gauge& gauge_;
  const World& world_;
  Goods goods_;
  ModeTable& table_;
  std::vector<ChainFacts> facts_;
  std::vector<Id<Firm>> listed_;
  Piece now_;
};

}  // namespace

std::vector<ChainFacts> chain_facts(const World& world) {
  std::vector<ChainFacts> all;
  all.reserve(world.chains.size());
  for (const Chain& chain : world.chains) {
    const Flow& flow = world.flows[chain.flow];
    ChainFacts facts;
    facts.flow = chain.flow;
    facts.origin = flow.origin;
    facts.destination = flow.destination;
    facts.main_mode = chain.main_mode();
    facts.origin_gate = rules::gate_mode(world, chain, true);
    facts.destination_gate = rules::gate_mode(world, chain, false);
    facts.standing = combine(flow.provenance.standing, chain.provenance.standing);
    all.push_back(facts);
  }
  return all;
}

std::vector<Id<Firm>> listed_firms(const World& world) {
  const Settings& settings = world.settings;
  const int list_year = settings.as_of ? year_of(*settings.as_of) - 1 : settings.base_year;
  const Date from = make_date(list_year + 1, 1, 1);
  const TonnesPerYear threshold{world.parameter(kThresholdParameter, from)};
  std::vector<Id<Firm>> firms = rules::bound_firms(world, threshold, {}, from);
  std::sort(firms.begin(), firms.end());
  return firms;
}

std::string_view to_text(ShareBasis basis) {
  switch (basis) {
    case ShareBasis::gate:
      return "gate";
    case ShareBasis::main_haul:
      return "main_haul";
  }
  RAILSHIFT_EXPECTS(false, "a basis has a word");
}

std::string_view to_text(Direction direction) {
  switch (direction) {
    case Direction::both:
      return "both";
    case Direction::in:
      return "in";
    case Direction::out:
      return "out";
  }
  RAILSHIFT_EXPECTS(false, "a direction has a word");
}

std::string to_text(FirmScope scope, const World& world) {
  switch (scope.kind) {
    case FirmScope::Kind::city:
      return "";
    case FirmScope::Kind::listed:
      return kListedFirms;
    case FirmScope::Kind::one:
      return world.firms[scope.firm].id;
  }
  RAILSHIFT_EXPECTS(false, "a firm scope has a word");
}

void ModeSums::add(Mode mode, std::int64_t kg, Standing of_row) {
  switch (mode) {
    case Mode::rail:
      rail_kg += kg;
      break;
    case Mode::truck:
      road_kg += kg;
      break;
    case Mode::belt:
    case Mode::pipe:
      belt_pipe_kg += kg;
      break;
  }
  standing = combine(standing, of_row);
}

ModeTable mode_table(const Gauge& gauge, Goods goods) {
  ModeTable table;
  Adder adder(gauge, goods, table);
  for (const ledger::ChainRow& row : gauge.ledger().chains) adder.add(row);
  return table;
}

}  // namespace railshift::analysis
