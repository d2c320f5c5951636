/// Measures that act on prices and choice: the quick twin beside the full run of tiny's variant prices.toml, one seed.
#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <tuple>

#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace twin_of_prices_test {

using namespace railshift;

namespace {

using EffectOf = std::map<std::tuple<std::string, std::string, Month>, std::tuple<std::int64_t, std::int64_t, std::int64_t>>;

EffectOf effects(const ledger::Ledger& ledger) {
  static const std::set<std::string> kMeant{"ms-tariff", "ms-far", "ms-admission", "ms-new-site"};
  EffectOf rows;
  for (const ledger::EffectRow& r : ledger.effects) {
    if (kMeant.contains(r.measure)) rows[{r.measure, r.effect, r.month}] = {r.in_scope, r.acted, r.changed};
  }
  return rows;
}

double by_rail(const World& world, const ledger::Ledger& ledger, int year) {
  double t = 0.0;
  for (const ledger::ChainRow& row : ledger.chains) {
    if (row.month.year() == year && world.chains[row.chain].main_mode() == Mode::rail) t += static_cast<double>(row.delivered_kg) / 1000.0;
  }
  return t;
}

}  // namespace

TEST_CASE("tariffs, distances, admissions and new sites act in the twin of tiny as in the full run, kilogram by kilogram", "[months]") {
  const hand::Town full = hand::run_town({.variant = "prices.toml"});
  engine::Replication replication;
  replication.seed = full.world.settings.seed;
  const ledger::Ledger twin = engine::run_by_months(full.world, replication).ledger;
  CHECK(effects(full.ledger).size() > 50);
  CHECK(effects(twin) == effects(full.ledger));
  // Trains of 1,400 and 1,500 t stand half loaded at New Year.
  for (const int year : {2023, 2024})
    CHECK(by_rail(full.world, twin, year) == Approx(by_rail(full.world, full.ledger, year)).margin(2000.0));
}

}  // namespace twin_of_prices_test
