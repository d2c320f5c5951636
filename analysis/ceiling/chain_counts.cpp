#include "analysis/ceiling/chain_counts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "analysis/metrics/rail_calls.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/model/area_code.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

using Modes = std::set<Mode>;

std::string field_of(const Scope& scope, const std::string& name) {
  const auto found = scope.find(name);
  return found == scope.end() ? std::string{} : found->second;
}

/// Besides when and in what unit, which no chain decides.
bool names_only(const Scope& scope, const std::set<std::string>& known) {
  return std::all_of(scope.begin(), scope.end(),
                     [&](const auto& field) { return field.first == "period" || field.first == "unit" || known.contains(field.first); });
}

std::optional<Modes> numerator_modes(std::string_view word) {
  if (word == "rail") return Modes{Mode::rail};
  if (word == "rail_belt_pipe") return Modes{Mode::rail, Mode::belt, Mode::pipe};
  return std::nullopt;
}

std::optional<Modes> denominator_modes(std::string_view word) {
  if (word == "rail_road") return Modes{Mode::rail, Mode::truck};
  if (word == "all") return Modes{Mode::rail, Mode::truck, Mode::belt, Mode::pipe};
  return std::nullopt;
}

template <class Word>
std::optional<Word> word_of(std::string_view text, std::initializer_list<Word> words) {
  for (const Word word : words) {
    if (to_text(word) == text) return word;
  }
  return std::nullopt;
}

/// CountedFirms gates: everybody's goods (the city), the gates of the firms.
struct CountedFirms {
  bool city = true;
  std::vector<Id<Firm>> firms;
};

std::optional<CountedFirms> counted_firms(const World& world, const std::string& firm, int year) {
  if (firm.empty()) return CountedFirms{};
  if (firm == kListedFirms) return CountedFirms{false, listed_firms(world)};
  if (firm == kListedWithSiding) return CountedFirms{false, listed_with_siding(world, year)};
  const auto found = world.firms.find(firm);
  if (!found) return std::nullopt;
  return CountedFirms{false, {*found}};
}

/// Counts a chain as tonnes.cpp does: the city by the main haul and every flow once; a firm at each of its gates.
class GateCounter {
 public:
  GateCounter(const World& world, CountedFirms whose, Direction direction, std::string county)
      : world_(world), whose_(std::move(whose)), direction_(direction), county_(std::move(county)) {}

  /// Modes at which a chain counts, once each.
  [[nodiscard]] std::vector<Mode> modes(const ChainFacts& facts, ShareBasis basis) const {
    if (whose_.city) return city_counts(facts) ? std::vector{facts.main_mode} : std::vector<Mode>{};
    std::vector<Mode> counted;
    const bool gate = basis == ShareBasis::gate;
    if (direction_ != Direction::in && is_gate(facts.origin)) counted.push_back(gate ? facts.origin_gate : facts.main_mode);
    if (direction_ != Direction::out && is_gate(facts.destination)) counted.push_back(gate ? facts.destination_gate : facts.main_mode);
    return counted;
  }

 private:
  [[nodiscard]] bool in_area(Id<Site> site) const {
    return !world_.sites[site].outside() && (county_.empty() || world_.sites[site].county == county_);
  }
  [[nodiscard]] bool city_counts(const ChainFacts& facts) const {
    const bool out = direction_ != Direction::in && in_area(facts.origin);
    return out || (direction_ != Direction::out && in_area(facts.destination));
  }
  [[nodiscard]] bool is_gate(Id<Site> id) const {
    const Site& site = world_.sites[id];
    if (site.outside() || !is_industrial(site.kind)) return false;
    return std::find(whose_.firms.begin(), whose_.firms.end(), site.firm) != whose_.firms.end();
  }

  const World& world_;
  CountedFirms whose_;
  Direction direction_;
  std::string county_;
};

/// Flows of the goods and lengths that a scope names.
class FlowFilter {
 public:
  FlowFilter(const World& world, const Scope& scope, Goods goods)
      : world_(world),
        goods_(goods),
        commodity_(field_of(scope, "commodity")),
        haul_(field_of(scope, "haul_class")),
        classes_(haul_.empty() ? std::vector<rules::HaulClass>{} : rules::haul_classes(world)) {}

  [[nodiscard]] bool has(Id<Flow> flow) const {
    const Commodity& goods = world_.commodities[world_.flows[flow].commodity];
    if (goods_ == Goods::bulk && (!goods.bulk || goods.dangerous)) return false;
    if (!commodity_.empty() && goods.id != commodity_) return false;
    if (haul_.empty()) return true;
    const rules::HaulClass haul = classes_[flow.index];
    return to_text(haul) == haul_ || (haul_ == rules::kMediumAndLong && rules::is_medium_or_long(haul));
  }

 private:
  const World& world_;
  Goods goods_;
  std::string commodity_;
  std::string haul_;
  std::vector<rules::HaulClass> classes_;
};

/// What a reading of tonnes by mode counts, by chain.
struct ModeReading {
  Scope scope;
  Modes part, whole;
  Goods goods = Goods::bulk;
  int year = 0;
};

double weight(const std::optional<ModeKm>& km, Mode mode, const Modes& modes) {
  if (!km) return modes.contains(mode) ? 1.0 : 0.0;
  double sum = 0.0;
  if (modes.contains(Mode::rail)) sum += km->rail.value;
  if (modes.contains(Mode::truck)) sum += km->road.value;
  if (modes.contains(Mode::belt)) sum += km->belt_pipe.value;
  return sum;
}

std::optional<std::vector<ChainCount>> counts_of(const World& world, const ModeReading& reading) {
  const auto basis = word_of(field_of(reading.scope, "basis"), {ShareBasis::gate, ShareBasis::main_haul, ShareBasis::tonne_km});
  const auto direction = word_of(field_of(reading.scope, "direction"), {Direction::both, Direction::in, Direction::out});
  const auto firms = counted_firms(world, field_of(reading.scope, "firm"), reading.year);
  const std::string county = field_of(reading.scope, "county");
  if (!basis || !direction || !firms) return std::nullopt;
  // A city has no gate, a firm no county: no metric has such a row.
  if (firms->city ? *basis == ShareBasis::gate : !county.empty()) return std::nullopt;
  const GateCounter counter(world, *firms, *direction, county);
  const FlowFilter filter(world, reading.scope, reading.goods);
  const std::vector<ModeKm> km = *basis == ShareBasis::tonne_km ? chain_kilometres(world) : std::vector<ModeKm>{};
  const std::vector<ChainFacts> facts = chain_facts(world);
  std::vector<ChainCount> counts(world.chains.size());
  for (std::size_t c = 0; c < counts.size(); ++c) {
    if (!filter.has(facts[c].flow)) continue;
    const std::optional<ModeKm> length = km.empty() ? std::nullopt : std::optional(km[c]);
    for (const Mode mode : counter.modes(facts[c], *basis)) {
      counts[c].part += weight(length, mode, reading.part);
      counts[c].whole += weight(length, mode, reading.whole);
    }
  }
  return counts;
}

const std::set<std::string>& mode_fields() {
  static const std::set<std::string> fields{"firm",           "county",           "commodity", "haul_class",
                                            "numerator_kind", "denominator_kind", "basis",     "direction"};
  return fields;
}

std::optional<std::vector<ChainCount>> rail_share_counts(const World& world, const Scope& scope, int year) {
  const auto part = numerator_modes(field_of(scope, "numerator_kind"));
  const auto whole = denominator_modes(field_of(scope, "denominator_kind"));
  if (!part || !whole || !names_only(scope, mode_fields())) return std::nullopt;
  return counts_of(world, {scope, *part, *whole, Goods::bulk, year});
}

std::optional<std::vector<ChainCount>> rail_tonnes_counts(const World& world, const Scope& scope, int year) {
  const bool rail = field_of(scope, "numerator_kind") == "rail" && field_of(scope, "basis") != to_text(ShareBasis::tonne_km);
  if (!rail || !names_only(scope, mode_fields())) return std::nullopt;
  return counts_of(world, {scope, {Mode::rail}, {Mode::rail, Mode::truck}, Goods::all, year});
}

std::optional<std::vector<ChainCount>> clean_counts(const World& world, const Scope& scope) {
  // entries are loads of trucks alone
  if (!names_only(scope, {"numerator_kind", "basis"}) || field_of(scope, "basis") != "tonnes") return std::nullopt;
  std::vector<ChainCount> counts;
  for (const ChainFacts& facts : chain_facts(world)) {
    const double whole = facts.touches_inside(world) ? 1.0 : 0.0;
    counts.push_back({facts.main_mode == Mode::truck ? 0.0 : whole, whole});
  }
  return counts;
}

std::optional<std::vector<ChainCount>> chain_tonnes_counts(const World& world, const Scope& scope) {
  if (!names_only(scope, {"numerator_kind", "basis", "commodity", "haul_class"})) return std::nullopt;
  const std::string word = field_of(scope, "numerator_kind");
  const bool by_class = field_of(scope, "basis") == "chain_class";
  const FlowFilter filter(world, scope, Goods::all);
  const std::vector<ChainFacts> facts = chain_facts(world);
  std::vector<ChainCount> counts;
  for (const Chain& chain : world.chains) {
    const ChainFacts& of = facts[counts.size()];
    const double whole = of.touches_inside(world) && filter.has(of.flow) ? 1.0 : 0.0;
    const bool named = by_class ? to_text(rules::chain_class(world, chain)) == word : to_text(of.main_mode) == word;
    counts.push_back({named ? whole : 0.0, whole});
  }
  return counts;
}

std::optional<std::vector<ChainCount>> station_counts(const World& world, const Scope& scope) {
  const auto direction = word_of(field_of(scope, "direction"), {Direction::in, Direction::out});
  if (!direction || !names_only(scope, {"county", "rail_station", "commodity", "direction"})) return std::nullopt;
  const std::string county = field_of(scope, "county");
  const std::string station = field_of(scope, "rail_station");
  const FlowFilter filter(world, scope, Goods::all);
  std::vector<ChainCount> counts(world.chains.size());
  const auto calls = calls_of_chains(world);
  for (std::size_t c = 0; c < counts.size(); ++c) {
    if (!calls[c] || !filter.has(world.chains[Id<Chain>{static_cast<std::uint32_t>(c)}].flow)) continue;
    const Node& at = world.nodes[*direction == Direction::out ? calls[c]->loads : calls[c]->unloads];
    const bool counts_here =
        (county.empty() ? lies_in(at.county, world.settings.area_code) : station_in(at, county)) && (station.empty() || at.id == station);
    if (counts_here) counts[c] = {1.0, 1.0};
  }
  return counts;
}

}  // namespace

std::optional<std::vector<ChainCount>> chain_counts(const World& world, const Target& target) {
  const Scope scope = full_scope(target);
  switch (target.metric) {
    case MetricKind::rail_share:
      return rail_share_counts(world, scope, judged_period(target).year);
    case MetricKind::rail_tonnes:
      return rail_tonnes_counts(world, scope, judged_period(target).year);
    case MetricKind::clean_share:
      return clean_counts(world, scope);
    case MetricKind::tonnes_by_chain:
      return chain_tonnes_counts(world, scope);
    case MetricKind::rail_station_tonnes:
      return station_counts(world, scope);
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_reason:
    case MetricKind::firms_passing:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return std::nullopt;
  }
  RAILSHIFT_EXPECTS(false, "a metric counts tonnes or not");
}

}  // namespace railshift::analysis
