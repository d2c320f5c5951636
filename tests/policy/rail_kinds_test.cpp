/// What the fields of steps of capacity and of priorities must not contradict.
#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/policy/kinds.hpp"

namespace rail_kinds_test {

using namespace railshift;

namespace {

using Names = std::vector<std::string>;

/// Fields that contradict each other, as they are pointed at; `written` of those that stand in the file.
Names contradicted(Instrument body, const std::set<std::string_view>& written = {}) {
  Measure measure;
  measure.body = std::move(body);
  policy::Contradictions found;
  policy::check(
      measure, [&](std::string_view field) { return written.contains(field); }, found);
  Names fields;
  for (const policy::Contradiction& c : found) fields.push_back(c.field);
  return fields;
}

CapacityStep on_sections() {
  CapacityStep step;
  step.sections = {Id<RailSection>{0}};
  step.slots_per_day = 10;
  return step;
}

}  // namespace

TEST_CASE("a step of capacity names places, changes something, and each of its numbers has a place", "[policy]") {
  CHECK(contradicted(on_sections()).empty());
  CapacityStep step = on_sections();
  step.slots_per_day = 0;
  CHECK(contradicted(step) == Names{""});  // changes nothing
  step.hours_per_day = 0.5;
  CHECK(contradicted(step).empty());
  step = on_sections();
  step.sections.clear();
  CHECK(contradicted(step) == Names{"", "slots_per_day"});  // nowhere, and paths of no section
  step = on_sections();
  step.t_per_day = 100.0;
  CHECK(contradicted(step) == Names{"t_per_day"});
  step.tracks = 1;
  CHECK(contradicted(step) == Names{"tracks"});
  step.sidings = {Id<Siding>{0}};
  CHECK(contradicted(step).empty());
  step.sections.clear();
  CHECK(contradicted(step) == Names{"slots_per_day"});
}

TEST_CASE("a window has no ramp, ends on its day, and comes again only if it lasts a number of days", "[policy]") {
  CapacityStep step = on_sections();
  step.slots_per_day = 0;
  step.hours_per_day = 3.0;
  step.days = 30;
  CHECK(contradicted(step).empty());
  step.ramp_months = 1;
  CHECK(contradicted(step) == Names{"ramp_months"});
  step.ramp_months = 0;
  step.begins_hour = 21.0;
  CHECK(contradicted(step).empty());
  step.begins_hour = 21.5;
  CHECK(contradicted(step) == Names{"begins_hour"});
  step.begins_hour = 0.0;
  step.years = 2;
  CHECK(contradicted(step).empty());
  step.days = 0;
  CHECK(contradicted(step) == Names{"years"});
}

TEST_CASE("background trains with a rank have a load and no goods, firms or contract, and a contract is one with firms", "[policy]") {
  RailPriority priority;
  CHECK(contradicted(priority).empty());
  CHECK(contradicted(priority, {"train_t"}) == Names{"train_t"});
  priority.contract = TonnesPerYear{1.0};
  CHECK(contradicted(priority) == Names{"contract_t_per_year"});
  priority.firms = {Id<Firm>{0}};
  CHECK(contradicted(priority).empty());
  RailPriority background;
  background.of = RailGoodsKind::background;
  CHECK(contradicted(background) == Names{"of"});
  background.train_load = Kilograms{5'000'000};
  CHECK(contradicted(background).empty());
  CHECK(contradicted(background, {"commodities", "firms", "contract_t_per_year"}) == Names{"commodities", "firms", "contract_t_per_year"});
}

}  // namespace rail_kinds_test
