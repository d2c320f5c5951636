/// A decimal point that slips by one place, in either direction, in a number of the example that `railshift new` writes. It is put there as
/// `--set` does, so that the row's own range (which a planner moves along with the number) does not help.
#include <catch2/catch.hpp>

#include <fstream>
#include <set>

#include <fmt/format.h>

#include "analysis/look/flags/look.hpp"
#include "sim/scenario/load/load.hpp"
#include "tests/analysis/look/slips.hpp"

namespace slips_test {

using namespace railshift;
using namespace railshift::test;
using analysis::look::Severity;
namespace fs = std::filesystem;

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The example as `railshift new demo` writes it.
scenario::Files example() {
  const fs::path scenarios = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios";
  scenario::Files files;
  files.display_root = "demo";
  for (const auto& entry : fs::recursive_directory_iterator(scenarios / "skeleton")) {
    if (entry.is_regular_file()) files.content[entry.path().lexically_relative(scenarios / "skeleton").generic_string()] = bytes_of(entry);
  }
  for (const auto& entry : fs::directory_iterator(scenarios / "parameters"))
    files.content["parameters/" + entry.path().filename().string()] = bytes_of(entry);
  std::string& toml = files.content.at("scenario.toml");
  for (const std::string mark : {"@ID@", "@CITY@"}) {
    for (auto at = toml.find(mark); at != std::string::npos; at = toml.find(mark)) toml.replace(at, mark.size(), "demo");
  }
  return files;
}

/// What check or look says of the example with one number changed; empty if neither says a word.
std::string said_of(const scenario::Files& files, const std::string& path, double value) {
  scenario::LoadRequest request;
  request.set[path] = fmt::format("{:.10g}", value);
  const scenario::Loaded loaded = scenario::load(files, request);
  if (!loaded.world) return to_string(loaded.problems.sorted().front());
  for (const auto& flag : analysis::look::look_at(*loaded.world, loaded.unusual).flags) {
    if (flag.severity != Severity::note) return flag.en;
  }
  return "";
}

}  // namespace

TEST_CASE("of slips by a factor of ten in the numbers of the example all but a few are seen, and those few cannot be", "[analysis]") {
  const scenario::Files files = example();
  std::set<std::pair<std::string, double>> unseen, expected;
  std::size_t slips = 0;
  for (const SlippedNumber& number : slipped_numbers()) {
    for (const double factor : {10.0, 0.1}) {
      ++slips;
      if (said_of(files, number.path, number.value * factor).empty()) unseen.insert({number.path, factor});
    }
  }
  for (const UnseenSlip& slip : unseen_slips()) expected.insert({slip.path, slip.factor});
  for (const auto& [path, factor] : unseen) UNSCOPED_INFO("not seen: " << path << " x " << factor);
  CHECK(slips >= 200);
  CHECK(unseen == expected);
  CHECK(unseen.size() <= 30);
}

TEST_CASE("the numbers of the example as they stand say nothing", "[analysis]") {
  scenario::LoadRequest request;  // all at once, as the list has them
  for (const SlippedNumber& number : slipped_numbers()) request.set[number.path] = fmt::format("{:.10g}", number.value);
  const scenario::Loaded loaded = scenario::load(example(), request);
  REQUIRE(loaded.world);
  CHECK(loaded.unusual.empty());
  CHECK(analysis::look::look_at(*loaded.world, loaded.unusual).flags.empty());
}

TEST_CASE("the cities and their variants have no unusual number and no unusual relation", "[analysis][slow]") {
  for (const std::string city : {"taiyuan", "shuozhou", "yangquan", "pingcheng", "xinzhou"}) {
    const fs::path folder = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / city;
    for (const bool varied : {false, true}) {
      scenario::LoadRequest request;
      if (varied) request.variant = (folder / "frozen-base.toml").string();
      const scenario::Loaded loaded = scenario::load(folder, request);
      REQUIRE(loaded.world);
      CHECK(loaded.unusual.empty());
      for (const auto& flag : analysis::look::look_at(*loaded.world, loaded.unusual).flags) {
        INFO(flag.en);
        CHECK(flag.rule != "unusual_number");
        CHECK(flag.rule != "unusual_relation");
      }
    }
  }
}

TEST_CASE("what look says of an unusual number has the range and what it rests on, in both languages", "[analysis]") {
  const scenario::Files files = example();
  scenario::LoadRequest request;
  request.set["rail_sections.rl-1.kmh"] = "5";  // metres a second, or a slip
  const scenario::Loaded loaded = scenario::load(files, request);
  REQUIRE(loaded.world);
  const auto flags = analysis::look::look_at(*loaded.world, loaded.unusual).flags;
  REQUIRE(!flags.empty());
  CHECK(flags.front().severity == Severity::doubtful);
  CHECK(flags.front().where.file == "network/rail_sections.csv");
  CHECK(flags.front().where.id == "rl-1");
  CHECK(
      flags.front().en ==
      "kmh is 5 km/h, usually 20 to 120 (freight trains run 80 to 120 km/h at most and more than 20 with their stops): check the unit and "
      "the decimal point");
  CHECK(flags.front().zh.find("kmh 是 5 公里/小时，通常在 20—120 之间") == 0);
}

TEST_CASE("limits of single numbers on both sides", "[analysis]") {
  const scenario::Files files = example();
  struct Case {
    const char* path;
    double inside, outside;
  };
  // What the issue of a planner named: a payload, a train, paths, a speed, a road and its line (25.6 km: 4 x 25.6 + 15 = 117.4 km).
  for (const Case& c : {Case{"sidings.sd-yard.train_t", 15000, 15001}, Case{"rail_sections.rl-1.kmh", 20, 19.9},
                        Case{"rail_sections.rl-2.slots_per_day", 180, 181}, Case{"link.lk-west.length", 117, 118},
                        Case{"link.lk-west.free_speed", 12, 11.9}, Case{"pools.pl-semi.shift_hours", 24, 5.9}}) {
    INFO(c.path);
    CHECK(said_of(files, c.path, c.inside).find("usually") == std::string::npos);
    CHECK(said_of(files, c.path, c.outside).find("usually") != std::string::npos);
  }
  CHECK(said_of(files, "truck_classes.semi.payload_t", 320.0).find("payload_t is 320 t, usually 0.3 to 40") == 0);
  CHECK(said_of(files, "sidings.sd-yard.train_t", 35000.0).find("number in t, 1 to 25000") != std::string::npos);
  CHECK(said_of(files, "rail_sections.rl-1.slots_per_day", 400.0).find("whole number, 0 to 300") != std::string::npos);
}

}  // namespace slips_test
