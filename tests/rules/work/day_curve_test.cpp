#include "sim/rules/work/day_curve.hpp"

#include <catch2/catch.hpp>

namespace day_curve_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

constexpr Tick at(double hour) { return static_cast<Tick>(hour * static_cast<double>(kTicksPerHour)); }

Site works(double from, double to) {
  Site site;
  site.work_from_h = from;
  site.work_to_h = to;
  return site;
}

HourProfile profile(std::initializer_list<std::pair<std::size_t, double>> hours) {
  HourProfile p;
  for (const auto& [hour, share] : hours) p.share[hour] = share;
  return p;
}

}  // namespace

TEST_CASE("a day without a profile and without working hours stays as it is", "[rules]") {
  const DayCurve curve(nullptr, Site{});
  CHECK(curve.flat());
  CHECK(curve.at(at(7.25)) == at(7.25));
}

TEST_CASE("two hours with a quarter and three quarters of the loads split the day at six o'clock", "[rules]") {
  const HourProfile p = profile({{8, 0.25}, {20, 0.75}});
  const DayCurve curve(&p, Site{});
  CHECK_FALSE(curve.flat());
  CHECK(curve.at(0) == at(8));
  CHECK(curve.at(at(3)) == at(8.5));
  CHECK(curve.at(at(6) - 1) == at(9) - 1);
  CHECK(curve.at(at(6)) == at(20));
  CHECK(curve.at(at(15)) == at(20.5));  // half of the three quarters: 6 + 9
  CHECK(curve.at(kTicksPerDay - 1) == at(21) - 1);
}

TEST_CASE("an hour that is cut by the beginning of work counts for its open part", "[rules]") {
  // Open from 8:30 to 10:00: half of hour 8 with 0.5 and hour 9 with 0.25 weigh 0.25 and 0.25.
  const HourProfile p = profile({{8, 0.5}, {9, 0.25}, {12, 0.25}});
  const DayCurve curve(&p, works(8.5, 10.0));
  CHECK(curve.at(0) == at(8.5));
  CHECK(curve.at(at(12)) == at(9));
  CHECK(curve.at(at(18)) == at(9.5));
}

TEST_CASE("work over midnight takes the hours before and after it", "[rules]") {
  // 22:00 to 2:00: the day's first half is laid on 0:00 to 2:00, its second on 22:00 to 24:00.
  const DayCurve curve(nullptr, works(22.0, 2.0));
  CHECK(curve.at(0) == 0);
  CHECK(curve.at(at(6)) == at(1));
  CHECK(curve.at(at(12)) == at(22));
  CHECK(curve.at(at(18)) == at(23));
}

TEST_CASE("a profile that has nothing in the working hours counts for nothing", "[rules]") {
  const HourProfile night = profile({{1, 1.0}});
  const DayCurve curve(&night, works(6.0, 18.0));
  CHECK(curve.at(0) == at(6));
  CHECK(curve.at(at(12)) == at(12));
}

}  // namespace day_curve_test
