#include "sim/rules/goods/site_balance.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/stated_sides.hpp"
#include "tests/rules/plan_world.hpp"

namespace site_balance_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kStart = make_date(2020, 1, 1);
const Month kJanuary = make_month(2020, 1);

struct Town {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> plant = d.site("b-plant", SiteKind::power_plant);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
};

/// The rate of one side; nothing if the site has no such side.
std::optional<double> side(const SideAmounts& amounts, Id<Site> site, SideKind kind, const std::string& key) {
  const auto found = amounts.find({site, kind, key});
  return found == amounts.end() ? std::nullopt : std::optional(found->second.value);
}

}  // namespace

TEST_CASE("an output is what is made less losses less the site's own use", "[rules]") {
  // 1000 made, 50 lost, 200 used: 750 to send, and no need.
  Town t;
  t.d.process("p", t.mine, 1000.0, {{"coal", 1.0}}, {{"coal", 0.2}}, {{"coal", 0.05}});
  const SideAmounts amounts = side_amounts(t.d.build(), kJanuary);
  CHECK(side(amounts, t.mine, SideKind::output, "coal") == Approx(750.0));
  CHECK(side(amounts, t.mine, SideKind::need, "coal") == 0.0);
}

TEST_CASE("a site that uses more than it makes needs the difference and sends nothing", "[rules]") {
  // 300 made, 900 used.
  Town t;
  t.d.process("p", t.mine, 1000.0, {{"coal", 0.3}}, {{"coal", 0.9}});
  const SideAmounts amounts = side_amounts(t.d.build(), kJanuary);
  CHECK(side(amounts, t.mine, SideKind::output, "coal") == 0.0);
  CHECK(side(amounts, t.mine, SideKind::need, "coal") == Approx(600.0));
}

TEST_CASE("losses of what a site does not make are no need of it", "[rules]") {
  Town t;
  t.d.process("p", t.plant, 1000.0, {}, {{"coal", 1.0}}, {{"coal", 0.1}});
  const SideAmounts amounts = side_amounts(t.d.build(), kJanuary);
  CHECK(side(amounts, t.plant, SideKind::need, "coal") == Approx(1000.0));
  CHECK(side(amounts, t.plant, SideKind::output, "coal") == 0.0);
}

TEST_CASE("processes of one site add up, commodity by commodity", "[rules]") {
  Town t;
  t.d.process("p1", t.plant, 1000.0, {{"coke", 0.7}}, {{"coal", 1.4}});
  t.d.process("p2", t.plant, 500.0, {{"coke", 0.1}}, {{"oil", 0.02}});
  const SideAmounts amounts = side_amounts(t.d.build(), kJanuary);
  CHECK(side(amounts, t.plant, SideKind::output, "coke") == Approx(750.0));
  CHECK(side(amounts, t.plant, SideKind::need, "coal") == Approx(1400.0));
  CHECK(side(amounts, t.plant, SideKind::need, "oil") == Approx(10.0));
  CHECK_FALSE(side(amounts, t.plant, SideKind::output, "coal"));
}

TEST_CASE("a month in which a site is open for part of its days has that part of the rate", "[rules]") {
  // Open from 11 January: 21 of 31 days.
  Town t;
  t.d.process("p", t.mine, 3100.0, {{"coal", 1.0}});
  t.d.edit(t.mine).opens = make_date(2020, 1, 11);
  const World w = t.d.build();
  CHECK(side(side_amounts(w, kJanuary), t.mine, SideKind::output, "coal") == Approx(2100.0));
  CHECK(side(side_amounts(w, make_month(2020, 2)), t.mine, SideKind::output, "coal") == Approx(3100.0));
}

TEST_CASE("a yield steps with the month that begins on its day, and before the start that of the first day holds", "[rules]") {
  Town t;
  t.d.process("p", t.mine, 1000.0, {{"coal", 1.0}});
  t.d.last_process().io[0].t_per_t.from(make_date(2020, 3, 1), 0.5);
  const World w = t.d.build();
  CHECK(side(side_amounts(w, make_month(2020, 2)), t.mine, SideKind::output, "coal") == Approx(1000.0));
  CHECK(side(side_amounts(w, make_month(2020, 3)), t.mine, SideKind::output, "coal") == Approx(500.0));
  CHECK(ruling_day(w, make_month(2019, 7)) == kStart);
  CHECK(ruling_day(w, make_month(2020, 3)) == make_date(2020, 3, 1));
}

TEST_CASE("outside there is no balance: neither a process nor an end of a flow has a side there", "[rules]") {
  Town t;
  t.d.process("p", t.outside, 1000.0, {{"coal", 1.0}});
  const auto away = t.d.flow("f1", t.d.coal, t.mine, t.outside, FlowRule::fixed, {{kStart, 1.0}});
  const auto home = t.d.flow("f2", t.d.coal, t.outside, t.plant, FlowRule::fixed, {{kStart, 1.0}});
  const World w = t.d.build();
  CHECK(side_amounts(w, kJanuary).empty());
  CHECK(sent_side(w, w.flows[away]) == Side{t.mine, SideKind::output, "coal"});
  CHECK_FALSE(received_side(w, {}, w.flows[away]));
  CHECK_FALSE(sent_side(w, w.flows[home]));
  CHECK(received_side(w, {}, w.flows[home]) == Side{t.plant, SideKind::need, "power_fuel"});
}

TEST_CASE("goods fill the need of their own name if the site has one, else that of their group", "[rules]") {
  Town t;
  t.d.process("p", t.plant, 1000.0, {}, {{"power_fuel", 1.0}, {"coal", 0.1}});
  const auto coal = t.d.flow("f1", t.d.coal, t.mine, t.plant, FlowRule::fixed, {{kStart, 1.0}});
  const auto middlings = t.d.flow("f2", t.d.middlings, t.mine, t.plant, FlowRule::fixed, {{kStart, 1.0}});
  const auto coke = t.d.flow("f3", t.d.coke, t.mine, t.plant, FlowRule::fixed, {{kStart, 1.0}});
  const World w = t.d.build();
  const SideAmounts amounts = side_amounts(w, kJanuary);
  CHECK(received_side(w, amounts, w.flows[coal])->key == "coal");
  CHECK(received_side(w, amounts, w.flows[middlings])->key == "power_fuel");
  CHECK(received_side(w, amounts, w.flows[coke])->key == "coke");  // no group: its own name, needed or not
}

TEST_CASE("a site states its outputs if it has a process, and only the needs that a process names", "[rules]") {
  Town t;
  t.d.process("p", t.plant, 1000.0, {{"coke", 0.7}}, {{"coal", 1.4}});
  const World w = t.d.build();
  const StatedSides stated(w);
  const auto line = [](Id<Site> site, const std::string& goods, bool output) { return BalanceLine{site, goods, output, {}, {}}; };
  CHECK(stated.has(line(t.plant, "coke", true)));
  CHECK(stated.has(line(t.plant, "oil", true)));  // it makes none: what leaves is too much
  CHECK(stated.has(line(t.plant, "coal", false)));
  CHECK_FALSE(stated.has(line(t.plant, "oil", false)));
  CHECK_FALSE(stated.has(line(t.mine, "coal", true)));
}

}  // namespace site_balance_test
