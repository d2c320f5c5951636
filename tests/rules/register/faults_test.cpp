#include "sim/rules/register/faults.hpp"

#include <catch2/catch.hpp>

namespace faults_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

const FaultShares kShares{0.1, 0.2};

Fault fault(Standard standard, double u, Powertrain powertrain = Powertrain::diesel) {
  return fault_of(kShares, {standard, powertrain}, u);
}

}  // namespace

TEST_CASE("a draw below the tampered share is tampered, below both shares without urea, else sound", "[rules]") {
  CHECK(fault(Standard::china5, 0.0999) == Fault::tampered);
  CHECK(fault(Standard::china5, 0.1) == Fault::no_urea);
  CHECK(fault(Standard::china5, 0.2999) == Fault::no_urea);
  CHECK(fault(Standard::china5, 0.3001) == Fault::sound);
}

TEST_CASE("only diesel trucks of National IV to VI have something to cheat", "[rules]") {
  CHECK(fault(Standard::china3, 0.0) == Fault::sound);
  CHECK(fault(Standard::china4, 0.0) == Fault::tampered);
  CHECK(fault(Standard::china6, 0.0) == Fault::tampered);
  CHECK(fault(Standard::zero_exhaust, 0.0) == Fault::sound);
  CHECK(fault(Standard::china5, 0.0, Powertrain::electric) == Fault::sound);
}

}  // namespace faults_test
