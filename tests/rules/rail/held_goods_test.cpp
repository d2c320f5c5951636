/// What the railway refuses without another chain, and what no open road serves: it waits where it stands.
#include <catch2/catch.hpp>

#include "sim/rules/rail/month_plan.hpp"
#include "tests/rules/choice_scene.hpp"

namespace held_goods_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

using Kg = std::vector<std::int64_t>;
const std::vector<Kilograms> kOffered{Kilograms{31'000'000}};

/// Coke leaves by the works' siding alone, 31,000 t a month.
struct RailOnly : Scene {
  RailOnly() { by_siding("c2-siding", coke, 1.0); }
  [[nodiscard]] FlowPlan plan(Month month, const Kg& waiting = {}) const {
    const Built built(d);
    return plan_month(built.world, built.choice(), kOffered, empty_book(built.world), month, waiting).flows.front();
  }
};

}  // namespace

TEST_CASE("a flow without a road keeps its refused tonnes on rail, where they wait and ask again", "[rules]") {
  // The siding takes 500 t a day: 15,500 t of 31,000 t in January, 14,500 t in February.
  RailOnly s;
  s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
  const FlowPlan f = s.plan(kJanuary);
  CHECK(f.accepted == Kg{15'500'000});
  CHECK(f.planned == Kg{31'000'000});
  CHECK(f.waits == Kg{15'500'000});
  CHECK(f.held_by[0] == "siding:k1-fence");
  CHECK(f.reasons == std::array<std::int64_t, kReasons>{});
  const FlowPlan next = s.plan(kJanuary + 1, f.waits);
  CHECK(next.wished == Kg{31'000'000});
  CHECK(next.accepted == Kg{14'500'000});
  CHECK(next.planned == Kg{31'000'000});
  CHECK(next.waits == Kg{32'000'000});
}

TEST_CASE("a siding that takes nothing lets nothing on", "[rules]") {
  RailOnly s;
  s.d.edit(s.fence).capacity = TonnesPerDay{0.0};
  CHECK(s.plan(kJanuary).waits == Kg{31'000'000});
  CHECK(s.plan(kJanuary).accepted == Kg{0});
}

TEST_CASE("what has waited goes as soon as there is room beside the month's own tonnes", "[rules]") {
  // 1,200 t a day take 37,200 t: the 31,000 t of January and 6,200 of the 10,000 t that wait.
  RailOnly s;
  s.d.edit(s.fence).capacity = TonnesPerDay{1200.0};
  const FlowPlan f = s.plan(kJanuary, {10'000'000});
  CHECK(f.accepted == Kg{31'000'000});
  CHECK(f.requested == Kg{31'000'000});
  CHECK(f.waits == Kg{3'800'000});
  CHECK(s.plan(kJanuary, {6'200'000}).waits == Kg{0});
}

TEST_CASE("no train runs from a siding that is not in service: goods with rail alone wait for it", "[rules]") {
  RailOnly s;
  s.d.edit(s.fence).in_service = make_date(2020, 3, 1);
  const FlowPlan f = s.plan(kJanuary);
  CHECK(f.requested == Kg{0});
  CHECK(f.planned == Kg{31'000'000});
  CHECK(f.waits == Kg{31'000'000});
  // 10,000 t a day: all of them go in March.
  CHECK(s.plan(make_month(2020, 3), f.waits).waits == Kg{0});
}

TEST_CASE("a road that is closed to a chain leaves its tonnes to the others, and without any they wait on it", "[rules]") {
  Scene s;
  s.road("c1-road", s.coke, 0.5);
  s.by_siding("c2-siding", s.coke, 0.5);
  Built b(s.d);
  const auto plan = [&b] { return plan_month(b.world, b.choice(), kOffered, empty_book(b.world), kJanuary).flows.front(); };
  b.distances.cut_off = {true, false};
  CHECK(plan().planned == Kg{0, 31'000'000});
  b.distances.cut_off = {true, true};
  CHECK(plan().planned == Kg{31'000'000, 0});
  CHECK(plan().reasons[static_cast<std::size_t>(Reason::not_in_service)] == 31'000'000);
}

TEST_CASE("what waits on rail goes by road once there is one, beside the month's own tonnes", "[rules]") {
  // January: no road, the siding takes 500 t x 31 d = 15,500 t of 31,000. February: it takes 14,500 t of the month's wishes; the rest of
  // them and the 15,500 t that wait go by road.
  Scene s;
  s.road("c1-road", s.coke, 0.5);
  s.by_siding("c2-siding", s.coke, 0.5);
  s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
  Built b(s.d);
  const auto plan = [&b](Month month, const Kg& waiting) {
    return plan_month(b.world, b.choice(), kOffered, empty_book(b.world), month, waiting).flows.front();
  };
  b.distances.cut_off = {true, false};
  const FlowPlan january = plan(kJanuary, {});
  CHECK(january.planned == Kg{0, 31'000'000});
  CHECK(january.waits == Kg{0, 15'500'000});
  CHECK(january.moved.empty());
  b.distances.cut_off = {};
  const FlowPlan february = plan(kJanuary + 1, january.waits);
  CHECK(february.planned == Kg{16'500'000, 14'500'000});
  CHECK(february.waits == Kg{0, 0});
  REQUIRE(february.moved.size() == 1);
  CHECK((february.moved[0].from == 1 && february.moved[0].to == 0 && february.moved[0].kg == 15'500'000));
  CHECK(plan(kJanuary + 1, {}).moved.empty());
}

TEST_CASE("goods on a rail chain whose truck leg has no open road are held by the road, not by the siding", "[rules]") {
  RailOnly s;
  Built b(s.d);
  const auto plan = [&b] { return plan_month(b.world, b.choice(), kOffered, empty_book(b.world), kJanuary).flows.front(); };
  CHECK(plan().waits == Kg{0});
  b.distances.cut_off = {true};
  CHECK(plan().waits == Kg{31'000'000});
  CHECK(plan().held_by[0] == "road:" + b.world.sites[s.works].id);
}

}  // namespace held_goods_test
