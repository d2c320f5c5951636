/// Tables of a made study: every cell is of its column's kind, and docs/studies.md describes every column.
#include <catch2/catch.hpp>

#include <charconv>

#include "study/results/text_file.hpp"
#include "study/studies/study_tables.hpp"

namespace study_tables_test {

using namespace railshift;
using namespace railshift::study;
using analysis::statistics::Band;

namespace {

/// One target of two members, of which the second was run in full; one headline; one run that failed.
StudyResult made() {
  StudyResult result;
  result.file.id = "s";
  result.end = "2024-12-31";
  CaseResult one;
  one.plan.id = "plan";
  one.plan.against = "base";
  one.scenario = "tiny";
  analysis::TargetChance chance;
  chance.asked.target = "tg";
  chance.asked.unit = "1";
  chance.asked.threshold = 0.5;
  chance.asked.due = make_date(2024, 12, 31);
  chance.twins = 2;
  chance.twins_met = chance.pairs = chance.full_met = 1;
  chance.range = analysis::statistics::ChanceRange{0.25, 0.75};
  chance.second = analysis::SecondLaw{2, 1, std::nullopt, analysis::statistics::ChanceRange{0.125, 0.5}};
  chance.estimates = chance.values = {0.4, std::nullopt};
  chance.full[1] = 0.6;
  chance.band = Band{1, 1, 0.4, 0.4, 0.4, 0.4, 0.4};
  one.answer.chances = {chance};
  one.answer.groups = {"mines"};
  one.answer.deciding = {{"tg", 2, analysis::ScreenedBy::morris, 1, std::nullopt, {}}};
  one.answer.screening = {{"tg", "1", 3, {{0.5, 0.5, 0.25}}, {0}}};
  one.answer.ruled_out[0] = {"ob-1", 0.4};
  analysis::YearBand year;
  year.key.metric = "rail_tonnes";
  year.key.basis = "main_haul";
  year.key.segment = "*heavy";
  year.key.period = "2024";
  year.key.unit = "t";
  year.band = Band{2, 0, 1.0, 2.0, 3.0, 4.0, 5.0};
  year.full = 1;
  year.full_mean = 3.5;
  one.answer.years = {year};
  one.answer.without = {{2, true, {"坏了", "broken"}, "railshift run x", false, RunOf::points}};
  one.answer.without_screening = {{5, true, {"拒绝", "refused"}, "railshift run y", true, RunOf::screening}};
  one.effects = {{"tg", "1", 2, 1, analysis::statistics::Estimate{-0.1, 0.01}, std::nullopt, std::nullopt}};
  one.places = {{0, "firm", "site", {"厂", "works"}, 112.5, 37.5}};
  result.cases = {one};
  EffectShares shares;
  shares.of_case = "plan";
  shares.twins = 2;
  shares.groups = {{{"rail", "", "", {}, {}, {}}, {"m-1", "m-2"}}};
  shares.targets = {{"tg", "1", true, 10.0, 9.75, {{9.75, 0.5}}, false}, {"th", "1", true, 10.0, std::nullopt, {}, true}};
  shares.without = {{1, false, {"坏了", "broken"}, "railshift run z", false, RunOf::coalition}};
  result.shares = shares;
  return result;
}

bool is_number(const std::string& cell) {
  double number = 0.0;
  const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return read.ec == std::errc{} && read.ptr == cell.data() + cell.size();
}

}  // namespace

TEST_CASE("every cell of a study's tables is of the kind of its column, and empty only where it says what that means", "[study]") {
  std::vector<DataTable> tables = study_tables(made());
  CHECK(tables.size() == 9);
  tables.push_back(target_places(made()).table);
  for (const DataTable& table : tables) {
    INFO(table.name);
    CHECK_FALSE(table.rows.empty());
    for (const auto& row : table.rows) {
      REQUIRE(row.size() == table.columns.size());
      for (std::size_t i = 0; i < row.size(); ++i) {
        INFO(table.columns[i].name << " = " << row[i]);
        if (row[i].empty()) {
          CHECK(table.columns[i].empty != EmptyCell::never);
        } else if (table.columns[i].kind != DataKind::text) {
          CHECK(is_number(row[i]));
          if (table.columns[i].kind == DataKind::integer) CHECK(row[i].find_first_not_of("-0123456789") == std::string::npos);
        }
      }
    }
  }
}

TEST_CASE("docs/studies.md describes every column of every table in both languages", "[study]") {
  const std::string page = read_text(std::string(RAILSHIFT_SOURCE_DIR) + "/docs/studies.md");
  for (const DataTable& table : study_tables(made())) {
    const std::size_t at = page.find("\n### " + table.name + ".csv ");
    INFO(table.name);
    REQUIRE(at != std::string::npos);
    const std::string part = page.substr(at, page.find("\n### ", at + 1) - at);
    for (const DataColumn& column : table.columns) {
      INFO(column.name);
      CHECK(part.find("\n| " + column.name + " | ") != std::string::npos);
      CHECK(part.find("| " + column.meaning.zh + " | " + column.meaning.en + " |") != std::string::npos);
    }
  }
}

TEST_CASE("the long form names targets, headlines and their statistics, without wildcards", "[study]") {
  const DataTable table = iamc_table(made());
  std::vector<std::string> said;
  for (const auto& row : table.rows) said.push_back(row[3] + " " + row[4] + " " + row[5] + " " + row[6]);
  CHECK(said == std::vector<std::string>{"Target|tg|Asked 1 2024 0.5", "Target|tg|Chance Low 1 2024 0.25",
                                         "Target|tg|Chance High 1 2024 0.75", "Target|tg|Second Law|Chance Low 1 2024 0.125",
                                         "Target|tg|Second Law|Chance High 1 2024 0.5", "Target|tg|P05 1 2024 0.4",
                                         "Target|tg|P50 1 2024 0.4", "Target|tg|P95 1 2024 0.4",
                                         "Rail Tonnes|Basis main_haul|Segment heavy|Estimate P05 t 2024 1",
                                         "Rail Tonnes|Basis main_haul|Segment heavy|Estimate P50 t 2024 3",
                                         "Rail Tonnes|Basis main_haul|Segment heavy|Estimate P95 t 2024 5",
                                         "Rail Tonnes|Basis main_haul|Segment heavy|Full Mean t 2024 3.5"});
  CHECK((table.rows.front()[0] == "railshift" && table.rows.front()[1] == "plan" && table.rows.front()[2] == "tiny"));
}

TEST_CASE("a run without figures keeps its row, its reason and its command, whatever it is a run of", "[study]") {
  using Rows = std::vector<std::vector<std::string>>;
  CHECK(failed_table(made()).rows == Rows{{"plan", "2", "months", "points", "failed", "坏了", "broken", "railshift run x"},
                                          {"plan", "5", "months", "screening", "refused", "拒绝", "refused", "railshift run y"},
                                          {"plan", "1", "events", "coalition", "failed", "坏了", "broken", "railshift run z"}});
}

TEST_CASE("a study without shares has no table of them, and a withheld share has no value but its total", "[study]") {
  StudyResult result = made();
  const auto& rows = shares_table(result).rows;
  REQUIRE(rows.size() == 6);
  CHECK(rows[0] == std::vector<std::string>{"plan", "tg", "1", "group", "rail", "m-1;m-2", "9.75", "0.5", "0.975", "2", "yes", "no"});
  CHECK(rows[1] == std::vector<std::string>{"plan", "tg", "1", "full_minus_twin", "", "", "0.25", "", "0.025", "2", "yes", "no"});
  CHECK(rows[3] == std::vector<std::string>{"plan", "th", "1", "group", "rail", "m-1;m-2", "", "", "", "2", "yes", "yes"});
  CHECK(rows[5] == std::vector<std::string>{"plan", "th", "1", "total", "", "", "10", "", "1", "2", "yes", "yes"});
  result.shares.reset();
  for (const DataTable& table : study_tables(result)) CHECK(table.name != "shares");
}

TEST_CASE("a member that is ruled out names the observed value that it contradicts", "[study]") {
  const DataTable table = members_table(made());
  REQUIRE(table.columns.back().name == "ruled_out_by");
  CHECK((table.rows[0].back() == "ob-1" && table.rows[1].back().empty()));
}

}  // namespace study_tables_test
