#include "analysis/judge/basis.hpp"

#include <algorithm>

#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/model/truck_set.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/siding_access.hpp"

namespace railshift::analysis {
namespace {

std::string field(const Scope& scope, const std::string& name) {
  const auto found = scope.find(name);
  return found == scope.end() ? std::string{} : found->second;
}

/// The standards that a scope speaks of: one ("china4"), that and older ("<=china3"), or all ("").
struct StandardRange {
  Standard from = Standard::china0;
  Standard to = Standard::zero_exhaust;
};
StandardRange standards_of(const std::string& text) {
  const bool and_older = text.starts_with("<=");
  const std::string word = and_older ? text.substr(2) : text;
  for (unsigned s = 0; s < kStandards; ++s) {
    const auto standard = static_cast<Standard>(s);
    if (to_text(standard) == word) return {and_older ? Standard::china0 : standard, standard};
  }
  return {};
}

/// Of whom the target asks its quantity.
policy::Asked asked_of(const World& world, const Scope& scope) {
  const StandardRange range = standards_of(field(scope, "standard"));
  policy::Asked asked{world.firms.find(field(scope, "firm")), range.from, range.to};
  for (int p = 0; p < kPowertrains; ++p) {
    if (to_text(static_cast<Powertrain>(p)) == field(scope, "powertrain")) asked.powertrain = static_cast<Powertrain>(p);
  }
  return asked;
}

/// Whether a target's segment field (a segment, a named set, or nothing for all) speaks of such trucks.
bool asks_of(const World& world, const std::string& field_text, Id<Segment> segment, VehicleType type) {
  if (field_text.empty()) return true;
  if (const TruckSet* set = truck_set_named(field_text)) return set->holds(world.segments[segment].use, type);
  return world.segments[segment].id == field_text;
}

/// Size classes that a segment has: its own, and those of its registered trucks.
std::vector<VehicleType> sizes_of(const World& world, Id<Segment> segment) {
  std::vector<VehicleType> sizes{world.segments[segment].vehicle_type};
  for (const RegisterRow& row : world.register_rows) {
    if (row.segment == segment && std::find(sizes.begin(), sizes.end(), row.vehicle_type) == sizes.end()) sizes.push_back(row.vehicle_type);
  }
  return sizes;
}

/// Whether what a measure declares touches the trucks of a target's segment field.
bool declares_trucks(const policy::Declared& declared, const World& world, const std::string& field_text) {
  const auto lists = [](const auto& list, auto value) { return list.empty() || std::find(list.begin(), list.end(), value) != list.end(); };
  return std::any_of(world.segments.begin(), world.segments.end(), [&](const Segment& segment) {
    const Id<Segment> id = world.segments.id_of(segment);
    if (!lists(declared.segments, id) || !lists(declared.uses, segment.use)) return false;
    const std::vector<VehicleType> sizes = sizes_of(world, id);
    return std::any_of(sizes.begin(), sizes.end(),
                       [&](VehicleType type) { return lists(declared.vehicle_types, type) && asks_of(world, field_text, id, type); });
  });
}

bool orders(const World& world, const Measure& measure, const Target& target) {
  if (measure.from > target.due) return false;  // nothing moves before `from`
  const Scope scope = full_scope(target);
  const std::string segment = field(scope, "segment");
  const bool of_trucks = policy::kind_of(measure).reach == policy::Reach::register_stock;
  const auto declared = policy::orders(measure);
  return std::any_of(
             declared.begin(), declared.end(),
             [&](const policy::Declared& d) { return d.metric == target.metric && (!of_trucks || declares_trucks(d, world, segment)); }) &&
         policy::orders_asked(measure, asked_of(world, scope));
}

/// Main modes that the chains of a rail target's scope have.
struct ModesThere {
  bool any = false;
  bool rail = false;
  bool road = false;
};
ModesThere modes_there(const World& world, const Target& target) {
  const Scope scope = full_scope(target);
  const std::string firm = field(scope, "firm");
  const std::string commodity = field(scope, "commodity");
  const std::vector<Id<Firm>> listed = listed_firms(world);
  const auto at_gate = [&](Id<Site> id) {
    const Site& site = world.sites[id];
    if (site.outside()) return false;
    if (firm.empty()) return true;
    if (!is_industrial(site.kind)) return false;
    const bool is_listed = std::binary_search(listed.begin(), listed.end(), site.firm);
    if (firm == kListedWithSiding) return is_listed && rules::siding_access(world, site.firm).since().has_value();
    return firm == kListedFirms ? is_listed : world.firms[site.firm].id == firm;
  };
  ModesThere there;
  for (const ChainFacts& chain : chain_facts(world)) {
    const Commodity& goods = world.commodities[world.flows[chain.flow].commodity];
    const bool counts = target.metric != MetricKind::rail_share || (goods.bulk && !goods.dangerous);
    if (!counts || (!commodity.empty() && goods.id != commodity)) continue;
    if (!at_gate(chain.origin) && !at_gate(chain.destination)) continue;
    there.any = true;
    there.rail = there.rail || chain.main_mode == Mode::rail;
    there.road = there.road || chain.main_mode == Mode::truck || chain.origin_gate == Mode::truck || chain.destination_gate == Mode::truck;
  }
  return there;
}

std::optional<PlainReason> fixed_modes(const World& world, const Target& target) {
  const ModesThere there = modes_there(world, target);
  if (!there.any) return std::nullopt;
  if (!there.rail) return PlainReason::no_rail_chain;
  if (!there.road && target.metric == MetricKind::rail_share) return PlainReason::only_rail;
  return std::nullopt;
}

std::optional<PlainReason> empty_stock(const World& world, const Target& target, const std::vector<MetricTable>& replications) {
  const Scope scope = full_scope(target);
  const StandardRange range = standards_of(field(scope, "standard"));
  const std::string segment = field(scope, "segment");
  const std::string powertrain = field(scope, "powertrain");
  for (const RegisterRow& row : world.register_rows) {
    const bool in_scope = range.from <= row.standard && row.standard <= range.to &&
                          asks_of(world, segment, row.segment, row.vehicle_type) &&
                          (powertrain.empty() || to_text(row.powertrain) == powertrain);
    if (in_scope && row.count > 0) return std::nullopt;
  }
  for (const MetricTable& metrics : replications) {
    for (const MetricRow* row : rows_of(target, metrics)) {
      if (row->value != 0.0) return std::nullopt;
    }
  }
  return PlainReason::never_any;
}

}  // namespace

std::vector<std::string> ordering_measures(const World& world, const Target& target) {
  std::vector<std::string> ids;
  for (const Measure& measure : world.measures) {
    if (orders(world, measure, target)) ids.push_back(measure.id);
  }
  return ids;
}

std::optional<PlainReason> fixed_by_definition(const World& world, const Target& target, const std::vector<MetricTable>& replications) {
  switch (target.metric) {
    case MetricKind::rail_share:
    case MetricKind::rail_tonnes:
      return fixed_modes(world, target);
    case MetricKind::register_stock:
      return empty_stock(world, target, replications);
    case MetricKind::through_km_inside:
      if (world.through.empty()) return PlainReason::no_through;
      return std::nullopt;
    case MetricKind::clean_share:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_chain:
    case MetricKind::tonnes_by_reason:
    case MetricKind::rail_station_tonnes:
    case MetricKind::firms_passing:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return std::nullopt;
  }
  RAILSHIFT_EXPECTS(false, "a metric is fixed or free");
}

BasisFound find_basis(const World& world, const Target& target, const std::vector<MetricTable>& replications) {
  std::vector<std::string> measures = ordering_measures(world, target);
  if (!measures.empty()) return {Basis::ordered, OrderedBy{std::move(measures)}};
  if (const auto fixed = fixed_by_definition(world, target, replications)) return {Basis::by_definition, *fixed};
  return {Basis::emergent, NoMeasure{target.metric}};
}

}  // namespace railshift::analysis
