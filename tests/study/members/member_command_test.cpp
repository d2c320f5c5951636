/// The command that repeats a member, given to a shell as it stands.
#include <catch2/catch.hpp>

#include <cstdlib>

#include "study/members/member_runs.hpp"
#include "study/members/shell_words.hpp"
#include "study/results/text_file.hpp"
#include "study/run_folder.hpp"
#include "study/work_folder.hpp"
#include "tests/study/scene.hpp"

namespace member_command_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

TEST_CASE("the command of a member, pasted into a shell anywhere, makes the figures of the member", "[study][slow]") {
  const Scratch scratch;
  const fs::path town = scratch / "it's $HOME; a \"town\"";
  fs::copy(of_tiny().scenario, town, fs::copy_options::recursive);
  fs::create_symlink(RAILSHIFT_BINARY, scratch / "railshift");
  Request request = of_tiny();
  request.scenario = town;
  const scenario::Loaded plan = load_scenario(town, load_request(request));
  const Member member{
      3,
      plan.world->settings.seed,
      {{"chains.ch-coal-yard.base_share", "0.25"}, {"chains.ch-coal-road.base_share", "0.75"}},
      {{"chains.ch-coal-yard.base_share", "0.25"}, {"chains.ch-coal-road.base_share", "0.75"}, {"sidings.sd-works.t_per_day", "50"}}};
  const WorkFolder work;
  const MemberRuns runs(request, plan, work.path());
  for (const Mover mover : {Mover::months, Mover::events}) {
    const auto found = runs.run({member}, mover, {});
    REQUIRE(found.front().has_figures());
    const std::string command = runs.command(member, mover);
    const std::string shell = "cd " + shell_word(scratch.path().string()) + " && PATH=.:$PATH && " + command + " > said 2>&1";
    INFO(command);
    REQUIRE(std::system(shell.c_str()) == 0);
    const fs::path out = scratch / (mover == Mover::months ? "runs/member-3-months" : "runs/member-3");
    analysis::MetricTable alone = kept_rows(*plan.world, read_metrics(out));
    analysis::MetricTable kept = found.front().metrics;
    REQUIRE(alone.size() == kept.size());
    for (std::size_t i = 0; i < kept.size(); ++i) {
      alone[i].replication = kept[i].replication;  // a member is numbered, a run alone is the first
      CHECK(alone[i] == kept[i]);
    }
  }
}

TEST_CASE("members end with the year of the last target, or on the day that is asked for, earlier or later", "[study]") {
  Request request = of_tiny();
  const auto end_of_member = [&request] {
    const scenario::Loaded plan = load_scenario(request.scenario, load_request(request));
    REQUIRE(plan.world);
    const WorkFolder work;
    const std::string command = MemberRuns(request, plan, work.path()).command({1, 1, {}, {}}, Mover::months);
    return command.substr(command.find("--until") + 8, 10);
  };
  CHECK(end_of_member() == "2025-01-01");
  const scenario::Loaded plan = load_scenario(request.scenario, load_request(request));
  for (const Target& target : plan.world->targets) request.set["target." + target.id + ".due"] = "2023-12-31";
  CHECK(end_of_member() == "2024-01-01");
  request.until = "2023-07-01";
  CHECK(end_of_member() == "2023-07-01");
  request.until = "2024-09-01";
  CHECK(end_of_member() == "2024-09-01");
}

}  // namespace member_command_test
