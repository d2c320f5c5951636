#include "sim/rules/goods/flow_rates.hpp"

#include <random>

#include <catch2/catch.hpp>

#include "tests/rules/plan_world.hpp"

namespace flow_rates_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kStart = make_date(2020, 1, 1);
const Month kJanuary = make_month(2020, 1);

double rate(const FlowRates& rates, Id<Flow> flow) { return rates.of_flow[flow.index].value; }

/// Residual of one side in kg; the side must exist.
std::int64_t residual(const World& world, Month month, Id<Site> site, const std::string& commodity) {
  for (const BalanceLine& line : balances(world, month)) {
    if (line.site == site && line.commodity == commodity) return line.residual().value;
  }
  FAIL("no balance of " << commodity);
  return 0;
}

}  // namespace

TEST_CASE("a site is open from its opening day and no longer on its closing day", "[rules]") {
  Draft d;
  const auto site = d.site("a", SiteKind::mine);
  const auto always = d.site("b", SiteKind::mine);
  d.edit(site).opens = make_date(2020, 3, 11);
  d.edit(site).closes = make_date(2021, 7, 16);
  const World w = d.build();
  CHECK(open_share(w, site, make_month(2020, 2)) == 0.0);
  CHECK(open_share(w, site, make_month(2020, 3)) == Approx(21.0 / 31.0));  // 11 to 31 March: 21 days of 31
  CHECK(open_share(w, site, make_month(2020, 4)) == 1.0);
  CHECK(open_share(w, site, make_month(2021, 6)) == 1.0);
  CHECK(open_share(w, site, make_month(2021, 7)) == Approx(15.0 / 31.0));  // 1 to 15 July
  CHECK(open_share(w, site, make_month(2021, 8)) == 0.0);
  CHECK(open_share(w, always, kJanuary) == 1.0);
}

TEST_CASE("a mine pushes half of its coal, a plant pulls its need, the rest goes to the world outside", "[rules]") {
  // Mine: 120 kt raw coal x 0.80 = 96 kt made, 0.05 = 6 kt lost: 90 kt to send. Push 0.5 -> 45. The plant pulls all of its 20. Rest 25.
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto plant = d.site("b-plant", SiteKind::steel_works);
  const auto outside = d.site("c-outside", SiteKind::external);
  d.process("p1", mine, 120'000, {{"coal", 0.80}}, {}, {{"coal", 0.05}});
  d.process("p2", plant, 10'000, {}, {{"coal", 2.0}});
  const auto push = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 0.5}});
  const auto pull = d.flow("f2", d.coal, mine, plant, FlowRule::pull, {{kStart, 1.0}});
  const auto rest = d.flow("f3", d.coal, mine, outside, FlowRule::rest_out, {{kStart, 1.0}});
  const World w = d.build();
  const FlowRates r = flow_rates(w, kJanuary);
  CHECK(rate(r, push) == Approx(45'000.0));
  CHECK(rate(r, pull) == Approx(20'000.0));
  CHECK(rate(r, rest) == Approx(25'000.0));
  CHECK(residual(w, kJanuary, mine, "coal") == 0);
  CHECK(residual(w, kJanuary, plant, "coal") == 0);
  CHECK(flow_faults(w).empty());
}

TEST_CASE("what a site uses of its own product is not sent, and what it lacks is its need", "[rules]") {
  // Coking works: makes 100 coke, burns 30 of it: 70 to send. A steel works makes 40 and needs 100: needs 60.
  Draft d;
  const auto cokery = d.site("a-cokery", SiteKind::coking_works);
  const auto steel = d.site("b-steel", SiteKind::steel_works);
  const auto outside = d.site("c-outside", SiteKind::external);
  d.process("p1", cokery, 100, {{"coke", 1.0}}, {{"coke", 0.3}});
  d.process("p2", steel, 100, {{"coke", 0.4}}, {{"coke", 1.0}});
  const auto out = d.flow("f1", d.coke, cokery, outside, FlowRule::push, {{kStart, 1.0}});
  const auto in = d.flow("f2", d.coke, outside, steel, FlowRule::pull, {{kStart, 1.0}});
  const FlowRates r = flow_rates(d.build(), kJanuary);
  CHECK(rate(r, out) == Approx(70.0));
  CHECK(rate(r, in) == Approx(60.0));
}

TEST_CASE("a plant that burns any fuel of a group shares its need over their commodities", "[rules]") {
  // Need 100 power_fuel: 30 thermal coal and 20 middlings are pulled, the rest_in of coal takes 50. Its own row of coke is exact.
  Draft d;
  const auto plant = d.site("a-plant", SiteKind::power_plant);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", plant, 100, {}, {{"power_fuel", 1.0}, {"coke", 0.1}});
  const auto coal = d.flow("f1", d.coal, outside, plant, FlowRule::pull, {{kStart, 0.3}});
  const auto middlings = d.flow("f2", d.middlings, outside, plant, FlowRule::pull, {{kStart, 0.2}});
  const auto rest = d.flow("f3", d.coal, outside, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const auto coke = d.flow("f4", d.coke, outside, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const World w = d.build();
  const FlowRates r = flow_rates(w, kJanuary);
  CHECK(rate(r, coal) == Approx(30.0));
  CHECK(rate(r, middlings) == Approx(20.0));
  CHECK(rate(r, rest) == Approx(50.0));
  CHECK(rate(r, coke) == Approx(10.0));
  CHECK(residual(w, kJanuary, plant, "power_fuel") == 0);
}

TEST_CASE("a need for one coal by name does not draw on the group", "[rules]") {
  Draft d;
  const auto plant = d.site("a-plant", SiteKind::power_plant);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", plant, 100, {}, {{"power_fuel", 1.0}, {"coal", 0.4}});
  const auto coal = d.flow("f1", d.coal, outside, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const auto fuel = d.flow("f2", d.middlings, outside, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const FlowRates r = flow_rates(d.build(), kJanuary);
  CHECK(rate(r, coal) == Approx(40.0));
  CHECK(rate(r, fuel) == Approx(100.0));
}

TEST_CASE("what a plant still needs is drawn from the mine before the mine sends its rest away", "[rules]") {
  // Plant needs 60, the second mine pushes 20 to it: rest_in from the first mine 40. That mine makes 100 and has 10 fixed: rest_out 50.
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto other = d.site("b-mine", SiteKind::mine);
  const auto plant = d.site("c-plant", SiteKind::steel_works);
  const auto outside = d.site("d-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  d.process("p2", other, 20, {{"coal", 1.0}});
  d.process("p3", plant, 60, {}, {{"coal", 1.0}});
  const auto rest_out = d.flow("f1", d.coal, mine, outside, FlowRule::rest_out, {{kStart, 1.0}});
  const auto rest_in = d.flow("f2", d.coal, mine, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const auto push = d.flow("f3", d.coal, other, plant, FlowRule::push, {{kStart, 1.0}});
  const auto fixed = d.flow("f4", d.coal, mine, outside, FlowRule::fixed, {{kStart, 10.0}});
  const World w = d.build();
  const FlowRates r = flow_rates(w, kJanuary);
  CHECK(rate(r, push) == Approx(20.0));
  CHECK(rate(r, fixed) == Approx(10.0));
  CHECK(rate(r, rest_in) == Approx(40.0));
  CHECK(rate(r, rest_out) == Approx(50.0));
  CHECK(flow_faults(w).empty());
}

TEST_CASE("rests that wait for each other are a fault and carry nothing", "[rules]") {
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto plant = d.site("b-plant", SiteKind::steel_works);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  d.process("p2", plant, 60, {}, {{"coal", 1.0}});
  const auto a = d.flow("f1", d.coal, mine, plant, FlowRule::rest_out, {{kStart, 1.0}});
  const auto b = d.flow("f2", d.coal, mine, plant, FlowRule::rest_in, {{kStart, 1.0}});
  const World w = d.build();
  const FlowRates r = flow_rates(w, kJanuary);
  CHECK(rate(r, a) == 0.0);
  CHECK(rate(r, b) == 0.0);
  const auto faults = flow_faults(w);
  REQUIRE(faults.size() == 2);
  CHECK(faults[0].flow == a);
  CHECK(faults[1].flow == b);
  CHECK(faults[0].what.en.find("wait for each other") != std::string::npos);
  CHECK(faults[0].what.zh.find("处的余量互相等待（从 ") != std::string::npos);
}

TEST_CASE("shares that sum to exactly one are fine and a hair more is a fault", "[rules]") {
  const auto [second, faulty] = GENERATE(table<double, bool>({{0.4, false}, {0.401, true}}));
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 0.6}});
  d.flow("f2", d.coal, mine, outside, FlowRule::push, {{kStart, second}});
  CHECK(flow_faults(d.build()).empty() != faulty);
}

TEST_CASE("a negative rest is a fault of the rest and is carried as nothing", "[rules]") {
  // Mine makes 100, the plant pulls 120: the rest is -20.
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto plant = d.site("b-plant", SiteKind::steel_works);
  const auto outside = d.site("c-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  d.process("p2", plant, 120, {}, {{"coal", 1.0}});
  d.flow("f1", d.coal, mine, plant, FlowRule::pull, {{kStart, 1.0}});
  const auto rest = d.flow("f2", d.coal, mine, outside, FlowRule::rest_out, {{kStart, 1.0}});
  const World w = d.build();
  CHECK(rate(flow_rates(w, kJanuary), rest) == 0.0);
  const auto faults = flow_faults(w);
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].flow == rest);
  CHECK(faults[0].what.en.find("-20.000 t") != std::string::npos);
  CHECK(residual(w, kJanuary, mine, "coal") == -20'000);
}

TEST_CASE("a share of a site outside has no balance to be a share of", "[rules]") {
  Draft d;
  const auto plant = d.site("a-plant", SiteKind::steel_works);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", plant, 60, {}, {{"coal", 1.0}});
  const auto push = d.flow("f1", d.coal, outside, plant, FlowRule::push, {{kStart, 1.0}});
  const auto faults = flow_faults(d.build());
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].flow == push);
}

TEST_CASE("a share steps in the first month that begins on or after its date", "[rules]") {
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  const auto on_first = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 0.1}, {make_date(2021, 3, 1), 0.3}});
  const auto mid_month = d.flow("f2", d.coal, mine, outside, FlowRule::push, {{kStart, 0.1}, {make_date(2021, 3, 2), 0.3}});
  const World w = d.build();
  CHECK(rate(flow_rates(w, make_month(2021, 2)), on_first) == Approx(10.0));
  CHECK(rate(flow_rates(w, make_month(2021, 3)), on_first) == Approx(30.0));
  CHECK(rate(flow_rates(w, make_month(2021, 3)), mid_month) == Approx(10.0));
  CHECK(rate(flow_rates(w, make_month(2021, 4)), mid_month) == Approx(30.0));
}

TEST_CASE("fixed tonnes are linear between their years, flat after, and cut by a closed end", "[rules]") {
  // 2020: 100, 2024: 200. On 1 January 2022, 731 of 1461 days have passed: 100 + 100 x 731 / 1461 = 150.03.
  Draft d;
  const auto zone = d.site("a-zone", SiteKind::trade_zone);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.edit(zone).closes = make_date(2025, 1, 11);
  const auto fixed = d.flow("f1", d.coal, outside, zone, FlowRule::fixed, {{kStart, 100.0}, {make_date(2024, 1, 1), 200.0}});
  const World w = d.build();
  CHECK(rate(flow_rates(w, make_month(2020, 12)), fixed) == Approx(100.0));
  CHECK(rate(flow_rates(w, make_month(2022, 6)), fixed) == Approx(100.0 + 100.0 * 731.0 / 1461.0));
  CHECK(rate(flow_rates(w, make_month(2024, 12)), fixed) == Approx(200.0));
  CHECK(rate(flow_rates(w, make_month(2025, 1)), fixed) == Approx(200.0 * 10.0 / 31.0));
  CHECK(rate(flow_rates(w, make_month(2025, 2)), fixed) == 0.0);
}

TEST_CASE("closing a mine takes every flow behind it with it", "[rules]") {
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.edit(mine).closes = make_date(2021, 7, 16);
  d.process("p1", mine, 310, {{"coal", 1.0}});
  const auto push = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 1.0}});
  const World w = d.build();
  CHECK(rate(flow_rates(w, make_month(2021, 6)), push) == Approx(310.0));
  CHECK(rate(flow_rates(w, make_month(2021, 7)), push) == Approx(150.0));  // 15 of 31 days
  CHECK(rate(flow_rates(w, make_month(2021, 8)), push) == 0.0);
}

TEST_CASE("activity and yields of a calendar year hold in all its months", "[rules]") {
  // 100 in 2020, 200 in 2024: 2021 runs at 100 + 100 x 366 / 1461. The yield rises from 0.5 to 0.6 on 1 July 2021.
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 0.5}});
  d.last_process().activity.points.push_back({make_date(2024, 1, 1), TonnesPerYear{200.0}, {}});
  d.last_process().io.front().t_per_t.from(make_date(2021, 7, 1), 0.6);
  const auto push = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 1.0}});
  const World w = d.build();
  const double run = 100.0 + 100.0 * 366.0 / 1461.0;
  CHECK(rate(flow_rates(w, make_month(2021, 6)), push) == Approx(0.5 * run));
  CHECK(rate(flow_rates(w, make_month(2021, 7)), push) == Approx(0.6 * run));
  CHECK(rate(flow_rates(w, make_month(2021, 12)), push) == Approx(0.6 * run));
}

TEST_CASE("before the run starts the dated rows of its first day hold", "[rules]") {
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", mine, 100, {{"coal", 1.0}});
  const auto push = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 1.0}});
  CHECK(rate(flow_rates(d.build(), make_month(2019, 5)), push) == Approx(100.0));
}

TEST_CASE("the month's tonnes are the yearly rate times the month's share in whole kilograms", "[rules]") {
  // 120,000.0004 t x 0.2 = 24,000.00008 t -> 24,000,000 kg; April 0.05 -> 6,000,000 kg.
  Draft d;
  const auto mine = d.site("a-mine", SiteKind::mine);
  const auto outside = d.site("b-outside", SiteKind::external);
  d.process("p1", mine, 120'000.0004, {{"coal", 1.0}});
  const auto push = d.flow("f1", d.coal, mine, outside, FlowRule::push, {{kStart, 1.0}});
  d.edit(push).profile = d.winter;
  const World w = d.build();
  CHECK(month_mass(w, flow_rates(w, kJanuary), push, kJanuary) == Kilograms{24'000'000});
  const Month april = make_month(2020, 4);
  CHECK(month_mass(w, flow_rates(w, april), push, april) == Kilograms{6'000'000});
}

TEST_CASE("the balance of every inside site closes to 0 kg for any shares that sum to one", "[rules]") {
  const unsigned seed = GENERATE(range(1U, 41U));
  std::mt19937 draw(seed);
  const auto u = [&] { return static_cast<double>(draw() % 1000U) / 1000.0; };
  Draft d;
  std::vector<Id<Site>> mines, plants;
  for (int i = 0; i < 4; ++i) mines.push_back(d.site("a" + std::to_string(i), SiteKind::mine));
  for (int i = 0; i < 4; ++i) plants.push_back(d.site("b" + std::to_string(i), SiteKind::power_plant));
  const auto outside = d.site("c", SiteKind::external);
  for (int i = 0; i < 4; ++i)
    d.process("p" + std::to_string(i), mines[static_cast<std::size_t>(i)], 1e6 * (4.0 + u()), {{"coal", 0.7 + 0.1 * u()}}, {},
              {{"coal", 0.03 * u()}});
  for (int i = 0; i < 4; ++i) d.process("q" + std::to_string(i), plants[static_cast<std::size_t>(i)], 1e6 * u(), {}, {{"power_fuel", 1.2}});
  int n = 100;
  for (std::size_t i = 0; i < 4; ++i) {
    const double pulled = 0.6 * u();
    const double rest = u();
    d.flow("f" + std::to_string(n++), d.coal, mines[i], plants[(i + 1) % 4], FlowRule::pull, {{kStart, pulled}});
    d.flow("f" + std::to_string(n++), d.coal, mines[i], plants[i], FlowRule::rest_in, {{kStart, rest}});
    d.flow("f" + std::to_string(n++), d.middlings, outside, plants[i], FlowRule::rest_in, {{kStart, 1.0 - rest}});
    d.flow("f" + std::to_string(n++), d.coal, mines[i], outside, FlowRule::push, {{kStart, 0.1 * u()}});
    d.flow("f" + std::to_string(n++), d.coal, mines[i], outside, FlowRule::rest_out, {{kStart, 1.0}});
  }
  const World w = d.build();
  REQUIRE(flow_faults(w).empty());
  const auto lines = balances(w, kJanuary);
  CHECK(lines.size() == 8);
  for (const BalanceLine& line : lines) CHECK(line.residual() == Kilograms{0});
}

}  // namespace flow_rates_test
