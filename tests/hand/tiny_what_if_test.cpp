// Section 19 of tiny.md: kinds of measure that the worked plan does without, in the full engine and beside it in the quick twin.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <tuple>

#include "analysis/emissions/inventory.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_what_if_test {
namespace {

const std::set<std::string> kKinds{"ms-half-mine", "ms-half-works", "ms-half-dump", "ms-belt", "ms-pipe"};

const Town& town() {
  static const Town lived = run_town({.what_if = kKinds});
  return lived;
}

ledger::Ledger twin_of(const World& world) {
  engine::Replication replication;
  replication.seed = world.settings.seed;
  return engine::run_by_months(world, replication).ledger;
}

using ByMonth = std::map<std::string, std::int64_t>;

ByMonth acted(const ledger::Ledger& ledger, const std::string& measure) {
  ByMonth months;
  for (const ledger::EffectRow& row : ledger.effects) {
    if (row.measure == measure && row.acted != 0) months[to_string(row.month)] = row.acted;
  }
  return months;
}

std::int64_t sum(const ByMonth& months) {
  std::int64_t all = 0;
  for (const auto& [month, number] : months) all += number;
  return all;
}

std::string closing_word(const ledger::Ledger& ledger, const std::string& measure) {
  for (const ledger::JournalEntry& entry : ledger.journal) {
    if (entry.subject == measure && (entry.event == "acted" || entry.event == "idle")) return entry.event + " " + entry.detail;
  }
  return "no entry";
}

std::int64_t offered(const Town& of, const std::string& flow, int month) {
  return total(
      of.ledger.flows, [&](const ledger::FlowRow& r) { return r.flow == flow_named(of.world, flow) && r.month == make_month(2024, month); },
      [](const ledger::FlowRow& r) { return r.offered_kg; });
}

}  // namespace

TEST_CASE("tiny what if: from October 2024 mine, works and dump run at half, and every flow behind them halves", "[hand]") {
  CHECK(offered(town(), "fl-coal", 9) == 3'000'000);
  CHECK(offered(town(), "fl-coal", 10) == 1'500'000);
  CHECK(offered(town(), "fl-coke", 10) == 750'000);
  CHECK(offered(town(), "fl-ore", 10) == 1'500'000);
  CHECK(offered(town(), "fl-slag", 10) == 225'000);
  const ByMonth mine{{"2024-10", 2'250'000}, {"2024-11", 2'250'000}, {"2024-12", 2'250'000}};
  CHECK(acted(town().ledger, "ms-half-mine") == mine);
  CHECK(sum(acted(town().ledger, "ms-half-works")) == 3 * 1'500'000);
  CHECK(sum(acted(town().ledger, "ms-half-dump")) == 3 * 225'000);
}

TEST_CASE("tiny what if: a belt of 5 t a day is full from April 2024 on, what it refuses goes by road", "[hand]") {
  const ByMonth belt{{"2024-04", 150'000}, {"2024-05", 155'000}, {"2024-06", 150'000}, {"2024-07", 155'000}, {"2024-08", 155'000},
                     {"2024-09", 150'000}, {"2024-10", 155'000}, {"2024-11", 150'000}, {"2024-12", 155'000}};
  CHECK(acted(town().ledger, "ms-belt") == belt);
  CHECK(sum(belt) == 1'375'000);
  // April: 450 t, wishes 1 / (1 + exp(-0.1 x (14.1 - 2.5))) = 0.76133 = 342.6 t, of which the belt takes 150.
  const auto refused = total(
      town().ledger.reasons,
      [&](const ledger::ReasonRow& r) {
        return r.flow == flow_named(town().world, "fl-slag") && r.month == make_month(2024, 4) && r.reason == Reason::not_accepted_belt;
      },
      [](const ledger::ReasonRow& r) { return r.kg; });
  CHECK(refused == Approx(342'600 - 150'000).margin(100));
}

TEST_CASE("tiny what if: a pipe of 20 t a day carries 5,500 t of coke coal past the duty's price", "[hand]") {
  CHECK(sum(acted(town().ledger, "ms-pipe")) == 5'500'000);
  CHECK(acted(town().ledger, "ms-pipe").at("2024-04") == 600'000);
}

TEST_CASE("tiny what if: belt and pipe draw 28,600 kWh, 14.3 t of CO2 at the power plant and nothing in the town", "[hand]") {
  std::map<std::string, double> grams;
  for (const analysis::EmissionRow& row : analysis::inventory(town().world, town().ledger)) {
    if (row.source == analysis::EmissionSource::belt_drive) grams[row.pollutant] += row.grams;
  }
  CHECK(grams["CO2_wtw"] == Approx(14'300'000));
  CHECK(grams["NOx"] == 0.0);
}

TEST_CASE("tiny what if: the quick twin tells the same of these measures, month by month, to the kilogram", "[hand]") {
  using Row = std::tuple<Month, std::string, std::string, std::int64_t, std::int64_t, std::int64_t>;
  const auto rows = [](const ledger::Ledger& ledger) {
    std::set<Row> all;
    for (const ledger::EffectRow& r : ledger.effects) {
      if (kKinds.contains(r.measure)) all.emplace(r.month, r.measure, r.effect, r.in_scope, r.acted, r.changed);
    }
    return all;
  };
  const auto full = rows(town().ledger);
  REQUIRE_FALSE(full.empty());
  CHECK(full == rows(twin_of(town().world)));
}

TEST_CASE("tiny what if: rates of 1, a belt that opens after the run and a pipe that opens on its last first day", "[hand]") {
  const std::string full_rate = "[{due = 2024-10-01, level = 1.0}]";
  const World idle = town_with(kKinds, {{"measure.ms-half-mine.rates", full_rate},
                                        {"measure.ms-half-works.rates", full_rate},
                                        {"measure.ms-half-dump.rates", full_rate},
                                        {"measure.ms-belt.in_service", "2024-12-02"},
                                        {"measure.ms-pipe.in_service", "2024-12-01"}});
  const ledger::Ledger ledger = twin_of(idle);
  CHECK(closing_word(ledger, "ms-half-mine") == "idle reason=demands_nothing");
  CHECK(closing_word(ledger, "ms-belt") == "idle reason=not_started");
  CHECK(acted(ledger, "ms-pipe") == ByMonth{{"2024-12", 620'000}});
}

TEST_CASE("tiny what if: without the measures the town works on and nothing goes by belt", "[hand]") {
  for (const ledger::ChainRow& row : planned_town().ledger.chains) {
    const std::string& id = planned_town().world.chains[row.chain].id;
    if (id == "ch-slag-belt" || id == "ch-coke-pipe") CHECK(row.planned_kg == 0);
  }
  CHECK(offered(planned_town(), "fl-coal", 12) == 3'000'000);
}

}  // namespace railshift::hand::tiny_what_if_test
