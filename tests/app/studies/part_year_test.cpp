/// A year that was run in part: what is judged, said and compared.
#include <catch2/catch.hpp>

#include <regex>

#include "tests/app/results.hpp"

namespace part_year_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

fs::path tiny_until(const Scratch& scratch, const std::string& day) {
  return run_into(scratch, "until-" + day, scenario("tiny"), {"--until", day});
}

Row verdict_of(const fs::path& run, const std::string& target) {
  for (const Row& row : rows_of(run / "verdicts.csv")) {
    if (row.at("target") == target) return row;
  }
  FAIL(target);
  return {};
}

}  // namespace

TEST_CASE("eleven months are not judged as the year and twelve are", "[app]") {
  const Scratch scratch;
  const Row part = verdict_of(tiny_until(scratch, "2024-12-01"), "tg-nox");
  CHECK(part.at("outcome") == "cannot_say");
  CHECK(part.at("value").empty());
  CHECK(part.at("basis_reason").find("part_of_year: of 2024 only months 1 to 11 were run") != std::string::npos);
  const Row whole = verdict_of(tiny_until(scratch, "2025-01-01"), "tg-nox");
  CHECK(whole.at("outcome") != "cannot_say");
  CHECK_FALSE(whole.at("value").empty());
}

TEST_CASE("the terminal says in both languages of which months a verdict would have been", "[app]") {
  const Scratch scratch;
  const auto said = [&](const std::string& language) {
    return ask({"run", scenario("tiny").string(), "--until", "2024-07-01", "--out", (scratch / language).string(), "--lang", language}).out;
  };
  CHECK(contains(said("zh"), "2024 仅 1–6 月有结果"));
  CHECK(contains(said("en"), "2024 months 1 to 6 only"));
}

TEST_CASE("six months are not compared with twelve: both stand there with their months and without a percentage", "[app]") {
  const Scratch scratch;
  const fs::path half = tiny_until(scratch, "2024-07-01"), whole = tiny_until(scratch, "2025-01-01"), csv = scratch / "both.csv";
  const Answer answer = ask({"compare", half.string(), whole.string(), "--out", csv.string(), "--lang", "en"});
  REQUIRE(answer.code == 0);
  CHECK(contains(answer.out, "the runs have other months of 2024"));
  CHECK(contains(answer.out, "months 1 to 6 / 1 to 12"));
  CHECK(contains(answer.out, "months 1 to 6 only"));  // in place of a target's value
  CHECK_FALSE(std::regex_search(answer.out, std::regex("[+-][0-9,.]+%")));
  int rail = 0;
  const std::string one = "until-2024-07-01", other = "until-2025-01-01";
  for (const Row& row : rows_of(csv)) {
    if (row.at("period") == "2024") CHECK(row.at(other + "_percent").empty());
    if (row.at("period") == "2023") CHECK(row.at(one + "_months") == "1..12");
    if (row.at("metric") != "rail_tonnes" || row.at("period") != "2024") continue;
    ++rail;
    CHECK((row.at(one + "_months") == "1..6" && row.at(other + "_months") == "1..12"));
    CHECK((row.at(other + "_difference").empty() && row.at(other + "_seeds").empty()));
  }
  CHECK(rail > 10);
}

TEST_CASE("a city without any demand and without through traffic has 0 km and 0 t, and a target of at most 0 is met", "[app]") {
  const Scratch scratch;
  const fs::path folder = scratch / "tiny";
  fs::copy(scenario("tiny"), folder, fs::copy_options::recursive);
  for (const std::string year : {"3650,0.5,2,3285,4015", "3660,0.5,2,3294,4026"})
    replace_in(folder / "tables" / "through.csv", "," + year, ",0,0.5,2,0,1");
  const fs::path run = run_into(scratch, "empty", folder);
  CHECK(metric(run, {{"metric", "through_km_inside"}, {"period", "2024"}}) == 0.0);
  CHECK(metric(run, {{"metric", "through_km_inside"}, {"period", "2024"}, {"ring", "1"}}) == 0.0);
  CHECK(metric(run, {{"metric", "exhaust"}, {"numerator_kind", "NOx"}, {"basis", "through_exhaust"}, {"period", "2024"}}) == 0.0);
  CHECK(verdict_of(run, "tg-through").at("outcome") == "met");
}

}  // namespace part_year_test
