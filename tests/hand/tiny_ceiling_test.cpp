// Ceilings of the town: section 12 of tiny.md has the verdicts beside them.
#include <catch2/catch.hpp>

#include "analysis/ceiling/verdict_ceilings.hpp"
#include "analysis/metrics/metrics.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_ceiling_test {
namespace {

/// At New Year: a train of 1,500 t and three of the 31 days of December's 3,000 t.
constexpr double kUnderWay = 1500.0 + 3.0 / 31.0 * 3000.0;

}  // namespace

TEST_CASE("tiny: what the targets of tonnes can reach in 2024", "[hand]") {
  const analysis::Ceilings ceilings = analysis::ceilings_of(load_town(Layer::plan));
  const auto of = [&](const char* target) {
    const analysis::TargetCeiling* ceiling = ceilings.of(target);
    REQUIRE(ceiling != nullptr);
    return *ceiling;
  };
  // Coal 36,000 t by the yard and ore 36,000 t by the siding, which takes 75 t on each of 366 days: 27,450 t. The yard takes 1,000 t a day.
  CHECK(*of("tg-rail-2024").chains == Approx(72'000.0));
  CHECK(*of("tg-rail-2024").capacity == Approx(63'450.0));
  REQUIRE(of("tg-rail-2024").binding.size() == 1);
  CHECK(of("tg-rail-2024").binding[0].what == "siding:sd-works");
  CHECK(of("tg-rail-2024").binding[0].worth == Approx(1.0));
  CHECK(of("tg-rail-2024").binding[0].months == 12);
  // At the gate of the works: ore 36,000 t, coke coal 18,000 t by road alone.
  CHECK(*of("tg-works").chains == Approx(36'000.0 / 54'000.0));
  CHECK(*of("tg-works").capacity == Approx(27'450.0 / 54'000.0));
  // 1 % of all goods may be left behind, all of them coke coal.
  CHECK(*of("tg-works").capacity_bound == Approx((27'450.0 + kUnderWay) / ((54'000.0 + kUnderWay) * 0.99)));
  // Coke coal has a road alone.
  CHECK(*of("tg-coking").chains == Approx(0.0).margin(1e-6));
  // By rail, belt or pipe of 36,000 + 18,000 + 36,000 + 5,400 t; clean trucks can carry the rest.
  CHECK(*of("tg-clean").chains == Approx(72'000.0 / 95'400.0));
  CHECK(*of("tg-clean").capacity == Approx(63'450.0 / 95'400.0));
  CHECK(of("tg-clean").trucks_count);
  // Before the first day of the run.
  CHECK_FALSE(of("tg-rail-2022").chains);
}

TEST_CASE("tiny: no run delivers more than the ceiling with capacity, and that is no more than the chains allow", "[hand]") {
  const Town& town = planned_town();
  const analysis::MetricTable metrics = analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1});
  std::vector<analysis::Verdict> verdicts = analysis::judge(town.world, {metrics});
  analysis::add_ceilings(town.world, verdicts);
  int compared = 0;
  for (const analysis::Verdict& v : verdicts) {
    if (!v.ceiling || !v.value) continue;
    INFO(v.target);
    REQUIRE(v.ceiling_capacity);
    CHECK(*v.value <= *v.ceiling_capacity * (1.0 + 1e-9) + 1e-9);
    CHECK(*v.ceiling_capacity <= *v.ceiling * (1.0 + 1e-9) + 1e-9);
    ++compared;
  }
  CHECK(compared == 3);  // tg-coking, tg-rail-2024, tg-works
}

TEST_CASE("tiny: of the targets of 2024 one can be met, whatever else is wished", "[hand]") {
  const analysis::Ceilings ceilings = analysis::ceilings_of(load_town(Layer::plan));
  REQUIRE(ceilings.years.size() == 1);
  const analysis::Together& all = ceilings.years[0];
  CHECK(all.year == 2024);
  REQUIRE(all.targets.size() == 3);  // tg-coking, tg-rail-2024, tg-works
  CHECK(all.met == 1);
  CHECK(all.proven());
  CHECK(all.exclusive.empty());
  CHECK_FALSE(all.targets[0].alone);
  CHECK(all.targets[1].met);
  CHECK_FALSE(all.targets[2].alone);
  CHECK(*all.targets[2].figure == Approx((27'450.0 + kUnderWay) / (54'000.0 + kUnderWay)));  // falls short as little as it can
}

}  // namespace railshift::hand::tiny_ceiling_test
