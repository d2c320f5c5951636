#include "sim/rules/work/poisson_loads.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/core/draw.hpp"

namespace poisson_loads_test {

using namespace railshift;
using namespace railshift::rules;

namespace {

const Month kJanuary = make_month(2020, 1);

Flow flow_of(const std::string& id, std::int64_t payload = 30'000) {
  Flow flow;
  flow.id = id;
  flow.payload = Kilograms{payload};
  return flow;
}

std::uint64_t hash() { return hash_text("leg"); }

}  // namespace

TEST_CASE("a month without mass has no loads, and every mass is whole payloads", "[rules]") {
  CHECK(poisson_mass(flow_of("f"), Kilograms{0}, 1, kJanuary) == Kilograms{0});
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    CHECK(poisson_mass(flow_of("f"), Kilograms{100'000}, seed, kJanuary).value % 30'000 == 0);
  }
}

TEST_CASE("a month with one load on the mean stays empty in one case of e", "[rules]") {
  // P(0) = exp(-1) = 0.36788; 2000 seeds, 3.29 standard errors of sqrt(0.36788 x 0.63212 / 2000) = 0.01078.
  int empty = 0;
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    if (poisson_mass(flow_of("f"), Kilograms{30'000}, seed, kJanuary).value == 0) ++empty;
  }
  CHECK(empty / 2000.0 == Approx(std::exp(-1.0)).margin(3.29 * 0.01078));
}

TEST_CASE("a month's loads belong to seed, flow and month", "[rules]") {
  const auto mass = [](const std::string& id, std::uint32_t seed, Month month) {
    return poisson_mass(flow_of(id), Kilograms{3'000'000'000}, seed, month).value;
  };
  CHECK(mass("f", 1, kJanuary) == mass("f", 1, kJanuary));
  CHECK(mass("f", 1, kJanuary) != mass("f", 2, kJanuary));
  CHECK(mass("f", 1, kJanuary) != mass("g", 1, kJanuary));
  CHECK(mass("f", 1, kJanuary) != mass("f", 1, kJanuary + 1));
}

TEST_CASE("the next of n loads comes at the least of n uniform times", "[rules]") {
  // now + (end - now) x (1 - u^(1/n)) with the load's own draw u
  const double u = draw_uniform(7, Purpose::poisson_time, hash(), 3);
  CHECK(next_uniform_time(100.0, 500.0, 1, 7, hash(), 3) == Approx(100.0 + 400.0 * (1.0 - u)));
  CHECK(next_uniform_time(100.0, 500.0, 4, 7, hash(), 3) == Approx(100.0 + 400.0 * (1.0 - std::pow(u, 0.25))));
  CHECK(next_uniform_time(500.0, 500.0, 4, 7, hash(), 3) == 500.0);
}

TEST_CASE("loads taken one after the other stay inside the month and in order", "[rules]") {
  double now = 0.0;
  for (std::uint32_t load = 0; load < 200; ++load) {
    const double next = next_uniform_time(now, 1000.0, 200 - load, 5, hash(), load);
    REQUIRE(next >= now);
    REQUIRE(next < 1000.0);
    now = next;
  }
  CHECK(now > 950.0);  // the largest of 200 uniform times lies below 0.95 with probability 0.95^200 = 0.00004
}

}  // namespace poisson_loads_test
