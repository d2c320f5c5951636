#include "analysis/metrics/tonnes.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/siding_access.hpp"

namespace railshift::analysis {
namespace {

/// What is summed: kilograms at a gate or on the main haul, or kilogram-kilometres of all legs.
enum class Counted : std::uint8_t { tonnes, tonne_km };

/// Adds the rows of one ledger row to every scope that contains it.
class Adder {
 public:
  Adder(const Gauge& gauge, Goods goods, Counted counted, ModeTable& table)
      : gauge_(gauge), world_(gauge.world()), goods_(goods), table_(table), facts_(chain_facts(world_)), listed_(listed_firms(world_)) {
    if (counted == Counted::tonne_km) km_ = chain_kilometres(world_);
    for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) {
      if (!with_siding_.contains(m.year())) with_siding_[m.year()] = listed_with_siding(world_, m.year());
    }
  }

  void add(const ledger::ChainRow& row) {
    if (!gauge_.reported(row.month)) return;
    const ChainFacts& facts = facts_[row.chain.index];
    const Id<Commodity> commodity = world_.flows[facts.flow].commodity;
    const Commodity& goods = world_.commodities[commodity];
    if (goods_ == Goods::bulk && (!goods.bulk || goods.dangerous)) return;
    now_ = Piece{row.month, commodity.index + 1, gauge_.haul_classes()[facts.flow.index], row.delivered_kg, facts.standing, {}};
    if (!km_.empty()) now_.kg_km = km_[row.chain.index].times(row.delivered_kg, facts.standing);
    add_city(facts);
    add_gate(facts, facts.origin, Direction::out, facts.origin_gate);
    add_gate(facts, facts.destination, Direction::in, facts.destination_gate);
  }

 private:
  struct Piece {
    Month month;
    std::uint32_t commodity = 0;
    rules::HaulClass haul = rules::HaulClass::no_road;
    std::int64_t kg = 0;
    Standing standing = Standing::derived;
    std::optional<ModeSums> kg_km;
  };

  void add_city(const ChainFacts& facts) {
    const Site& from = world_.sites[facts.origin];
    const Site& to = world_.sites[facts.destination];
    if (!from.outside()) put_city(from.county, Direction::out, facts.main_mode);
    if (!to.outside()) put_city(to.county, Direction::in, facts.main_mode);
    if (from.outside() && to.outside()) return;
    put({}, ShareBasis::main_haul, Direction::both, facts.main_mode);
    if (!from.outside()) put_county(from.county, Direction::both, facts.main_mode);
    if (!to.outside() && (from.outside() || to.county != from.county)) put_county(to.county, Direction::both, facts.main_mode);
  }

  void put_city(const std::string& county, Direction direction, Mode mode) {
    put({}, ShareBasis::main_haul, direction, mode);
    put_county(county, direction, mode);
  }

  void put_county(const std::string& county, Direction direction, Mode mode) {
    sum({year_period(now_.month), {}, county, 0, {}, ShareBasis::main_haul, direction}, mode);
  }

  void add_gate(const ChainFacts& facts, Id<Site> gate, Direction direction, Mode gate_mode) {
    const Site& site = world_.sites[gate];
    if (site.outside() || !is_industrial(site.kind)) return;
    for (const Direction d : {direction, Direction::both}) {
      if (!now_.kg_km) put_firm(site.firm, ShareBasis::gate, d, gate_mode);
      put_firm(site.firm, ShareBasis::main_haul, d, facts.main_mode);
    }
  }

  void put_firm(Id<Firm> firm, ShareBasis basis, Direction direction, Mode mode) {
    if (!now_.kg_km) put({FirmScope::Kind::one, firm}, basis, direction, mode);
    if (std::binary_search(listed_.begin(), listed_.end(), firm)) put({FirmScope::Kind::listed, {}}, basis, direction, mode);
    const std::vector<Id<Firm>>& with_siding = with_siding_.at(now_.month.year());
    if (std::binary_search(with_siding.begin(), with_siding.end(), firm)) put({FirmScope::Kind::with_siding, {}}, basis, direction, mode);
  }

  void put(FirmScope firm, ShareBasis basis, Direction direction, Mode mode) {
    const TonneKey year{year_period(now_.month), firm, {}, 0, {}, basis, direction};
    sum(year, mode);
    if (firm.kind == FirmScope::Kind::one) return;
    TonneKey key = year;
    key.commodity = now_.commodity;
    sum(key, mode);
    key = year;
    key.haul_class = to_text(now_.haul);
    sum(key, mode);
    if (rules::is_medium_or_long(now_.haul)) {
      key.haul_class = rules::kMediumAndLong;
      sum(key, mode);
    }
    if (now_.kg_km) return;
    key = year;
    key.period = month_period(now_.month);
    sum(key, mode);
  }

  void sum(TonneKey key, Mode mode) {
    if (!now_.kg_km) {
      ModeSums& sums = table_[key];
      if (now_.kg > 0 || sums.all_kg() == 0) sums.add(mode, now_.kg, now_.standing);
      return;
    }
    key.basis = ShareBasis::tonne_km;
    table_[key].add(*now_.kg_km);
  }

  const Gauge& gauge_;
  const World& world_;
  Goods goods_;
  ModeTable& table_;
  std::vector<ChainFacts> facts_;
  std::vector<Id<Firm>> listed_;
  std::map<int, std::vector<Id<Firm>>> with_siding_;  ///< by year
  std::vector<ModeKm> km_;                            ///< by chain; empty: kilograms are summed
  Piece now_;
};

ModeTable table_of(const Gauge& gauge, Goods goods, Counted counted) {
  ModeTable table;
  Adder adder(gauge, goods, counted, table);
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    if (row.delivered_kg > 0) adder.add(row);
  }
  if (counted == Counted::tonne_km) return table;
  // Nothing delivered is a figure too, 0 t. It comes last, so that it adds nothing to the standing of what was delivered.
  for (const ledger::ChainRow& row : gauge.ledger().chains) {
    if (row.delivered_kg == 0) adder.add(row);
  }
  return table;
}

}  // namespace

ModeSums ModeKm::times(std::int64_t kg, Standing standing) const {
  const auto part = [kg](Kilometres km) { return std::llround(static_cast<double>(kg) * km.value); };
  return {part(rail), part(road), part(belt_pipe), standing};
}

std::vector<ModeKm> chain_kilometres(const World& world) {
  const rules::BaseYearRoads roads(world);
  std::vector<ModeKm> all;
  for (const Chain& chain : world.chains) {
    ModeKm& km = all.emplace_back();
    for (std::size_t i = 0; i < chain.legs.size(); ++i) {
      const Mode mode = chain.legs[i].mode;
      (mode == Mode::rail ? km.rail : mode == Mode::truck ? km.road : km.belt_pipe) += roads.of_leg(chain, i);
    }
  }
  return all;
}

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

std::vector<Id<Firm>> listed_with_siding(const World& world, int year) {
  std::vector<Id<Firm>> firms = listed_firms(world);
  std::erase_if(firms, [&](Id<Firm> firm) {
    const auto since = rules::siding_access(world, firm).since();
    return !since || make_date(year, 1, 1) < *since;
  });
  return firms;
}

std::string_view to_text(ShareBasis basis) {
  switch (basis) {
    case ShareBasis::gate:
      return "gate";
    case ShareBasis::main_haul:
      return "main_haul";
    case ShareBasis::tonne_km:
      return "tonne_km";
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
    case FirmScope::Kind::with_siding:
      return kListedWithSiding;
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

void ModeSums::add(const ModeSums& other) {
  rail_kg += other.rail_kg;
  road_kg += other.road_kg;
  belt_pipe_kg += other.belt_pipe_kg;
  standing = combine(standing, other.standing);
}

void fill_scope(MetricRow& row, const TonneKey& key, const World& world) {
  row.firm = to_text(key.firm, world);
  row.county = key.county;
  if (key.commodity > 0) row.commodity = world.commodities[Id<Commodity>{key.commodity - 1}].id;
  row.haul_class = key.haul_class;
  row.basis = to_text(key.basis);
  row.direction = to_text(key.direction);
}

ModeTable mode_table(const Gauge& gauge, Goods goods) { return table_of(gauge, goods, Counted::tonnes); }
ModeTable tonne_km_table(const Gauge& gauge, Goods goods) { return table_of(gauge, goods, Counted::tonne_km); }

}  // namespace railshift::analysis
