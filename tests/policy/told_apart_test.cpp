/// From which day on a rule can tell two measures of one id apart.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

namespace told_apart_test {

using namespace railshift;

namespace {

const Date kFrom = make_date(2024, 8, 23);

Measure measure(Instrument body) {
  Measure m;
  m.id = "m";
  m.from = kFrom;
  m.body = std::move(body);
  return m;
}

}  // namespace

TEST_CASE("two measures of one id are told apart from the first day on which a rule looks at either", "[policy]") {
  Measure a = measure(RetireOrder{}), b = a;
  CHECK_FALSE(policy::told_apart(a, b, 30));
  policy::edit<RetireOrder>(b).obedience = 0.5;
  CHECK(policy::told_apart(a, b, 30) == kFrom);
  b.from = kFrom - 100;
  CHECK(policy::told_apart(a, b, 30) == kFrom - 100);
  Measure rule = measure(NewOnly{}), other = rule;
  policy::edit<NewOnly>(other).obedience = 0.5;
  CHECK(policy::told_apart(rule, other, 30) == kFrom - 30);
  Measure layer = a;
  layer.layer = Layer::baseline;  // who claims what both orders would do
  CHECK(policy::told_apart(a, layer, 30) == kFrom);
}

TEST_CASE("a siding that opens on another day is told apart on the earlier of both, never before the measure", "[policy]") {
  Measure a = measure(SidingOpens{Id<Siding>{0}, kFrom, kFrom + 100}), b = a;
  policy::edit<SidingOpens>(b).in_service = kFrom + 300;
  CHECK(policy::told_apart(a, b, 30) == kFrom + 100);
  policy::edit<SidingOpens>(b).in_service = kFrom - 300;
  CHECK(policy::told_apart(a, b, 30) == kFrom);
  policy::edit<SidingOpens>(b).in_service = kFrom + 100;
  policy::edit<SidingOpens>(b).built = kFrom - 1;  // no rule reads it
  CHECK_FALSE(policy::told_apart(a, b, 30));
  b.from = kFrom + 1;
  CHECK(policy::told_apart(a, b, 30) == kFrom);
}

TEST_CASE("orders on one frozen base share its snapshot, those on two bases do not, without an order a base is frozen in vain",
          "[policy]") {
  FrozenBaseOrder order;
  order.base_date = make_date(2022, 12, 31);
  Measure a = measure(order), b = a;
  policy::edit<FrozenBaseOrder>(b).obedience = 0.5;
  CHECK(policy::told_apart(a, b, 30) == kFrom);
  policy::edit<FrozenBaseOrder>(b).base_date = make_date(2021, 12, 31);
  CHECK(policy::told_apart(a, b, 30) == make_date(2022, 1, 1));
  CHECK(policy::looked_at_alone(a, 30) == kFrom);
  CHECK(policy::first_look(a, 30) == make_date(2023, 1, 1));
  CHECK(policy::looked_at_alone(measure(NewOnly{}), 30) == kFrom - 30);
}

}  // namespace told_apart_test
