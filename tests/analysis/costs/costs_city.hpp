#pragma once
/// Two runs of the small city with prices: in the plan 300 t of coal go by rail instead of by road, and trucks are less scarce.
#include <string>
#include <vector>

#include "analysis/costs/plan_costs.hpp"
#include "tests/analysis/small_city.hpp"

namespace small_city {

/// What a tonne of a chain costs in a month, yuan.
struct TonnePrice {
  double truck = 0.0, premium = 0.0, rail = 0.0, belt = 0.0;
};
[[nodiscard]] railshift::ledger::PriceRow priced(const railshift::World& world, railshift::Month month, const std::string& chain,
                                                 TonnePrice price);

/// January 2020, tonnes x yuan/t:
///   baseline  rail 1,000 x 40 = 40,000, road 500 x 100 (4 of it for scarcity) = 50,000, home by road 100 x 8 = 800: 90,800
///   plan      rail 1,300 x 40 = 52,000, road 200 x  98 (2 of it for scarcity) = 19,600, home by road 100 x 8 = 800: 72,400
/// and 2.0 and 1.9 t of NOx.
struct CostCase {
  railshift::World baseline_world = world(), plan_world = world();
  railshift::ledger::Ledger baseline_ledger, plan_ledger;
  railshift::analysis::MetricTable baseline, plan;
  CostCase();
  /// Works the metrics out again from the ledgers.
  void measure_again();
  [[nodiscard]] railshift::analysis::CostTable costs() const;
};

/// A measure of the plan with what it takes from public money.
[[nodiscard]] railshift::Measure paid_measure(const std::string& id, std::vector<railshift::PublicCost> costs);

}  // namespace small_city
