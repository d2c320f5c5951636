/// Observed values of a scenario and the members of its studies: read, used, counted.
#include <catch2/catch.hpp>

#include "study/members/member_study.hpp"
#include "study/results/text_file.hpp"
#include "study/work_folder.hpp"
#include "tests/study/scene.hpp"

namespace observed_members_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

/// A copy of tiny in which no tonne went by rail in 2024, with this cell as deviation.
Request nothing_by_rail(const Scratch& scratch, const std::string& deviation) {
  Request request = of_tiny();
  request.scenario = tiny_with_a_range(scratch);
  request.jobs = 2;
  write_text(request.scenario / "tables" / "observed.csv",
             "observed_id,metric,scope,period,value,unit,source,deviation\nob-none,rail_tonnes,,2024,0,t,invented," + deviation + "\n");
  return request;
}

MemberAnswer answer_of(const Request& request) {
  const WorkFolder work;
  return member_answer(request, load_scenario(request.scenario, load_request(request)), {4, 0, 1, 2, 0}, work.path(), {});
}

}  // namespace

TEST_CASE("members that contradict the observed value of a scenario are left out and counted, a wide deviation keeps them", "[study]") {
  const Scratch near, wide, none;
  const MemberAnswer out = answer_of(nothing_by_rail(near, "1"));
  CHECK((out.observed.ruled_out == 4 && out.observed.members == 4 && out.observed.use.used == 1));
  CHECK(out.ruled_out.at(0).observed == "ob-none");
  CHECK(out.chances.empty());  // nobody is left to say anything
  CHECK(members_csv(out).find(",ob-none") != std::string::npos);
  // Some 50,000 t go by rail: within three times 100,000 t of none.
  const MemberAnswer kept = answer_of(nothing_by_rail(wide, "100000"));
  CHECK((kept.observed.ruled_out == 0 && kept.observed.use.used == 1 && kept.ruled_out.empty()));
  CHECK(kept.chances.front().twins == 4);
  CHECK(kept.chances.front().second->twins == 2);
  const MemberAnswer unstated = answer_of(nothing_by_rail(none, ""));
  CHECK((unstated.observed.ruled_out == 0 && unstated.observed.use.rows == 1 && unstated.observed.use.stated == 0));
}

TEST_CASE("a deviation of an observed value is above 0, and its column may be left out", "[study]") {
  const Scratch scratch;
  CHECK_FALSE(tiny().world->observed.begin()->deviation);
  const Request request = nothing_by_rail(scratch, "0");
  const scenario::Loaded loaded = scenario::load(request.scenario, load_request(request));
  REQUIRE_FALSE(loaded.world);
  CHECK(to_string(loaded.problems.sorted().front()).find("deviation") != std::string::npos);
}

}  // namespace observed_members_test
