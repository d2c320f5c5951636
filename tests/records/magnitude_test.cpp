#include "sim/scenario/records/magnitude.hpp"

#include <catch2/catch.hpp>

namespace magnitude_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

bool asked(double said, double stands, Magnitude answer = {}) {
  RecordRequest request;
  request.record.name = "r.csv";
  request.answers.magnitude = answer;
  Problems problems;
  const bool out = ask_magnitude(request, {{"煤", "coal"}, said, stands, {"吨", "t"}}, 3, problems);
  CHECK(problems.empty() != out);
  return out;
}

}  // namespace

TEST_CASE("ten times what stands, or a tenth of it, is asked about, 9.99 times is not", "[records]") {
  CHECK(asked(1000.0, 100.0));
  CHECK_FALSE(asked(999.0, 100.0));
  CHECK(asked(100.0, 1000.0));
  CHECK_FALSE(asked(100.0, 999.0));
}

TEST_CASE("nothing is compared with nothing, and who has answered is not asked again", "[records]") {
  CHECK_FALSE(asked(0.0, 100.0));
  CHECK_FALSE(asked(100.0, 0.0));
  CHECK_FALSE(asked(1000.0, 100.0, Magnitude::right));
}

}  // namespace magnitude_test
