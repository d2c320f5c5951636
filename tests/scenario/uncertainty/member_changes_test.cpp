/// From a point to the changes of a member, and members that the scenario would refuse.
#include "sim/scenario/uncertainty/member_changes.hpp"
#include "sim/scenario/load/sound_member.hpp"
#include "tests/scenario/errors.hpp"

namespace member_changes_test {

using namespace railshift;
using namespace railshift::test;
using scenario::MemberChanges;

namespace {

std::string section(const std::string& id, const std::string& inputs, const std::string& stage, const std::string& more = "") {
  return "[[uncertainty]]\nid = \"" + id + "\"\nname_zh = \"组\"\nname_en = \"group\"\nlaw = \"uniform\"\ninputs = " + inputs +
         "\nstage = \"" + stage + "\"\nstanding = \"assumed\"\nreason = \"r\"\n" + more;
}

struct Scene {
  scenario::Files files;
  scenario::Uncertainty uncertainty;
};

/// The named groups alone, so that a point has one coordinate for each section.
Scene scene(const std::string& sections, scenario::Files files = small_scenario()) {
  files.content["scenario.toml"] += sections;
  scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& p : loaded.problems.sorted()) UNSCOPED_INFO(to_string(p));
  REQUIRE(loaded.world);
  std::erase_if(loaded.uncertainty.groups, [](const auto& g) { return g.by_default; });
  return {std::move(files), std::move(loaded.uncertainty)};
}

}  // namespace

TEST_CASE("numbers of a group go together, those against it the other way", "[scenario]") {
  const Scene s = scene(section("un-a", "[\"rail_tariffs.*\"]", "base", "against = [\"road_rates.*\"]\n"));
  // 0.12 + 0.25 x 0.03; 0.3 + 0.75 x 0.3
  const MemberChanges changes = member_changes(s.uncertainty, {0.25});
  CHECK(std::stod(changes.all.at("rail_tariffs.coal.yuan_per_t_km")) == Approx(0.1275));
  CHECK(std::stod(changes.all.at("road_rates.all.yuan_per_t_km")) == Approx(0.525));
  CHECK(changes.base == changes.all);
}

TEST_CASE("the base year is settled with what is uncertain in it and without what comes later", "[scenario]") {
  const Scene s = scene(section("un-a", "[\"sidings.*\"]", "base") + section("un-b", "[\"measure.*.obedience\"]", "later"));
  const MemberChanges changes = member_changes(s.uncertainty, {0.25, 0.5});
  CHECK(changes.base == std::map<std::string, std::string>{{"sidings.sd-mine.t_per_day", "9000"}});
  CHECK(changes.all == std::map<std::string, std::string>{{"measure.gate.obedience", "0.75"}, {"sidings.sd-mine.t_per_day", "9000"}});
}

TEST_CASE("whole numbers and days are rounded to the nearest", "[scenario]") {
  scenario::Files files = small_scenario();
  replace(files, "scenario.toml", "[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.5",
          "[[measure.numbers]]\nfield = \"from\"\nlow = 2021-01-01\nhigh = 2021-01-11\nstanding = \"assumed\"\nreason = \"r\"\n"
          "[[measure.numbers]]\nfield = \"obedience\"\nlow = 0.5");
  const Scene s = scene(section("un-a", "[\"stations_service.*\"]", "base") + section("un-b", "[\"measure.gate.from\"]", "later"), files);
  // 1 .. 4 servers, ten days: 1 + 3 x 0.49 = 2.47, which is what is given; 1 + 3 x 0.51 = 2.53; 0.44 of ten days are 4.4, 0.46 are 4.6
  CHECK(member_changes(s.uncertainty, {0.49, 0.44}).all == std::map<std::string, std::string>{{"measure.gate.from", "2021-01-05"}});
  const MemberChanges changes = member_changes(s.uncertainty, {0.51, 0.46});
  CHECK(changes.all.at("stations_service.load-mine.servers") == "3");
  CHECK(changes.all.at("measure.gate.from") == "2021-01-06");
}

TEST_CASE("a draw beyond what its column accepts is cut there", "[scenario]") {
  // obedience 0.5 .. 1 at 5 and 95 %: 0.05 x 0.5 / 0.9 beyond 1
  Scene s = scene(section("un-a", "[\"measure.*.obedience\"]", "later", "low_high = \"5_95\"\n"));
  CHECK(member_changes(s.uncertainty, {0.99}).all.at("measure.gate.obedience") == "1");
  CHECK(std::stod(member_changes(s.uncertainty, {0.0}).all.at("measure.gate.obedience")) == Approx(0.5 - 0.5 / 18));
}

TEST_CASE("shares of a whole follow the one that is drawn, and the member loads", "[scenario]") {
  const Scene s = scene(section("un-a", "[\"chains.*-road.base_share\", \"flows.fl-market2@*\"]", "base"));
  const MemberChanges changes = member_changes(s.uncertainty, {0.8});
  CHECK(std::stod(changes.all.at("chains.market-road.base_share")) == Approx(0.66));
  CHECK(std::stod(changes.all.at("chains.market-rail.base_share")) == Approx(0.34));
  CHECK(std::stod(changes.all.at("flows.fl-market@2020-01-01.share_or_t")) == Approx(0.6));
  CHECK(std::stod(changes.all.at("flows.fl-market2@2020-01-01.share_or_t")) == Approx(0.4));
  scenario::LoadRequest member;
  member.set = changes.all;
  CHECK(errors_of(s.files, member).empty());
}

TEST_CASE("a point has a coordinate below 1 for every group", "[scenario]") {
  const Scene s = scene(section("un-a", "[\"sidings.*\"]", "base"));
  CHECK_THROWS_AS(member_changes(s.uncertainty, {}), std::invalid_argument);
  CHECK_THROWS_AS(member_changes(s.uncertainty, {0.5, 0.5}), std::invalid_argument);
  CHECK_THROWS_AS(member_changes(s.uncertainty, {1.0}), std::invalid_argument);
  CHECK_THROWS_AS(member_changes(s.uncertainty, {-0.1}), std::invalid_argument);
  CHECK(member_changes(s.uncertainty, {0.0}).all.size() == 1);
}

TEST_CASE("a member whose plant would burn more than the mine digs goes back to where it does not, and nothing else does", "[scenario]") {
  // the mine digs 1,000,000 t; the plant burns 400,000 t, from 200,000 to 1,800,000: at 0.9 it would be 1,640,000. Of the way from 400,000
  // the share 600,000 / 1,240,000 = 0.484 reaches the million: in sixty-fourths 30 / 64
  scenario::Files files = small_scenario();
  replace(files, "tables/processes.csv", "400000,,,", "400000,200000,1800000,");
  const Scene s = scene(section("un-a", "[\"processes.burning@*\"]", "base") + section("un-b", "[\"sidings.*\"]", "base"), files);
  const scenario::SoundMember fine = scenario::sound_member(s.files, {}, s.uncertainty, {0.2, 0.1});
  CHECK(fine.as_drawn());
  CHECK(fine.loads == 1);
  const scenario::SoundMember member = scenario::sound_member(s.files, {}, s.uncertainty, {0.9, 0.1});
  CHECK_FALSE(member.as_drawn());
  CHECK(member.reach[1] == 1.0);
  CHECK(member.reach[0] > 0.0);
  CHECK(member.reach[0] <= 31.0 / 64);
  CHECK(member.changes.all.at("sidings.sd-mine.t_per_day") == "8400");
  scenario::LoadRequest request;
  request.set = member.changes.all;
  CHECK(errors_of(s.files, request).empty());
}

}  // namespace member_changes_test
