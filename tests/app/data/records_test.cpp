/// Records through the command line: a run's own trips come back as the gate log that they are.
#include <catch2/catch.hpp>

#include <set>

#include <fmt/format.h>

#include "tests/app/results.hpp"

namespace records_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// Trucks and kilograms by site, direction and standard.
using Counts = std::map<std::vector<std::string>, std::pair<long long, long long>>;

/// From the trips themselves, by what a gate would see: out where a leg begins, in where it ends, inside sites only.
Counts counts_of_trips(const fs::path& trips) {
  const std::set<std::string> inside = {"st-mine", "st-works", "st-dump"};
  Counts counts;
  for (const Row& row : rows_of(trips)) {
    if (row.at("from_site") == row.at("to_site")) continue;
    for (const auto& [column, direction] : {std::pair{"from_site", "out"}, std::pair{"to_site", "in"}}) {
      if (inside.count(row.at(column)) == 0) continue;
      auto& [trucks, kg] = counts[{row.at(column), direction, row.at("standard")}];
      ++trucks;
      kg += std::stoll(row.at("kg"));
    }
  }
  return counts;
}

Counts counts_of_table(const fs::path& csv) {
  Counts counts;
  for (const Row& row : rows_of(csv)) {
    std::string kg = row.at("tonnes");
    kg.erase(kg.find('.'), 1);
    auto& [trucks, sum] = counts[{row.at("site"), row.at("direction"), row.at("standard")}];
    trucks += std::stoll(row.at("trucks"));
    sum += std::stoll(kg);
  }
  return counts;
}

std::map<std::string, std::string> bytes_of(const fs::path& folder) {
  std::map<std::string, std::string> bytes;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) bytes[entry.path().string()] = text_of(entry.path());
  }
  return bytes;
}

std::vector<std::string> gate(const fs::path& log, const fs::path& folder, const std::vector<std::string>& more) {
  std::vector<std::string> words = {"import", "gate", log.string(), "--into", folder.string(), "--source", "tiny", "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  return words;
}

}  // namespace

TEST_CASE("the trips of a run come back as the counts, tonnes and flows of a gate log", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  run_into(scratch, "run", tiny, {"--trips", (scratch / "trips.csv").string()});
  const Answer answer = ask(gate(scratch / "trips.csv", tiny,
                                 {"--columns", "trips", "--gate-log", (scratch / "log.csv").string(), "--counts",
                                  (scratch / "counts.csv").string(), "--report", (scratch / "report.txt").string()}));
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  const Counts expected = counts_of_trips(scratch / "trips.csv");
  CHECK(expected.size() > 6);
  CHECK(counts_of_table(scratch / "counts.csv") == expected);

  // Coke is told: all its 600 loads a year of 30 t pass both gates. Ore is not: its siding lies inside the fence.
  const std::string report = text_of(scratch / "report.txt");
  CHECK(report.find("fl-coke 2024: 18000 t by the record, 18000 t modelled") != std::string::npos);
  CHECK(report.find("fl-coal 2024: 36000 t by the record, 36000 t modelled") != std::string::npos);
  CHECK(report.find("fl-ore: the gate of st-works sees only a part of the flow (not ch-ore-rail)") != std::string::npos);
  CHECK(text_of(tiny / "tables" / "flows.csv").find(",pf-gate-fl-coke,") != std::string::npos);
  CHECK(ask({"check", tiny.string()}).code == 0);

  // The log that was written is a gate log like any other.
  const fs::path again = copy_of_tiny(scratch, "again");
  const Answer second = ask(gate(scratch / "log.csv", again, {"--counts", (scratch / "counts2.csv").string()}));
  INFO(second.err);
  REQUIRE(second.code == 0);
  CHECK(counts_of_table(scratch / "counts2.csv") == expected);
  CHECK(text_of(again / "tables" / "profiles.csv") == text_of(tiny / "tables" / "profiles.csv"));
  CHECK(text_of(again / "tables" / "flows.csv") == text_of(tiny / "tables" / "flows.csv"));
}

TEST_CASE("a gate log without weights tells the same trucks and no tonnes", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  std::string log = "时间,厂区,进出,排放标准,载货,货物\n";
  for (int m = 1; m <= 12; ++m) log += fmt::format("2023-{:02}-03,小矿,出,国六,重,炼焦煤\n", m);
  write_to(scratch / "log.csv", log);
  const Answer answer = ask(gate(scratch / "log.csv", tiny, {}));
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  CHECK(answer.out.find("2023,st-mine,out,china6,12,12,0.000,12\n") != std::string::npos);
  CHECK(answer.out.find("fl-coke 2023: 12 of 12 loads have no weight; tonnes not told") != std::string::npos);
}

TEST_CASE("an import tells of a table under another name before the one that is missing", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  fs::rename(tiny / "tables" / "flows.csv", tiny / "tables" / "flow.csv");
  write_to(scratch / "log.csv", "时间,厂区,进出,排放标准,载货,货物\n2023-01-03,小矿,出,国六,重,炼焦煤\n");
  const Answer answer = ask(gate(scratch / "log.csv", tiny, {}));
  CHECK(answer.code == 2);
  const auto cause = answer.err.find("flow.csv: no table has the name \"flow.csv\"");
  CHECK(cause != std::string::npos);
  CHECK(cause < answer.err.find("flows.csv: the file is missing"));
}

TEST_CASE("a refused record leaves every file of the scenario as it was", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  const auto before = bytes_of(tiny);
  write_to(scratch / "log.csv", "日,厂区,进出,载货\n2023-01-01,小矿,出,重\n");
  const Answer answer = ask(gate(scratch / "log.csv", tiny, {"--counts", (scratch / "counts.csv").string()}));
  CHECK(answer.code == 2);
  CHECK(answer.err.find("log.csv:1:1: no column for time") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "counts.csv"));
  CHECK(bytes_of(tiny) == before);
}

TEST_CASE("an import after which the scenario would not check is refused with the problems", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  const auto before = bytes_of(tiny);
  // tiny has no emission factors of hydrogen trucks
  write_to(scratch / "register.csv", "车队,排放标准,燃料,注册年份,辆数,县区代码\nheavy,,氢能,2018,5,990101\n");
  const Answer answer = ask({"import", "register", (scratch / "register.csv").string(), "--into", tiny.string(), "--source", "t"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.err.find("hydrogen") != std::string::npos);
  CHECK(bytes_of(tiny) == before);
}

TEST_CASE("records need a source and a folder, and unknown parts are refused", "[app]") {
  const Scratch scratch;
  write_to(scratch / "log.csv", "a\n");
  const std::string log = (scratch / "log.csv").string();
  const std::string tiny = scenario("tiny").string();
  CHECK(ask({"import", "gate", log, "--into", tiny}).code == 2);
  CHECK(ask({"import", "gate", log, "--source", "t"}).code == 2);
  CHECK(ask({"import", "gate", log, "--into", tiny, "--source", "t", "--write", "weather"}).err.find("weather") != std::string::npos);
  CHECK(ask({"import", "gate", (scratch / "none.csv").string(), "--into", tiny, "--source", "t"}).err.find("none.csv") !=
        std::string::npos);
  CHECK(ask({"import", "rail-monthly", "--help"}).code == 0);
}

TEST_CASE("register and rail records go into tiny and it still runs", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  write_to(scratch / "register.csv",
           "车队,排放标准,燃料,注册年份,辆数,县区代码\nheavy,国三,柴油,2012,4,990101\nheavy,国五,柴油,2018,6,990101\n");
  std::string rail = "货场,品类,月份,吨\n";
  // 750 t a month are 9,000 t of the 36,000 t of coal: a quarter
  for (int m = 1; m <= 12; ++m) rail += fmt::format("小矿货场,动力煤,2023-{:02},750\n", m);
  write_to(scratch / "rail.csv", rail);
  const Answer reg = ask({"import", "register", (scratch / "register.csv").string(), "--into", tiny.string(), "--source", "register"});
  INFO(reg.out << reg.err);
  REQUIRE(reg.code == 0);
  const Answer months = ask({"import", "rail-monthly", (scratch / "rail.csv").string(), "--into", tiny.string(), "--source", "rail"});
  INFO(months.out << months.err);
  REQUIRE(months.code == 0);
  CHECK(text_of(tiny / "tables" / "chains.csv").find("ch-coal-yard,fl-coal,0.250000,,,published,rail,") != std::string::npos);
  run_into(scratch, "run", tiny);
}

TEST_CASE("a record with a row that cannot be read writes nothing, and with --allow-gaps nothing as published", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  const auto before = bytes_of(tiny);
  std::string rail = "货场,品类,月份,吨\n";
  for (int m = 1; m <= 12; ++m) rail += fmt::format("小矿货场,动力煤,2023-{:02},{}\n", m, m == 7 ? "约七百" : "750");
  write_to(scratch / "rail.csv", rail);
  const std::vector<std::string> words = {
      "import", "rail-monthly", (scratch / "rail.csv").string(), "--into", tiny.string(), "--source", "rail", "--lang", "en"};
  const Answer refused = ask(words);
  CHECK(refused.code == 2);
  CHECK(refused.err.find("rail.csv:8:18: tonnes \"约七百\" are not 0 or more (a row that cannot be read blocks what it belongs to)") !=
        std::string::npos);
  CHECK(refused.out.find("not written because of gaps") != std::string::npos);
  CHECK(bytes_of(tiny) == before);
  std::vector<std::string> allowed = words;
  allowed.emplace_back("--allow-gaps");
  CHECK(ask(allowed).code == 0);
  // 11 x 750 t of 36,000 t
  const std::string chains = text_of(tiny / "tables" / "chains.csv");
  CHECK(chains.find("ch-coal-yard,fl-coal,0.229167,,,derived,rail,") != std::string::npos);
  CHECK(chains.find(",published,rail,") == std::string::npos);
  CHECK(text_of(tiny / "tables" / "observed.csv").find("rail; derived; gap: row 8 could not be read") != std::string::npos);
}

TEST_CASE("an import speaks Chinese in what it prints and in its report", "[app]") {
  const Scratch scratch;
  const fs::path tiny = copy_of_tiny(scratch);
  std::string rail = "货场,品类,月份,吨\n";
  for (int m = 1; m <= 12; ++m) rail += fmt::format("小矿货场,动力煤,2023-{:02},{}\n", m, m == 7 ? "约七百" : "750");
  write_to(scratch / "rail.csv", rail);
  const Answer answer = ask({"import", "rail-monthly", (scratch / "rail.csv").string(), "--into", tiny.string(), "--source", "rail",
                             "--report", (scratch / "report.txt").string(), "--lang", "zh"});
  INFO(answer.out << answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.err.find("rail.csv:8:18: 吨数“约七百”不是不小于 0 的数（有一行读不出，它所属的内容就不写入）；") != std::string::npos);
  CHECK(answer.out.find("  第 8 行（共 1 行）: 吨数“约七百”不是不小于 0 的数\n") != std::string::npos);
  const std::string report = text_of(scratch / "report.txt");
  CHECK(report.find("第 8 行（共 1 行）: 吨数“约七百”不是不小于 0 的数\n") != std::string::npos);
  CHECK(report.find("的基年比例：第 8 行读不出；") != std::string::npos);
  for (const std::string& text : {answer.err, answer.out, report}) {
    CHECK(text.find("written") == std::string::npos);
    CHECK(text.find(" not ") == std::string::npos);
  }
}

TEST_CASE("answers to what a record asks are closed lists", "[app]") {
  const Scratch scratch;
  write_to(scratch / "rail.csv", "货场,品类,月份,吨\n");
  for (const auto& [option, word] :
       {std::pair<std::string, std::string>{"--repeats", "twice"}, {"--cumulative", "maybe"}, {"--magnitude", "no"}}) {
    const Answer answer = ask(
        {"import", "rail-monthly", (scratch / "rail.csv").string(), "--into", scenario("tiny").string(), "--source", "t", option, word});
    INFO(option << " " << word);
    CHECK(answer.code == 2);
    CHECK(answer.err.find(word) != std::string::npos);
  }
}

}  // namespace records_test
