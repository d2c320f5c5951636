#include "tests/analysis/costs/costs_city.hpp"

#include <cmath>

#include "sim/policy/kinds.hpp"

using namespace railshift;

namespace small_city {
namespace {

constexpr Month kJanuary = make_month(2020, 1);

std::int64_t parts(double yuan) { return std::llround(yuan * ledger::kPriceParts); }

analysis::MetricRow nox(double tonnes) {
  analysis::MetricRow row;
  row.metric = "exhaust";
  row.numerator_kind = "NOx";
  row.period = "2020";
  row.unit = "t";
  row.value = tonnes;
  row.standing = "derived";
  return row;
}

ledger::Ledger run(const World& w, std::int64_t rail_t, std::int64_t road_t, TonnePrice road) {
  ledger::Ledger l;
  l.prices = {priced(w, kJanuary, "home-road", {8.0}), priced(w, kJanuary, "out-rail", {0.0, 0.0, 40.0}),
              priced(w, kJanuary, "out-road", road)};
  l.chains = {delivered(w, kJanuary, "home-road", 100), delivered(w, kJanuary, "out-rail", rail_t),
              delivered(w, kJanuary, "out-road", road_t)};
  return l;
}

}  // namespace

ledger::PriceRow priced(const World& world, Month month, const std::string& chain, TonnePrice price) {
  return {month, id(world.chains, chain), parts(price.truck), parts(price.premium), parts(price.rail), parts(price.belt), 0};
}

CostCase::CostCase()
    : baseline_ledger(run(baseline_world, 1'000, 500, {100.0, 4.0})), plan_ledger(run(plan_world, 1'300, 200, {98.0, 2.0})) {
  measure_again();
}

void CostCase::measure_again() {
  baseline = measured(baseline_world, baseline_ledger);
  baseline.push_back(nox(2.0));
  plan = measured(plan_world, plan_ledger);
  plan.push_back(nox(1.9));
}

analysis::CostTable CostCase::costs() const {
  return analysis::plan_costs({&baseline_world, &baseline_ledger, &baseline}, {&plan_world, &plan_ledger, &plan});
}

Measure paid_measure(const std::string& id, std::vector<PublicCost> costs) {
  Measure m = measure(id, make_date(2020, 1, 1), GateFloor{});
  m.public_costs = std::move(costs);
  return m;
}

}  // namespace small_city
