/// Rail chains that the networks allow and the tables lack.
#include "analysis/chains/proposals.hpp"

#include <catch2/catch.hpp>

#include "analysis/chains/proposal_csv.hpp"
#include "analysis/chains/rail_network.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "tests/rules/plan_world.hpp"

namespace proposals_test {

using namespace railshift;
using namespace railshift::analysis;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Date kStart = make_date(2020, 1, 1);

/// A mine with a siding at station 1, a plant with one at station 2, a works without any, a port outside; a yard at station 2. Line 1 joins
/// the stations (100 km); line 2 goes on to a third station at sea (400 km). All flows go by road.
struct Scene {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> plant = d.site("b-plant", SiteKind::power_plant);
  Id<Site> works = d.site("c-works", SiteKind::coking_works);
  Id<Site> port = d.site("d-port", SiteKind::external);
  Id<Node> st1 = d.node("st-1", NodeType::station);
  Id<Node> st2 = d.node("st-2", NodeType::station);
  Id<Node> sea = d.node("st-3", NodeType::station);
  Id<Line> line1 = d.line("l1", st1, st2, 10, 100.0);
  Id<Line> line2 = d.line("l2", st2, sea, 10, 400.0);
  Id<Siding> k_mine = d.siding("k1-mine", mine, st1, 10'000);
  Id<Siding> k_plant = d.siding("k2-plant", plant, st2, 10'000);
  Id<Siding> k_yard = d.siding("k3-yard", std::nullopt, st2, 10'000, SidingEnd::yard);
  double works_east = 0.1;  ///< degrees of longitude between the works and station 2, on the equator: 11.119 km

  Id<Flow> flow(const std::string& id, Id<Site> from, Id<Site> to, double t = 120'000.0) {
    const auto added = d.flow(id, d.coal, from, to, FlowRule::fixed, {{kStart, t}});
    d.chain("c-" + id, added, 1.0, {truck_leg(200)});
    return added;
  }
  [[nodiscard]] World build() const {
    World w = d.build();
    auto& nodes = w.nodes.rows_for_loading();
    for (Node& n : nodes) n.lon = n.id == "st-1" ? 5.0 : n.id == "st-3" ? 20.0 : 10.0;
    w.sites.rows_for_loading()[mine.index].lon = 5.0;
    w.sites.rows_for_loading()[plant.index].lon = 10.0;
    w.sites.rows_for_loading()[works.index].lon = 10.0 + works_east;
    // A road joins the three works; no link touches a station, so every station is joined to it, and only in a straight line to a works.
    std::vector<Link> links(2);
    for (Link& link : links) {
      link.length = Kilometres{50.0};
      link.free_speed = KilometresPerHour{50.0};
    }
    links[0].id = "lk-1", links[0].from = w.sites[mine].node, links[0].to = w.sites[plant].node;
    links[1].id = "lk-2", links[1].from = w.sites[plant].node, links[1].to = w.sites[works].node;
    w.links = Table<Link>(links);
    std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
    Parameter threshold;
    threshold.id = "scope.over_threshold";
    threshold.value.from(kStart, 100'000.0);
    parameters.push_back(threshold);
    w.parameters = Table<Parameter>(parameters);
    return w;
  }
};

Proposals propose(const World& w, double within = 30.0) { return propose_chains(w, {Kilometres{within}, 2021}); }

}  // namespace

TEST_CASE("two sites with sidings on one line get a chain of one rail leg", "[analysis]") {
  Scene s;
  s.flow("f1", s.mine, s.plant);
  const World w = s.build();
  const Proposals found = propose(w);
  REQUIRE(found.chains.size() == 1);
  const ProposedChain& row = found.chains[0];
  REQUIRE(row.chain.legs.size() == 1);
  CHECK(row.chain.legs[0].siding == s.k_mine);
  CHECK(row.rail_km == 100.0);
  CHECK(row.drayage_km == 0.0);
  CHECK(row.yuan_per_t == Approx(30.0));  // 16 + 0.14 x 100
  CHECK(row.t_per_year == Approx(120'000.0));
  CHECK(row.capacity_t == Approx(3'650'000.0));  // 10,000 t a day at both sidings, 365 days; 10 slots of 3,000 t are more
  // Road 10 + 0.36 x 200 = 82 and 4 h at 0.5; rail 30 and 2 h + 2 x 24 h at 0.5.
  CHECK(row.dearer_yuan == Approx(30.0 + 25.0 - 82.0 - 2.0));
  CHECK(rules::unloading_siding(with_chains(w, {row.chain}), row.chain).has_value());
}

TEST_CASE("a works without a siding uses a yard within reach, the distance itself included", "[analysis]") {
  Scene s;
  s.flow("f1", s.works, s.mine);
  const World w = s.build();
  const double km = 0.1 * 111.19493 * 1.3;  // 14.455
  const Proposals near = propose(w, km + 0.01), far = propose(w, km - 0.01);
  REQUIRE(near.chains.size() == 1);
  CHECK(near.chains[0].drayage_km == Approx(km).epsilon(1e-4));
  CHECK(near.chains[0].drayage_by_line);
  REQUIRE(near.chains[0].chain.legs.size() == 2);
  CHECK(near.chains[0].chain.legs[0].mode == Mode::truck);
  CHECK(near.chains[0].chain.legs[1].siding == s.k_yard);  // the mine's own is found by its site
  CHECK(far.chains.empty());
  REQUIRE(far.unconnected.size() == 1);
  CHECK(far.unconnected[0].why == NoChain::end_at_origin);
}

TEST_CASE("a place outside is reached as other goods reach it", "[analysis]") {
  Scene s;
  Leg beyond = rail_leg(s.line2, s.sea, s.d.node("st-4", NodeType::station));
  beyond.line.reset();
  beyond.km = Kilometres{50.0};
  beyond.hours = Hours{2.0};
  s.flow("f1", s.mine, s.port);
  const auto by_rail = s.d.flow("f2", s.d.coke, s.plant, s.port, FlowRule::fixed, {{kStart, 1'000.0}});
  s.d.chain("d-f2", by_rail, 1.0, {rail_leg(s.line2, s.st2, s.sea, s.k_plant), beyond});
  const Proposals found = propose(s.build());
  REQUIRE(found.chains.size() == 1);
  const std::vector<Leg>& legs = found.chains[0].chain.legs;
  REQUIRE(legs.size() == 3);  // line 1, line 2, the stated way beyond
  CHECK(legs[0].line == s.line1);
  CHECK(legs[1].line == s.line2);
  CHECK(legs[2].km->value == 50.0);
  CHECK(found.chains[0].rail_km == 500.0);
}

TEST_CASE("a place outside that no goods reach by rail has no end, a line without a path left joins nothing", "[analysis]") {
  Scene s;
  s.flow("f1", s.mine, s.port);
  CHECK(propose(s.build()).unconnected.at(0).why == NoChain::end_at_destination);
  Scene full;
  full.flow("f1", full.mine, full.plant);
  World w = full.build();
  for (RailSection& section : w.rail_sections.rows_for_loading()) section.background_per_day.from(kStart, 10.0);
  CHECK(propose(w).unconnected.at(0).why == NoChain::no_line);
  for (RailSection& section : w.rail_sections.rows_for_loading()) section.background_per_day.from(kStart, 9.0);
  CHECK(propose(w).chains.size() == 1);
}

TEST_CASE("flows with a rail chain and flows without goods get none, trucks that are counted bring nothing to a train", "[analysis]") {
  Scene s;
  const auto served = s.flow("f1", s.mine, s.plant);
  s.d.chain("c-f1-rail", served, 0.0, {rail_leg(s.line1, s.st1, s.st2, s.k_mine)});
  s.flow("f2", s.mine, s.plant, 0.0);
  World w = s.build();
  CHECK(propose(w).chains.empty());
  CHECK(propose(w).unconnected.empty());
  Scene counted;
  counted.flow("f1", counted.mine, counted.plant);
  World c = counted.build();
  for (TruckClass& t : c.truck_classes.rows_for_loading()) t.simulate = Simulate::count;
  CHECK(propose(c).unconnected.at(0).why == NoChain::counted);
}

TEST_CASE("the tonnes of listed firms without a rail chain, and those of them that would have one", "[analysis]") {
  Scene s;
  s.flow("f1", s.mine, s.plant);            // proposed
  s.flow("f2", s.mine, s.port, 130'000.0);  // no end outside
  const auto served = s.flow("f3", s.mine, s.plant, 50'000.0);
  s.d.chain("d-rail", served, 0.0, {rail_leg(s.line1, s.st1, s.st2, s.k_mine)});
  const Proposals found = propose(s.build());
  CHECK(found.listed.all == Approx(300'000.0));
  CHECK(found.listed.without_rail == Approx(250'000.0));
  CHECK(found.listed.proposed == Approx(120'000.0));
}

TEST_CASE("proposed rows have the columns of the tables and base share 0", "[analysis]") {
  Scene s;
  s.flow("f1", s.works, s.mine);
  const World w = s.build();
  const ProposalTables tables = to_csv(w, propose(w), {Kilometres{30.0}, 2021});
  CHECK(tables.chains.find("chain_id,flow_id,base_share,low,high,standing,source,reason\nch-rail-f1-001,f1,0,0,0,assumed,,") !=
        std::string::npos);
  CHECK(tables.legs.find("\nch-rail-f1-001,1,truck,,st-2,,,14.46,,0,,,assumed,,") != std::string::npos);
  CHECK(tables.legs.find("\nch-rail-f1-001,2,rail,st-2,st-1,l1,k3-yard,,,0,,,assumed,,") != std::string::npos);
}

}  // namespace proposals_test
