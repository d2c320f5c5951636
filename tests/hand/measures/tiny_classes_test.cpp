// Section 21 of tiny.md: firm classes and an upgrade, in the full engine and beside it in the quick twin.
#include <catch2/catch.hpp>

#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_classes_test {
namespace {

const Town& rated_town() {
  static const Town town = run_town({.variant = "classes.toml"});
  return town;
}

ledger::Ledger twin_of(const World& world) {
  engine::Replication replication;
  replication.seed = world.settings.seed;
  return engine::run_by_months(world, replication).ledger;
}

struct Told {
  std::int64_t in_scope = 0, acted = 0, changed = 0;
};

Told told(const ledger::Ledger& ledger, const std::string& measure, const std::string& effect, Month month) {
  for (const ledger::EffectRow& row : ledger.effects) {
    if (row.measure == measure && row.effect == effect && row.month == month) return {row.in_scope, row.acted, row.changed};
  }
  return {};
}

std::int64_t by_yard(const Town& town, const ledger::Ledger& ledger, Month month) {
  const Id<Chain> id = chain_named(town.world, "ch-coal-yard");
  return total(
      ledger.chains, [&](const ledger::ChainRow& r) { return r.chain == id && r.month == month; },
      [](const ledger::ChainRow& r) { return r.wished_kg; });
}

std::string last_word(const ledger::Ledger& ledger, const std::string& measure) {
  for (const ledger::JournalEntry& entry : ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

const Month kMarch = make_month(2024, 3), kApril = make_month(2024, 4);

}  // namespace

TEST_CASE("tiny: the mine pays ten yuan on its roads until it is of class A, and nothing from April 2024 on", "[hand]") {
  const Town& town = rated_town();
  const ledger::Ledger twin = twin_of(town.world);
  for (const ledger::Ledger* ledger : {&town.ledger, &twin}) {
    CHECK(by_yard(town, *ledger, make_month(2023, 12)) == 1'500'000);
    CHECK(by_yard(town, *ledger, make_month(2024, 1)) == 2'193'176);
    CHECK(by_yard(town, *ledger, kMarch) == 2'193'176);
    CHECK(by_yard(town, *ledger, kApril) == 1'500'000);
    CHECK(told(*ledger, "ms-mines", "wishes_priced", kMarch).in_scope == 4'500'000);
    CHECK(told(*ledger, "ms-mines", "wishes_priced", kMarch).acted == 3'000'000);
    CHECK(told(*ledger, "ms-mines", "wishes_priced", kMarch).changed == 693'176);
    CHECK(told(*ledger, "ms-mines", "wishes_priced", kApril).in_scope == 0);
  }
}

TEST_CASE("tiny: the upgrade is told of one firm in each of nine months, in both engines", "[hand]") {
  const Town& town = rated_town();
  const ledger::Ledger twin = twin_of(town.world);
  for (const ledger::Ledger* ledger : {&town.ledger, &twin}) {
    CHECK(told(*ledger, "ms-up", "bound_otherwise", kMarch).in_scope == 0);
    const Told april = told(*ledger, "ms-up", "bound_otherwise", kApril);
    CHECK(april.in_scope == 1);
    CHECK(april.acted == 1);
    CHECK(april.changed == 1);
    CHECK(last_word(*ledger, "ms-up") == "acted bound_otherwise=9 firm-months");
  }
}

TEST_CASE("tiny: without the upgrade the mine pays to the end", "[hand]") {
  const Town town = run_town({.set = {{"measure.ms-up.obedience", "0"}}, .variant = "classes.toml"});
  CHECK(by_yard(town, town.ledger, kApril) == 2'193'176);
  CHECK(by_yard(town, town.ledger, make_month(2024, 12)) == 2'193'176);
  CHECK(last_word(town.ledger, "ms-up") == "idle reason=nobody_obeys");
}

TEST_CASE("tiny: nobody of the class, nobody who obeys, nobody who asks: each says so, and the town is the plan's", "[hand]") {
  const Town town = run_town({.variant = "classes-idle.toml"});
  CHECK(last_word(town.ledger, "ms-mines") == "idle reason=nothing_in_scope");
  CHECK(last_word(town.ledger, "ms-up") == "idle reason=nothing_in_scope");
  CHECK(last_word(town.ledger, "ms-up-works") == "idle reason=nobody_asks");
  CHECK(last_word(town.ledger, "ms-up-ignored") == "idle reason=nobody_obeys");
  for (const Month month : {make_month(2023, 12), kMarch, kApril, make_month(2024, 12)})
    CHECK(by_yard(town, town.ledger, month) == by_yard(planned_town(), planned_town().ledger, month));
}

}  // namespace railshift::hand::tiny_classes_test
