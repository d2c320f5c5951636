#include <catch2/catch.hpp>

#include "analysis/judge/verdicts.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace basis_test {

using namespace railshift;
using namespace small_city;
using analysis::Basis;
using analysis::BasisReason;
using analysis::NoMeasure;
using analysis::OrderedBy;
using analysis::PlainReason;

namespace {

const Date kFrom = make_date(2021, 1, 1);
const Date kDue = make_date(2021, 12, 31);

/// Measures that order `metric` (with this scope) when `body` alone is in force.
std::vector<std::string> ordering(Instrument body, MetricKind metric, std::map<std::string, std::string> scope, Date from = kFrom) {
  World w = world();
  w.measures = Table<Measure>({measure("m", from, std::move(body)), measure("siding", from, SidingOpens{})});
  return analysis::ordering_measures(w, target(w, "t", metric, std::move(scope), Operator::at_least, 0, "1", kDue));
}

const std::vector<std::string> kYes{"m"};
const std::vector<std::string> kNo{};

Id<Segment> segment(const std::string& name) { return id(world().segments, name); }

}  // namespace

TEST_CASE("a rail duty orders the rail share and not the rail tonnes", "[analysis]") {
  CHECK(ordering(RailDuty{}, MetricKind::rail_share, {}) == kYes);
  CHECK(ordering(RailDuty{}, MetricKind::rail_tonnes, {}) == kNo);
}

TEST_CASE("a rail duty of named firms orders their shares and not that of another firm", "[analysis]") {
  RailDuty duty;
  duty.firms = {id(world().firms, "big")};
  CHECK(ordering(duty, MetricKind::rail_share, {{"firm", "big"}}) == kYes);
  CHECK(ordering(duty, MetricKind::rail_share, {{"firm", "*over_threshold"}}) == kYes);
  CHECK(ordering(duty, MetricKind::rail_share, {{"firm", "small"}}) == kNo);
}

TEST_CASE("a gate floor orders the clean share and a siding or a sales standard orders nothing", "[analysis]") {
  CHECK(ordering(GateFloor{}, MetricKind::clean_share, {}) == kYes);
  CHECK(ordering(GateFloor{}, MetricKind::rail_share, {}) == kNo);
  CHECK(ordering(SidingOpens{}, MetricKind::rail_share, {}) == kNo);
  CHECK(ordering(SalesStandard{}, MetricKind::register_stock, {}) == kNo);
}

TEST_CASE("an order on trucks up to National III orders that stock and not the stock of National IV", "[analysis]") {
  CHECK(ordering(RetireOrder{}, MetricKind::register_stock, {{"standard", "<=china3"}}) == kYes);
  CHECK(ordering(RetireOrder{}, MetricKind::register_stock, {{"standard", "china3"}}) == kYes);
  CHECK(ordering(RetireOrder{}, MetricKind::register_stock, {{"standard", "china4"}}) == kNo);
  CHECK(ordering(RetireOrder{}, MetricKind::register_stock, {{"standard", "<=china4"}}) == kYes);
}

TEST_CASE("an order on a frozen base of National IV orders its retired share and that segment's stock alone", "[analysis]") {
  FrozenBaseOrder order;
  order.segment = segment("slag");
  CHECK(ordering(order, MetricKind::retired_share, {{"segment", "slag"}, {"standard", "china4"}}) == kYes);
  CHECK(ordering(order, MetricKind::retired_share, {{"segment", "freight"}, {"standard", "china4"}}) == kNo);
  CHECK(ordering(order, MetricKind::register_stock, {{"segment", "slag"}, {"standard", "<=china4"}}) == kYes);
  CHECK(ordering(order, MetricKind::register_stock, {{"standard", "<=china3"}}) == kNo);
}

TEST_CASE("a quota on the stock and a rule on new vehicles order both new-energy shares of their segments", "[analysis]") {
  StockQuota quota;
  quota.segments = {segment("slag")};
  NewOnly rule;
  rule.segments = {segment("slag")};
  for (const MetricKind metric : {MetricKind::new_energy_stock_share, MetricKind::new_energy_new_share}) {
    CHECK(ordering(quota, metric, {{"segment", "slag"}}) == kYes);
    CHECK(ordering(rule, metric, {{"segment", "slag"}}) == kYes);
    CHECK(ordering(quota, metric, {{"segment", "freight"}}) == kNo);
    CHECK(ordering(rule, metric, {{"segment", "freight"}}) == kNo);
  }
}

TEST_CASE("an order orders the targets whose trucks it touches: by segment, named set, size class and use", "[analysis]") {
  // freight is operating, slag is not; both have heavy trucks, slag a medium one besides.
  const auto ordered = [](const RetireOrder& order, const std::string& trucks) {
    World w = world();
    w.segments.rows_for_loading()[segment("slag").index].use = Use::other;
    RegisterRow medium;
    medium.id = "medium";
    medium.segment = segment("slag");
    medium.vehicle_type = VehicleType::medium;
    w.register_rows = Table<RegisterRow>({medium});
    w.measures = Table<Measure>({measure("m", kFrom, order)});
    const std::map<std::string, std::string> scope{{"segment", trucks}, {"standard", "<=china3"}};
    return !analysis::ordering_measures(w, target(w, "t", MetricKind::register_stock, scope, Operator::at_most, 0, "vehicles", kDue))
                .empty();
  };
  RetireOrder of_slag;
  of_slag.segments = {segment("slag")};
  CHECK(ordered(of_slag, "slag"));
  CHECK(ordered(of_slag, "*heavy"));
  CHECK(ordered(of_slag, "*medium"));
  CHECK_FALSE(ordered(of_slag, "*operating"));
  CHECK_FALSE(ordered(of_slag, "*operating_heavy"));
  RetireOrder of_operating;
  of_operating.uses = {Use::operating};
  CHECK(ordered(of_operating, "*operating_heavy_medium"));
  CHECK(ordered(of_operating, "freight"));
  CHECK_FALSE(ordered(of_operating, "slag"));
  CHECK_FALSE(ordered(of_operating, "*medium"));  // medium trucks are in slag alone
  RetireOrder of_medium;
  of_medium.vehicle_types = {VehicleType::medium};
  CHECK(ordered(of_medium, "*heavy_medium"));
  CHECK(ordered(of_medium, "slag"));
  CHECK_FALSE(ordered(of_medium, "freight"));
  CHECK_FALSE(ordered(of_medium, "*operating"));
}

TEST_CASE("a diversion orders the kilometres of through traffic inside", "[analysis]") {
  CHECK(ordering(ThroughDiversion{}, MetricKind::through_km_inside, {{"ring", "1"}}) == kYes);
  CHECK(ordering(ThroughDiversion{}, MetricKind::exhaust, {{"numerator_kind", "NOx"}}) == kNo);
}

TEST_CASE("a measure that starts after the due day orders nothing by then, one that starts on it does", "[analysis]") {
  CHECK(ordering(RailDuty{}, MetricKind::rail_share, {}, kDue) == kYes);
  CHECK(ordering(RailDuty{}, MetricKind::rail_share, {}, kDue + 1) == kNo);
}

TEST_CASE("a verdict is ordered with a duty in force and emergent without, and names the reason", "[analysis]") {
  World w = world();
  w.targets = Table<Target>(std::vector<Target>{target(w, "t", MetricKind::rail_share, {}, Operator::at_least, 0.5, "1", kDue)});
  CHECK(analysis::judge(w, {}).front().basis == Basis::emergent);
  CHECK(analysis::judge(w, {}).front().reasons.front() == BasisReason{NoMeasure{MetricKind::rail_share}});
  w.measures = Table<Measure>(std::vector<Measure>{measure("duty-85", kFrom, RailDuty{})});
  CHECK(analysis::judge(w, {}).front().basis == Basis::ordered);
  CHECK(analysis::judge(w, {}).front().reasons.front() == BasisReason{OrderedBy{{"duty-85"}}});
}

TEST_CASE("a share of flows that no railway reaches is fixed by definition", "[analysis]") {
  World w = world();
  w.targets = Table<Target>({target(w, "a", MetricKind::rail_share, {{"firm", "small"}}, Operator::at_least, 0.5, "1", kDue),
                             target(w, "b", MetricKind::rail_share, {{"firm", "big"}}, Operator::at_least, 0.5, "1", kDue)});
  const auto verdicts = analysis::judge(w, {});
  CHECK(verdicts[0].basis == Basis::by_definition);
  CHECK(verdicts[0].reasons.front() == BasisReason{PlainReason::no_rail_chain});
  CHECK(verdicts[1].basis == Basis::emergent);
}

TEST_CASE("goods that meet no road at their gates go by rail by definition, goods that are trucked to or from a yard do not",
          "[analysis]") {
  const World all = world();
  const auto chain = [&all](const std::string& name) { return all.chains[id(all.chains, name)]; };
  Chain trucked_in = chain("out-rail");  // by rail from the mine, by truck to the plant
  trucked_in.id = "home-rail";
  trucked_in.flow = id(all.flows, "coal-home");
  trucked_in.legs.push_back(chain("home-road").legs.front());
  trucked_in.legs.back().seq = 2;
  const auto verdict = [](std::vector<Chain> chains) {
    World w = world();
    w.chains = Table<Chain>(std::move(chains));
    w.targets = Table<Target>({target(w, "t", MetricKind::rail_share, {{"firm", "big"}}, Operator::at_least, 0.5, "1", kDue)});
    return analysis::judge(w, {}).front();
  };
  const analysis::Verdict by_siding = verdict({chain("home-belt"), chain("out-rail")});
  CHECK(by_siding.basis == Basis::by_definition);
  CHECK(by_siding.reasons.front() == BasisReason{PlainReason::only_rail});
  CHECK(verdict({chain("home-belt"), chain("out-yard")}).basis == Basis::emergent);
  CHECK(verdict({trucked_in, chain("out-rail")}).basis == Basis::emergent);
}

TEST_CASE("a stock that was never there is empty by definition, one that stood on the first day is not", "[analysis]") {
  World w = world();
  w.targets = Table<Target>(
      std::vector<Target>{target(w, "t", MetricKind::register_stock, {{"standard", "<=china3"}}, Operator::at_most, 0, "vehicles", kDue)});
  ledger::Ledger l;
  l.registers = {stock(w, make_month(2021, 12), "freight", kDiesel5, 7, 0)};
  CHECK(analysis::judge(w, {measured(w, l)}).front().basis == Basis::by_definition);
  RegisterRow old;
  old.id = "old";
  old.segment = segment("freight");
  old.standard = Standard::china3;
  old.count = 1;
  w.register_rows = Table<RegisterRow>(std::vector<RegisterRow>{old});
  CHECK(analysis::judge(w, {measured(w, l)}).front().basis == Basis::emergent);
}

}  // namespace basis_test
