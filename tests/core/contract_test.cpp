#include <catch2/catch.hpp>

#include <string>

#include "sim/core/contract.hpp"
#include "sim/core/ids.hpp"

namespace contract_test {

using namespace railshift;

namespace {

struct Row {
  std::string id;
};

template <class Promise>
std::string broken_by(Promise promise) {
  try {
    promise();
  } catch (const BrokenPromise& broken) {
    return broken.what();
  }
  return "kept";
}

}  // namespace

TEST_CASE("a broken promise says what it meant, what does not hold and where", "[core]") {
  const int line = __LINE__ + 1;
  const std::string message = broken_by([] { RAILSHIFT_EXPECTS(1 + 1 == 3, "sums hold"); });
  CHECK(message == "tests/core/contract_test.cpp:" + std::to_string(line) + ": broken promise: sums hold (1 + 1 == 3)");
  CHECK(broken_by([] { RAILSHIFT_EXPECTS(1 + 1 == 2, "sums hold"); }) == "kept");
}

TEST_CASE("the place of a promise starts at the root of the sources, wherever the program was built", "[core]") {
  // One row: number 0 is there, number 1 is not.
  const Table<Row> table(std::vector<Row>{{"st-1"}});
  CHECK(broken_by([&] { (void)table[Id<Row>{0}]; }) == "kept");
  CHECK(broken_by([&] { (void)table[Id<Row>{1}]; }).starts_with("sim/core/ids.hpp:"));
}

}  // namespace contract_test
