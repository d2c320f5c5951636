#include "sim/rules/register/survival.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "sim/core/draw.hpp"
#include "sim/rules/register/endings.hpp"
#include "tests/rules/register_fixture.hpp"

namespace survival_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

TEST_CASE("a five year old truck with a life of ten years and shape three ends within a month with probability 0.00633", "[rules]") {
  // S(a) = exp(-(a/10)^3). (5 + 1/12)^3 = 131.35475; 1 - exp(-(131.35475 - 125) / 1000) = 1 - exp(-0.00635475) = 0.00633460
  const SurvivalCurve c = curve("c", VehicleType::heavy, 10.0, 3.0, 15.0);
  CHECK(monthly_end(c, 5.0) == Approx(0.00633460).margin(1e-8));
}

TEST_CASE("120 months of conditional survival multiply to the survival curve at ten years", "[rules]") {
  const SurvivalCurve c = curve("c", VehicleType::heavy, 10.0, 3.0, 15.0);
  double alive = 1.0;
  for (int m = 0; m < 120; ++m) alive *= 1.0 - monthly_end(c, m / 12.0);
  CHECK(alive == Approx(std::exp(-1.0)).epsilon(1e-12));
}

TEST_CASE("at the compulsory age a truck ends for certain and just before it does not", "[rules]") {
  const SurvivalCurve c = curve("c", VehicleType::heavy, 10.0, 3.0, 15.0);
  CHECK(monthly_end(c, 15.0) == 1.0);
  CHECK(monthly_end(c, 14.999) < 0.06);
  CHECK(monthly_end(c, 0.0) == Approx(std::pow(1.0 / 120.0, 3.0)).epsilon(1e-3));
}

TEST_CASE("a survival row of a powertrain goes before the row for all others", "[rules]") {
  World w;
  SurvivalCurve electric = curve("a-electric", VehicleType::heavy, 8.0, 3.0, 15.0);
  electric.powertrain = Powertrain::electric;
  w.survival = Table<SurvivalCurve>({electric, curve("heavy", VehicleType::heavy, 11.0, 3.0, 15.0)});
  CHECK(curve_of(w, VehicleType::heavy, Powertrain::electric).id == "a-electric");
  CHECK(curve_of(w, VehicleType::heavy, Powertrain::diesel).id == "heavy");
  CHECK_THROWS_AS(curve_of(w, VehicleType::light, Powertrain::diesel), BrokenPromise);
}

TEST_CASE("the hazard table agrees with the formula at and between its months", "[rules]") {
  World w;
  const SurvivalCurve c = curve("heavy", VehicleType::heavy, 10.8, 3.6, 15.0);
  w.survival = Table<SurvivalCurve>({c});
  const HazardTable table(w);
  const HazardTable::Curve& t = table.of(VehicleType::heavy, Powertrain::diesel);
  for (const int days : {0, 200, 1461, 3000, 5478})
    CHECK(t.hazard(days) == Approx(monthly_end(c, days / 365.25)).epsilon(1e-3).margin(1e-6));
  // 15 x 365.25 = 5478.75: the first whole day is the 5,479th, which is the same day fifteen years later.
  CHECK(t.compulsory_day(make_date(2007, 3, 15)) == make_date(2022, 3, 15));
}

TEST_CASE("a cohort dies out along its survival curve", "[rules]") {
  // 20,000 trucks registered in 2016 (mean age 5.5 years at the start), two years on, no replacement yet (lag of ten years).
  World w = fixture::world({row("r", freight, Standard::china5, 2016, 20000)}, 3650.0);
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 10.0, 3.0, 15.0)});
  Run run(w);
  double expected = 0.0;
  double variance = 0.0;
  for (const RegisteredTruck& t : run.reg.trucks) {
    const double age = (w.settings.start.days - t.registered) / 365.25;
    const double p = std::exp(std::pow(age / 10.0, 3.0) - std::pow((age + 2.0) / 10.0, 3.0));
    expected += p;
    variance += p * (1.0 - p);
  }
  run.until(make_date(2024, 1, 1));
  CHECK(run.present(freight, Standard::china5) == Approx(expected).margin(3.29 * std::sqrt(variance)));
}

TEST_CASE("a truck past its compulsory age leaves in the first month with that cause", "[rules]") {
  // Registered in 2006: 15.0 to 16.0 years old on 1 January 2022; registered in 2008: at most 14 years.
  World w = fixture::world({row("old", freight, Standard::china3, 2006, 50), row("young", freight, Standard::china4, 2008, 50)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 15.0)});
  Run run(w);
  const RegisterMonth month = run.until(make_date(2022, 2, 1));
  const auto compulsory = static_cast<std::size_t>(LeaveCause::compulsory);
  REQUIRE(month.tallies.size() >= 2);
  CHECK(month.tallies[0].access.standard == Standard::china3);
  CHECK(month.tallies[0].left[compulsory] == 50);
  CHECK(month.tallies[1].left[compulsory] == 0);
}

TEST_CASE("the compulsory age ends a truck on its day, not on the first of the next month", "[rules]") {
  // Fifteen years after 15 March 2007 and after 31 March 2007; replacements come 30 days later: 14 April and 30 April 2022.
  World w = fixture::world({row("old", freight, Standard::china3, 2007, 2)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 15.0)});
  Run run(w);
  run.reg.trucks[0].registered = make_date(2007, 3, 15).days;
  run.reg.trucks[1].registered = make_date(2007, 3, 31).days;
  run.until(make_date(2022, 3, 1));
  CHECK(run.present(freight, Standard::china3) == 2);
  const RegisterMonth march = run.until(make_date(2022, 4, 1));
  CHECK(march.tallies[0].left[static_cast<std::size_t>(LeaveCause::compulsory)] == 2);
  CHECK(run.reg.trucks[0].registered == make_date(2022, 4, 14).days);
  CHECK(run.reg.trucks[1].registered == make_date(2022, 4, 30).days);
  // Bought a day later, on 1 April 2007, it stands there through March.
  Run later(w);
  later.reg.trucks[0].registered = later.reg.trucks[1].registered = make_date(2007, 4, 1).days;
  later.until(make_date(2022, 4, 1));
  CHECK(later.present(freight, Standard::china3) == 2);
}

TEST_CASE("a truck that dies of age before its compulsory day of that month has that cause", "[rules]") {
  // Nearly all trucks of this life end by age within a month: those whose drawn day comes before the 20th did so by age, the others by the
  // rule on the 20th.
  World w = fixture::world({row("old", freight, Standard::china3, 2007, 2000)});
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 0.01, 1.0, 15.0)});
  const HazardTable hazards(w);
  RegisteredTruck truck;
  truck.row_hash = hash_text("old");
  truck.registered = make_date(2007, 3, 20).days;
  int aged = 0;
  for (std::uint32_t n = 0; n < 2000; ++n) {
    truck.ordinal = n;
    const auto ending = own_ending(hazards, 5, truck, make_month(2022, 3));
    REQUIRE(ending);
    CHECK(ending->day <= make_date(2022, 3, 20));
    CHECK((ending->cause == LeaveCause::compulsory) == (ending->day == make_date(2022, 3, 20)));
    aged += ending->cause == LeaveCause::aged ? 1 : 0;
  }
  CHECK(aged == Approx(2000.0 * 19.0 / 31.0).margin(3.29 * 21.8));  // days 1 to 19 of 31; sqrt(2000 x 0.613 x 0.387) = 21.8
}

TEST_CASE("registration days lie inside the registered year and before the start", "[rules]") {
  const World w = fixture::world({row("a", freight, Standard::china5, 2019, 4000), row("b", freight, Standard::china6, 2022, 100)});
  const Register reg = initial_register(w, 5);
  double sum = 0.0;
  for (const RegisteredTruck& t : reg.trucks) {
    CHECK(t.registered < w.settings.start.days);
    if (t.vehicle.access.standard != Standard::china5) continue;
    CHECK(t.registered >= make_date(2019, 1, 1).days);
    CHECK(t.registered < make_date(2020, 1, 1).days);
    sum += t.registered - make_date(2019, 1, 1).days;
  }
  // uniform on 0..364: mean 182, variance 365^2 / 12
  CHECK(sum / 4000.0 == Approx(182.0).margin(3.29 * 365.0 / std::sqrt(12.0 * 4000.0)));
}

TEST_CASE("fault shares hold for diesel trucks of National IV and newer and for no others", "[rules]") {
  World w = fixture::world({row("a", freight, Standard::china4, 2015, 10000), row("b", freight, Standard::china3, 2010, 100)});
  const Register reg = initial_register(w, 5);
  int tampered = 0;
  int no_urea = 0;
  for (const RegisteredTruck& t : reg.trucks) {
    if (t.vehicle.access.standard == Standard::china3) CHECK(t.vehicle.fault == Fault::sound);
    tampered += t.vehicle.fault == Fault::tampered ? 1 : 0;
    no_urea += t.vehicle.fault == Fault::no_urea ? 1 : 0;
  }
  CHECK(tampered == Approx(1000.0).margin(3.29 * std::sqrt(900.0)));
  CHECK(no_urea == Approx(2000.0).margin(3.29 * std::sqrt(1600.0)));
}

}  // namespace survival_test
