// Section 18 of tiny.md: steps of capacity and precedence, by events and by months.
#include <catch2/catch.hpp>

#include <map>

#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::room::tiny_room_test {
namespace {

using ByMonth = std::map<std::string, std::int64_t>;
using Ids = std::set<std::string>;

/// Both runs of the town with some measures of layer what_if.
struct Pair {
  Town full;
  ledger::Ledger twin;
};

const Pair& town_of(const Ids& what_if) {
  static std::map<Ids, Pair> runs;
  const auto at = runs.find(what_if);
  if (at != runs.end()) return at->second;
  TownRequest request;
  request.what_if = what_if;
  Town full = run_town(request);
  const World world = town_with(what_if);
  engine::Replication replication;
  replication.seed = world.settings.seed;
  ledger::Ledger twin = engine::run_by_months(world, replication).ledger;
  return runs.emplace(what_if, Pair{std::move(full), std::move(twin)}).first->second;
}

ByMonth changed(const ledger::Ledger& ledger, const std::string& measure) {
  ByMonth months;
  for (const ledger::EffectRow& row : ledger.effects) {
    if (row.measure == measure && row.effect == "acceptance_changed" && row.changed != 0) months[to_string(row.month)] = row.changed;
  }
  return months;
}

std::string last_word(const ledger::Ledger& ledger, const std::string& measure) {
  for (const ledger::JournalEntry& entry : ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

std::int64_t ore_by_rail(const ledger::Ledger& ledger, const World& world, Month month) {
  const Id<Chain> chain = chain_named(world, "ch-ore-rail");
  for (const ledger::ChainRow& row : ledger.chains) {
    if (row.chain == chain && row.month == month) return row.planned_kg;
  }
  return 0;
}

const Ids kStation{"ms-station"}, kWorks{"ms-line-works"}, kBoth{"ms-goods-first", "ms-line-works"}, kFirst{"ms-goods-first"};

}  // namespace

TEST_CASE("tiny: a larger siding takes what it refused, from its month on", "[hand]") {
  const ByMonth by_hand{{"2024-04", 392'391}, {"2024-05", 317'391}, {"2024-06", 392'391}, {"2024-07", 317'391}, {"2024-08", 317'391},
                        {"2024-09", 392'391}, {"2024-10", 317'391}, {"2024-11", 392'391}, {"2024-12", 317'391}};
  const Pair& towns = town_of(kStation);
  CHECK(changed(towns.full.ledger, "ms-station") == by_hand);
  CHECK(changed(towns.twin, "ms-station") == by_hand);
  CHECK(last_word(towns.full.ledger, "ms-station") == "acted acceptance_changed=3157 t");
  CHECK(ore_by_rail(towns.full.ledger, towns.full.world, make_month(2024, 3)) == 2'325'000);
  CHECK(ore_by_rail(towns.full.ledger, towns.full.world, make_month(2024, 4)) == 2'642'391);
}

TEST_CASE("tiny: works on the line take July from the ore, and no other month", "[hand]") {
  const Pair& towns = town_of(kWorks);
  for (const ledger::Ledger* ledger : {&towns.full.ledger, &towns.twin}) {
    CHECK(changed(*ledger, "ms-line-works") == ByMonth{{"2024-07", 2'325'000}});
    CHECK(ore_by_rail(*ledger, towns.full.world, make_month(2024, 6)) == 2'250'000);
    CHECK(ore_by_rail(*ledger, towns.full.world, make_month(2024, 7)) == 0);
    CHECK(ore_by_rail(*ledger, towns.full.world, make_month(2024, 8)) == 2'325'000);
  }
}

TEST_CASE("tiny: goods that come before the trains of others pass the works on the line", "[hand]") {
  const Pair& towns = town_of(kBoth);
  for (const ledger::Ledger* ledger : {&towns.full.ledger, &towns.twin}) {
    CHECK(changed(*ledger, "ms-goods-first") == ByMonth{{"2024-07", 2'325'000}});
    CHECK(ore_by_rail(*ledger, towns.full.world, make_month(2024, 7)) == 2'325'000);
    CHECK(last_word(*ledger, "ms-line-works") == "idle reason=room_enough");
  }
}

TEST_CASE("tiny: a precedence and a window on lines with room enough do nothing and say so", "[hand]") {
  const Pair& first = town_of(kFirst);
  const Pair& window = town_of({"ms-window"});
  for (const ledger::Ledger* ledger : {&first.full.ledger, &first.twin}) {
    CHECK(changed(*ledger, "ms-goods-first").empty());
    CHECK(last_word(*ledger, "ms-goods-first") == "idle reason=room_enough");
  }
  for (const ledger::Ledger* ledger : {&window.full.ledger, &window.twin}) {
    CHECK(last_word(*ledger, "ms-window") == "idle reason=room_enough");
  }
}

TEST_CASE("tiny: by months and by events the trains of a town with steps bring the same tonnes but for one train", "[hand]") {
  for (const Ids& what_if : {kStation, kWorks, kBoth}) {
    const Pair& towns = town_of(what_if);
    const Id<Chain> chain = chain_named(towns.full.world, "ch-ore-rail");
    const auto delivered = [&](const ledger::Ledger& ledger) {
      return total(
          ledger.chains, [&](const ledger::ChainRow& row) { return row.chain == chain && row.month.year() == 2024; },
          [](const ledger::ChainRow& row) { return row.delivered_kg; });
    };
    INFO(*what_if.begin());
    CHECK(static_cast<double>(delivered(towns.twin)) == Approx(static_cast<double>(delivered(towns.full.ledger))).margin(1'500'000.0));
  }
}

}  // namespace railshift::hand::room::tiny_room_test
