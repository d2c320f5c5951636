/// Places and the empty runs between them; the roads of the month.
#include <catch2/catch.hpp>

#include "tests/engine/haul_town.hpp"

namespace places_test {

using namespace railshift;
using namespace railshift::engine;
using railshift::testing::HaulTown;
using railshift::testing::kMine;
using railshift::testing::kPlant;

namespace {

/// The mine, the plant, and a yard 5 km from the mine.
struct RoadScene {
  LiveWorld world{HaulTown().build()};
  PlaceBook places{world.now()};
  PlaceIndex yard = places.yard(Id<Site>{kMine}, 5'000);
  LegBook book = build_legs(world, places);
  Roads roads{world, places};

  RoadScene() { roads.update(make_date(2020, 1, 1), book.legs); }
};

/// The same with its only road open from March on.
World late_road() {
  World world = HaulTown().build();
  Link link = world.links[Id<Link>{0}];
  link.opens = make_date(2020, 3, 1);
  world.links = Table<Link>({link});
  return world;
}

}  // namespace

TEST_CASE("a yard is one place however often it is asked for, and no site", "[engine]") {
  RoadScene s;
  CHECK(s.places.size() == 3);
  CHECK(s.places.yard(Id<Site>{kMine}, 5'000) == s.yard);
  CHECK(s.places.yard(Id<Site>{kMine}, 6'000) != s.yard);
  CHECK(s.places.size() == 4);
  CHECK_FALSE(s.places.site_at(s.yard).has_value());
  CHECK(s.places.site_at(kPlant) == Id<Site>{kPlant});
}

TEST_CASE("an empty run takes the time of its road, to the same place none", "[engine]") {
  RoadScene s;
  EmptyRuns& runs = s.roads.empty_runs();
  CHECK(runs.ticks(kMine, kPlant) == kTicksPerHour);
  CHECK(runs.ticks(kPlant, kMine) == kTicksPerHour);
  CHECK(runs.ticks(kMine, kMine) == 0);
  // 5 km at 50 km/h; from the plant the road of the mine comes first.
  CHECK(runs.ticks(s.yard, kMine) == kTicksPerHour / 10);
  CHECK(runs.ticks(kPlant, s.yard) == kTicksPerHour + kTicksPerHour / 10);
}

TEST_CASE("places are listed by the time to them, the place itself first", "[engine]") {
  RoadScene s;
  CHECK(s.roads.empty_runs().nearest_to(kPlant) == std::vector<PlaceIndex>{kPlant, kMine, s.yard});
  CHECK(s.roads.empty_runs().nearest_to(s.yard) == std::vector<PlaceIndex>{s.yard, kMine, kPlant});
}

TEST_CASE("a run is put into the route book when it is first driven, and once", "[engine]") {
  RoadScene s;
  const std::size_t before = s.roads.routes().size();
  const std::uint32_t there = s.roads.empty_runs().route(kMine, kPlant);
  CHECK(s.roads.empty_runs().route(kMine, kPlant) == there);
  CHECK(s.roads.empty_runs().route(kPlant, kMine) != there);
  CHECK(s.roads.routes().size() == before + 2);
  const Route& route = s.roads.routes()[there];
  CHECK((route.from == Id<Site>{kMine} && route.to == Id<Site>{kPlant} && route.metres() == 50'000));
}

TEST_CASE("legs have the drive of the roads of the month, or their stated hours", "[engine]") {
  RoadScene s;
  CHECK(s.book.legs[0].drive == kTicksPerHour);
  HaulTown town;
  town.leg.hours = Hours{2.5};
  const LiveWorld world(town.build());
  PlaceBook places(world.now());
  LegBook book = build_legs(world, places);
  Roads roads(world, places);
  roads.update(make_date(2020, 1, 1), book.legs);
  CHECK(book.legs[0].drive == 5 * kTicksPerHour / 2);
}

TEST_CASE("roads are worked out again only when one opens, until then there is no way", "[engine]") {
  const LiveWorld world(late_road());
  PlaceBook places(world.now());
  LegBook book = build_legs(world, places);
  Roads roads(world, places);
  CHECK(roads.differ_on(make_date(2020, 1, 1)));
  CHECK(roads.update(make_date(2020, 1, 1), book.legs));
  CHECK_FALSE(book.legs[0].has_way);
  CHECK(roads.cut_off());
  CHECK(roads.distances().is_cut_off(Id<Chain>{0}));
  CHECK_FALSE(roads.empty_runs().metres(kPlant, kMine).has_value());
  CHECK(roads.empty_runs().ticks(kPlant, kMine) == kUnreachable);
  CHECK_FALSE(roads.differ_on(make_date(2020, 2, 29)));
  CHECK_FALSE(roads.update(make_date(2020, 2, 29), book.legs));
  CHECK(roads.update(make_date(2020, 3, 1), book.legs));
  CHECK(book.legs[0].has_way);
  CHECK_FALSE(roads.cut_off());
  CHECK(roads.routes()[book.legs[0].route].links.size() == 1);
  CHECK_FALSE(roads.distances().is_cut_off(Id<Chain>{0}));
  CHECK(roads.distances().of_chain.at(0).at(0).km.value == Approx(50.0));
}

TEST_CASE("a leg that states 6 km has 6 km and its hours back, whatever the network says", "[engine]") {
  HaulTown town;
  town.leg.km = Kilometres{6.0};
  town.leg.hours = Hours{0.25};
  const LiveWorld world(town.build());
  PlaceBook places(world.now());
  LegBook book = build_legs(world, places);
  Roads roads(world, places);
  roads.update(make_date(2020, 1, 1), book.legs);
  CHECK(roads.empty_runs().metres(kPlant, kMine) == 6'000);
  CHECK(roads.empty_runs().metres(kMine, kPlant) == 6'000);
  CHECK(roads.empty_runs().ticks(kPlant, kMine) == kTicksPerHour / 4);
  CHECK(book.legs[0].drive == kTicksPerHour / 4);
}

}  // namespace places_test
