#include <catch2/catch.hpp>

#include <cmath>

#include "sim/rules/work/day_curve.hpp"
#include "sim/rules/work/poisson_loads.hpp"
#include "sim/rules/work/service_time.hpp"
#include "sim/rules/work/working_hours.hpp"

namespace working_hours_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

constexpr Tick at(int day, int hour, int minute = 0) { return day * kTicksPerDay + hour * kTicksPerHour + minute * (kTicksPerHour / 60); }

Site works(double from, double to) {
  Site site;
  site.id = "works";
  site.work_from_h = from;
  site.work_to_h = to;
  return site;
}

}  // namespace

TEST_CASE("work starts in working hours: the first minute belongs to them, the last does not", "[rules]") {
  const WorkingHours hours(work_day(works(8, 18)), {});
  CHECK(hours.next_open(at(0, 7, 59)) == at(0, 8));
  CHECK(hours.next_open(at(0, 8)) == at(0, 8));
  CHECK(hours.next_open(at(0, 17, 59)) == at(0, 17, 59));
  CHECK(hours.next_open(at(0, 18)) == at(1, 8));
}

TEST_CASE("working hours over midnight", "[rules]") {
  const WorkingHours hours(work_day(works(20, 6)), {});
  CHECK(hours.next_open(at(3, 5, 59)) == at(3, 5, 59));
  CHECK(hours.next_open(at(3, 6)) == at(3, 20));
  CHECK(hours.next_open(at(3, 23)) == at(3, 23));
}

TEST_CASE("a closure that ends outside working hours lets work start when they begin", "[rules]") {
  const WorkingHours hours(work_day(works(8, 18)), {{at(1, 10), at(2, 19)}, {at(3, 8), at(3, 9)}});
  CHECK(hours.next_open(at(1, 9, 59)) == at(1, 9, 59));
  CHECK(hours.next_open(at(1, 10)) == at(3, 9));
  CHECK(hours.next_open(at(3, 9)) == at(3, 9));
  CHECK(WorkingHours().always());
  CHECK_FALSE(hours.always());
}

TEST_CASE("a site that works from 0 to 24 works round the clock", "[rules]") { CHECK_FALSE(work_day(works(0, 24)).has_value()); }

TEST_CASE("an hour profile bends the day: half of the loads before six if a quarter of the day holds them", "[rules]") {
  HourProfile profile;
  for (std::size_t h = 0; h < 6; ++h) profile.share[h] = 0.5 / 6;
  for (std::size_t h = 6; h < 24; ++h) profile.share[h] = 0.5 / 18;
  const DayCurve curve(&profile, Site{});
  CHECK(curve.at(0) == 0);
  CHECK(curve.at(at(0, 12)) == Approx(at(0, 6)).margin(2));
  CHECK(curve.at(at(0, 18)) == Approx(at(0, 15)).margin(2));
  CHECK(curve.at(kTicksPerDay - 1) < kTicksPerDay);
}

TEST_CASE("loads leave in the working hours of their origin, and a profile without any weight in them counts for nothing", "[rules]") {
  const Site day_shift = works(6.5, 18.5);
  const DayCurve curve(nullptr, day_shift);
  CHECK(curve.at(0) == at(0, 6, 30));
  CHECK(curve.at(at(0, 12)) == Approx(at(0, 12, 30)).margin(2));
  HourProfile night;
  night.share[1] = 1.0;
  CHECK(DayCurve(&night, day_shift).at(0) == at(0, 6, 30));
  CHECK(DayCurve(nullptr, Site{}).flat());
}

TEST_CASE("the loads of a Poisson month are whole payloads with the mean and the variance of the month", "[rules]") {
  Flow flow;
  flow.id = "fl";
  flow.payload = Kilograms{30'000};
  const double mean = 400.0;
  double sum = 0.0, squares = 0.0;
  const int months = 4'000;
  for (int m = 0; m < months; ++m) {
    const std::int64_t kg = poisson_mass(flow, Kilograms{12'000'000}, 9, Month{m}).value;
    REQUIRE(kg % 30'000 == 0);
    const double loads = static_cast<double>(kg) / 30'000;
    sum += loads;
    squares += (loads - mean) * (loads - mean);
  }
  // Standard errors: 20 / sqrt(4000) = 0.32 of the mean, 400 sqrt(2 / 4000) = 8.9 of the variance.
  CHECK(std::abs(sum / months - mean) < 3.29 * 0.32);
  CHECK(std::abs(squares / months - mean) < 3.29 * 8.9);
  CHECK(poisson_mass(flow, Kilograms{0}, 9, Month{0}).value == 0);
}

TEST_CASE("times of a Poisson month ascend and their mean spacing is even", "[rules]") {
  double now = 0.0;
  double sum = 0.0;
  const int loads = 10'000;
  for (int k = 0; k < loads; ++k) {
    const double next = next_uniform_time(now, 1e6, loads - k, 3, 77, static_cast<std::uint32_t>(k));
    REQUIRE(next >= now);
    REQUIRE(next <= 1e6);
    now = next;
    sum += next;
  }
  // Uniform times: mean 500,000, standard error 1e6 / sqrt(12 x 10,000) = 2,887.
  CHECK(std::abs(sum / loads - 5e5) < 3.29 * 2'887);
}

TEST_CASE("measured service times come in proportion to their weights", "[rules]") {
  Station station;
  station.id = "bay";
  station.distribution = Distribution::empirical;
  station.measured = {{2.0, 1.0}, {5.0, 3.0}};
  const ServiceLaw law = service_law(station);
  CHECK(mean_minutes(station) == Approx(4.25));
  const auto minutes = [&](double u) {
    return static_cast<double>(service_ticks(law, {static_cast<std::uint32_t>(u * 4294967296.0), 0})) / (60.0 * kTicksPerSecond);
  };
  CHECK(minutes(0.0) == 2.0);
  CHECK(minutes(0.2499) == 2.0);
  CHECK(minutes(0.2501) == 5.0);
  CHECK(minutes(0.9999) == 5.0);
}

TEST_CASE("feedback sends back as often as it says", "[rules]") {
  int back = 0;
  for (std::uint32_t load = 0; load < 20'000; ++load) back += sent_back(0.3, 5, 42, load, 0, true) ? 1 : 0;
  CHECK(std::abs(back / 20'000.0 - 0.3) < 3.29 * std::sqrt(0.21 / 20'000));
  CHECK_FALSE(sent_back(0.0, 5, 42, 1, 0, true));
}

}  // namespace working_hours_test
