/// What stands in the scripts for batch systems.
#include <catch2/catch.hpp>

#include "study/studies/job_scripts.hpp"

namespace job_scripts_test {

using namespace railshift;
using namespace railshift::study;

namespace {

StudyFile late() {
  StudyFile file;
  file.id = "late";
  file.title_zh = "晚半年\nrm -rf";
  file.title_en = "Half a year late";
  return file;
}

JobsRequest request(JobSystem system) {
  JobsRequest jobs;
  jobs.system = system;
  jobs.study = "/data/my study/late.toml";
  jobs.program = "/opt/railshift/bin/railshift";
  jobs.out = "/data/late";
  jobs.scripts = "/data/late.jobs";
  jobs.shards = 8;
  jobs.cpus = 2;
  return jobs;
}

bool has(const Script& script, const std::string& line) { return ("\n" + script.text).find("\n" + line + "\n") != std::string::npos; }

std::vector<std::string> said(const JobsRequest& jobs) {
  std::vector<std::string> all;
  for (const Words& reason : reasons_against(jobs)) all.push_back(reason.en);
  return all;
}

}  // namespace

TEST_CASE("Slurm runs a share a task, and the merge follows whatever became of them", "[study]") {
  const auto scripts = job_scripts(request(JobSystem::slurm), late());
  REQUIRE(scripts.size() == 3);
  CHECK(scripts[0].name == "submit.sh");
  CHECK(has(scripts[0], "merge=$(sbatch --parsable --dependency=\"afterany:$array\" merge.sh)"));
  for (const char* line : {"#SBATCH --array=1-8", "#SBATCH --cpus-per-task=2", "#SBATCH --mem=2000", "#SBATCH --time=24:00:00",
                           "exec /opt/railshift/bin/railshift study '/data/my study/late.toml' --shard \"$SLURM_ARRAY_TASK_ID/8\" --out "
                           "/data/late.shards --jobs 2"})
    CHECK(has(scripts[1], line));
  CHECK(has(scripts[2], "exec /opt/railshift/bin/railshift merge '/data/my study/late.toml' /data/late.shards --out /data/late --force"));
  CHECK(scripts[1].text.find("--partition") == std::string::npos);
  JobsRequest queued = request(JobSystem::slurm);
  queued.partition = "cpu";
  CHECK(has(job_scripts(queued, late())[1], "#SBATCH --partition=cpu"));
}

TEST_CASE("PBS has its own directives, and Torque its hint", "[study]") {
  const auto scripts = job_scripts(request(JobSystem::pbs), late());
  CHECK(has(scripts[1], "#PBS -J 1-8"));
  CHECK(has(scripts[1], "#PBS -l select=1:ncpus=2:mem=2000mb"));
  CHECK(scripts[1].text.find("--shard \"$index/8\"") != std::string::npos);
  CHECK(scripts[0].text.find("depend=afterany:$array") != std::string::npos);
}

TEST_CASE("GNU parallel gets one script that merges at its end", "[study]") {
  const auto scripts = job_scripts(request(JobSystem::parallel), late());
  REQUIRE(scripts.size() == 1);
  CHECK(scripts[0].text.find("seq 8 | parallel ") != std::string::npos);
  CHECK(scripts[0].text.find("--shard \"{}/8\"") != std::string::npos);
  CHECK(scripts[0].text.find("merge '/data/my study/late.toml' /data/late.shards") != std::string::npos);
}

TEST_CASE("a title of several lines stays in its comment", "[study]") {
  for (const JobSystem system : {JobSystem::slurm, JobSystem::pbs, JobSystem::parallel}) {
    for (const Script& script : job_scripts(request(system), late())) CHECK(script.text.find("\nrm -rf") == std::string::npos);
  }
}

TEST_CASE("what scripts cannot be asked for is said at once", "[study]") {
  JobsRequest jobs = request(JobSystem::slurm);
  CHECK(said(jobs).empty());
  for (const char* time : {"01:59:59", "100:00:00"}) {
    jobs.time = time;
    CHECK(said(jobs).empty());
  }
  jobs.shards = 0;
  jobs.memory_mb = 0;
  jobs.partition = "a b";
  jobs.time = "1:60:00";
  CHECK(said(jobs).size() == 4);
  for (const char* time : {"24", "24:00", "::", "aa:00:00", "1:00:60"}) {
    jobs.time = time;
    CHECK(said(jobs).size() == 4);
  }
}

}  // namespace job_scripts_test
