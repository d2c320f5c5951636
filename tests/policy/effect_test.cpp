/// The closed lists of effects and reasons, and who claims first.
#include "sim/policy/effect.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace effect_test {

using namespace railshift;
using namespace railshift::policy;

namespace {

Measure measure(const std::string& id, Layer layer, Date from) {
  Measure m;
  m.id = id;
  m.layer = layer;
  m.from = from;
  return m;
}

const Date kEarly = make_date(2023, 1, 1), kLate = make_date(2024, 1, 1);

}  // namespace

TEST_CASE("baseline claims before plan, plan before what-if, then the earlier day, then the id", "[policy]") {
  CHECK(goes_first(measure("b", Layer::baseline, kLate), measure("a", Layer::plan, kEarly)));
  CHECK(goes_first(measure("b", Layer::plan, kLate), measure("a", Layer::what_if, kEarly)));
  CHECK(goes_first(measure("b", Layer::plan, kEarly), measure("a", Layer::plan, kLate)));
  CHECK(goes_first(measure("a", Layer::plan, kEarly), measure("b", Layer::plan, kEarly)));
  CHECK_FALSE(goes_first(measure("a", Layer::plan, kEarly), measure("a", Layer::plan, kEarly)));
}

TEST_CASE("claim ranks number all measures of a world in that order", "[policy]") {
  PolicyWorld w;
  w.measures = Table<Measure>(
      {measure("a", Layer::plan, kEarly), measure("b", Layer::baseline, kLate), measure("c", Layer::plan, make_date(2022, 1, 1))});
  CHECK(claim_ranks(w) == std::vector<std::uint32_t>{2, 0, 1});
}

TEST_CASE("every effect and every reason has one word, and a sentence in both languages", "[policy]") {
  std::set<std::string_view> seen;
  for (int k = 0; k < kEffectKinds; ++k) {
    const auto kind = static_cast<EffectKind>(k);
    CHECK(seen.insert(to_text(kind)).second);
    CHECK(effect_from(to_text(kind)) == kind);
    CHECK_FALSE(unit_of(kind).empty());
    CHECK_FALSE(words_of(kind).zh.empty());
    CHECK_FALSE(words_of(kind).en.empty());
  }
  for (int r = 0; r < kIdleReasons; ++r) {
    const auto reason = static_cast<IdleReason>(r);
    CHECK(seen.insert(to_text(reason)).second);
    CHECK(idle_reason_from(to_text(reason)) == reason);
    CHECK_FALSE(words_of(reason).zh.empty());
    CHECK_FALSE(words_of(reason).en.empty());
  }
  CHECK(unit_of(EffectKind::brought_forward) == "truck-months");
  CHECK_FALSE(effect_from("nothing"));
  CHECK_FALSE(idle_reason_from("trucks_removed"));
}

}  // namespace effect_test
