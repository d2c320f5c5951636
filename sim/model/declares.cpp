#include <variant>

#include "sim/model/policy.hpp"

/// What each kind of measure orders. A quantity is ordered when the clause behind the measure demands a level of it and the simulation
/// follows that demand through obedience or a price; a verdict on it then says how well the order is kept, not whether it works.
/// A quantity that the measure only influences is not declared: it stays emergent.
namespace railshift {
namespace {

struct WhatItOrders {
  /// A siding is an opportunity: nobody has to use it.
  std::vector<Declared> operator()(const SidingOpens&) const { return {}; }

  /// The floor names the standard that may pass the gate, hence which trucks carry the tonnes: the clean share by tonnes and by entries.
  /// It orders both readings (with and without National VI), because new-energy trucks are what always passes.
  std::vector<Declared> operator()(const GateFloor&) const { return {{MetricKind::clean_share, {}}}; }

  /// The duty names a rail share. Rail tonnes are not ordered: they also follow from how much the firms move.
  std::vector<Declared> operator()(const RailDuty&) const { return {{MetricKind::rail_share, {}}}; }

  /// The order names the standards whose stock must go, in its segments.
  std::vector<Declared> operator()(const RetireOrder& order) const { return {{MetricKind::register_stock, order.segments}}; }

  /// The order names the cumulative share of its own base; the same trucks are also part of the segment's stock.
  std::vector<Declared> operator()(const FrozenBaseOrder& order) const {
    return {{MetricKind::retired_share, {order.segment}}, {MetricKind::register_stock, {order.segment}}};
  }

  /// The quota names a share of the stock. It is met by replacing trucks with new-energy ones, so the inflow of these segments is ordered
  /// too.
  std::vector<Declared> operator()(const StockQuota& quota) const {
    return {{MetricKind::new_energy_stock_share, quota.segments}, {MetricKind::new_energy_new_share, quota.segments}};
  }

  /// The rule names the powertrain of every new truck; the stock of these segments then follows with natural turnover alone, so that its
  /// new-energy share is ordered as well.
  std::vector<Declared> operator()(const NewOnly& rule) const {
    return {{MetricKind::new_energy_new_share, rule.segments}, {MetricKind::new_energy_stock_share, rule.segments}};
  }

  /// The rule names the links that through trucks must leave alone.
  std::vector<Declared> operator()(const ThroughDiversion&) const { return {{MetricKind::through_km_inside, {}}}; }

  /// National law on new trucks, part of the baseline: it says what can be bought, not how many old trucks remain.
  std::vector<Declared> operator()(const SalesStandard&) const { return {}; }
};

}  // namespace

std::vector<Declared> declares(const Measure& measure) { return std::visit(WhatItOrders{}, measure.body); }

}  // namespace railshift
