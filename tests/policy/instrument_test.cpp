/// Measures are passed on without knowing their kind.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

namespace instrument_test {

using namespace railshift;

namespace {

Measure order(double obedience) {
  Measure m;
  m.id = "m";
  RetireOrder body;
  body.obedience = obedience;
  m.body = body;
  return m;
}

}  // namespace

TEST_CASE("two measures are equal if their kind and every field are", "[policy]") {
  CHECK(order(0.9) == order(0.9));
  CHECK_FALSE(order(0.9) == order(0.8));
  Measure other = order(0.9);
  other.body = StockQuota{};
  CHECK_FALSE(order(0.9) == other);
  CHECK_FALSE(order(0.9) == Measure{});
}

TEST_CASE("a measure gives its fields to who asks for its kind, and nothing to others", "[policy]") {
  const Measure m = order(0.9);
  REQUIRE(policy::as<RetireOrder>(m) != nullptr);
  CHECK(policy::as<RetireOrder>(m)->obedience == 0.9);
  CHECK(policy::as<FrozenBaseOrder>(m) == nullptr);
}

TEST_CASE("a change of one measure leaves its copies alone", "[policy]") {
  const Measure before = order(0.9);
  Measure changed = before;
  policy::edit<RetireOrder>(changed).obedience = 0.1;
  CHECK(policy::as<RetireOrder>(before)->obedience == 0.9);
  CHECK(policy::as<RetireOrder>(changed)->obedience == 0.1);
}

}  // namespace instrument_test
