// Section 20 of tiny.md: every step of the funnel is a limit that, ten per cent wider alone, moves tonnes.
#include <catch2/catch.hpp>

#include <map>

#include "analysis/operations/funnel.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_funnel_test {
namespace {

using Settings = std::map<std::string, std::string>;

struct Lived {
  double step = 0.0;     ///< t that stop there
  double shifted = 0.0;  ///< t by rail, belt and pipe
};

Lived lived(const World& world, const ledger::Ledger& ledger, const std::string& step) {
  Lived sums;
  for (const analysis::FunnelFigures& f : analysis::funnel_figures(world, ledger)) {
    if (f.period != "all") continue;
    if (f.step == step) sums.step += f.t;
    if (f.step == "rail" || f.step == "belt_pipe") sums.shifted += f.t;
  }
  return sums;
}

Lived by_months(const World& world, const std::string& step) {
  engine::Replication replication;
  replication.seed = world.settings.seed;
  return lived(world, engine::run_by_months(world, replication).ledger, step);
}

/// The step holds something, and with the one setting changed more goes by rail, belt or pipe.
void moves(const std::string& step, Settings set, const Settings& wider, Layer layer = Layer::plan) {
  INFO(step);
  const Lived before = by_months(load_town(layer, set), step);
  CHECK(before.step > 0.0);
  for (const auto& [path, value] : wider) set[path] = value;
  CHECK(by_months(load_town(layer, set), step).shifted > before.shifted);
}

/// The plan with a siding that is adopted in twelve months from a share on.
World adopted(double first_share) {
  World world = load_town(Layer::plan);
  SidingOpens& opens = policy::edit<SidingOpens>(world.measures.rows_for_loading().at(world.measures.find("ms-siding").value().index));
  opens.ramp_months = 12;
  opens.first_share = first_share;
  return world;
}

}  // namespace

TEST_CASE("tiny: a siding a month earlier, contracts, a price, siding, yard, line and belt, each ten per cent wider", "[hand]") {
  moves("not_in_service", {}, {{"measure.ms-siding.in_service", "2023-09-01"}});
  const Lived few = by_months(adopted(0.3), "not_contracted");
  CHECK(few.step > 0.0);
  CHECK(by_months(adopted(0.33), "not_contracted").shifted > few.shifted);
  moves("not_chosen", {}, {{"values.rail.price_factor@2023-02-01.value", "0.9"}});
  moves("not_accepted_siding", {}, {{"sidings.sd-works.t_per_day", "82.5"}});
  moves("not_accepted_yard", {{"sidings.sd-yard.t_per_day", "40"}}, {{"sidings.sd-yard.t_per_day", "44"}});
  // A path a day at 30 t: 30 or 31 trains a month, of 2,250 t that the siding would take.
  const Settings busy{{"sidings.sd-works.train_t", "30"}, {"rail_background.bg-west.trains_per_day", "23"}};
  moves("not_accepted_line", busy, {{"rail_background.bg-west.trains_per_day", "22.9"}});
  moves("not_accepted_belt", {}, {{"measure.ms-belt.t_per_day", "5.5"}}, Layer::what_if);
}

TEST_CASE("tiny: in every month and of every flow the funnel sums to the offer", "[hand]") {
  std::map<std::pair<std::uint32_t, std::string>, std::pair<double, double>> sums;
  for (const analysis::FunnelFigures& f : analysis::funnel_figures(planned_town().world, planned_town().ledger)) {
    auto& [offered, steps] = sums[{f.flow.index, f.period}];
    (f.step == "offered" ? offered : steps) += f.t;
  }
  REQUIRE(sums.size() == 4 * (24 + 2 + 1));
  for (const auto& [key, sum] : sums) CHECK(sum.first == Approx(sum.second).margin(1e-6));
}

TEST_CASE("tiny: of 72,000 t of ore in two years 27,000 find no siding, 8,791 are dearer by rail, 4,259 refused, 31,950 go by rail",
          "[hand]") {
  std::map<std::string, double> ore;
  for (const analysis::FunnelFigures& f : analysis::funnel_figures(planned_town().world, planned_town().ledger)) {
    if (f.period == "all" && planned_town().world.flows[f.flow].id == "fl-ore") ore[f.step] = f.t;
  }
  CHECK(ore.at("offered") == Approx(72'000));
  CHECK(ore.at("not_in_service") == Approx(27'000));
  CHECK(ore.at("not_chosen") == Approx(8'791.3).margin(0.1));
  CHECK(ore.at("not_accepted_siding") == Approx(4'258.7).margin(0.1));
  CHECK(ore.at("rail") == Approx(31'950));
}

TEST_CASE("tiny: with clean trucks alone to the yard its coal waits until the trucks are of National VI", "[hand]") {
  const auto clean = [](World& w) {
    for (Chain& chain : w.chains.rows_for_loading()) {
      if (chain.id == "ch-coal-yard") chain.legs.front().trucks = LegTrucks::china6;
    }
  };
  const Town full = run_town({.change = clean});
  World edited = load_town(Layer::plan);
  clean(edited);
  engine::Replication replication;
  replication.seed = edited.settings.seed;
  const ledger::Ledger twin = engine::run_by_months(edited, replication).ledger;
  for (const ledger::Ledger* ledger : {&full.ledger, &twin}) {
    std::map<int, std::int64_t> waiting;  // of 2023, by month
    std::int64_t departed = 0;
    for (const ledger::FlowRow& row : ledger->flows) {
      if (row.flow == flow_named(edited, "fl-coal") && row.month.year() == 2023) waiting[row.month.number()] = row.waiting_close_kg;
    }
    for (const ledger::RailRow& row : ledger->rail) {
      if (row.chain == chain_named(edited, "ch-coal-yard") && row.month < make_month(2023, 9)) departed += row.departed_kg;
    }
    CHECK(waiting.at(1) == 1'500'000);  // 50 loads; the road takes the other half
    CHECK(waiting.at(7) == 7 * 1'500'000);
    CHECK(departed == 0);
    for (const ledger::ServiceRow& row : ledger->service) {
      if (row.flow != flow_named(edited, "fl-coal") || !row.loaded || row.month >= make_month(2023, 8)) continue;
      CHECK(EmissionClass::from_index(row.vehicle).access.standard == Standard::china3);  // by the road chain
    }
  }
}

}  // namespace railshift::hand::tiny_funnel_test
