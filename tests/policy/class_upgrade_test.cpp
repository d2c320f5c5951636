/// What an upgrade of firm classes says of itself, and what measures on firms must say of whom they mean.
#include <catch2/catch.hpp>
#include <string>

#include "sim/policy/kinds.hpp"

namespace class_upgrade_test {

using namespace railshift;
using policy::Followed;
using policy::IdleReason;

namespace {

Measure measure_of(Instrument body) {
  Measure m;
  m.id = "m";
  m.from = make_date(2024, 8, 23);
  m.body = std::move(body);
  return m;
}

std::vector<std::string> told(const Instrument& body, const policy::Written& written) {
  policy::Contradictions found;
  policy::check(measure_of(body), written, found);
  std::vector<std::string> fields;
  for (const policy::Contradiction& c : found) fields.push_back(c.field);
  return fields;
}

ClassUpgrade to(FirmClass to_class, std::vector<FirmClass> from = {}) { return {{Id<Firm>{0}}, std::move(from), to_class, 1.0}; }

policy::Written only(std::string_view name) {
  return [name](std::string_view field) { return field == name; };
}

}  // namespace

TEST_CASE("A and leading are best and alike, then B, C, D, and unrated is last", "[policy]") {
  const std::vector<FirmClass> order{FirmClass::a, FirmClass::b, FirmClass::c, FirmClass::d, FirmClass::unrated};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (std::size_t j = 0; j < order.size(); ++j) CHECK(is_better(order[i], order[j]) == (i < j));
  }
  CHECK_FALSE(is_better(FirmClass::leading, FirmClass::a));
  CHECK_FALSE(is_better(FirmClass::a, FirmClass::leading));
  CHECK(is_better(FirmClass::leading, FirmClass::b));
}

TEST_CASE("an upgrade names firms and leads from worse classes to a better one", "[policy]") {
  const auto fields = [](const ClassUpgrade& upgrade) { return told(upgrade, [](std::string_view) { return true; }); };
  using Fields = std::vector<std::string>;
  CHECK(fields(to(FirmClass::a)).empty());
  CHECK(fields(to(FirmClass::a, {FirmClass::b, FirmClass::unrated})).empty());
  CHECK(fields(to(FirmClass::b, {FirmClass::c, FirmClass::b})) == Fields{"from_classes"});
  CHECK(fields(to(FirmClass::leading, {FirmClass::a})) == Fields{"from_classes"});
  CHECK(fields(to(FirmClass::d, {FirmClass::unrated})).empty());
  CHECK(fields(to(FirmClass::unrated)) == Fields{"to_class"});
  CHECK(fields(to(FirmClass::unrated, {FirmClass::d})) == Fields{"to_class"});
  CHECK(fields({{}, {}, FirmClass::a, 1.0}) == Fields{"firms"});
}

TEST_CASE("an upgrade that raised nobody says whether nobody obeyed, nobody asks or all were there", "[policy]") {
  const Date end = make_date(2027, 1, 1);
  const auto why = [end](ClassUpgrade upgrade, Followed followed, std::int64_t in_scope = 3) {
    return policy::why_idle(measure_of(std::move(upgrade)), {end, make_date(2024, 9, 1), in_scope, followed, false});
  };
  CHECK(why(to(FirmClass::a), Followed::no_way, 0) == IdleReason::nothing_in_scope);
  CHECK(why(to(FirmClass::a), Followed::nobody_obeys) == IdleReason::nobody_obeys);
  ClassUpgrade nobody = to(FirmClass::a);
  nobody.obedience = 0.0;
  CHECK(why(nobody, Followed::not_asked) == IdleReason::nobody_obeys);
  CHECK(why(to(FirmClass::a), Followed::no_way) == IdleReason::nobody_asks);
  CHECK(why(to(FirmClass::a), Followed::not_asked) == IdleReason::already_so);
}

TEST_CASE("the knob of an upgrade is its obedience, and two of one id are told apart from their day on", "[policy]") {
  const Measure a = measure_of(to(FirmClass::a));
  Measure b = measure_of(to(FirmClass::b));
  const auto knob = policy::knob_of(a);
  REQUIRE(knob);
  CHECK(knob->field == policy::KnobField::obedience);
  CHECK(policy::told_apart(a, b, 30) == a.from);
  b.from = a.from - 7;
  CHECK(policy::told_apart(a, b, 30) == a.from - 7);
  CHECK_FALSE(policy::told_apart(a, a, 30));
}

TEST_CASE("a measure on firms may mean them by sector, class or county instead of a threshold or a list", "[policy]") {
  for (const char* field : {"sectors", "firm_classes", "counties", "county_pm25_from", "county_last_ranks"}) {
    INFO(field);
    CHECK(told(GateFloor{}, only(field)).empty());
  }
  CHECK(told(GateFloor{}, only("exceptions")).size() == 1);
  CHECK(told(GateFloor{}, [](std::string_view f) { return f == "sectors" || f == "firms" || f == "threshold_t_per_year"; }).size() == 1);
}

TEST_CASE("whom a measure speaks of is asked of any kind, and of kinds that name things there is nobody", "[policy]") {
  RailDuty duty;
  duty.firm_classes = {FirmClass::b};
  const Measure m = measure_of(duty), siding = measure_of(SidingOpens{});
  REQUIRE(policy::whom_of(m) != nullptr);
  CHECK(policy::whom_of(m)->firm_classes == std::vector{FirmClass::b});
  CHECK(policy::is_dated(*policy::whom_of(m)));
  CHECK(policy::narrows(*policy::whom_of(m)));
  CHECK_FALSE(policy::asks_of_sites(*policy::whom_of(m)));
  CHECK(policy::whom_of(siding) == nullptr);
}

TEST_CASE("background trains have no sector and no county", "[policy]") {
  RailPriority background;
  background.of = RailGoodsKind::background;
  background.train_load = Kilograms{5'000'000};
  for (const char* field : {"sectors", "counties", "county_pm25_from", "county_last_ranks"})
    CHECK(told(background, only(field)) == std::vector<std::string>{field});
}

}  // namespace class_upgrade_test
