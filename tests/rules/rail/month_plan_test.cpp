#include "sim/rules/rail/month_plan.hpp"

#include <numeric>
#include <random>

#include <catch2/catch.hpp>

#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/plan_world.hpp"

namespace month_plan_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::distances_of;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

using Kg = std::vector<std::int64_t>;
const Date kStart = make_date(2020, 1, 1);
const Month kJanuary = make_month(2020, 1);

std::int64_t sum(const Kg& kg) { return std::accumulate(kg.begin(), kg.end(), std::int64_t{0}); }

std::int64_t reason(const FlowPlan& plan, Reason r) { return plan.reasons[static_cast<std::size_t>(r)]; }

}  // namespace

namespace {

/// A works with its own siding and a yard on one line, 31,000 t offered in January (1000 t a day).
struct Scene {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> outside = d.site("b-outside", SiteKind::external);
  Id<Node> near = d.node("st-1", NodeType::station);
  Id<Node> far = d.node("st-2", NodeType::station);
  Id<Line> line = d.line("l1", near, far, 10);
  Id<Siding> fence = d.siding("k1-fence", works, near, 10'000);
  Id<Siding> yard = d.siding("k2-yard", std::nullopt, near, 10'000, SidingEnd::yard);
  Id<Flow> coke = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{kStart, 1.0}});

  void road(double share) { d.chain("c1-road", coke, share, {truck_leg(300)}); }
  void by_siding(double share) { d.chain("c2-siding", coke, share, {rail_leg(line, near, far, fence)}); }
  void by_yard(double share) { d.chain("c3-yard", coke, share, {truck_leg(8), rail_leg(line, near, far, yard)}); }

  [[nodiscard]] MonthPlan plan(Month month = kJanuary) const {
    const World world = d.build();
    const LegDistances distances = distances_of(world);
    const ChoiceConstants constants = calibrate(world, distances);
    return plan_month(world, {constants, distances}, {Kilograms{31'000'000}}, empty_book(world), month);
  }
};

}  // namespace

TEST_CASE("what the siding refuses goes by road, with the siding as the reason", "[rules]") {
  // Wishes 40 % road, 60 % rail = 18,600 t. The siding takes 500 t x 31 = 15,500 t: 3,100 t refused.
  Scene s;
  s.road(0.4);
  s.by_siding(0.6);
  s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
  const MonthPlan plan = s.plan();
  const FlowPlan& f = plan.flows[0];
  CHECK(f.wished == Kg{12'400'000, 18'600'000});
  CHECK(f.requested == Kg{0, 18'600'000});
  CHECK(f.accepted == Kg{0, 15'500'000});
  CHECK(f.planned == Kg{15'500'000, 15'500'000});
  CHECK(reason(f, Reason::not_chosen) == 12'400'000);
  CHECK(reason(f, Reason::not_accepted_siding) == 3'100'000);
  REQUIRE(plan.limits.front().what == "siding:k1-fence");
  CHECK(plan.limits.front().capacity_kg == 15'500'000);
  CHECK(plan.limits.front().requested_kg == 18'600'000);
  CHECK(plan.limits.front().accepted_kg == 15'500'000);
}

TEST_CASE("ten per cent on a capacity that binds moves tonnes, on one that does not it moves none", "[rules]") {
  const auto by_rail = [](double t_per_day) {
    Scene s;
    s.road(0.4);
    s.by_siding(0.6);
    s.d.edit(s.fence).capacity = TonnesPerDay{t_per_day};
    return s.plan().flows[0].planned[1];
  };
  CHECK(by_rail(550.0) - by_rail(500.0) == 1'550'000);  // 50 t x 31 days
  CHECK(by_rail(770.0) == by_rail(700.0));              // 18,600 t wished, 21,700 t of room
}

TEST_CASE("a refusal names what bound: siding, yard, line or several", "[rules]") {
  Scene s;
  s.road(0.4);
  SECTION("the yard") {
    s.by_yard(0.6);
    s.d.edit(s.yard).capacity = TonnesPerDay{500.0};
    CHECK(reason(s.plan().flows[0], Reason::not_accepted_yard) == 3'100'000);
  }
  SECTION("the loading tracks of the siding") {
    // 1 track x 24 / 144 h = 1/6 train a day x 3000 t = 500 t a day
    s.by_siding(0.6);
    s.d.edit(s.fence).tracks = 1;
    s.d.edit(s.fence).train_hours = Hours{144.0};
    CHECK(reason(s.plan().flows[0], Reason::not_accepted_siding) == 3'100'000);
  }
  SECTION("the line") {
    // 10 slots a day, 9 5/6 of them background: floor(31 / 6) = 5 free slots x 3000 t = 15,000 t: 3,600 t refused
    s.by_siding(0.6);
    s.d.last_section().background_per_day.from(kStart, 10.0 - 1.0 / 6.0);
    CHECK(reason(s.plan().flows[0], Reason::not_accepted_line) == 3'600'000);
  }
  SECTION("siding and line together") {
    // One slot a day x 500 t and 500 t a day: both full at 15,500 t.
    s.by_siding(0.6);
    s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
    s.d.edit(s.fence).train_load = Kilograms{500'000};
    s.d.last_section().slots_per_day = 1;
    CHECK(reason(s.plan().flows[0], Reason::several) == 3'100'000);
  }
}

TEST_CASE("refused tonnes try the other rail chains first, even one that nobody chose in the base year", "[rules]") {
  // The siding refuses 3,100 t. The yard has room for 2,000 / 31 t a day = 2,000 t: the rest, 1,100 t, goes by road,
  // first stopped by the siding: ten per cent more there would let on as much.
  Scene s;
  s.road(0.4);
  s.by_siding(0.6);
  s.by_yard(0.0);
  s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
  s.d.edit(s.yard).capacity = TonnesPerDay{2000.0 / 31.0};
  const FlowPlan f = s.plan().flows[0];
  CHECK(f.wished[2] == 0);
  CHECK(f.planned[1] == 15'500'000);
  CHECK(f.planned[2] == Approx(2'000'000).margin(1));
  CHECK(reason(f, Reason::not_accepted_siding) == Approx(1'100'000).margin(1));
  CHECK(reason(f, Reason::several) == 0);
}

TEST_CASE("tonnes by road have no chain, no open chain, or nobody who chose it", "[rules]") {
  Scene s;
  s.road(1.0);
  SECTION("no chain but the road") { CHECK(reason(s.plan().flows[0], Reason::no_chain) == 31'000'000); }
  SECTION("a siding that is not in service before March") {
    s.by_siding(0.0);
    s.d.edit(s.fence).in_service = make_date(2020, 3, 1);
    CHECK(reason(s.plan(make_month(2020, 2)).flows[0], Reason::not_in_service) == 31'000'000);
    const FlowPlan march = s.plan(make_month(2020, 3)).flows[0];
    CHECK(reason(march, Reason::not_in_service) == 0);
    CHECK(march.planned[1] > 0);
    CHECK(reason(march, Reason::not_chosen) == march.planned[0]);
  }
  SECTION("a siding that is open and was never used") {
    s.by_siding(0.0);
    CHECK(reason(s.plan().flows[0], Reason::not_contracted) == 31'000'000);
  }
}

TEST_CASE("tonnes left over when their works has closed stand on the road chain and wait", "[rules]") {
  Scene s;
  s.road(0.4);
  s.by_siding(0.6);
  s.d.edit(s.works).closes = make_date(2020, 3, 1);
  CHECK(s.plan(make_month(2020, 2)).flows[0].planned[1] == 18'600'000);
  const FlowPlan closed = s.plan(make_month(2020, 3)).flows[0];
  CHECK(closed.planned == Kg{31'000'000, 0});
  CHECK(closed.requested == Kg{0, 0});
  CHECK(reason(closed, Reason::not_in_service) == 31'000'000);
}

TEST_CASE("a siding holds what is loaded and what is unloaded there together", "[rules]") {
  // 10,000 t out and 10,000 t in through a siding of 500 t x 31 = 15,500 t: 7,750 t each.
  Scene s;
  s.by_siding(1.0);
  const auto in = s.d.flow("f2", s.d.coal, s.outside, s.works, FlowRule::fixed, {{kStart, 1.0}});
  s.d.chain("c9", in, 1.0, {rail_leg(s.line, s.far, s.near, s.fence)});
  s.d.edit(s.fence).capacity = TonnesPerDay{500.0};
  const World w = s.d.build();
  const LegDistances distances = distances_of(w);
  const ChoiceConstants constants = calibrate(w, distances);
  const MonthPlan plan = plan_month(w, {constants, distances}, {Kilograms{10'000'000}, Kilograms{10'000'000}}, empty_book(w), kJanuary);
  CHECK(plan.flows[0].accepted == Kg{7'750'000});
  CHECK(plan.flows[1].accepted == Kg{7'750'000});
}

TEST_CASE("a siding's capacity is the smaller of handling and tracks, over its days in service", "[rules]") {
  Scene s;
  s.by_siding(1.0);
  s.d.edit(s.fence).capacity = TonnesPerDay{5'000.0};  // tracks: 2 x 24 / 6 x 3000 t = 24,000 t a day
  s.d.edit(s.yard).capacity = TonnesPerDay{30'000.0};
  s.d.edit(s.yard).in_service = make_date(2020, 1, 22);
  const World w = s.d.build();
  CHECK(siding_capacity(w, s.fence, kJanuary) == Kilograms{155'000'000});
  CHECK(siding_capacity(w, s.yard, make_month(2019, 12)) == Kilograms{0});
  CHECK(siding_capacity(w, s.yard, kJanuary) == Kilograms{240'000'000});  // 22 to 31 January: 10 days x 24,000 t
  CHECK(siding_capacity(w, s.yard, make_month(2020, 2)) == Kilograms{29 * 24'000'000LL});
}

TEST_CASE("background trains take slots, never more than there are", "[rules]") {
  Scene s;
  s.by_siding(1.0);
  s.d.last_section().background_per_day.from(kStart, 4.0);
  s.d.last_section().background_per_day.from(make_date(2020, 2, 1), 12.0);
  const World w = s.d.build();
  const RailSection& section = *w.rail_sections.begin();
  CHECK(free_slots(w, section, kJanuary) == 6 * 31);
  CHECK(free_slots(w, section, make_month(2020, 2)) == 0);
}

namespace {

/// Many works on one line with scarce sidings, yard and slots; random shares, tonnes and opening days.
World random_world(std::mt19937& draw) {
  Draft d;
  const auto u = [&] { return static_cast<double>(draw() % 1000U) / 1000.0; };
  std::vector<Id<Site>> works;
  for (int i = 0; i < 5; ++i) works.push_back(d.site("a-works" + std::to_string(i), SiteKind::coking_works));
  const auto outside = d.site("b-outside", SiteKind::external);
  const auto near = d.node("st-1", NodeType::station);
  const auto far = d.node("st-2", NodeType::station);
  const auto line = d.line("l1", near, far, 1 + static_cast<int>(draw() % 3U));
  std::vector<Id<Siding>> sidings;
  for (std::size_t i = 0; i < works.size(); ++i) {
    sidings.push_back(d.siding("k" + std::to_string(i), works[i], near, 200.0 + 2000.0 * u()));
    d.edit(sidings.back()).train_load = Kilograms{1'000'000 + 1000 * static_cast<std::int64_t>(draw() % 3000U)};
    if (draw() % 4U == 0U) d.edit(sidings.back()).in_service = make_date(2020, 1 + static_cast<int>(draw() % 12U), 1);
  }
  const auto yard = d.siding("y", std::nullopt, near, 1000.0 * u(), SidingEnd::yard);
  for (std::size_t i = 0; i < works.size(); ++i) {
    const std::string n = std::to_string(i);
    const auto flow = d.flow("f" + n, d.coke, works[i], outside, FlowRule::fixed, {{kStart, 1e6 * u()}});
    const double rail = u();
    const double at_yard = draw() % 2U == 0U ? 0.0 : rail * u();
    if (draw() % 5U != 0U) d.chain("c" + n + "a", flow, 1.0 - rail, {truck_leg(20.0 + 400.0 * u())});
    d.chain("c" + n + "b", flow, rail - at_yard, {rail_leg(line, near, far, sidings[i])});
    d.chain("c" + n + "c", flow, at_yard, {truck_leg(10.0 * u()), rail_leg(line, near, far, yard)});
  }
  return d.build();
}

}  // namespace

TEST_CASE("every plan conserves kilograms, keeps every limit and explains every tonne on the road", "[rules]") {
  std::mt19937 draw(GENERATE(range(1U, 61U)));
  const World w = random_world(draw);
  const LegDistances distances = distances_of(w);
  const ChoiceConstants constants = calibrate(w, distances);
  std::vector<Kilograms> offered;
  for (std::size_t i = 0; i < w.flows.size(); ++i) offered.push_back(Kilograms{static_cast<std::int64_t>(draw() % 90'000'001U)});
  const Month month = make_month(2020, 1 + static_cast<int>(draw() % 12U));
  const MonthPlan plan = plan_month(w, {constants, distances}, offered, empty_book(w), month);
  for (const FlowPlan& f : plan.flows) {
    CHECK(sum(f.wished) == f.offered.value);
    CHECK(sum(f.planned) == f.offered.value);
    std::int64_t on_road = 0;
    for (std::size_t p = 0; p < f.wished.size(); ++p) {
      CHECK(f.accepted[p] <= f.requested[p]);
      CHECK(f.requested[p] <= f.wished[p]);
      CHECK(f.planned[p] >= f.accepted[p]);
      if (w.chains[w.chains_of(f.flow)[p]].main_mode() == Mode::truck) on_road += f.planned[p];
    }
    CHECK(std::accumulate(f.reasons.begin(), f.reasons.end(), std::int64_t{0}) == on_road);
  }
  for (const MonthPlan::Limit& limit : plan.limits) {
    const bool section = limit.what.rfind("section:", 0) == 0;
    if (!section) CHECK(limit.accepted_kg <= limit.capacity_kg);
  }
}

TEST_CASE("the slots of a section hold for the trains that a plan asks of it", "[rules]") {
  std::mt19937 draw(GENERATE(range(100U, 130U)));
  const World w = random_world(draw);
  const RailLimits limits = rail_limits(w, kJanuary);
  std::vector<Demand> demands;
  for (const auto& uses : limits.of_chain) demands.push_back({static_cast<std::int64_t>(draw() % 200'000'000U), uses, 1.0});
  const Acceptance a = accept(demands, limits.capacities());
  std::vector<double> used(limits.limits.size(), 0.0);
  for (std::size_t i = 0; i < demands.size(); ++i) {
    for (const LimitUse& use : demands[i].uses) used[use.limit] += use.per_kg * static_cast<double>(a.kg[i]);
  }
  for (std::size_t l = 0; l < used.size(); ++l) CHECK(used[l] <= limits.limits[l].capacity + 1e-6);
}

}  // namespace month_plan_test
