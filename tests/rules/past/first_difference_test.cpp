/// From which day on two worlds can make different runs. The draft runs from 2020 to 2022 with base year 2020 and a warm-up of one month.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "sim/rules/past/dated_difference.hpp"
#include "sim/rules/past/first_difference.hpp"
#include "tests/rules/plan_world.hpp"

namespace first_difference_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

Date day(int year, int month, int number) { return make_date(year, month, number); }
const Date kFirstMonth = make_date(2019, 12, 1);

/// A mine that sends coal to a market by road or over a siding, and a little of everything that has a date.
World town() {
  Draft d;
  const auto mine = d.site("mine", SiteKind::mine);
  const auto port = d.site("port", SiteKind::external);
  d.process("digging", mine, 1e6, {{"coal", 1.0}});
  d.last_process().activity.points.push_back({day(2022, 1, 1), TonnesPerYear{2e6}, {}});
  const auto coal = d.flow("coal", d.coal, mine, port, FlowRule::push, {{day(2020, 1, 1), 0.5}, {day(2022, 1, 1), 0.6}});
  const auto quarry = d.site("quarry", SiteKind::quarry);
  d.flow("stone", d.coke, quarry, port, FlowRule::fixed, {{day(2020, 1, 1), 1e4}, {day(2022, 1, 1), 2e4}});
  const auto line = d.line("line", Id<Node>{0}, Id<Node>{1}, 24);
  d.last_section().background_per_day.from(day(2020, 1, 1), 6.0);
  const auto old = d.siding("old", mine, Id<Node>{0}, 5000);
  const auto young = d.siding("young", mine, Id<Node>{0}, 5000);
  d.edit(young).in_service.reset();
  d.chain("by-old", coal, 0.4, {testing::rail_leg(line, Id<Node>{0}, Id<Node>{1}, old)});
  d.chain("by-road", coal, 0.6, {testing::truck_leg(100)});
  d.chain("by-young", coal, 0.0, {testing::rail_leg(line, Id<Node>{0}, Id<Node>{1}, young)});
  d.measure("duty", day(2021, 3, 10), RailDuty{Whom{.firms = {Id<Firm>{0}}}, {}, {{day(2021, 6, 1), 0.8}}, YuanPerTonne{5}});
  d.measure("opening", day(2021, 2, 1), SidingOpens{young, day(2021, 4, 1), day(2021, 8, 15)});
  World w = d.build();
  w.outside_mix = Table<OutsideMix>({{"m1", Owner::hired, VehicleType::heavy, 2020, Standard::china5, Powertrain::diesel, 1.0, {}},
                                     {"m2", Owner::hired, VehicleType::heavy, 2022, Standard::china5, Powertrain::diesel, 0.5, {}}});
  w.purchase_shares = Table<PurchaseShare>(
      {{"p1", Id<Segment>{0}, 2020, Powertrain::electric, 0.1, {}}, {"p2", Id<Segment>{0}, 2022, Powertrain::electric, 0.3, {}}});
  Parameter lag;
  lag.id = "register.delivery_lag";
  lag.value.from(day(2000, 1, 1), 45.0);
  std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
  parameters.push_back(lag);
  w.parameters = Table<Parameter>(parameters);
  return w;
}

template <class T>
T& row(Table<T>& table, const std::string& id) {
  return table.rows_for_loading().at(table.find(id).value().index);
}

template <class T>
T named(const std::string& id) {
  T one;
  one.id = id;
  return one;
}

template <class Make>
std::optional<Date> changed(Make make) {
  World other = town();
  make(other);
  return first_difference(town(), other);
}

World with(const Measure& measure) {
  World w = town();
  std::vector<Measure> measures(w.measures.begin(), w.measures.end());
  measures.push_back(measure);
  w.measures = Table<Measure>(measures);
  return w;
}

Measure measure(Instrument body) {
  Measure m;
  m.id = "new";
  m.from = day(2021, 5, 20);
  m.body = std::move(body);
  return m;
}

}  // namespace

TEST_CASE("equal worlds never differ, and neither do worlds that differ in what no run reads", "[rules]") {
  CHECK_FALSE(first_difference(town(), town()));
  CHECK_FALSE(changed([](World& w) {
    w.settings.title_zh = "another title";
    w.settings.as_of = day(2021, 1, 1);
    w.targets = Table<Target>({named<Target>("target")});
    w.clauses = Table<Clause>({named<Clause>("clause")});
    w.observed = Table<Observed>({named<Observed>("seen")});
    w.emission_factors = Table<EmissionFactor>({named<EmissionFactor>("nox")});
    row(w.chains, "by-road").provenance.low = 0.1;
    row(w.measures, "duty").place = {"scenario.toml", 12, 1};
    row(w.sidings, "old").built = day(1999, 1, 1);
  }));
}

TEST_CASE("what has no date differs from the first month on, warm-up included", "[rules]") {
  CHECK(changed([](World& w) { w.settings.base_year = 2021; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.chains, "by-road").base_share = 0.5; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.sidings, "young").tracks = 3; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.rail_sections, "section-line").slots_per_day = 30; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.truck_classes, "semi").payload = Kilograms{30000}; }) == kFirstMonth);
  CHECK(changed([](World& w) { w.pools = Table<Pool>({named<Pool>("pool")}); }) == kFirstMonth);
  CHECK(changed([](World& w) { w.purchase_shares = {}; }) == kFirstMonth);
  CHECK(changed([](World& w) { w.profiles = {}; }) == kFirstMonth);
}

TEST_CASE("a measure that only one world has is seen from its first day, an order on purchases a delivery ahead", "[rules]") {
  const auto seen = [](Instrument body) { return first_difference(town(), with(measure(std::move(body)))); };
  CHECK(seen(GateFloor{}) == day(2021, 5, 20));
  CHECK(seen(RailDuty{}) == day(2021, 5, 20));
  CHECK(seen(ClassUpgrade{}) == day(2021, 5, 20));
  CHECK(seen(RetireOrder{}) == day(2021, 5, 20));
  CHECK(seen(StockQuota{}) == day(2021, 5, 20));
  CHECK(seen(ThroughDiversion{}) == day(2021, 5, 20));
  CHECK(seen(SidingOpens{Id<Siding>{1}, {}, day(2021, 6, 1)}) == day(2021, 5, 20));
  // A truck bought 45 days before 20 May is registered on it.
  CHECK(seen(NewOnly{}) == day(2021, 4, 5));
  CHECK(seen(SalesStandard{}) == day(2021, 4, 5));
}

TEST_CASE("an order with a longer delivery lag of its own lets rules on new trucks be looked at as much earlier", "[rules]") {
  // 60 days before 20 May 2021 is 21 March; an order of 30 days leaves the 45 of the world; one that begins on 1 April removes nobody
  // before.
  const auto seen_beside = [](int own_lag, Date from) {
    Measure order = measure(RetireOrder{});
    order.id = "order";
    order.from = from;
    policy::edit<RetireOrder>(order).delivery_lag_days = own_lag;
    World trunk = town(), branch = town();
    trunk.measures = Table<Measure>({order});
    branch.measures = Table<Measure>({measure(NewOnly{}), order});
    return first_difference(trunk, branch);
  };
  CHECK(seen_beside(60, day(2021, 1, 1)) == day(2021, 3, 21));
  CHECK(seen_beside(60, day(2021, 3, 22)) == day(2021, 3, 22));
  CHECK(seen_beside(60, day(2021, 4, 20)) == day(2021, 4, 5));
  CHECK(seen_beside(30, day(2021, 1, 1)) == day(2021, 4, 5));
}

TEST_CASE("a stock is frozen for its order only: the shared past must know it if the branch has the order", "[rules]") {
  FrozenBaseOrder order;
  order.base_date = day(2021, 1, 31);
  const World frozen = with(measure(order));
  CHECK(first_difference(town(), frozen) == day(2021, 2, 1));
  CHECK(first_difference(frozen, town()) == day(2021, 5, 20));
  order.obedience = 0.5;
  CHECK(first_difference(frozen, with(measure(order))) == day(2021, 5, 20));
  order.base_date = day(2020, 12, 31);
  CHECK(first_difference(frozen, with(measure(order))) == day(2021, 1, 1));
}

TEST_CASE("a measure that differs is seen from the earlier of both first days", "[rules]") {
  CHECK(changed([](World& w) { policy::edit<RailDuty>(row(w.measures, "duty")).price = YuanPerTonne{9}; }) == day(2021, 3, 10));
  CHECK(changed([](World& w) { row(w.measures, "duty").from = day(2021, 4, 1); }) == day(2021, 3, 10));
  CHECK(changed([](World& w) { row(w.measures, "duty").from = day(2021, 3, 1); }) == day(2021, 3, 1));
}

TEST_CASE("a siding that opens on two days is seen from the earlier one", "[rules]") {
  const auto opens = [](Date in_service) {
    return changed([in_service](World& w) { policy::edit<SidingOpens>(row(w.measures, "opening")).in_service = in_service; });
  };
  CHECK(opens(day(2021, 8, 14)) == day(2021, 8, 14));
  CHECK_FALSE(opens(day(2021, 8, 15)));
  CHECK(opens(day(2021, 8, 16)) == day(2021, 8, 15));
  // Nothing happens before the measure's own first day.
  CHECK(opens(day(2020, 1, 1)) == day(2021, 2, 1));
  // A siding of its own date; nobody used it in the base year, so that it may open there too.
  CHECK(changed([](World& w) { row(w.sidings, "young").in_service = day(2021, 1, 7); }) == day(2021, 1, 7));
  CHECK(changed([](World& w) { row(w.sidings, "young").in_service = day(2020, 5, 1); }) == day(2020, 5, 1));
  CHECK(changed([](World& w) { row(w.sidings, "young").capacity = TonnesPerDay{1}; }) == day(2021, 8, 15));
}

TEST_CASE("a siding that the base year hangs on is read before the run", "[rules]") {
  World late = town(), later = town();
  row(late.sidings, "old").in_service = day(2020, 12, 31);
  row(later.sidings, "old").in_service = day(2021, 1, 1);
  CHECK(first_difference(late, later) == kFirstMonth);
  row(late.sidings, "old").in_service = day(2021, 1, 2);
  CHECK(first_difference(late, later) == day(2021, 1, 1));
}

TEST_CASE("dated values are seen from the first day on which they differ, those of the base year from the start", "[rules]") {
  const auto price = [](Date from, double value) {
    return changed([=](World& w) { row(w.parameters, "rail.price_factor").value.from(from, value); });
  };
  CHECK(price(day(2021, 1, 1), 0.9) == day(2021, 1, 1));
  CHECK(price(day(2022, 7, 15), 0.9) == day(2022, 7, 15));
  CHECK_FALSE(price(day(2021, 1, 1), 1.0));
  CHECK(price(day(2020, 12, 31), 0.9) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.flows, "coal").share_or_t.from(day(2022, 1, 1), 0.7); }) == day(2022, 1, 1));
  CHECK(changed([](World& w) { row(w.rail_sections, "section-line").background_per_day.from(day(2021, 9, 1), 8.0); }) == day(2021, 9, 1));
  CHECK(changed([](World& w) { row(w.processes, "digging").io[0].t_per_t.from(day(2021, 2, 1), 0.9); }) == day(2021, 2, 1));
  CHECK(changed([](World& w) { row(w.sites, "mine").closes = day(2022, 3, 3); }) == day(2022, 3, 3));
  CHECK(changed([](World& w) { row(w.sites, "mine").opens = day(2022, 3, 3); }) == kFirstMonth);
}

TEST_CASE("a figure between two stated years is seen from the stated year before on", "[rules]") {
  // Points of 2020 and 2022: every 1 January after the first point moves with the second.
  CHECK(changed([](World& w) { row(w.processes, "digging").activity.points[1].t_per_year = TonnesPerYear{3e6}; }) == day(2021, 1, 1));
  CHECK(changed([](World& w) { row(w.flows, "stone").share_or_t.from(day(2022, 1, 1), 3e4); }) == day(2021, 1, 1));
  CHECK(changed([](World& w) { row(w.processes, "digging").activity.points[0].t_per_year = TonnesPerYear{3e6}; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.outside_mix, "m2").share = 0.6; }) == kFirstMonth);  // 2020 is the first year of the run
  CHECK(changed([](World& w) { row(w.outside_mix, "m1").share = 0.6; }) == kFirstMonth);
  CHECK(changed([](World& w) { row(w.purchase_shares, "p2").share = 0.4; }) == day(2021, 11, 17));  // 45 days before 2022
  CHECK(changed([](World& w) { row(w.purchase_shares, "p1").share = 0.4; }) == kFirstMonth);
}

TEST_CASE("steps, lines, openings and closures begin to differ on the right day", "[rules]") {
  const auto a = day(2021, 1, 1), b = day(2022, 6, 1), c = day(2023, 1, 1);
  CHECK(openings_differ(a, b) == a);
  CHECK(openings_differ(std::nullopt, b) == kAlways);
  CHECK_FALSE(openings_differ(a, a));
  CHECK(closures_differ(a, b) == a);
  CHECK(closures_differ(std::nullopt, b) == b);
  const Points line{{a, 1.0}, {b, 2.0}, {c, 3.0}};
  CHECK_FALSE(lines_differ(line, line));
  CHECK(lines_differ(line, {{a, 1.0}, {b, 2.0}, {c, 4.0}}) == day(2023, 1, 1));
  CHECK(lines_differ(line, {{a, 1.0}, {b, 2.5}, {c, 3.0}}) == day(2022, 1, 1));
  CHECK(lines_differ(line, {{a, 1.0}, {b, 2.0}}) == b);
  CHECK(lines_differ(line, {{a, 1.5}, {b, 2.0}, {c, 3.0}}) == kAlways);
}

}  // namespace first_difference_test
