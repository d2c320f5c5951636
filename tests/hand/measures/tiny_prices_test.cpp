// Section 17 of tiny.md: measures that act on prices and choice.
#include <catch2/catch.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <vector>

#include "sim/engine/months/run_by_months.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_prices_test {
namespace {

const Town& priced_town() {
  static const Town town = run_town({.variant = "prices.toml"});
  return town;
}

struct Told {
  std::int64_t in_scope = 0, acted = 0, changed = 0;
};

Told told(const Town& town, const std::string& measure, const std::string& effect, Month month) {
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (row.measure == measure && row.effect == effect && row.month == month) return {row.in_scope, row.acted, row.changed};
  }
  return {};
}

std::int64_t wished(const Town& town, const std::string& chain, Month month) {
  const Id<Chain> id = chain_named(town.world, chain);
  return total(
      town.ledger.chains, [&](const ledger::ChainRow& r) { return r.chain == id && r.month == month; },
      [](const ledger::ChainRow& r) { return r.wished_kg; });
}

std::string last_word(const Town& town, const std::string& measure) {
  for (const ledger::JournalEntry& entry : town.ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

}  // namespace

TEST_CASE("tiny: all that the new works gets is added, and what has a train goes by train alone once the siding is open", "[hand]") {
  const Town& town = priced_town();
  const Told september = told(town, "ms-admission", "wishes_bound", make_month(2023, 9));
  CHECK(september.in_scope == 4'950'000);  // ore, coking coal, slag
  CHECK(september.acted == 0);             // the siding opens in October
  CHECK(wished(town, "ch-ore-rail", make_month(2023, 9)) == 0);
  CHECK(wished(town, "ch-ore-rail", make_month(2023, 10)) == 3'000'000);
  const Told october = told(town, "ms-admission", "wishes_bound", make_month(2023, 10));
  CHECK(october.in_scope == 4'950'000);
  CHECK(october.acted == 3'000'000);  // coking coal and slag have a road only
  CHECK(october.changed == 1'500'000);
  CHECK(told(town, "ms-admission", "wishes_bound", make_month(2024, 1)).changed == 357'609);  // the duty would have moved the rest
  CHECK(told(town, "ms-admission", "wishes_bound", make_month(2023, 8)).in_scope == 0);
}

namespace {

/// Trucks hired from outside, by the share that is electric; the rest are of National VI. `modes` of the admission instead of rail, belt,
/// pipe.
Town town_of_projects(double electric, const std::vector<CleanMode>& modes, bool by_months,
                      const std::map<std::string, std::string>& more = {}) {
  const auto change = [&](World& w) {
    for (Measure& measure : w.measures.rows_for_loading()) {
      if (const auto* kind = policy::as<CleanAdmission>(measure)) {
        CleanAdmission other = *kind;
        other.modes = modes;
        measure.body = other;
      }
    }
    OutsideMix clean, rest;
    clean.owner = rest.owner = Owner::hired;
    clean.vehicle_type = rest.vehicle_type = VehicleType::heavy;
    clean.year = rest.year = 2023;
    clean.id = "a-electric";
    clean.standard = Standard::zero_exhaust;
    clean.powertrain = Powertrain::electric;
    clean.share = electric;
    rest.id = "b-diesel";
    rest.standard = Standard::china6;
    rest.share = 1.0 - electric;
    std::vector<OutsideMix> mix{clean, rest};
    std::copy_if(w.outside_mix.begin(), w.outside_mix.end(), std::back_inserter(mix),
                 [](const OutsideMix& m) { return m.owner != Owner::hired; });
    w.outside_mix = Table<OutsideMix>(mix);
  };
  // As many may join in a day as the pool has; of the ore's pool, which has a stated size, none.
  std::map<std::string, std::string> set{{"values.pool.join_rate.value", "1"}};
  set.insert(more.begin(), more.end());
  if (!by_months)
    return run_town({.set = set, .variant = "prices.toml", .what_if = std::set<std::string>{"ms-admission"}, .change = change});
  Town town{town_with({"ms-admission"}, set, "prices.toml"), {}, {}, {}};
  change(town.world);
  engine::Replication replication;
  replication.seed = town.world.settings.seed;
  town.ledger = engine::run_by_months(town.world, replication).ledger;
  return town;
}

/// Loads of a flow in the year after the works has opened, by electric trucks and by others.
struct Loads {
  std::int64_t electric = 0, others = 0;
};
Loads loads_of(const Town& town, const std::string& flow) {
  Loads loads;
  for (const ledger::ServiceRow& row : town.ledger.service) {
    if (row.flow != flow_named(town.world, flow) || !row.loaded) continue;
    const bool electric = EmissionClass::from_index(row.vehicle).access.powertrain == Powertrain::electric;
    (electric ? loads.electric : loads.others) += row.trips;
  }
  return loads;
}

}  // namespace

TEST_CASE("tiny: what a project adds and may move by new-energy trucks alone is carried by such trucks, in both engines", "[hand]") {
  for (const bool by_months : {false, true}) {
    const Town town = town_of_projects(0.5, {CleanMode::new_energy_truck}, by_months);
    const Loads coke = loads_of(town, "fl-coke"), ore = loads_of(town, "fl-ore"), coal = loads_of(town, "fl-coal");
    CHECK(coke.others == 0);
    CHECK(coke.electric > 700);  // of 16 months of 50 loads
    CHECK(ore.electric == 0);    // its pool of two trucks has none and takes none: it is free, and goes by rail as well
    CHECK(ore.others > 400);
    CHECK(coal.others > 0);  // the mine is no project: its coal goes with any truck
  }
}

TEST_CASE("tiny: that goods may be bound to new-energy trucks one day makes no pool larger", "[hand]") {
  using Row = std::tuple<Month, std::uint32_t, Owner, std::int64_t, std::int64_t, Tick>;
  const auto pools = [](const Town& town) {
    std::vector<Row> rows;
    for (const ledger::PoolRow& r : town.ledger.pools) {
      if (r.month < make_month(2023, 9)) rows.emplace_back(r.month, r.pool.index, r.owner, r.open, r.close, r.present_ticks);
    }
    return rows;
  };
  for (const bool by_months : {false, true}) {
    // Pools of many trucks, and as many registered as they could ask for.
    const std::map<std::string, std::string> many{{"values.pool.utilisation.value", "0.02"}, {"register.rg-heavy.count", "500"}};
    const auto rows = pools(town_of_projects(0.5, {CleanMode::new_energy_truck}, by_months, many));
    CHECK(rows.size() >= 16);  // two pools of eight months
    CHECK(rows == pools(town_of_projects(0.5, {CleanMode::rail}, by_months, many)));
  }
}

TEST_CASE("tiny: where no new-energy truck can be had the goods of a project go as all others, and none waits", "[hand]") {
  for (const bool by_months : {false, true}) {
    const Town town = town_of_projects(0.0, {CleanMode::new_energy_truck}, by_months);
    CHECK(loads_of(town, "fl-coke").electric == 0);
    CHECK(loads_of(town, "fl-coke").others == loads_of(town_of_projects(0.0, {CleanMode::rail}, by_months), "fl-coke").others);
  }
}

TEST_CASE("tiny: the new mine pays ten yuan for coal by road, since neither siding nor belt reaches it", "[hand]") {
  const Town& town = priced_town();
  CHECK(wished(town, "ch-coal-yard", make_month(2023, 9)) == 2'193'176);
  const Told september = told(town, "ms-new-site", "wishes_priced", make_month(2023, 9));
  CHECK(september.in_scope == 4'500'000);
  CHECK(september.acted == 3'000'000);  // coking coal has a road only
  CHECK(september.changed == 693'176);
}

TEST_CASE("tiny: a quarter off the train's price moves coal to the yard, and public money pays for it", "[hand]") {
  const Town& town = priced_town();
  CHECK(wished(town, "ch-coal-yard", make_month(2023, 12)) == 2'193'176);
  CHECK(wished(town, "ch-coal-yard", make_month(2024, 1)) == 2'642'391);
  const Told january = told(town, "ms-tariff", "wishes_priced", make_month(2024, 1));
  CHECK(january.in_scope == 3'000'000);
  CHECK(january.acted == 3'000'000);
  CHECK(january.changed == 449'215);
  CHECK(told(town, "ms-tariff", "wishes_priced", make_month(2023, 12)).in_scope == 0);
  const Told paid = told(town, "ms-tariff", "freight_subsidised", make_month(2024, 1));
  CHECK(paid.acted == 26'424);
  CHECK(paid.in_scope == 155'901);
  CHECK(told(town, "ms-tariff", "freight_forgone", make_month(2024, 1)).acted == 0);
}

TEST_CASE("tiny: from July 2024 on the road of the coal bears ten yuan more", "[hand]") {
  const Town& town = priced_town();
  CHECK(wished(town, "ch-coal-yard", make_month(2024, 6)) == 2'642'391);
  CHECK(wished(town, "ch-coal-yard", make_month(2024, 7)) == 2'857'722);
  const Told july = told(town, "ms-far", "wishes_priced", make_month(2024, 7));
  CHECK(july.in_scope == 3'000'000);
  CHECK(july.acted == 3'000'000);
  CHECK(july.changed == 215'331);
  CHECK(told(town, "ms-far", "wishes_priced", make_month(2024, 6)).in_scope == 0);
}

TEST_CASE("tiny: the same kinds with nothing to act on say why, and the town is the plan's", "[hand]") {
  const Town town = run_town({.variant = "prices-idle.toml"});
  for (const char* measure : {"ms-tariff", "ms-far", "ms-admission", "ms-new-site"}) {
    INFO(measure);
    CHECK(last_word(town, measure) == "idle reason=nothing_in_scope");
  }
  using Row = std::tuple<Month, std::uint32_t, std::int64_t, std::int64_t>;
  const auto rows = [](const Town& of) {
    std::vector<Row> all;
    for (const ledger::ChainRow& r : of.ledger.chains) all.emplace_back(r.month, r.chain.index, r.wished_kg, r.delivered_kg);
    return all;
  };
  CHECK(rows(town).size() > 100);
  CHECK(rows(town) == rows(planned_town()));
}

TEST_CASE("tiny: a works whose gate lets in National VI alone pays nothing, where its duty takes that, and rail goes without", "[hand]") {
  const Town town = run_town({.set = {{"measure.ms-duty.clean_trucks", "\"always\""}}});
  const Month january = make_month(2024, 1);
  CHECK(wished(planned_town(), "ch-ore-rail", january) == 2'642'391);
  CHECK(wished(town, "ch-ore-rail", january) == 1'500'000);
  const Told given = told(town, "ms-duty", "rail_forgone", january);
  CHECK(given.in_scope == 4'500'000);
  CHECK(given.acted == 4'500'000);
  CHECK(given.changed == 1'142'391);
  CHECK(told(town, "ms-duty", "wishes_priced", january).acted == 0);
  CHECK(told(town, "ms-duty", "rail_forgone", make_month(2023, 12)).in_scope == 0);
}

}  // namespace railshift::hand::tiny_prices_test
