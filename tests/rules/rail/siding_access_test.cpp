/// How works reach the railway: by a siding of their own, by one that they share, or not.
#include "sim/rules/rail/siding_access.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/yard_access.hpp"
#include "tests/rules/plan_world.hpp"

namespace siding_access_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Date kStart = make_date(2020, 1, 1);
const Date kOpens = make_date(2023, 10, 1);

/// Works at station sa send coke to the outside behind station sb; a park has a siding at sa that ends at fences, a yard lies beside it.
struct Scene {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Id<Node> sa = d.node("sa", NodeType::station);
  Id<Node> sb = d.node("sb", NodeType::station);
  Id<Line> line = d.line("l1", sa, sb, 10);
  Id<Flow> coke = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{kStart, 1.0}});
  Id<Siding> siding(const char* id, std::optional<Id<Site>> site, SidingEnd end, std::optional<Date> from) {
    const Id<Siding> added = d.siding(id, site, sa, 10'000, end);
    d.edit(added).in_service = from;
    return added;
  }
  [[nodiscard]] SidingAccess access() const {
    const World w = d.build();
    return siding_access(w, w.sites[works].firm);
  }
  [[nodiscard]] SidingAccess service() const {
    const World w = d.build();
    return siding_service(w, w.sites[works].firm);
  }
};

}  // namespace

TEST_CASE("works without a siding have no access, and a yard beside them is none", "[rules]") {
  Scene s;
  const Id<Siding> yard = s.siding("k1-yard", std::nullopt, SidingEnd::yard, kStart);
  s.d.chain("f1-yard", s.coke, 0.5, {truck_leg(5), rail_leg(s.line, s.sa, s.sb, yard)});
  CHECK_FALSE(s.access().since().has_value());
}

TEST_CASE("works with a siding of their own have access from the day on which it opens", "[rules]") {
  Scene s;
  s.siding("k1-own", s.works, SidingEnd::fence, kOpens);
  CHECK(s.access().own == kOpens);
  CHECK_FALSE(s.access().shared.has_value());
  CHECK(s.access().since() == kOpens);
}

TEST_CASE("a siding of a park that ends at the fence is shared access, and the earlier of own and shared counts", "[rules]") {
  Scene s;
  const Id<Siding> park = s.siding("k1-park", std::nullopt, SidingEnd::fence, kOpens);
  s.d.chain("f1-rail", s.coke, 0.5, {rail_leg(s.line, s.sa, s.sb, park)});
  CHECK(s.access().shared == kOpens);
  CHECK_FALSE(s.access().own.has_value());
  s.siding("k2-own", s.works, SidingEnd::fence, kStart);
  CHECK(s.access().since() == kStart);
}

TEST_CASE("a siding that never opens is no access, unless a measure opens it", "[rules]") {
  Scene s;
  const Id<Siding> own = s.siding("k1-own", s.works, SidingEnd::fence, std::nullopt);
  CHECK_FALSE(s.access().since().has_value());
  const Date built = make_date(2023, 3, 1);
  s.d.measure("m1", kStart, SidingOpens{own, built, kOpens});
  CHECK(s.access().since() == built);  // it stands, however late it opens
  CHECK(s.service().since() == kOpens);
}

TEST_CASE("a measure's siding stands from its built day on, never before the measure, and from its opening if that is earlier", "[rules]") {
  const auto since = [](Date from, Date built, Date in_service) {
    Scene s;
    const Id<Siding> own = s.siding("k1-own", s.works, SidingEnd::fence, std::nullopt);
    s.d.measure("m1", from, SidingOpens{own, built, in_service});
    return s.access().since();
  };
  const Date march = make_date(2023, 3, 1), june = make_date(2023, 6, 1);
  CHECK(since(kStart, march, kOpens) == march);
  CHECK(since(june, march, kOpens) == june);
  CHECK(since(kStart, kOpens, march) == march);
}

TEST_CASE("a yard counts for works whose drayage is the distance itself or less, from the day on which it opens", "[rules]") {
  Scene s;
  const Id<Siding> yard = s.siding("k1-yard", std::nullopt, SidingEnd::yard, kOpens);
  s.d.chain("f1-yard", s.coke, 0.5, {truck_leg(5), rail_leg(s.line, s.sa, s.sb, yard)});
  const World w = s.d.build();
  const BaseYearRoads roads(w);
  const Id<Firm> firm = w.sites[s.works].firm;
  CHECK(yard_access(w, roads, firm, Kilometres{5.0}) == kOpens);
  CHECK_FALSE(yard_access(w, roads, firm, Kilometres{4.9}).has_value());
}

TEST_CASE("a siding on the map counts as such before anything opens it, a yard never", "[rules]") {
  Scene s;
  const Id<Siding> yard = s.siding("k1-yard", std::nullopt, SidingEnd::yard, kStart);
  s.d.chain("f1-yard", s.coke, 0.5, {truck_leg(5), rail_leg(s.line, s.sa, s.sb, yard)});
  World w = s.d.build();
  CHECK_FALSE(has_siding_on_map(w, w.sites[s.works].firm));
  s.siding("k2-own", s.works, SidingEnd::fence, std::nullopt);
  w = s.d.build();
  CHECK(has_siding_on_map(w, w.sites[s.works].firm));
}

}  // namespace siding_access_test
