/// What two folders both count: tiny beside a copy of itself that is changed so that the overlap is known by hand.
/// tests/hand/tiny.md, a year: coal 36,000 t (half by road, half by rail in trains of 1,400 t), coking coal 18,000 t, ore 36,000 t, slag
/// 5,400 t by road; through traffic 3,650 loaded trips of 30 t in 2023 and 3,660 in 2024.
#include <catch2/catch.hpp>

#include "analysis/across/across.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace across_test {

using namespace railshift;
using namespace railshift::analysis::across;
using test::row;

namespace {

const Date kDay = make_date(2023, 1, 1);

/// Tiny so many degrees further east: at 38 degrees north a degree is 87.6 km.
World further_east(double degrees) {
  World world = test::tiny_world();
  for (Node& node : world.nodes.rows_for_loading()) node.lon += degrees;
  for (Site& site : world.sites.rows_for_loading()) site.lon += degrees;
  return world;
}

Pair beside(const World& a, const World& b) { return pair_of({"a", &a}, {"b", &b}, {{"a", &a}, {"b", &b}}); }

/// Tiny whose coal goes to another port, 500 km further: no flow of the other tiny.
World other_port() {
  World world = test::tiny_world();
  row(world.sites, "st-port").lon = 120.0;
  return world;
}

/// Tiny with six background trains a day on its eastern line.
World with_background() {
  World world = test::tiny_world();
  row(world.rail_sections, "rl-east").background_per_day.from(kDay, 6.0);
  return world;
}

}  // namespace

TEST_CASE("two copies count every flow and every truck that passes through twice, and no train as background", "[across]") {
  const World a = with_background();
  const World b = with_background();
  const Pair pair = beside(a, b);
  REQUIRE(pair.flows.size() == 4);
  Tonnes sum;
  for (const FlowsTwice& twice : pair.flows) {
    CHECK(twice.a.tonnes == twice.b.tonnes);
    CHECK(twice.a.rows == twice.b.rows);
    sum += twice.at_most();
  }
  CHECK(sum.value == Approx(36'000 + 18'000 + 36'000 + 5'400));
  REQUIRE(pair.roads.size() == 1);
  CHECK(pair.roads[0].course == Course::both);
  CHECK(pair.roads[0].at_most().value == Approx(3'650 * 30));
  CHECK(pair.rails_of_a.empty());  // what stands as a flow in both is in nobody's background
  CHECK(pair.rails_of_b.empty());
  CHECK(pair.flows_of_a.empty());
}

TEST_CASE("the first common year counts, and without a common day nothing is compared", "[across]") {
  const World a = test::tiny_world();
  World b = test::tiny_world();
  b.settings.start = make_date(2024, 1, 1);
  const Pair pair = beside(a, b);
  REQUIRE(pair.span);
  CHECK(to_string(pair.span->from) == "2024-01-01");
  CHECK(pair.span->days() == 366);
  CHECK(pair.roads.at(0).at_most().value == Approx(3'660 * 30));
  b.settings.start = make_date(2024, 12, 31);
  CHECK(beside(a, b).span->days() == 1);
  b.settings.start = make_date(2025, 1, 1);
  CHECK_FALSE(beside(a, b).span);
  CHECK(across_report({{"a", &a}, {"b", &b}}, Language::en).find("a and b: no common day") != std::string::npos);
}

TEST_CASE("through trucks that leave one city enter the next on the road that both gateways name, up to forty kilometres apart",
          "[across]") {
  World a = test::tiny_world();
  row(a.nodes, "gw-east").name_zh = "青银高速东口(甲)";  // at 112.6
  const auto neighbour = [](double degrees) {
    World b = further_east(degrees);
    row(b.nodes, "gw-west").name_zh = "青银高速和307国道西口(乙)";  // at 112.0 and so many degrees
    return b;
  };
  World b = neighbour(1.0);  // 0.4 degrees: 35 km
  const Pair pair = beside(a, b);
  REQUIRE(pair.roads.size() == 1);
  CHECK(pair.roads[0].course == Course::onward);
  CHECK(pair.roads[0].roads == std::vector<std::string>{"青银高速"});
  CHECK(pair.roads[0].apart.value == Approx(35.05).margin(0.05));
  // coal by road for the port near b's works ends in b, ore from the field near a's works comes from a: neither passes through
  CHECK(pair.roads[0].flows_a.rows.empty());
  CHECK(pair.roads[0].flows_b.rows.empty());
  CHECK(pair.roads[0].at_most().value == Approx(109'500));
  CHECK(beside(b, a).roads.at(0).course == Course::back);

  CHECK(beside(a, neighbour(1.1)).roads.empty());  // 0.5 degrees: 44 km
  row(b.nodes, "gw-west").name_zh = "二广高速西口(乙)";
  CHECK(beside(a, b).roads.empty());
}

TEST_CASE("trucks of a flow that leaves one city may be the through trucks of the next, of the same class alone", "[across]") {
  World a = test::tiny_world();
  World b = further_east(0.6);  // its western gateway is a's eastern one
  row(a.sites, "st-port").lon = 120.0;
  row(b.sites, "st-orefield").lon = 100.0;
  a.through = {};
  const Pair pair = beside(a, b);
  REQUIRE(pair.roads.size() == 1);
  CHECK(pair.roads[0].roads.empty());  // one place
  CHECK(pair.roads[0].through_a.rows.empty());
  CHECK(pair.roads[0].flows_a.rows == std::vector<std::string>{"fl-coal"});
  CHECK(pair.roads[0].at_most().value == Approx(18'000));  // the half of the coal that goes by road
  row(b.through, "th-west-east").truck_class = *b.truck_classes.find("tipper");
  CHECK(beside(a, b).roads.empty());
}

TEST_CASE("a flow to an outside place is the flow from an outside place of the city that lies there, up to thirty kilometres away",
          "[across]") {
  const World a = test::tiny_world();  // coal from the mine at 112.2 to the port at 113.5
  World b = further_east(1.0);         // works at 113.6, ore field at 112.5
  Flow& ore = row(b.flows, "fl-ore");
  ore.commodity = *b.commodities.find("thermal-coal");
  ore.rule = FlowRule::fixed;
  ore.share_or_t.from(kDay, 20'000.0);
  const Pair pair = beside(a, b);
  REQUIRE(pair.flows.size() == 1);
  CHECK(pair.flows[0].a.rows == std::vector<std::string>{"fl-coal"});
  CHECK(pair.flows[0].b.rows == std::vector<std::string>{"fl-ore"});
  CHECK(pair.flows[0].farthest.value == Approx(28.5).margin(0.1));  // mine and ore field
  CHECK(pair.flows[0].a.tonnes.value == Approx(36'000));
  CHECK(pair.flows[0].at_most().value == Approx(20'000));
  CHECK(pair.flows_of_a.empty());
  CHECK(pair.flows_of_b.empty());

  row(b.sites, "st-orefield").lon = 112.55;  // 32.6 km from the mine, 12 km from the works of a
  const Pair apart = beside(a, b);
  CHECK(apart.flows.empty());
  REQUIRE(apart.flows_of_a.size() == 1);
  CHECK(apart.flows_of_a[0].counted.tonnes.value == Approx(36'000));
  REQUIRE(apart.flows_of_b.size() == 1);
  CHECK(apart.flows_of_b[0].counted.tonnes.value == Approx(20'000));
}

TEST_CASE("an outside place is one of the city that has the nearest site", "[across]") {
  const World a = test::tiny_world();
  const World b = further_east(1.0);  // works 14 km from a's port
  World c = further_east(1.0);
  row(c.sites, "st-works").lon = 113.5;
  row(c.sites, "st-works").lat = 38.0;
  const std::vector<City> all{{"a", &a}, {"b", &b}, {"c", &c}};
  CHECK(pair_of(all[0], all[1], all).flows_of_a.empty());
  CHECK(pair_of(all[0], all[2], all).flows_of_a.size() == 1);
  CHECK(pair_of(all[0], all[1], {all[0], all[1]}).flows_of_a.size() == 1);
}

TEST_CASE("trains of one city are in the background of the other on a line of the same name", "[across]") {
  World host = with_background();
  const World guest = other_port();
  const Pair pair = beside(host, guest);
  REQUIRE(pair.rails_of_a.size() == 1);
  const RailsTwice& twice = pair.rails_of_a[0];
  CHECK(twice.line == "东线");
  CHECK(twice.same_id);
  CHECK(twice.guests.rows == std::vector<std::string>{"fl-coal"});
  CHECK(twice.guests.tonnes.value == Approx(18'000));
  CHECK(twice.trains_per_day == Approx(18'000.0 / 1'400 / 365));
  CHECK(twice.background_per_day == Approx(6));
  CHECK(twice.at_most_per_day() == Approx(18'000.0 / 1'400 / 365));
  CHECK(pair.rails_of_b.empty());  // no background there

  row(host.rail_sections, "rl-east").background_per_day.from(kDay, 0.02);
  CHECK(beside(host, guest).rails_of_a.at(0).at_most_per_day() == Approx(0.02));
  row(host.rail_sections, "rl-east").name_zh = "南线";
  CHECK(beside(host, guest).rails_of_a.empty());
}

TEST_CASE("a train that leaves its network at a station runs on over the line of the other city if that lies on its way", "[across]") {
  World host = with_background();
  row(host.nodes, "rs-west").lon = 113.9;
  RailSection& section = row(host.rail_sections, "rl-east");  // from where the guest's line ends, 79 km further east
  section.from = *host.nodes.find("rs-east");
  section.to = *host.nodes.find("rs-west");
  World guest = other_port();
  Leg onward;
  onward.seq = 3;
  onward.mode = Mode::rail;
  onward.from_node = guest.nodes.find("rs-east");
  onward.to_node = guest.nodes.find("rs-works");
  row(guest.chains, "ch-coal-yard").legs.push_back(onward);
  row(guest.nodes, "rs-works").lon = 115.0;
  const Pair pair = beside(host, guest);
  REQUIRE(pair.rails_of_a.size() == 1);
  CHECK(pair.rails_of_a[0].guests.tonnes.value == Approx(18'000));
  CHECK(pair.rails_of_a[0].stations == std::vector<std::string>{"东站"});
  row(guest.nodes, "rs-works").lon = 112.0;  // back to where it came from
  CHECK(beside(host, guest).rails_of_a.empty());
}

TEST_CASE("the report names cities, tonnes and what the match rests on in both languages", "[across]") {
  const World host = with_background();
  const World guest = other_port();
  const std::string zh = across_report({{"甲", &host}, {"乙", &guest}}, Language::zh);
  const std::string en = across_report({{"a", &host}, {"b", &guest}}, Language::en);
  for (const char* words :
       {"甲 与 乙（2023-01-01 至 2023-12-31", "公路：同一条路穿过 甲 和 乙", "至多 109,500 吨是同一批车",
        "铁路，货流最多的区间和方向：东线（rl-east）：乙 的货流 18,000 吨（fl-coal）", "依据：线名 东线 相同，编号 ln-east 相同"}) {
    INFO(zh << words);
    CHECK(zh.find(words) != std::string::npos);
  }
  for (const char* words :
       {"a and b (2023-01-01 to 2023-12-31", "road: one road through a and b", "at most 109,500 t are the same trucks",
        "b sends 18,000 t (fl-coal)", "inside the background of a (6.0 a day and direction)", "Rests on: line name 东线, id ln-east",
        "leaves out at most: 59,400 t of flows, 109,500 t on the road"}) {  // 18,000 + 36,000 + 5,400: not the coal
    INFO(en << words);
    CHECK(en.find(words) != std::string::npos);
  }
}

TEST_CASE("names of gateways hold their roads, names of sections their line", "[across]") {
  CHECK(roads_of("青银高速和307国道西口(寿阳)") == std::vector<std::string>{"青银高速", "307国道"});
  CHECK(roads_of("静乐方向西北口").empty());
  CHECK(roads_of("平城区界东侧1(高速公路)").empty());  // in brackets: what kind, not which
  World world = test::tiny_world();
  const Line& line = world.lines[*world.lines.find("ln-east")];
  row(world.rail_sections, "rl-east").name_zh = "大秦线 湖东-云州";
  CHECK(line_name(world, line) == "大秦线");
}

}  // namespace across_test
