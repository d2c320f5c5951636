/// Steps of capacity and maintenance windows, worked by hand on both sides of their days.
#include "sim/rules/capacity/capacity_steps.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/choice_scene.hpp"

namespace capacity_steps_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace capacity_steps_test {
namespace {

const Month kJune = make_month(2021, 6);
const Date kFirstOfJune = make_date(2021, 6, 1);
const Id<RailSection> kSection{0};

/// A line of 100 paths a day, nothing else on it.
struct Line100 : Scene {
  Line100() { d.last_section().slots_per_day = 100; }
  [[nodiscard]] static CapacityStep window(double hours, int days) {
    CapacityStep step;
    step.sections = {kSection};
    step.hours_per_day = hours;
    step.days = days;
    return step;
  }
  [[nodiscard]] static CapacityStep slots(int more) {
    CapacityStep step;
    step.sections = {kSection};
    step.slots_per_day = more;
    return step;
  }
  [[nodiscard]] CapacityStep station(double t_per_day, int tracks) const {
    CapacityStep step;
    step.sidings = {fence};
    step.t_per_day = t_per_day;
    step.tracks = tracks;
    return step;
  }
  [[nodiscard]] std::int64_t paths(Month month) const {
    const World w = d.build();
    return free_slots(w, w.rail_sections[kSection], month);
  }
};

}  // namespace

TEST_CASE("Daqin: thirty days of three hours in a month of thirty days take 12.5 % of its paths, and none of the months beside it",
          "[rules]") {
  Line100 s;
  s.d.measure("m", kFirstOfJune, Line100::window(3.0, 30));
  CHECK(s.paths(make_month(2021, 5)) == 3100);
  CHECK(s.paths(kJune) == 2625);  // 3,000 less 375
  CHECK(s.paths(make_month(2021, 7)) == 3100);
}

TEST_CASE("a window that begins in the middle of a month shows by its days in both months", "[rules]") {
  // 16 June to 15 July: 15 x 12.5 = 187.5, so 187 in June and the other 188 of the 375 in July.
  Line100 s;
  s.d.measure("m", make_date(2021, 6, 16), Line100::window(3.0, 30));
  CHECK(s.paths(kJune) == 3000 - 187);
  CHECK(s.paths(make_month(2021, 7)) == 3100 - 188);
  CHECK(s.paths(make_month(2021, 8)) == 3100);
}

TEST_CASE("the last day of a window is closed and the day after it open", "[rules]") {
  Line100 s;
  s.d.measure("m", kFirstOfJune, Line100::window(24.0, 5));
  const World w = s.d.build();
  const CapacitySteps steps(w, kJune);
  CHECK(steps.on(kSection, kFirstOfJune + 4).closed == 100);
  CHECK(steps.on(kSection, kFirstOfJune + 5).closed == 0);
  CHECK(CapacitySteps(w, make_month(2021, 5)).on(kSection, kFirstOfJune - 1).closed == 0);
}

TEST_CASE("a window of every year comes again on its days, in so many years", "[rules]") {
  Line100 s;
  CapacityStep twice = Line100::window(3.0, 30);
  twice.years = 2;
  s.d.measure("m", make_date(2020, 6, 1), twice);
  CHECK(s.paths(make_month(2020, 6)) == 2625);
  CHECK(s.paths(make_month(2020, 7)) == 3100);
  CHECK(s.paths(kJune) == Approx(2625).margin(1));
  CHECK(s.paths(make_month(2022, 6)) == 3000);
}

TEST_CASE("days over the end of a year belong to the window that began before it", "[rules]") {
  Line100 s;
  CapacityStep winter = Line100::window(24.0, 10);
  winter.years = 2;
  s.d.measure("m", make_date(2020, 12, 27), winter);  // to 5 January, twice
  CHECK(s.paths(make_month(2021, 1)) == 2600);
  CHECK(s.paths(make_month(2022, 1)) == 2600);
  CHECK(s.paths(make_month(2021, 12)) == 2600);
  CHECK(s.paths(make_month(2022, 12)) == 3100);
}

TEST_CASE("of two windows on one day the longer one closes the line", "[rules]") {
  Line100 s;
  s.d.measure("a", kFirstOfJune, Line100::window(3.0, 30));
  s.d.measure("b", kFirstOfJune, Line100::window(6.0, 30));
  CHECK(s.paths(kJune) == 3000 - 750);
}

TEST_CASE("a window takes background trains with it, an eighth of the free paths and not of all", "[rules]") {
  // 96 paths, every second one the background's: 48 are free, 6 of the 12 in the window.
  Line100 s;
  s.d.last_section().slots_per_day = 96;
  s.d.last_section().background_per_day.from(kStart, 48.0);
  s.d.measure("m", kFirstOfJune, Line100::window(3.0, 30));
  CHECK(s.paths(kJune) == 30 * 42);
}

TEST_CASE("paths are added from the day of the measure on", "[rules]") {
  Line100 s;
  s.d.measure("m", kFirstOfJune, Line100::slots(20));
  CHECK(s.paths(make_month(2021, 5)) == 3100);
  CHECK(s.paths(kJune) == 3600);
  Line100 last;
  last.d.measure("m", make_date(2021, 6, 30), Line100::slots(20));
  CHECK(last.paths(kJune) == 3020);
}

TEST_CASE("a step with a ramp is there by an equal part a month, cut to whole paths", "[rules]") {
  // 20 paths over three months: 6.67, 13.33, 20.
  Line100 s;
  CapacityStep ramped = Line100::slots(20);
  ramped.ramp_months = 3;
  s.d.measure("m", kFirstOfJune, ramped);
  CHECK(s.paths(make_month(2021, 5)) == 31 * 100);
  CHECK(s.paths(kJune) == 30 * 106);
  CHECK(s.paths(make_month(2021, 7)) == 31 * 113);
  CHECK(s.paths(make_month(2021, 8)) == 31 * 120);
  CHECK(s.paths(make_month(2021, 9)) == 30 * 120);
}

TEST_CASE("paths that are taken away do not fall below none", "[rules]") {
  Line100 s;
  s.d.measure("m", kFirstOfJune, Line100::slots(-100));
  CHECK(s.paths(kJune) == 0);
  Line100 more;
  more.d.measure("m", kFirstOfJune, Line100::slots(-120));
  CHECK(more.paths(kJune) == 0);
  Line100 one;
  one.d.measure("m", kFirstOfJune, Line100::slots(-99));
  CHECK(one.paths(kJune) == 30);
}

TEST_CASE("a station that is rebuilt handles more from its day on, and only that station", "[rules]") {
  // 10,000 t a day and 2 tracks of 6 h and 3,000 t: 24,000 t a day. With one track more 36,000.
  Line100 s;
  s.d.measure("m", make_date(2021, 6, 11), s.station(5'000.0, 1));
  const World w = s.d.build();
  const RailLimits limits = rail_limits(w, kJune);
  CHECK(limits.limits[0].capacity == 10 * 10e6 + 20 * 15e6);
  CHECK(limits.limits[1].capacity == 10 * 24e6 + 20 * 36e6);
  CHECK(limits.limits[2].capacity == 300e6);  // the yard
  CHECK(rail_limits(w, make_month(2021, 5)).limits[0].capacity == 310e6);
  CHECK(siding_capacity(w, s.fence, kJune) == Kilograms{400'000'000});
  CHECK(rail_limits(w, kJune, w.measures.find("m")).limits[0].capacity == 300e6);
}

TEST_CASE("a window closes a siding for its hours", "[rules]") {
  Line100 s;
  CapacityStep step = Line100::window(6.0, 10);
  step.sections.clear();
  step.sidings = {s.fence};
  s.d.measure("m", kFirstOfJune, step);
  const World w = s.d.build();
  // Ten days of 18 hours and twenty of 24: 275,000 t.
  CHECK(siding_capacity(w, s.fence, kJune) == Kilograms{275'000'000});
  CHECK(siding_capacity(w, s.fence, make_month(2021, 7)) == Kilograms{310'000'000});
}

}  // namespace capacity_steps_test

}  // namespace capacity_steps_test
