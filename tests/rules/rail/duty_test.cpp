#include "sim/rules/rail/duty.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/rules/plan_world.hpp"

namespace duty_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Date kStart = make_date(2020, 1, 1);

RailDuty duty(double level) { return {{}, TonnesPerYear{1.5e6}, {{make_date(2021, 1, 1), level}}, YuanPerTonne{30.0}, 0.05}; }

}  // namespace

TEST_CASE("the price is full five points below the required share and gone at it", "[rules]") {
  const auto [share, price] =
      GENERATE(table<double, double>({{0.0, 30.0}, {0.79, 30.0}, {0.80, 30.0}, {0.825, 15.0}, {0.84, 6.0}, {0.85, 0.0}, {0.90, 0.0}}));
  CHECK(duty_price(duty(0.85), share, make_date(2021, 1, 1)).value == Approx(price).margin(1e-9));
}

TEST_CASE("without a fade the price is full until the share is reached", "[rules]") {
  RailDuty sharp = duty(0.85);
  sharp.fade = 0.0;
  CHECK(duty_price(sharp, 0.8499, make_date(2021, 1, 1)).value == 30.0);
  CHECK(duty_price(sharp, 0.85, make_date(2021, 1, 1)).value == 0.0);
}

TEST_CASE("the required level is that of the latest step, and nothing before the first", "[rules]") {
  const std::vector<RequiredStep> steps{{make_date(2025, 12, 31), 0.90}, {make_date(2024, 12, 31), 0.85}};
  CHECK(required_level(steps, make_date(2024, 12, 30)) == 0.0);
  CHECK(required_level(steps, make_date(2024, 12, 31)) == 0.85);
  CHECK(required_level(steps, make_date(2025, 12, 30)) == 0.85);
  CHECK(required_level(steps, make_date(2025, 12, 31)) == 0.90);
  CHECK(duty_price(duty(0.85), 0.0, make_date(2020, 12, 31)).value == 0.0);
}

namespace {

/// A works that receives coal and sends coke; its firm also has a trade zone. Rates in 2020 and 2021 differ.
struct Scene {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> zone = d.site("b-zone", SiteKind::trade_zone, Id<Firm>{0});
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Id<Flow> coal = d.flow("f1", d.coal, outside, works, FlowRule::fixed, {{kStart, 1.0e6}});
  Id<Flow> goods = d.flow("f2", d.coke, outside, zone, FlowRule::fixed, {{kStart, 5.0e6}});
};

}  // namespace

TEST_CASE("the list takes firms from 1.5 Mt on, in and out together, at industrial gates only", "[rules]") {
  const auto [coke, bound] = GENERATE(table<double, bool>({{499'999.0, false}, {500'000.0, true}}));
  Scene s;
  s.d.flow("f3", s.d.coke, s.works, s.outside, FlowRule::fixed, {{kStart, coke}});
  const auto firms = bound_firms(s.d.build(), TonnesPerYear{1.5e6}, {}, make_date(2021, 7, 1));
  CHECK(firms == (bound ? std::vector<Id<Firm>>{Id<Firm>{0}} : std::vector<Id<Firm>>{}));
}

TEST_CASE("a list without a threshold takes every firm that moves something, and no other", "[rules]") {
  Scene s;
  s.d.site("z-idle", SiteKind::coking_works);
  const auto firms = bound_firms(s.d.build(), TonnesPerYear{0.0}, {}, make_date(2021, 7, 1));
  CHECK(firms == std::vector<Id<Firm>>{Id<Firm>{0}});
}

TEST_CASE("goods between two works of one firm pass two gates", "[rules]") {
  const auto [t_per_year, bound] = GENERATE(table<double, bool>({{749'999.0, false}, {750'000.0, true}}));
  Draft d;
  const auto a = d.site("a", SiteKind::mine);
  const auto b = d.site("b", SiteKind::coking_works, Id<Firm>{0});
  d.flow("f1", d.coal, a, b, FlowRule::fixed, {{kStart, t_per_year}});
  CHECK(bound_firms(d.build(), TonnesPerYear{1.5e6}, {}, make_date(2021, 7, 1)).size() == (bound ? 1U : 0U));
}

TEST_CASE("the list looks at the calendar year before, and at the base year if the run begins later", "[rules]") {
  // 1.0 Mt at the start of 2020, 2.0 Mt at the start of 2021.
  const auto [from, bound] =
      GENERATE(table<Date, bool>({{make_date(2020, 6, 1), false}, {make_date(2021, 12, 31), false}, {make_date(2022, 1, 1), true}}));
  Draft d;
  const auto works = d.site("a", SiteKind::coking_works);
  const auto outside = d.site("b", SiteKind::external);
  d.flow("f1", d.coal, outside, works, FlowRule::fixed, {{kStart, 1.0e6}, {make_date(2021, 1, 1), 2.0e6}});
  CHECK(bound_firms(d.build(), TonnesPerYear{1.5e6}, {}, from).size() == (bound ? 1U : 0U));
}

TEST_CASE("the first year of the run is known, also if another year is the base", "[rules]") {
  const auto [from, bound] = GENERATE(table<Date, bool>({{make_date(2020, 12, 31), true}, {make_date(2021, 1, 1), false}}));
  Draft d;
  d.settings().base_year = 2022;  // 2.0 Mt, against 1.0 Mt in 2020
  const auto works = d.site("a", SiteKind::coking_works);
  const auto outside = d.site("b", SiteKind::external);
  d.flow("f1", d.coal, outside, works, FlowRule::fixed, {{kStart, 1.0e6}, {make_date(2022, 1, 1), 2.0e6}});
  CHECK(bound_firms(d.build(), TonnesPerYear{1.5e6}, {}, from).size() == (bound ? 1U : 0U));
}

TEST_CASE("named firms are the list, in order, whatever they move", "[rules]") {
  Scene s;
  const auto firms = bound_firms(s.d.build(), TonnesPerYear{1.5e6}, {Id<Firm>{1}, Id<Firm>{0}}, make_date(2021, 7, 1));
  CHECK(firms == std::vector<Id<Firm>>{Id<Firm>{0}, Id<Firm>{1}});
}

TEST_CASE("a duty costs its bound firms from its from on, by their own share", "[rules]") {
  Scene s;
  s.d.flow("f3", s.d.coke, s.works, s.outside, FlowRule::fixed, {{kStart, 2.0e6}});
  RailDuty body = duty(0.85);
  body.required = {{make_date(2020, 1, 1), 0.85}};
  s.d.measure("m1", make_date(2021, 6, 2), body);
  const World w = s.d.build();
  MonthBook book = empty_book(w);
  book.firm_months[0][3] = {800, 1000};
  book.firm_months[0][4] = {850, 1000};  // together 1650 / 2000 = 0.825: half the price
  CHECK(book.rail_share(Id<Firm>{0}) == Approx(0.825));
  CHECK(book.rail_share(Id<Firm>{1}) == 0.0);
  CHECK(duty_prices(w, book, make_month(2021, 6))[0].value == 0.0);  // from 2 June: not yet on 1 June
  CHECK(duty_prices(w, book, make_month(2021, 7))[0].value == Approx(15.0));
  CHECK(duty_prices(w, book, make_month(2021, 7))[1].value == 0.0);
}

TEST_CASE("the first book knows the base year by gate, without dangerous goods", "[rules]") {
  // Coke 120 kt a year, 40 % by the fence siding, 25 % over a yard (a truck at the gate), 35 % by road. Oil does not count.
  Draft d;
  const auto works = d.site("a-works", SiteKind::coking_works);
  const auto outside = d.site("b-outside", SiteKind::external);
  const auto near = d.node("st-1", NodeType::station);
  const auto far = d.node("st-2", NodeType::station);
  const auto line = d.line("l1", near, far, 10);
  const auto fence = d.siding("k1", works, near, 10'000);
  const auto yard = d.siding("k2", std::nullopt, near, 10'000, SidingEnd::yard);
  const auto coke = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{kStart, 120'000.0}});
  const auto oil = d.flow("f2", d.oil, outside, works, FlowRule::fixed, {{kStart, 60'000.0}});
  d.chain("c1", coke, 0.40, {rail_leg(line, near, far, fence)});
  d.chain("c2", coke, 0.25, {truck_leg(8), rail_leg(line, near, far, yard)});
  d.chain("c3", coke, 0.35, {truck_leg(300)});
  d.chain("c4", oil, 1.0, {truck_leg(300)});
  const World w = d.build();
  const MonthBook book = first_book(w);
  CHECK(book.rail_share(w.sites[works].firm) == Approx(0.40));
  CHECK(book.firm_months[0][11].all_kg == 10'000'000);
  CHECK(book.firm_months[1][0].all_kg == 0);  // gates outside are nobody's
  CHECK(book.siding_delay_h == std::vector<double>{24.0, 24.0});
  CHECK(book.line_delay_h == std::vector<double>{0.0});
}

}  // namespace duty_test
