/// Which floor turned which truck away.
#include "sim/engine/fleet/gate_claims.hpp"

#include <catch2/catch.hpp>

namespace gate_claims_test {

using namespace railshift;
using namespace railshift::engine;
using policy::Effect;

namespace {

constexpr AccessClass kThree{Standard::china3, Powertrain::diesel};
constexpr AccessClass kFive{Standard::china5, Powertrain::diesel};

Measure floor_of(const std::string& id, Layer layer) {
  Measure m;
  m.id = id;
  m.layer = layer;
  return m;
}

World two_sites() {
  World w;
  w.sites.rows_for_loading().resize(2);
  return w;
}

/// Two sites; "a" is a floor of the plan, "b" one of the baseline.
struct Gates {
  World world = two_sites();
  PlaceBook places{world};
  std::vector<rules::GateRule> rules{2};
  std::vector<TruckLeg> legs{1};
  GateClaims claims;
  Gates() {
    world.measures = Table<Measure>({floor_of("a", Layer::plan), floor_of("b", Layer::baseline)});
    legs[0].origin = 0;
    legs[0].destination = 1;
  }
  Gates& at(std::size_t site, const std::string& measure, Standard floor, bool obeyed = true) {
    rules[site].floors.push_back({*world.measures.find(measure), rules::mask_of_floor(floor), obeyed});
    rules[site].bound = true;
    return *this;
  }
  GateClaims& open() {
    claims.begin_month(world);
    claims.set(world, places, rules, legs);
    return claims;
  }
  [[nodiscard]] Effect of(const std::string& measure) const {
    for (const Effect& effect : claims.effects()) {
      if (effect.measure == *world.measures.find(measure)) return effect;
    }
    return {};
  }
};

/// Truck 3 (National III) stands nearest, then truck 5 (V), then truck 6, which every floor admits.
TruckIndex nearest(AccessMask also) { return also.admits(kThree) ? 3 : also.admits(kFive) ? 5 : 6; }

}  // namespace

TEST_CASE("a floor that refuses the truck that stood first redirects the load", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(1, "a", Standard::china5).open();
  claims.offered(0, 1);
  CHECK(claims.refuses());
  CHECK(claims.sent(0, 6, nearest));
  CHECK(g.of("a").in_scope == 1);
  CHECK(g.of("a").acted == 1);
  CHECK(g.of("a").changed == 1);
}

TEST_CASE("a load that gets the truck that stood first is not redirected", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(1, "a", Standard::china5).open();
  claims.offered(0, 1);
  CHECK_FALSE(claims.sent(0, 6, [](AccessMask) { return TruckIndex{6}; }));
  CHECK(g.of("a").in_scope == 1);
  CHECK(g.of("a").acted == 0);
}

TEST_CASE("a floor that the firm ignores sees the load and redirects nothing", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(0, "a", Standard::china6, false).open();
  claims.offered(0, 1);
  CHECK_FALSE(claims.refuses());
  CHECK_FALSE(claims.sent(0, 3, nearest));
  CHECK(g.of("a").in_scope == 1);
  CHECK(g.of("a").acted == 0);
}

TEST_CASE("of two floors that refuse a truck the baseline claims it, and neither changes what the other would refuse", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(0, "a", Standard::china4).at(1, "b", Standard::china4).open();
  claims.offered(0, 1);
  CHECK(claims.sent(0, 6, nearest));
  CHECK(g.of("b").acted == 1);
  CHECK(g.of("b").changed == 0);
  CHECK(g.of("a").acted == 0);
  CHECK(g.of("a").in_scope == 1);
}

TEST_CASE("the higher floor claims what it alone refuses", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(0, "a", Standard::china6).at(1, "b", Standard::china4).open();
  claims.offered(0, 1);
  CHECK(claims.sent(0, 6, nearest));
  CHECK(g.of("b").acted == 1);    // truck 3 stood first of all
  CHECK(g.of("b").changed == 0);  // without b the higher floor refuses it as well
  CHECK(g.of("a").acted == 1);    // truck 5 stood before truck 6
  CHECK(g.of("a").changed == 1);
}

TEST_CASE("a truck that comes free and is refused counts for the floor that refuses its class", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(0, "a", Standard::china6).at(1, "b", Standard::china4).open();
  claims.passed_over(0, kFive.index());
  CHECK(g.of("a").acted == 1);
  CHECK(g.of("a").changed == 1);
  CHECK(g.of("b").acted == 0);
  claims.passed_over(0, kThree.index());
  CHECK(g.of("b").acted == 1);
  CHECK(g.of("b").changed == 0);
  claims.passed_over(0, AccessClass{Standard::zero_exhaust, Powertrain::electric}.index());
  CHECK(g.of("a").acted == 1);
}

TEST_CASE("one floor at both ends of a leg counts a load once", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(0, "a", Standard::china6).at(1, "a", Standard::china6).open();
  claims.offered(0, 1);
  CHECK(claims.sent(0, 6, nearest));
  CHECK(g.of("a").in_scope == 1);
  CHECK(g.of("a").acted == 1);
}

TEST_CASE("before the first month, and where no floor is in force, there is nothing to claim", "[engine]") {
  Gates g;
  CHECK(g.claims.floors(0).empty());
  CHECK_FALSE(g.claims.sent(0, 6, nearest));
  CHECK(g.open().effects().empty());
  CHECK_FALSE(g.claims.refuses());
}

TEST_CASE("a new month begins with nothing claimed", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(1, "a", Standard::china5).open();
  claims.offered(0, 5);
  (void)g.open();
  CHECK(g.of("a").in_scope == 0);
}

TEST_CASE("a floor that makes a pool hire another truck redirects the load", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(1, "a", Standard::china6).open();
  const AccessClass six{Standard::china6, Powertrain::diesel};
  CHECK(claims.hired(0, six, [&](AccessMask also) { return also.admits(kFive) ? kFive : six; }));
  CHECK(g.of("a").acted == 1);
  CHECK(g.of("a").changed == 1);
  CHECK_FALSE(claims.hired(0, six, [&](AccessMask) { return six; }));  // it would have been hired anyhow
  CHECK(g.of("a").acted == 1);
}

TEST_CASE("a floor that leaves nobody to hire redirects the load too", "[engine]") {
  Gates g;
  GateClaims& claims = g.at(1, "a", Standard::china6).open();
  using Hired = std::optional<AccessClass>;
  CHECK(claims.hired(0, std::nullopt, [&](AccessMask also) { return also.admits(kFive) ? Hired(kFive) : std::nullopt; }));
  CHECK(g.of("a").acted == 1);
  CHECK_FALSE(claims.hired(0, std::nullopt, [](AccessMask) { return Hired(); }));  // without the floor there would be nobody either
  CHECK(g.of("a").acted == 1);
}

TEST_CASE("a floor is kept where a firm obeys it, even if it refuses nobody", "[engine]") {
  Gates g;
  const auto kept = g.at(0, "a", Standard::china0).open().bindings();
  REQUIRE(kept.size() == 1);
  CHECK(kept[0].measure == Id<Measure>{0});
  CHECK(kept[0].followed == policy::Followed::yes);
  Gates ignored;
  const auto bindings = ignored.at(0, "a", Standard::china6, false).open().bindings();
  REQUIRE(bindings.size() == 1);
  CHECK(bindings[0].followed == policy::Followed::nobody_obeys);
}

}  // namespace gate_claims_test
