/// How a plan runs without some of its measures.
#include <catch2/catch.hpp>

#include "study/plans/leaving_out.hpp"
#include "tests/study/scene.hpp"

namespace leaving_out_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& plan() { return *tiny().world; }

}  // namespace

TEST_CASE("measures are left out of the plan, but a frozen base stays with nobody who obeys", "[study]") {
  const LeavingOut out = leaving_out(plan(), {"ms-retire", "ms-slag", "ms-through"});
  CHECK(out.removed == std::vector<std::string>{"ms-retire", "ms-through"});
  CHECK(out.set == std::map<std::string, std::string>{{"measure.ms-slag.obedience", "0"}});
  CHECK(leaving_out(plan(), {}).removed.empty());
  CHECK(leaving_out(plan(), {}).set.empty());
}

}  // namespace leaving_out_test
