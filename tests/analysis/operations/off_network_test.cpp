/// Kilometres on no road of the network, from what chains delivered.
#include "analysis/operations/off_network.hpp"

#include <catch2/catch.hpp>

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// A flow of 30-t loads over a haul of 8 km, `off` of which are off the network.
World haul(std::optional<Kilometres> off) {
  World world;
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

ledger::Ledger two_months() {
  ledger::Ledger ledger;
  for (const std::int64_t kg : {900'000, 600'000}) {
    ledger::ChainRow row;
    row.delivered_kg = kg;
    ledger.chains.push_back(row);
  }
  return ledger;
}

}  // namespace

TEST_CASE("30 and 20 loads over 5 km of a mine's own road are 250 km off the network", "[analysis]") {
  CHECK(off_network_km(haul(Kilometres{5.0}), two_months()) == 250.0);
}

TEST_CASE("a city that states no kilometres off the network has no such figure", "[analysis]") {
  CHECK_FALSE(off_network_km(haul({}), two_months()).has_value());
}
