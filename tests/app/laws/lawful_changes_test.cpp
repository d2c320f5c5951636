/// Changes of the input whose effect, or lack of one, is known beforehand.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>

#include "tests/app/results.hpp"

namespace lawful_changes_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTiny = scenario("tiny");

/// Every measure of the plan in tiny.
const std::vector<std::string> kMeasures = {"ms-siding", "ms-duty",       "ms-gate",  "ms-retire",
                                            "ms-slag",   "ms-sanitation", "ms-mixer", "ms-through"};

/// Where the [[measure]] block of an id starts and ends in scenario.toml (its [[measure.numbers]] are part of it).
std::pair<std::size_t, std::size_t> block_of(const std::string& toml, const std::string& id) {
  const auto name = toml.find("id = \"" + id + "\"");
  REQUIRE(name != std::string::npos);
  const auto begin = toml.rfind("[[measure]]", name);
  const auto end = std::min(toml.find("\n[[measure]]", name), toml.find("\n[[target]]", name));
  return {begin, end};
}

fs::path switched_off(const Scratch& scratch, const std::string& id) {
  const fs::path copy = copy_of_tiny(scratch, id + "-off");
  replace_in(copy / "scenario.toml", "id = \"" + id + "\"\n", "id = \"" + id + "\"\nenabled = false\n");
  return copy;
}

/// The quoted text behind `key = ` in a block of scenario.toml.
std::string word_in(const std::string& block, const std::string& key) {
  const auto begin = block.find("\n" + key + " = \"");
  REQUIRE(begin != std::string::npos);
  const auto from = begin + key.size() + 5;
  return block.substr(from, block.find('"', from) - from);
}

/// Without the measure its clause, which no other measure carries, is judged by its targets, or not simulated if it has none.
fs::path never_listed(const Scratch& scratch, const std::string& id) {
  const fs::path copy = copy_of_tiny(scratch, id + "-gone");
  std::string toml = text_of(copy / "scenario.toml");
  const auto [begin, end] = block_of(toml, id);
  const std::string clause = word_in(toml.substr(begin, end - begin), "clause");
  toml.erase(begin, end - begin);
  write_to(copy / "scenario.toml", toml);
  const bool has_target = toml.find("\nclause = \"" + clause + "\"\n") != std::string::npos;
  change_row(copy / "tables" / "clauses.csv", clause, {{"status", has_target ? "judged_only" : "not_simulated"}});
  return copy;
}

/// Hashes of all tables of numbers: the journal names the measures of the layer, in force or not.
std::map<std::string, std::string> hashes_of_numbers(const fs::path& run) {
  auto hashes = table_hashes(run);
  CHECK(hashes.erase("journal") == 1);
  return hashes;
}

/// metrics.csv without the column that names the layer.
std::string metrics_without_layer(const fs::path& run) {
  std::string text;
  for (Row row : rows_of(run / "metrics.csv")) {
    row.erase("layer");
    for (const auto& [column, cell] : row) text += cell + ",";
    text += "\n";
  }
  return text;
}

/// Tonnes without a contract of the whole town, by year; years with 0 left out.
std::map<std::string, std::string> not_contracted(const fs::path& run) {
  std::map<std::string, std::string> years;
  for (const Row& row : rows_of(run / "metrics.csv")) {
    const bool of_town = row.at("metric") == "tonnes_by_reason" && row.at("firm").empty() && row.at("commodity").empty();
    if (of_town && row.at("numerator_kind") == "not_contracted" && row.at("value") != "0") years[row.at("period")] = row.at("value");
  }
  return years;
}

}  // namespace

TEST_CASE("moving every target's threshold moves verdicts and nothing else", "[app][repeats]") {
  const Scratch scratch;
  const fs::path moved = copy_of_tiny(scratch);
  const std::string toml = text_of(moved / "scenario.toml");
  // Only targets have a line "value = ...".
  const std::string edited = std::regex_replace(toml, std::regex("\nvalue = [0-9.]+"), "\nvalue = 0.123");
  REQUIRE(edited != toml);
  write_to(moved / "scenario.toml", edited);
  const fs::path before = run_into(scratch, "before", kTiny);
  const fs::path after = run_into(scratch, "after", moved);
  CHECK(text_of(before / "metrics.csv") == text_of(after / "metrics.csv"));
  CHECK(table_hashes(before) == table_hashes(after));
  CHECK(text_of(before / "verdicts.csv") != text_of(after / "verdicts.csv"));
}

TEST_CASE("a measure switched off equals a measure never listed, and differs from one in force", "[app][repeats]") {
  const Scratch scratch;
  const std::string id = GENERATE(from_range(kMeasures));
  INFO(id);
  const fs::path off = run_into(scratch, "off", switched_off(scratch, id));
  check_same_bytes(off, run_into(scratch, "gone", never_listed(scratch, id)));
  CHECK(text_of(off / "metrics.csv") != text_of(run_into(scratch, "plan", kTiny) / "metrics.csv"));
}

TEST_CASE("before the first measure of the plan begins, baseline and plan are the same run", "[app][repeats]") {
  const Scratch scratch;
  // Plan measures of tiny begin on 2023-07-01.
  const fs::path baseline = run_into(scratch, "baseline", kTiny, {"--layer", "baseline", "--until", "2023-07-01"});
  const fs::path plan = run_into(scratch, "plan", kTiny, {"--layer", "plan", "--until", "2023-07-01"});
  CHECK(hashes_of_numbers(baseline) == hashes_of_numbers(plan));
  CHECK(metrics_without_layer(baseline) == metrics_without_layer(plan));
  const fs::path later_baseline = run_into(scratch, "later-baseline", kTiny, {"--layer", "baseline", "--until", "2023-08-01"});
  const fs::path later_plan = run_into(scratch, "later-plan", kTiny, {"--until", "2023-08-01"});
  CHECK(hashes_of_numbers(later_baseline) != hashes_of_numbers(later_plan));
}

TEST_CASE("the baseline is the plan with every measure of the plan switched off", "[app][repeats]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  for (const std::string& id : kMeasures)
    replace_in(copy / "scenario.toml", "id = \"" + id + "\"\n", "id = \"" + id + "\"\nenabled = false\n");
  const fs::path baseline = run_into(scratch, "baseline", kTiny, {"--layer", "baseline"});
  const fs::path nothing = run_into(scratch, "nothing", copy);
  CHECK(hashes_of_numbers(baseline) == hashes_of_numbers(nothing));
  CHECK(metrics_without_layer(baseline) == metrics_without_layer(nothing));
}

TEST_CASE("a number set on the command line equals the number written in the table", "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "tables" / "pools.csv", "pl-ore,semi,24,1,fl-ore,2,", "pl-ore,semi,24,1,fl-ore,3,");
  const fs::path written = run_into(scratch, "written", copy);
  const fs::path set = run_into(scratch, "set", kTiny, {"--set", "pools.pl-ore.trucks=3"});
  CHECK(table_hashes(written) == table_hashes(set));
  CHECK(table_hashes(set) != table_hashes(run_into(scratch, "plan", kTiny)));
}

TEST_CASE("two runs are compared in Chinese words, and equal ones are said to be equal", "[app]") {
  const Scratch scratch;
  const std::string plan = run_into(scratch, "plan", kTiny).string();
  const std::string baseline = run_into(scratch, "baseline", kTiny, {"--layer", "baseline"}).string();
  const Answer same = ask({"compare", plan, plan, "--lang", "zh"});
  CHECK(same.out.starts_with("没有差异："));
  const Answer other = ask({"compare", baseline, plan, "--lang", "zh"});
  for (const char* words : {"甲：基准（无方案） · ", "乙：方案 · ", "指标", "口径", "差值", "主运距口径 · 铁路 · 进出合计", "1.82 万吨",
                            "4.67 万吨", "+2.85 万吨", "氮氧化物", "加 --out FILE 写出全部"}) {
    INFO(words);
    CHECK(other.out.find(words) != std::string::npos);
  }
  for (const char* code : {"rail_tonnes", "main_haul", "over_threshold", "<=china3", "e+0"}) {
    INFO(code);
    CHECK(other.out.find(code) == std::string::npos);
  }
}

TEST_CASE("a run compared with itself shows no difference, with another run it does", "[app][repeats]") {
  const Scratch scratch;
  const std::string plan = run_into(scratch, "plan", kTiny).string();
  const std::string baseline = run_into(scratch, "baseline", kTiny, {"--layer", "baseline"}).string();
  const fs::path csv = scratch / "same.csv";
  const Answer same = ask({"compare", plan, plan, "--out", csv.string()});
  CHECK(same.code == 0);
  CHECK(same.out.starts_with("no difference: all "));
  const std::vector<Row> rows = rows_of(csv);
  CHECK(rows.size() > 20);
  for (const Row& row : rows) {
    const std::string& difference = row.at(plan + " (2)_difference");
    CHECK((difference == "0" || difference.empty()));
  }
  const Answer other = ask({"compare", baseline, plan});
  CHECK(other.code == 0);
  // tests/hand/tiny.md: 18,200 t by rail in 2024 without the plan, 46,700 t with it.
  for (const char* words : {"A: baseline (no plan) · ", "B: plan · ", "metric", "reading", "main-haul basis · rail · in and out",
                            "18,200 t", "46,700 t", "+28,500 t", "+156.59%"}) {
    INFO(words);
    CHECK(other.out.find(words) != std::string::npos);
  }
}

TEST_CASE("a siding with a ramp of six months from 0.3 leaves 2,100 of 3,000 t of ore without a contract at first, 350 t fewer a month",
          "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "scenario.toml", "in_service = 2023-10-01\n", "in_service = 2023-10-01\nramp_months = 6\nfirst_share = 0.3\n");
  std::string origin;
  for (const std::string field : {"ramp_months", "first_share"})
    origin += "[[measure.numbers]]\nfield = \"" + field + "\"\nlow = 0\nhigh = 12\nstanding = \"assumed\"\nreason = \"invented\"\n";
  replace_in(copy / "scenario.toml", "first_share = 0.3\n", "first_share = 0.3\n" + origin);
  const fs::path run = run_into(scratch, "ramp", copy);
  // 0.7 x 3,000 t in October 2023, a sixth of that less each month: 2,100 + 1,750 + 1,400, then 1,050 + 700 + 350 from January on.
  const std::map<std::string, std::string> by_hand{{"2023", "5250"}, {"2024", "2100"}};
  CHECK(not_contracted(run) == by_hand);
  CHECK(ask({"audit", run.string()}).code == 0);
  CHECK(not_contracted(run_into(scratch, "at-once", kTiny)).empty());
}

TEST_CASE("a pipe and a belt that measures open carry what they can, truck by truck and by months", "[app]") {
  const Scratch scratch;
  // tests/hand/tiny.md, section 19: from April to December 2024, 275 days of 20 and of 5 t.
  const std::map<std::string, std::string> by_hand{{"fl-coke", "5500"}, {"fl-slag", "1375"}};
  const std::vector<std::string> opened{"--set", "measure.ms-pipe.layer=baseline", "--set", "measure.ms-belt.layer=baseline"};
  for (const std::string engine : {"events", "months"}) {
    std::vector<std::string> words = opened;
    words.insert(words.end(), {"--engine", engine});
    const fs::path run = run_into(scratch, engine, kTiny, words);
    std::map<std::string, std::string> carried;
    for (const Row& row : rows_of(run / "funnel.csv")) {
      if (row.at("step") == "belt_pipe" && row.at("period") == "2024") carried[row.at("flow")] = row.at("t");
    }
    CHECK(carried == by_hand);
  }
}

TEST_CASE("kinds of measure that the plan does without act in runs as the town's worked cases say, and their idle cases say why", "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  const std::map<std::string, std::set<std::string>> idle{{"prices", {}},
                                                          {"classes", {}},
                                                          {"prices-idle", {"ms-admission", "ms-far", "ms-new-site", "ms-tariff"}},
                                                          {"classes-idle", {"ms-mines", "ms-up", "ms-up-ignored", "ms-up-works"}}};
  const std::regex layer("layer = \"what_if\"");
  for (const auto& [variant, expected] : idle) {
    const fs::path file = copy / (variant + ".toml");
    write_to(file, std::regex_replace(text_of(file), layer, "layer = \"baseline\""));
    const fs::path run = run_into(scratch, variant, copy, {"--variant", file.string()});
    std::set<std::string> found;
    SQLite::Database db((run / "run.gpkg").string());
    SQLite::Statement rows(db, "SELECT subject FROM journal WHERE event = 'idle'");
    while (rows.executeStep()) found.insert(rows.getColumn(0).getString());
    for (const std::string& measure : kMeasures) found.erase(measure);
    CHECK(found == expected);
  }
}

}  // namespace lawful_changes_test
