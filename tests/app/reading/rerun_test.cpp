/// A result made again from the inputs that it holds.
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "sim/core/input_file.hpp"
#include "study/results/result_files.hpp"
#include "tests/app/results.hpp"

namespace rerun_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

/// Bytes and names of everything in a folder, as one hash.
std::string state_of(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const auto& file : fs::recursive_directory_iterator(folder)) {
    if (file.is_regular_file()) files[file.path().string()] = text_of(file.path());
  }
  std::string all;
  for (const auto& [name, text] : files) all += name + "\n" + text;
  return railshift::sha256_hex(all);
}

/// The manifest of a run that another compiler made and in which one table and one file came out otherwise.
void claim_other(const fs::path& run, const std::string& table, const std::string& file) {
  railshift::study::Sealed manifest;
  REQUIRE(read_seal(text_of(run / "manifest.json"), manifest) == railshift::study::Seal::sound);
  auto json = nlohmann::ordered_json::parse(manifest.json);
  const std::string other(64, 'a');
  json["tables_sha256"][table] = other;
  json["product"]["compiler"] = "another one";
  manifest.files.at(file).sha256 = other;
  write_to(run / "manifest.json", railshift::study::sealed(json.dump(1) + "\n", manifest.files));
}

}  // namespace

TEST_CASE("a run made again is equal byte by byte, also with a variant, settings, an end and months, and stays as it is",
          "[app][repeats]") {
  const Scratch scratch;
  write_to(scratch / "late.toml", "extends = \"" + kTown + "\"\n[set]\n\"measure.ms-siding.in_service\" = \"2024-02-01\"\n");
  const fs::path run = run_into(scratch, "run", kTown,
                                {"--variant", (scratch / "late.toml").string(), "--set", "values.choice.value_of_time.value=0.8", "--until",
                                 "2024-04-01", "--seed", "7", "--layer", "plan"});
  const std::string before = state_of(run);
  const Answer answer = ask({"rerun", run.string()});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(answer.out ==
        "the run: made again, 12 files and 19 tables are equal byte by byte\n"
        "  not compared, as they need what the result does not keep (other runs, the command as it was typed): document.json\n");
  CHECK(state_of(run) == before);
  const fs::path estimate = run_into(scratch, "estimate", kTown, {"--engine", "months"});
  CHECK(ask({"rerun", estimate.string()}).code == 0);
}

TEST_CASE("a run on several seeds is compared with all of them", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown, {"--replications", "2", "--until", "2023-07-01"});
  const Answer answer = ask({"rerun", run.string(), "--jobs", "2"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "14 files and 38 tables are equal"));
}

TEST_CASE("of an assessment plan and baseline are made again, and what needs its other runs is named", "[app]") {
  const Scratch scratch;
  REQUIRE(ask({"assess", kTown, "--quick", "--until", "2023-07-01", "--out", (scratch / "assessed").string()}).code == 0);
  const Answer answer = ask({"rerun", (scratch / "assessed").string()});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "baseline: made again, 9 files and 19 tables are equal"));
  CHECK(contains(answer.out, "plan: made again, 8 files and 19 tables are equal"));
  for (const std::string file : {"report.html", "plan/verdicts.csv", "comparison.csv", "map.gpkg"}) CHECK(contains(answer.out, file));
  const Answer alone = ask({"rerun", (scratch / "assessed" / "plan").string()});
  CHECK(alone.code == 0);
  CHECK(contains(alone.out, "8 files"));
}

TEST_CASE("what differs is listed, and another program is said first", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown, {"--until", "2023-07-01"});
  claim_other(run, "chains", "metrics.csv");
  const Answer answer = ask({"rerun", run.string()});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 1);
  CHECK(answer.out.starts_with("another compiler: then another one, now "));
  CHECK(contains(answer.out, "the run: not equal\n  files: metrics.csv\n  tables: chains\n"));
}

TEST_CASE("what cannot be made again is refused: an altered run file, a folder that is no result", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"});
  CHECK(ask({"rerun", kTown}).code == 2);
  CHECK(ask({"rerun", (scratch / "none").string()}).code == 2);
  std::string bytes = text_of(run / "run.gpkg");
  bytes.back() = static_cast<char>(bytes.back() + 1);
  write_to(run / "run.gpkg", bytes);
  const Answer answer = ask({"rerun", run.string()});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "run.gpkg of " + run.string() + " is not as the run wrote it"));
}

TEST_CASE("doctor lists every optional tool with its version or as missing, and what it adds, and ends well", "[app]") {
  const Scratch scratch;
  write_to(scratch / "duckdb", "#!/bin/sh\necho\necho 'v9.9 made for a test'\n");
  write_to(scratch / "sbatch", "#!/bin/sh\nexit 3\n");
  for (const char* name : {"duckdb", "sbatch"}) fs::permissions(scratch / name, fs::perms::owner_all);
  const Answer answer = ask({"doctor"}, {{{"LC_ALL", "en_US.UTF-8"}, {"PATH", scratch.path().string() + ":/bin"}}, {}});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "DuckDB"));
  CHECK(contains(answer.out, "v9.9 made for a test"));
  CHECK(contains(answer.out, "there, says no version"));
  const Answer none = ask({"doctor", "--lang", "zh"}, {{{"PATH", scratch.path().string() + "/nothing"}}, {}});
  CHECK(none.code == 0);
  CHECK(contains(none.out, "LibreOffice    没有"));
  CHECK_FALSE(contains(none.out, "v9.9"));
}

}  // namespace rerun_test
