// Section 13 of tiny.md: what each measure did, and why a measure did nothing.
#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "sim/policy/kinds.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_effects_test {
namespace {

using ByMonth = std::map<std::string, std::int64_t>;  // month -> number, months with 0 left out

ByMonth acted(const Town& town, const std::string& measure, const std::string& effect) {
  ByMonth months;
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (row.measure == measure && row.effect == effect && row.acted != 0) months[to_string(row.month)] = row.acted;
  }
  return months;
}

ByMonth changed(const Town& town, const std::string& measure, const std::string& effect) {
  ByMonth months;
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (row.measure == measure && row.effect == effect && row.changed != 0) months[to_string(row.month)] = row.changed;
  }
  return months;
}

std::int64_t sum(const ByMonth& months) {
  std::int64_t all = 0;
  for (const auto& [month, number] : months) all += number;
  return all;
}

std::string closing_word(const Town& town, const std::string& measure) {
  for (const ledger::JournalEntry& entry : town.ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

}  // namespace

TEST_CASE("tiny: orders claim their trucks month by month, and all of it is changed", "[hand]") {
  const Town& town = planned_town();
  const ByMonth fourteen{{"2023-08", 14}};
  CHECK(acted(town, "ms-retire", "trucks_removed") == fourteen);
  CHECK(changed(town, "ms-retire", "trucks_removed") == fourteen);
  const ByMonth slag{{"2023-07", 1}, {"2023-08", 1}, {"2023-09", 1}, {"2024-03", 1}, {"2024-08", 1}, {"2024-12", 1}};
  CHECK(acted(town, "ms-slag", "trucks_removed") == slag);
  CHECK(changed(town, "ms-slag", "trucks_removed") == slag);
  const ByMonth sanitation{{"2023-07", 1}, {"2023-10", 1}, {"2024-01", 1}, {"2024-05", 1}, {"2024-09", 1}};
  CHECK(acted(town, "ms-sanitation", "trucks_removed") == sanitation);
  CHECK(changed(town, "ms-sanitation", "trucks_removed") == sanitation);
  CHECK(acted(town, "ms-sanitation", "purchases_changed") == sanitation);
}

TEST_CASE("tiny: a rule on new trucks claims four mixers, the sales standards share out the rest", "[hand]") {
  const Town& town = planned_town();
  const ByMonth mixers{{"2023-08", 4}};
  CHECK(acted(town, "ms-mixer", "purchases_changed") == mixers);
  CHECK(changed(town, "ms-mixer", "purchases_changed") == mixers);
  CHECK(acted(town, "ms-sales-5", "standards_set") == ByMonth{{"2023-07", 1}});
  CHECK(changed(town, "ms-sales-5", "standards_set") == ByMonth{{"2023-07", 1}});
  CHECK(sum(acted(town, "ms-sales-6", "standards_set")) == 15);
  CHECK(sum(changed(town, "ms-sales-6", "standards_set")) == 15);
}

TEST_CASE("tiny: in August 2023 the gate turns away a truck for each of 150 loads, later for none", "[hand]") {
  const Town& town = planned_town();
  const ByMonth august{{"2023-08", 150}};
  CHECK(acted(town, "ms-gate", "loads_redirected") == august);
  CHECK(changed(town, "ms-gate", "loads_redirected") == august);
}

TEST_CASE("tiny: the siding claims what goes through it", "[hand]") {
  const Town& town = planned_town();
  std::map<int, std::int64_t> kg;
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (row.effect == "siding_used") kg[row.month.year()] += row.acted;
  }
  CHECK(kg == std::map<int, std::int64_t>{{2023, 3'000'000}, {2024, 28'500'000}});
  CHECK(changed(town, "ms-siding", "siding_used") == acted(town, "ms-siding", "siding_used"));
}

TEST_CASE(
    "tiny: the diversion moves the through trips of 2024 that would go through the town, and keeps ten kilometres of each out of the ring",
    "[hand]") {
  const Town& town = planned_town();
  const ByMonth rerouted = acted(town, "ms-through", "trips_rerouted");
  // 0.8693 of 5,490 trips; 3.29 standard deviations of 25.
  CHECK(sum(rerouted) == Approx(4'772.5).margin(82));
  CHECK(rerouted.begin()->first == "2024-01");
  CHECK(sum(acted(town, "ms-through", "ring_avoided")) == 10'000 * sum(rerouted));
  CHECK(changed(town, "ms-through", "trips_rerouted") == rerouted);
  std::int64_t ordinary = 0, driven = 0;
  for (const ledger::DivertedRow& row : town.ledger.diverted) ordinary += row.before_metres, driven += row.after_metres;
  CHECK(ordinary == 10'000 * sum(rerouted));
  CHECK(driven == 0);
}

TEST_CASE("tiny: the duty moves wishes while its price stands", "[hand]") {
  const ByMonth months = changed(planned_town(), "ms-duty", "wishes_priced");
  REQUIRE_FALSE(months.empty());
  CHECK(months.begin()->first == "2024-01");
  for (const auto& [month, kg] : months) CHECK(kg <= acted(planned_town(), "ms-duty", "wishes_priced").at(month));
}

TEST_CASE("tiny: four measures that cannot act had no effect, each with its reason, and the town is another one only by that", "[hand]") {
  const Town town = run_town({.set = {{"measure.ms-gate.floor", "\"china0\""},
                                      {"measure.ms-retire.obedience", "0"},
                                      {"measure.ms-duty.required", "[{due = 2024-01-01, level = 0.0}]"},
                                      {"measure.ms-sanitation.obedience", "0"}}});
  CHECK(closing_word(town, "ms-gate") == "idle reason=demands_nothing");
  CHECK(closing_word(town, "ms-retire") == "idle reason=nobody_obeys");
  CHECK(closing_word(town, "ms-duty") == "idle reason=demands_nothing");
  CHECK(closing_word(town, "ms-sanitation") == "idle reason=nobody_obeys");
  const std::set<std::string> idle{"ms-gate", "ms-retire", "ms-duty", "ms-sanitation"};
  for (const ledger::EffectRow& row : town.ledger.effects) {
    if (idle.count(row.measure) == 0) continue;
    INFO(row.measure << " " << to_string(row.month));
    CHECK(row.in_scope > 0);
    CHECK(row.acted == 0);
    CHECK(row.changed == 0);
  }
  CHECK(closing_word(town, "ms-slag") == "acted brought_forward=" + std::to_string(sum(acted(town, "ms-slag", "brought_forward"))) +
                                             " truck-months;trucks_removed=6 trucks");
}

TEST_CASE("tiny: of every kind a measure acts, and something would be otherwise without it", "[hand]") {
  std::map<std::string_view, ledger::EffectRow> sums;  // by word of the kind, its first effect
  const auto add = [&sums](const Town& town) {
    for (const ledger::EffectRow& row : town.ledger.effects) {
      const policy::KindRow& kind = policy::kind_of(town.world.measures[*town.world.measures.find(row.measure)]);
      if (row.effect != to_text(kind.effects.front())) continue;
      sums[kind.word].acted += row.acted;
      sums[kind.word].changed += row.changed;
    }
  };
  add(run_town({.layer = Layer::what_if}));
  add(run_town({.layer = Layer::what_if, .variant = "prices.toml"}));
  add(run_town({.layer = Layer::what_if, .variant = "classes.toml"}));
  add(run_town({.variant = "gates.toml"}));
  for (const policy::KindRow& kind : policy::kKinds) {
    INFO(kind.word << ": a measure in scenarios/tiny, a rule in sim/rules that answers with its effect, and what that rule changes");
    CHECK(sums[kind.word].acted > 0);
    CHECK(sums[kind.word].changed > 0);
  }
}

TEST_CASE("tiny: without a plan only the law of sales standards acts", "[hand]") {
  const Town town = run_town({.layer = Layer::baseline});
  for (const ledger::EffectRow& row : town.ledger.effects) CHECK(row.effect == "standards_set");
  // Nobody leaves: nothing is bought.
  CHECK(closing_word(town, "ms-sales-6") == "idle reason=nothing_in_scope");
}

}  // namespace railshift::hand::tiny_effects_test
