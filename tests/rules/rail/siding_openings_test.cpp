/// Which measure opened a siding, and what went through it by that.
#include "sim/rules/rail/siding_openings.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"
#include "tests/rules/plan_world.hpp"

namespace siding_openings_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::Draft;

namespace {

const Month kMarch = make_month(2021, 3);

struct Scene {
  Draft d;
  Id<Node> station = d.node("st", NodeType::station);
  Id<Siding> siding = d.siding("k1", std::nullopt, station, 10'000, SidingEnd::yard);
  Scene(std::optional<Date> own) { d.edit(siding).in_service = own; }
  void opens(const std::string& id, Date in_service, Date from = make_date(2020, 1, 1)) {
    d.measure(id, from, SidingOpens{siding, make_date(2020, 1, 1), in_service});
  }
};

/// 5,000 t through the siding in March 2021.
policy::Effect of(const World& w, const std::string& id, Month month = kMarch) {
  for (const policy::Effect& effect : siding_effects(w, month, {5'000'000})) {
    if (effect.measure == *w.measures.find(id)) return effect;
  }
  return {};
}

}  // namespace

TEST_CASE("all that goes through a siding belongs to the measure that opened it", "[rules]") {
  Scene s({});
  s.opens("m", make_date(2021, 3, 1));
  const policy::Effect effect = of(s.d.build(), "m");
  CHECK(effect.acted == 5'000'000);
  CHECK(effect.changed == 5'000'000);
}

TEST_CASE("a siding that its own date has opened owes the measure nothing", "[rules]") {
  for (const auto& [own, changed] : {std::pair{make_date(2021, 2, 28), 0}, {make_date(2021, 3, 1), 0}}) {
    Scene s(own);
    s.opens("m", make_date(2021, 3, 1));
    const World w = s.d.build();
    CHECK(of(w, "m").in_scope == 5'000'000);
    CHECK(of(w, "m").acted == changed);
  }
}

TEST_CASE("a siding that would have opened later owes the measure the months between", "[rules]") {
  Scene s(make_date(2021, 3, 2));
  s.opens("m", make_date(2021, 1, 1));
  const World w = s.d.build();
  CHECK(of(w, "m").changed == 5'000'000);  // on 1 March it would still have been closed
  CHECK(of(w, "m", make_month(2021, 4)).acted == 5'000'000);
  CHECK(of(w, "m", make_month(2021, 4)).changed == 0);
}

TEST_CASE("of two measures the earlier opening claims the siding, on one day the id decides", "[rules]") {
  Scene s({});
  s.opens("a-late", make_date(2021, 2, 2));
  s.opens("b-early", make_date(2021, 2, 1));
  const World w = s.d.build();
  CHECK(siding_opening(w, s.siding)->by == w.measures.find("b-early"));
  CHECK(of(w, "b-early").acted == 5'000'000);
  CHECK(of(w, "b-early").changed == 0);  // a-late had opened it by March
  CHECK(of(w, "a-late").acted == 0);
  Scene same({});
  same.opens("a", make_date(2021, 2, 1));
  same.opens("b", make_date(2021, 2, 1));
  const World v = same.d.build();
  CHECK(siding_opening(v, same.siding)->by == v.measures.find("a"));
}

TEST_CASE("a measure is not looked at before the month of its from", "[rules]") {
  Scene s({});
  s.opens("m", make_date(2020, 6, 1), make_date(2021, 4, 1));
  CHECK(siding_effects(s.d.build(), kMarch, {5'000'000}).empty());
  CHECK(siding_effects(s.d.build(), make_month(2021, 4), {5'000'000}).size() == 1);
}

}  // namespace siding_openings_test
