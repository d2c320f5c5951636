/// Kilometres on no road of the network, from what chains delivered.
#include "analysis/operations/off_network.hpp"

#include <catch2/catch.hpp>

namespace off_network_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// A flow of 30-t loads over a haul of 8 km, `off` of which are off the network.
World haul(std::optional<Kilometres> off) {
  World world;
  world.settings.start = make_date(2021, 1, 1);
  Flow flow;
  flow.id = "flow";
  flow.payload = Kilograms{30'000};
  world.flows = Table<Flow>({flow});
  Chain chain;
  chain.id = "chain";
  chain.legs.emplace_back();
  chain.legs[0].km = Kilometres{8.0};
  chain.legs[0].off_network = off;
  world.chains = Table<Chain>({chain});
  return world;
}

/// December before the run, then January and February.
ledger::Ledger three_months() {
  ledger::Ledger ledger;
  for (const auto& [month, kg] :
       {std::pair{make_month(2020, 12), 3'000'000}, {make_month(2021, 1), 900'000}, {make_month(2021, 2), 600'000}}) {
    ledger::ChainRow row;
    row.month = month;
    row.delivered_kg = kg;
    ledger.chains.push_back(row);
  }
  return ledger;
}

}  // namespace

TEST_CASE("30 and 20 loads over 5 km of a mine's own road are 250 km off the network, those of the warm-up are in no figure",
          "[analysis]") {
  const auto found = off_network(haul(Kilometres{5.0}), three_months());
  REQUIRE(found.has_value());
  CHECK(found->km == 250.0);
  CHECK((found->first == make_month(2021, 1) && found->last == make_month(2021, 2)));
}

TEST_CASE("a city that states no kilometres off the network, or reported no month, has no such figure", "[analysis]") {
  CHECK_FALSE(off_network(haul({}), three_months()).has_value());
  CHECK_FALSE(off_network(haul(Kilometres{5.0}), {}).has_value());
}

}  // namespace off_network_test
