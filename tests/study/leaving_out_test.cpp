/// What can be turned at a measure, and how a plan runs without it.
#include <catch2/catch.hpp>

#include "study/leaving_out.hpp"
#include "tests/study/scene.hpp"

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

const World& plan() { return *tiny().world; }

std::optional<Knob> knob(const std::string& measure) { return knob_of(plan().measures[*plan().measures.find(measure)]); }

}  // namespace

TEST_CASE("the knob of a duty is its price, of every other order its obedience", "[study]") {
  REQUIRE(knob("ms-duty"));
  CHECK(knob("ms-duty")->name == "price_yuan_per_t");
  CHECK(knob("ms-duty")->value == 20.0);
  for (const std::string id : {"ms-gate", "ms-retire", "ms-slag", "ms-sanitation", "ms-mixer", "ms-through"}) {
    INFO(id);
    REQUIRE(knob(id));
    CHECK(knob(id)->name == "obedience");
    CHECK(knob(id)->highest == 1.0);
  }
}

TEST_CASE("a siding that opens and a standard of sales have no knob", "[study]") {
  CHECK_FALSE(knob("ms-siding"));
  CHECK_FALSE(knob("ms-sales-6"));
}

TEST_CASE("measures are left out of the plan, but a frozen base stays with nobody who obeys", "[study]") {
  const LeavingOut out = leaving_out(plan(), {"ms-retire", "ms-slag", "ms-through"});
  CHECK(out.removed == std::vector<std::string>{"ms-retire", "ms-through"});
  CHECK(out.set == std::map<std::string, std::string>{{"measure.ms-slag.obedience", "0"}});
  CHECK(leaving_out(plan(), {}).removed.empty());
  CHECK(leaving_out(plan(), {}).set.empty());
}
