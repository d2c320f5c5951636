/// What the data of a scenario cannot carry, on the terminal, in the report and in the manifest.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace caveats_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// tiny, which says of its data that its coke is doubtful.
fs::path doubting(const Scratch& scratch) {
  const fs::path folder = copy_of_tiny(scratch);
  write_to(folder / "scenario.toml", text_of(folder / "scenario.toml") +
                                         "\n[[caveat]]\nid = \"cv-coke\"\ntext_zh = \"焦炭可疑\"\ntext_en = \"coke is doubtful\"\n"
                                         "concerns = [\"rail_share\"]\nstanding = \"assumed\"\nsource = \"flows.csv\"\n");
  return folder;
}

}  // namespace

TEST_CASE("a run says before its verdicts what its data cannot carry, and writes it into the manifest", "[app]") {
  const Scratch scratch;
  const fs::path run = scratch / "run";
  const Answer answer = ask({"run", doubting(scratch).string(), "--out", run.string()});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(answer.out.find("cv-coke  coke is doubtful") < answer.out.find("target"));
  CHECK(contains(text_of(run / "manifest.json"), "\"id\": \"cv-coke\""));
  const Answer zh = ask({"run", (scratch / "tiny").string(), "--out", run.string(), "--force", "--lang", "zh"});
  CHECK(contains(zh.out, "cv-coke  焦炭可疑"));
}

TEST_CASE("an assessment says it on the terminal and in its report", "[app]") {
  const Scratch scratch;
  const fs::path out = scratch / "assessed";
  const Answer answer = ask({"assess", doubting(scratch).string(), "--quick", "--out", out.string(), "--until", "2024-01-01"});
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "cv-coke  coke is doubtful"));
  const std::string page = text_of(out / "report.html");
  CHECK(contains(page, "coke is doubtful"));
}

}  // namespace caveats_test
