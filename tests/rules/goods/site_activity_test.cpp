/// Sites that measures open, close or run at another rate: the flows behind them follow, and without the measure nothing moves.
#include "sim/rules/goods/site_activity.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/site_effects.hpp"
#include "tests/rules/plan_world.hpp"

namespace site_activity_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Date kStart = make_date(2020, 1, 1);
const Month kMarch = make_month(2021, 3);

/// A mine makes 120,000 t a year, of which a works needs half of what it makes coke of, 40,000 t; the rest leaves. The works sends 24,000 t
/// of coke. An outside place sends the works a fixed 12,000 t of oil.
struct Scene {
  Draft d;
  Id<Site> mine = d.site("a-mine", SiteKind::mine);
  Id<Site> works = d.site("b-works", SiteKind::coking_works);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Id<Flow> to_works, rest, coke, oil;

  Scene() {
    d.process("p1-mine", mine, 120'000, {{"coal", 1.0}});
    d.process("p2-ovens", works, 24'000, {{"coke", 1.0}}, {{"coal", 5.0 / 3.0}});
    to_works = d.flow("f1", d.coal, mine, works, FlowRule::pull, {{kStart, 1.0}});
    rest = d.flow("f2", d.coal, mine, outside, FlowRule::rest_out, {{kStart, 1.0}});
    coke = d.flow("f3", d.coke, works, outside, FlowRule::push, {{kStart, 1.0}});
    oil = d.flow("f4", d.oil, outside, works, FlowRule::fixed, {{kStart, 12'000.0}});
  }
  void change(const std::string& id, SiteChange change, Date from = kStart) {
    change.site = works;
    d.measure(id, from, std::move(change));
  }
  [[nodiscard]] std::vector<double> rates(Month month) const {
    std::vector<double> t;
    for (const TonnesPerYear rate : flow_rates(d.build(), month).of_flow) t.push_back(rate.value);
    return t;
  }
};

SiteChange closing(Date day) {
  SiteChange change;
  change.closes = day;
  return change;
}
SiteChange at_rate(Date day, double level) {
  SiteChange change;
  change.rates = {{day, level}};
  return change;
}

void same(const std::vector<double>& a, const std::vector<double>& b) {
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) CHECK(a[i] == Approx(b[i]).margin(1e-6));
}

policy::Effect effect_of(const World& w, const std::string& id, Month month) {
  for (const policy::Effect& effect : site_effects(w, month)) {
    if (effect.measure == *w.measures.find(id)) return effect;
  }
  return {};
}

}  // namespace

TEST_CASE("a works that a measure closes sends and needs nothing from its day on, what it left goes elsewhere", "[rules]") {
  Scene s;
  s.change("m", closing(make_date(2021, 3, 1)));
  same(s.rates(make_month(2021, 2)), {40'000, 80'000, 24'000, 12'000});
  same(s.rates(kMarch), {0, 120'000, 0, 0});
}

TEST_CASE("a works that closes on 1 March and one that closes on 2 March: no day and one day of 31", "[rules]") {
  Scene first, second;
  first.change("m", closing(make_date(2021, 3, 1)));
  second.change("m", closing(make_date(2021, 3, 2)));
  CHECK(open_share(first.d.build(), first.works, kMarch) == 0.0);
  CHECK(open_share(second.d.build(), second.works, kMarch) == Approx(1.0 / 31.0));
  CHECK(second.rates(kMarch)[2] == Approx(24'000.0 / 31.0));
}

TEST_CASE("nothing closes before the measure begins", "[rules]") {
  Scene s;
  s.change("m", closing(make_date(2020, 6, 1)), make_date(2021, 3, 11));
  CHECK(open_share(s.d.build(), s.works, make_month(2021, 2)) == 1.0);
  CHECK(open_share(s.d.build(), s.works, kMarch) == Approx(10.0 / 31.0));
}

TEST_CASE("of two closures the earlier holds, that of the site's own day too", "[rules]") {
  Scene s;
  s.d.edit(s.works).closes = make_date(2021, 5, 1);
  s.change("m1", closing(make_date(2021, 4, 1)));
  s.change("m2", closing(make_date(2021, 3, 1)));
  const World w = s.d.build();
  CHECK(site_span(w, s.works).closes == make_date(2021, 3, 1));
  CHECK(site_span(w, s.works, {*w.measures.find("m2")}).closes == make_date(2021, 4, 1));
  CHECK(site_span(w, s.works, {*w.measures.find("m1"), *w.measures.find("m2")}).closes == make_date(2021, 5, 1));
}

TEST_CASE("a measure brings an opening forward, and never puts off a site that is open from the start", "[rules]") {
  SiteChange opening;
  opening.opens = make_date(2021, 3, 16);
  Scene late, always;
  late.d.edit(late.works).opens = make_date(2022, 1, 1);
  late.change("m", opening);
  always.change("m", opening);
  CHECK(late.rates(make_month(2021, 2))[2] == 0.0);
  CHECK(late.rates(kMarch)[2] == Approx(24'000.0 * 16.0 / 31.0));
  CHECK(late.rates(make_month(2021, 4))[2] == Approx(24'000.0));
  CHECK(always.rates(make_month(2021, 2))[2] == Approx(24'000.0));
}

TEST_CASE("a rate of a half from a day on halves what the works makes and needs, and its fixed flows", "[rules]") {
  Scene s;
  s.change("m", at_rate(make_date(2021, 3, 1), 0.5));
  same(s.rates(make_month(2021, 2)), {40'000, 80'000, 24'000, 12'000});
  same(s.rates(kMarch), {20'000, 100'000, 12'000, 6'000});
}

TEST_CASE("a rate from the 11th on counts for 21 of 31 days", "[rules]") {
  Scene s;
  s.change("m", at_rate(make_date(2021, 3, 11), 0.5));
  CHECK(s.rates(kMarch)[2] == Approx(24'000.0 * (10.0 + 21.0 * 0.5) / 31.0));
}

TEST_CASE("a rate of one process leaves the fixed flows of the site alone", "[rules]") {
  Scene s;
  SiteChange ovens = at_rate(make_date(2021, 3, 1), 0.25);
  ovens.processes = {Id<Process>{1}};
  s.change("m", ovens);
  same(s.rates(kMarch), {10'000, 110'000, 6'000, 12'000});
}

TEST_CASE("rates of two measures multiply", "[rules]") {
  Scene s;
  s.change("m1", at_rate(make_date(2021, 1, 1), 0.5));
  s.change("m2", at_rate(make_date(2021, 3, 1), 0.5));
  CHECK(s.rates(make_month(2021, 2))[2] == Approx(12'000.0));
  CHECK(s.rates(kMarch)[2] == Approx(6'000.0));
}

TEST_CASE("the effect of a closure is what all flows offer more or less", "[rules]") {
  // A twelfth of 40,000 t of coal less, 40,000 t more outside, 24,000 t of coke and 12,000 t of oil less: 116,000 / 12.
  Scene s;
  s.change("m", closing(make_date(2021, 3, 1)));
  const World w = s.d.build();
  const policy::Effect effect = effect_of(w, "m", kMarch);
  // coal, coke and oil of the works without the measure, 76,000 t, and the coal that goes elsewhere with it, 120,000 t
  CHECK(effect.in_scope == Approx(196'000'000.0 / 12.0).margin(4));
  CHECK(effect.acted == Approx(116'000'000.0 / 12.0).margin(4));
  CHECK(effect.changed == effect.acted);
  CHECK(effect_of(w, "m", make_month(2021, 2)).acted == 0);
}

TEST_CASE("what two measures would each have closed is of the first, and neither changes it alone", "[rules]") {
  Scene s;
  s.change("m1", closing(make_date(2021, 3, 1)));
  s.change("m2", closing(make_date(2021, 3, 1)));
  const World w = s.d.build();
  CHECK(effect_of(w, "m1", kMarch).acted > 0);
  CHECK(effect_of(w, "m1", kMarch).changed == 0);
  CHECK(effect_of(w, "m2", kMarch).acted == 0);
}

TEST_CASE("what a measure on a site looks at holds what goes elsewhere because of it", "[rules]") {
  Scene s;
  s.change("m", closing(make_date(2021, 3, 1)));
  const policy::Effect effect = effect_of(s.d.build(), "m", kMarch);
  // 40,000 t of coal, 24,000 of coke and 12,000 of oil less, 40,000 of coal more from the mine to elsewhere: 116,000. Looked at: the most
  // that each of the four offers, 40,000 + 120,000 + 24,000 + 12,000.
  CHECK(static_cast<double>(effect.in_scope) / static_cast<double>(effect.acted) == Approx(196.0 / 116.0).epsilon(1e-6));
  CHECK(effect.changed == effect.acted);
}

TEST_CASE("a measure on a site is not looked at before the month of its from", "[rules]") {
  Scene s;
  s.change("m", closing(make_date(2021, 3, 1)), make_date(2021, 3, 31));
  const World w = s.d.build();
  CHECK(site_effects(w, make_month(2021, 2)).empty());
  CHECK(effect_of(w, "m", kMarch).acted > 0);  // the 31st
}

TEST_CASE("who pulls from a site that closes or runs at half gets nothing or half from it, the rest from elsewhere", "[rules]") {
  for (const auto& [change, of_mine] : {std::pair{closing(make_date(2021, 3, 1)), 0.0}, {at_rate(make_date(2021, 3, 1), 0.5), 0.5}}) {
    Draft d;
    const auto mine = d.site("a-mine", SiteKind::quarry);
    const auto works = d.site("b-works", SiteKind::steel_works);
    const auto outside = d.site("c-outside", SiteKind::external);
    d.process("p", works, 10'000, {}, {{"coal", 1.0}});
    d.flow("f1", d.coal, mine, works, FlowRule::pull, {{kStart, 0.4}});
    d.flow("f2", d.coal, outside, works, FlowRule::rest_in, {{kStart, 1.0}});
    SiteChange at_mine = change;
    at_mine.site = mine;
    d.measure("m", kStart, at_mine);
    const FlowRates rates = flow_rates(d.build(), kMarch);
    CHECK(rates.of_flow[0].value == Approx(4'000.0 * of_mine));
    CHECK(rates.of_flow[1].value == Approx(10'000.0 - 4'000.0 * of_mine));
  }
}

TEST_CASE("two ends that both run at half move half, not a quarter", "[rules]") {
  Scene s;
  SiteChange half = at_rate(make_date(2021, 3, 1), 0.5);
  half.site = s.works;
  s.d.measure("m1", kStart, half);
  half.site = s.mine;
  s.d.measure("m2", kStart, half);
  same(s.rates(kMarch), {20'000, 40'000, 12'000, 6'000});
}

}  // namespace site_activity_test
