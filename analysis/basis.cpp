#include "analysis/basis.hpp"

#include <algorithm>

#include "analysis/target_scope.hpp"
#include "analysis/tonnes.hpp"

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

/// Whether a measure that declares the metric can order this scope of it.
class CanOrder {
 public:
  CanOrder(const World& world, const Target& target)
      : world_(world), scope_(full_scope(target)), range_(standards_of(field(scope_, "standard"))) {}

  bool operator()(const RailDuty& duty) const { return names_firm(duty.firms); }
  bool operator()(const RetireOrder& order) const { return range_.from <= order.up_to && burns(order.powertrains); }
  bool operator()(const FrozenBaseOrder& order) const { return range_.from <= order.standard && order.standard <= range_.to; }
  bool operator()(const GateFloor&) const { return true; }
  bool operator()(const StockQuota&) const { return true; }
  bool operator()(const NewOnly&) const { return true; }
  bool operator()(const ThroughDiversion&) const { return true; }
  bool operator()(const SidingOpens&) const { return true; }
  bool operator()(const SalesStandard&) const { return true; }

 private:
  /// A duty of named firms says nothing about one other firm.
  [[nodiscard]] bool names_firm(const std::vector<Id<Firm>>& firms) const {
    const auto firm = world_.firms.find(field(scope_, "firm"));
    return firms.empty() || !firm || std::find(firms.begin(), firms.end(), *firm) != firms.end();
  }
  [[nodiscard]] bool burns(const std::vector<Powertrain>& powertrains) const {
    const std::string word = field(scope_, "powertrain");
    return word.empty() || powertrains.empty() ||
           std::any_of(powertrains.begin(), powertrains.end(), [&](Powertrain p) { return to_text(p) == word; });
  }

  const World& world_;
  Scope scope_;
  StandardRange range_;
};

bool declares_segment(const Declared& declared, const World& world, const std::string& segment) {
  if (declared.segments.empty() || segment.empty()) return true;
  return std::any_of(declared.segments.begin(), declared.segments.end(), [&](Id<Segment> s) { return world.segments[s].id == segment; });
}

bool orders(const World& world, const Measure& measure, const Target& target) {
  if (measure.from > target.due) return false;  // nothing moves before `from`
  const std::string segment = field(full_scope(target), "segment");
  for (const Declared& declared : declares(measure)) {
    if (declared.metric != target.metric || !declares_segment(declared, world, segment)) continue;
    if (std::visit(CanOrder(world, target), measure.body)) return true;
  }
  return false;
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
    return firm == kListedFirms ? std::binary_search(listed.begin(), listed.end(), site.firm) : world.firms[site.firm].id == firm;
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
                          (segment.empty() || world.segments[row.segment].id == segment) &&
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
