// Section 22 of tiny.md: gates that turn in the middle of a month, in the full engine and beside it in the quick twin.
#include <catch2/catch.hpp>

#include <map>

#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_gates_test {
namespace {

const Town& gated_town() {
  static const Town town = run_town({.variant = "gates.toml"});
  return town;
}

ledger::Ledger twin_of(const World& world) {
  engine::Replication replication;
  replication.seed = world.settings.seed;
  return engine::run_by_months(world, replication).ledger;
}

/// Loads of coking coal that come to the works in a month, by standard.
std::map<Standard, std::int64_t> coke_by_standard(const World& world, const ledger::Ledger& ledger, Month month) {
  std::map<Standard, std::int64_t> loads;
  for (const ledger::ServiceRow& row : ledger.service) {
    if (row.flow == flow_named(world, "fl-coke") && row.month == month && row.loaded)
      loads[EmissionClass::from_index(row.vehicle).access.standard] += row.trips;
  }
  return loads;
}

std::string last_word(const ledger::Ledger& ledger, const std::string& measure) {
  for (const ledger::JournalEntry& entry : ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

}  // namespace

TEST_CASE("tiny: old trucks bring coal to the works until the middle of August and again from the day on which its siding opens",
          "[hand]") {
  const Town& town = gated_town();
  const auto loads = [&](int month) { return coke_by_standard(town.world, town.ledger, make_month(2023, month)); };
  CHECK(loads(7)[Standard::china6] == 0);
  // 50 loads a month, spread evenly: 15 of 31 days before the 16th.
  CHECK(loads(8) == std::map<Standard, std::int64_t>{{Standard::china3, 24}, {Standard::china6, 26}});
  CHECK(loads(9) == std::map<Standard, std::int64_t>{{Standard::china6, 50}});
  // 24 loads before the siding opens; then whoever stands nearer, hired or not, until the hired ones go at the end of the month.
  CHECK(loads(10)[Standard::china6] >= 24);
  CHECK(loads(10)[Standard::china3] > 0);
  CHECK(loads(11) == std::map<Standard, std::int64_t>{{Standard::china3, 51}});
  std::int64_t redirected = 0;
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (row.measure != "ms-until-siding") continue;
    CHECK(row.month >= make_month(2023, 8));
    CHECK(row.month <= make_month(2023, 10));
    redirected += row.acted;
  }
  CHECK(redirected > 0);
  CHECK(last_word(town.ledger, "ms-until-siding").starts_with("acted"));
}

TEST_CASE("tiny: the quick twin keeps whole months with the gates of their middle day", "[hand]") {
  const World& world = gated_town().world;
  const ledger::Ledger twin = twin_of(world);
  const auto loads = [&](int month) { return coke_by_standard(world, twin, make_month(2023, month)); };
  const std::map<Standard, std::int64_t> old{{Standard::china3, 50}}, clean{{Standard::china6, 50}};
  CHECK(loads(7) == old);
  CHECK(loads(8) == clean);
  CHECK(loads(9) == clean);
  CHECK(loads(10) == old);  // the 16th is the middle of October, and free
  CHECK(last_word(twin, "ms-until-siding").starts_with("acted"));
}

TEST_CASE("tiny: a rule on firms without a siding that begins when all have one speaks of nobody", "[hand]") {
  const Town town = run_town({.variant = "gates-idle.toml"});
  CHECK(last_word(town.ledger, "ms-until-siding") == "idle reason=nothing_in_scope");
}

}  // namespace railshift::hand::tiny_gates_test
