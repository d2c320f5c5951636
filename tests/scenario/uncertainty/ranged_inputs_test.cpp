#include "sim/scenario/uncertainty/ranged_input.hpp"

#include "tests/scenario/errors.hpp"

namespace ranged_inputs_test {

using namespace railshift;
using namespace railshift::test;
using scenario::RangedInput;

namespace {

std::vector<RangedInput> ranged(const scenario::Files& files, const scenario::LoadRequest& request = {}) {
  const scenario::Loaded loaded = scenario::load(files, request);
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  return loaded.ranged;
}

/// The number of this path; nothing if it is not among them.
std::optional<RangedInput> at(const std::vector<RangedInput>& all, const std::string& path) {
  for (const RangedInput& input : all) {
    if (input.path == path) return input;
  }
  return std::nullopt;
}

double share(const std::map<std::string, std::string>& with, const std::string& path) { return std::stod(with.at(path)); }

}  // namespace

TEST_CASE("a number with a range is found by its path, with what is written about it", "[scenario]") {
  const auto all = ranged(small_scenario());
  const auto siding = at(all, "sidings.sd-mine.t_per_day");
  REQUIRE(siding);
  CHECK(siding->table == "sidings");
  CHECK(siding->row == "sd-mine");
  CHECK(siding->value == "10000");
  CHECK(siding->low == "8000");
  CHECK(siding->high == "12000");
  CHECK(siding->standing == "assumed");
  CHECK(siding->reason == "r");
  CHECK(siding->with_low.empty());
  CHECK(std::is_sorted(all.begin(), all.end(), [](const RangedInput& a, const RangedInput& b) { return a.path < b.path; }));
}

TEST_CASE("a row of a dated number has its day in the path", "[scenario]") {
  const auto all = ranged(small_scenario());
  REQUIRE(at(all, "values.grid.co2_kg_per_kwh@2021-01-01.value"));
  CHECK(at(all, "values.grid.co2_kg_per_kwh@2021-01-01.value")->row == "grid.co2_kg_per_kwh");
  CHECK(at(all, "values.grid.co2_kg_per_kwh@2021-01-01.value")->value == "0.65");
}

TEST_CASE("a number without a range, or with low equal to high, does not move", "[scenario]") {
  CHECK_FALSE(at(ranged(small_scenario()), "processes.mining@2020-01-01.t_per_year"));
  scenario::Files files = small_scenario();
  replace(files, "tables/sidings.csv", ",8000,12000,", ",10000,10000,");
  CHECK_FALSE(at(ranged(files), "sidings.sd-mine.t_per_day"));
  replace(files, "tables/sidings.csv", ",10000,10000,assumed", ",10000,10001,assumed");
  CHECK(at(ranged(files), "sidings.sd-mine.t_per_day"));
}

TEST_CASE("when one base share of a flow moves the others take what it leaves", "[scenario]") {
  const auto rail = at(ranged(small_scenario()), "chains.market-rail.base_share");
  REQUIRE(rail);
  CHECK(share(rail->with_low, "chains.market-road.base_share") == Approx(0.7));
  CHECK(share(rail->with_high, "chains.market-road.base_share") == Approx(0.5));
  CHECK(rail->with_low.size() == 1);
}

TEST_CASE("rests of one output make up a whole, and a flow may take all of it", "[scenario]") {
  // 0.75 from 0.5 to 1: the other flow has 0.5 or nothing.
  const auto market = at(ranged(small_scenario()), "flows.fl-market@2020-01-01.share_or_t");
  REQUIRE(market);
  CHECK(share(market->with_low, "flows.fl-market2@2020-01-01.share_or_t") == Approx(0.5));
  CHECK(share(market->with_high, "flows.fl-market2@2020-01-01.share_or_t") == Approx(0.0).margin(1e-12));
}

TEST_CASE("the others shrink and grow in proportion", "[scenario]") {
  // 0.2 of the mix goes to 0.4: 0.6 and 0.2 become 0.45 and 0.15; to 0.1: 0.675 and 0.225.
  scenario::Files files = small_scenario();
  replace(files, "../parameters/outside_mix.csv", "hired-5,hired,heavy,2020,china5,diesel,0.7,0.5,0.9",
          "hired-3,hired,heavy,2020,china3,diesel,0.2,0.1,0.4,assumed,,r\nhired-5,hired,heavy,2020,china5,diesel,0.6,0.5,0.9");
  replace(files, "../parameters/outside_mix.csv", "china6,diesel,0.3,0.1", "china6,diesel,0.2,0.1");
  const auto moved = at(ranged(files), "outside_mix.hired-3.share");
  REQUIRE(moved);
  CHECK(share(moved->with_high, "outside_mix.hired-5.share") == Approx(0.45));
  CHECK(share(moved->with_high, "outside_mix.hired-6.share") == Approx(0.15));
  CHECK(share(moved->with_low, "outside_mix.hired-5.share") == Approx(0.675));
  CHECK(share(moved->with_low, "outside_mix.hired-6.share") == Approx(0.225));
}

TEST_CASE("a sole share of a whole has nobody to give to or take from", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "../parameters/outside_mix.csv", "through-5,through,heavy,2020,china5,diesel,1,,,assumed",
          "through-5,through,heavy,2020,china5,diesel,1,0.5,1,assumed");
  CHECK_FALSE(at(ranged(files), "outside_mix.through-5.share"));
  replace(files, "../parameters/outside_mix.csv", "china5,diesel,1,0.5,1,assumed", "china5,diesel,0.9,0.5,1,assumed");
  files.content["../parameters/outside_mix.csv"] += "through-6,through,heavy,2020,china6,diesel,0.1,,,published,x,\n";
  CHECK(at(ranged(files), "outside_mix.through-5.share"));
}

TEST_CASE("numbers of the measures that take part move, those of other layers do not", "[scenario]") {
  const auto plan = ranged(small_scenario());
  REQUIRE(at(plan, "measure.gate.obedience"));
  CHECK(at(plan, "measure.gate.obedience")->value == "0.9");
  CHECK(at(plan, "measure.gate.obedience")->low == "0.5");
  CHECK(at(plan, "measure.gate.obedience")->table == "measure");
  CHECK_FALSE(at(plan, "measure.trial.obedience"));
  scenario::LoadRequest baseline;
  baseline.layer = Layer::baseline;
  CHECK_FALSE(at(ranged(small_scenario(), baseline), "measure.gate.obedience"));
}

}  // namespace ranged_inputs_test
