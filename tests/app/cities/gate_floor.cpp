#include "tests/app/cities/gate_floor.hpp"

#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace railshift::cli {
namespace fs = std::filesystem;
namespace {

const std::string kKind = "kind = \"gate_floor\"";

/// The clause of the city's plan under which the floor stands ("一厂一策").
std::string clause_of(const std::string& city) { return city == "yangquan" ? "YQ-43" : "SZ-40"; }

/// ms-ty-13 under a clause of the other plan.
std::string floor_under(const std::string& clause) {
  return R"(
[[measure]]
id = "ms-floor"
kind = "gate_floor"
layer = "plan"
clause = ")" +
         clause + R"("
from = 2024-08-23
threshold_t_per_year = 1500000
floor = "china6"
obedience = 0.9
[[measure.numbers]]
field = "threshold_t_per_year"
low = 1500000
high = 1500000
standing = "assumed"
reason = "a number of the test"
[[measure.numbers]]
field = "obedience"
low = 0.6
high = 1.0
standing = "assumed"
reason = "a number of the test"
)";
}

}  // namespace

fs::path with_gate_floor(const Scratch& scratch, const std::string& city) {
  if (text_of(scenario(city) / "scenario.toml").find(kKind) != std::string::npos) return scenario(city);
  const fs::path folder = scratch / "with-floor" / city;
  if (fs::exists(folder)) return folder;
  fs::create_directories(folder.parent_path());
  fs::copy(scenario(city), folder, fs::copy_options::recursive);
  fs::copy(scenario("parameters"), folder.parent_path() / "parameters", fs::copy_options::recursive);
  write_to(folder / "scenario.toml", text_of(folder / "scenario.toml") + floor_under(clause_of(city)));
  // what carries a clause out and what the table says of it agree
  change_row(folder / "tables" / "clauses.csv", clause_of(city), {{"status", "in_part"}, {"status_reason", "本测试加入的门禁"}});
  return folder;
}

}  // namespace railshift::cli
