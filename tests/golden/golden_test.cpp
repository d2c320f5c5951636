/// Results that nobody meant to change do not change: every table and CSV file of short runs has the hash that was approved.
#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>

#include "tests/golden/hashes.hpp"

namespace golden_test {

using railshift::golden::check_group;
using railshift::golden::Run;
namespace fs = std::filesystem;

namespace {

std::string folder(const std::string& path) { return (fs::path(RAILSHIFT_SOURCE_DIR) / path).string(); }

/// Every theory case on seed 1.
std::vector<Run> theory_runs() {
  std::vector<Run> runs;
  for (const auto& entry : fs::directory_iterator(folder("tests/theory"))) {
    const std::string name = entry.path().filename().string();
    if (fs::exists(entry.path() / "scenario.toml")) runs.push_back({name, {entry.path().string(), "--seed", "1"}});
  }
  return runs;
}

Run january_2020(const std::string& city) { return {city + " 2020-01", {folder("scenarios/" + city), "--until", "2020-02-01"}}; }

}  // namespace

TEST_CASE("baseline and plan of the town worked by hand have the approved results", "[golden]") {
  check_group("tiny", {{"tiny baseline", {folder("scenarios/tiny"), "--layer", "baseline"}}, {"tiny plan", {folder("scenarios/tiny")}}});
}

TEST_CASE("the theory cases have the approved results on one seed", "[golden]") {
  const std::vector<Run> runs = theory_runs();
  CHECK(runs.size() >= 16);
  check_group("theory", runs);
}

TEST_CASE("January 2020 of Taiyuan has the approved results", "[golden]") { check_group("taiyuan", {january_2020("taiyuan")}); }

TEST_CASE("January 2020 of Shuozhou has the approved results", "[golden]") { check_group("shuozhou", {january_2020("shuozhou")}); }

TEST_CASE("January 2020 of Yangquan has the approved results", "[golden]") { check_group("yangquan", {january_2020("yangquan")}); }

TEST_CASE("January 2020 of Pingcheng has the approved results", "[golden]") { check_group("pingcheng", {january_2020("pingcheng")}); }

TEST_CASE("January 2020 of Xinzhou has the approved results", "[golden]") { check_group("xinzhou", {january_2020("xinzhou")}); }

TEST_CASE("every approved hash names the entry of the changelog that explains its last change", "[golden]") {
  CHECK(railshift::golden::unexplained() == std::vector<std::string>{});
}

}  // namespace golden_test
