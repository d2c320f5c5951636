/// What a report says about how to make it again.
#include <catch2/catch.hpp>

#include "study/reproduce.hpp"
#include "study/version.hpp"
#include "tests/study/scene.hpp"

namespace reproduce_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

TEST_CASE("a word goes through a shell unchanged", "[study]") {
  CHECK(shell_quoted("scenarios/tiny") == "scenarios/tiny");
  CHECK(shell_quoted("values.choice.value_of_time@2020-01-01.value=0.8") == "values.choice.value_of_time@2020-01-01.value=0.8");
  CHECK(shell_quoted("my city") == "'my city'");
  CHECK(shell_quoted("~/$HOME") == "'~/$HOME'");
  CHECK(shell_quoted("it's") == "'it'\\''s'");
  CHECK(shell_quoted("") == "''");
}

TEST_CASE("the command of a report is everything that was asked", "[study]") {
  Request request;
  request.scenario = "scenarios/tiny";
  request.language = Language::en;
  CHECK(assess_command_line(request) == "railshift assess scenarios/tiny --lang en");
  request.scenario = "my city";
  request.variant = "late.toml";
  request.set = {{"measure.ms-retire.obedience", "0"}, {"sidings.sd-works.name", "new siding"}};
  request.seed = 0;
  request.until = "2023-12-01";
  request.language = Language::zh;
  request.design.members = 20;
  CHECK(assess_command_line(request) ==
        "railshift assess 'my city' --variant late.toml --set measure.ms-retire.obedience=0 --set 'sidings.sd-works.name=new siding' "
        "--seed 0 --members 20 --full 6 --until 2023-12-01 --lang zh");
}

TEST_CASE("beside the command stand the version and the hashes that the manifest has", "[study]") {
  const RunJob job = job_of_tiny("run");
  const ChildRecord record = full_record();
  const std::string manifest = manifest_json(job, record, {});
  const std::string text = how_to_reproduce(assess_command_line(of_tiny()), job, record).en;
  CHECK(text.find(std::string("railshift ") + kVersion) != std::string::npos);
  CHECK(job.inputs->size() > 10);
  for (const InputFile& file : *job.inputs) {
    CHECK(text.find(file.sha256 + "  " + file.path + "\n") != std::string::npos);
    CHECK(manifest.find(file.sha256) != std::string::npos);
  }
  CHECK(text.ends_with("abc  chain\ndef  traffic\n"));
}

}  // namespace reproduce_test
