/// `assess` on tiny: baseline, plan, plan without each order, verdicts, comparison, report.
#include <catch2/catch.hpp>

#include <sstream>

#include "sim/core/text.hpp"
#include "tests/app/results.hpp"

namespace assess_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

fs::path assessed(const Scratch& scratch, const std::string& name, const std::vector<std::string>& words = {}) {
  std::vector<std::string> command = {"assess", scenario("tiny").string(), "--members", "4", "--full", "1",
                                      "--out",  (scratch / name).string()};
  command.insert(command.end(), words.begin(), words.end());
  const Answer answer = ask(command);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return scratch / name;
}

Row verdict_on(const fs::path& assessment, const std::string& target) {
  for (const Row& row : rows_of(assessment / "verdicts.csv")) {
    if (row.at("target") == target) return row;
  }
  FAIL("no verdict on " << target);
  return {};
}

}  // namespace

TEST_CASE("an assessment holds two complete runs, verdicts, a comparison and a report that stands alone", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = assessed(scratch, "assessment");
  for (const std::string layer : {"baseline", "plan"}) {
    for (const std::string file : {"run.gpkg", "metrics.csv", "verdicts.csv", "manifest.json"}) CHECK(fs::exists(folder / layer / file));
    CHECK(ask({"audit", (folder / layer).string()}).code == 0);
  }
  CHECK_FALSE(fs::exists(folder / "parts"));
  CHECK_FALSE(fs::exists(scratch / "assessment.partial"));
  CHECK(rows_of(folder / "comparison.csv").size() > 20);
  const std::string report = text_of(folder / "report.html");
  CHECK(report.find("<svg") != std::string::npos);
  CHECK(report.find("<script src") == std::string::npos);
  CHECK(report.find("src=\"http") == std::string::npos);
  CHECK(report.find("href=\"http") == std::string::npos);
  CHECK(report.find("@import") == std::string::npos);
  // url(#...) names a pattern of the page itself; anything else would be a request.
  for (std::size_t at = report.find("url("); at != std::string::npos; at = report.find("url(", at + 1))
    CHECK(report.compare(at, 5, "url(#") == 0);
  // The plan of an assessment is the run that `run` makes.
  const fs::path run = run_into(scratch, "run", scenario("tiny"));
  CHECK(text_of(run / "metrics.csv") == text_of(folder / "plan" / "metrics.csv"));
  CHECK(table_hashes(run) == table_hashes(folder / "plan"));
}

TEST_CASE("an ordered verdict says what the value would be without the order, an emergent one does not", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = assessed(scratch, "assessment");
  // Without ms-retire the 14 China III trucks stay; without ms-through some of 3,660 loaded and 1,830 empty trips go 10 km through the
  // town.
  CHECK(verdict_on(folder, "tg-china3").at("without_order") == "14");
  const double through_km = std::stod(verdict_on(folder, "tg-through").at("without_order"));
  CHECK((through_km > 0.0 && through_km <= 54'900.0));
  CHECK(verdict_on(folder, "tg-sanitation").at("without_order") == "0");
  for (const Row& row : rows_of(folder / "verdicts.csv")) {
    INFO(row.at("target"));
    CHECK(row.at("without_order").empty() == (row.at("basis") != "ordered"));
  }
  // Three seeds.
  CHECK(verdict_on(folder, "tg-through").at("n") == "3");
}

TEST_CASE("an assessment prints the figures of the whole city that a planner looks for, in words of the language asked for",
          "[app][repeats]") {
  const Scratch scratch;
  const auto said = [&](const std::string& language) {
    const Answer answer = ask(
        {"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", (scratch / language).string(), "--lang", language});
    REQUIRE(answer.code == 0);
    // No id of a metric or scope, no number with an exponent, in whatever language.
    for (const char* code : {"rail_tonnes", "through_km_inside", "over_threshold", "main_haul", "CO2_ttw", "e+0"}) {
      INFO(code);
      CHECK(answer.out.find(code) == std::string::npos);
    }
    return answer.out;
  };
  const std::string zh = said("zh"), en = said("en");
  // Verdicts and what stands beside them have room on 120 columns.
  for (const auto& [text, after] :
       {std::pair<std::string, std::string>{zh, "方案本已按执行到位设定"}, {en, "the plan is assumed as executed"}}) {
    REQUIRE(text.find(after) != std::string::npos);
    std::istringstream lines(text.substr(0, text.find(after)));
    for (std::string line; std::getline(lines, line);) {
      INFO(line);
      CHECK(railshift::display_width(line) <= 120);
    }
  }
  // tests/hand/tiny.md: 18,200 t by rail in 2024 without the plan, 46,700 t with it.
  for (const char* words :
       {"基准与方案：2024", "口径", "基准（无方案）", "铁路运量", "主运距口径 · 铁路 · 进出合计", "1.82 万吨", "4.67 万吨", "+2.85 万吨",
        "+156.59%", "域内过境里程", "外环以内", "氮氧化物", "全部年度指标见", "comparison.csv"}) {
    INFO(words);
    CHECK(zh.find(words) != std::string::npos);
  }
  for (const char* words :
       {"Baseline and plan: 2024", "reading", "baseline (no plan)", "rail tonnes", "main-haul basis · rail · in and out", "18,200 t",
        "46,700 t", "+28,500 t", "+156.59%", "all yearly metrics in", "comparison.csv"}) {
    INFO(words);
    CHECK(en.find(words) != std::string::npos);
  }
}

TEST_CASE("an assessment says what the plan costs, who pays and gains, and what states no price, in both languages", "[app][repeats]") {
  // tests/hand/tiny.md, section 16: 8,696,200 yuan without the plan, 8,642,200 with it, -1.00 yuan a tonne shifted; no measure states
  // money.
  const Scratch scratch;
  const auto said = [&](const std::string& language) {
    const Answer answer = ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", (scratch / language).string(),
                               "--lang", language, "--quick"});
    REQUIRE(answer.code == 0);
    return answer.out;
  };
  const std::string zh = said("zh"), en = said("en");
  for (const char* words : {"费用（2023–2024 年）", "869.62 万元", "864.22 万元", "-5.40 万元", "-1 元/吨", "得失：铁路",
                            "公共支出未给出（未计入）：", "ms-siding", "costs.csv"}) {
    INFO(words);
    CHECK(zh.find(words) != std::string::npos);
  }
  for (const char* words :
       {"costs (2023–2024)", "8.70 million yuan", "8.64 million yuan", "-54,000 yuan", "-1 yuan/t", "gains or pays: the railway",
        "No price stated for public money of (in no figure): ", "ms-siding", "costs.csv"}) {
    INFO(words);
    CHECK(en.find(words) != std::string::npos);
  }
  double modes = 0.0, all = 0.0, gains = 0.0;
  for (const Row& row : rows_of(scratch / "en" / "costs.csv")) {
    if (row.at("period") != "2023..2024") continue;
    if (row.at("item") == "bill") (row.at("kind").empty() ? all : modes) += std::stod(row.at("plan"));
    if (row.at("item") == "gain" && !row.at("difference").empty()) gains += std::stod(row.at("difference"));
  }
  CHECK(all == Approx(8'642'200));
  CHECK(modes == Approx(all));
  CHECK(gains == Approx(0.0).margin(0.01));
}

TEST_CASE("the number of processes changes no byte of an assessment", "[app][repeats]") {
  const std::string jobs = GENERATE("2", "4");
  const Scratch scratch;
  const fs::path one = assessed(scratch, "one", {"--jobs", "1"});
  const fs::path several = assessed(scratch, "several", {"--jobs", jobs});
  for (const std::string file : {"verdicts.csv", "ceilings.csv", "contributions.csv", "comparison.csv", "costs.csv", "report.html"})
    CHECK(text_of(one / file) == text_of(several / file));
  for (const std::string layer : {"baseline", "plan"}) check_same_bytes(one / layer, several / layer);
}

TEST_CASE("an assessment says of every measure what the plan has by it and what it brings alone", "[app][repeats]") {
  const Scratch scratch;
  const Answer answer =
      ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", (scratch / "a").string(), "--lang", "en"});
  INFO(answer.out << answer.err);
  REQUIRE(answer.code == 0);
  const std::vector<Row> rows = rows_of(scratch / "a" / "contributions.csv");
  const auto on = [&](const std::string& measure, const std::string& target) {
    for (const Row& row : rows) {
      if (row.at("id") == measure && row.at("target") == target) return row;
    }
    FAIL("no row of " << measure << " and " << target);
    return Row{};
  };
  // tests/hand/tiny.md: 14 China III trucks stay without ms-retire, with the rest of the plan or alone; with it none.
  const Row retire = on("ms-retire", "tg-china3");
  CHECK(retire.at("plan") == "0");
  CHECK(retire.at("without") == "14");
  CHECK(retire.at("one_out") == "-14");
  CHECK(retire.at("baseline") == "14");
  CHECK(retire.at("with_alone") == "0");
  CHECK(retire.at("one_in") == "-14");
  CHECK(retire.at("reason").empty());
  // Rail tonnes of 2024: 46,700 with the plan, 18,200 without it. Mixers that burn nothing change no tonne.
  const Row siding = on("ms-siding", "tg-rail-2024"), mixer = on("ms-mixer", "tg-rail-2024");
  CHECK(siding.at("plan") == "46700");
  CHECK(siding.at("baseline") == "18200");
  CHECK(mixer.at("one_out") == "0");
  CHECK(mixer.at("one_in") == "0");
  CHECK_FALSE(mixer.at("reason").empty());
  // What stands in verdicts.csv as without_order is the same run.
  CHECK(on("ms-through", "tg-through").at("without") == verdict_on(scratch / "a", "tg-through").at("without_order"));
  // Measures in the order of the plan, each with the same figures.
  std::vector<std::string> measures;
  for (const Row& row : rows) {
    if (measures.empty() || measures.back() != row.at("id")) measures.push_back(row.at("id"));
    CHECK(row.at("part") == "measure");
    CHECK((row.at("period") == "2023" || row.at("period") == "2024"));
  }
  CHECK(measures.size() == 8);
  CHECK(rows.size() % 8 == 0);
  CHECK(answer.out.find("Which clause does it") != std::string::npos);
  CHECK(answer.out.find("contributions.csv") != std::string::npos);
  CHECK(text_of(scratch / "a" / "report.html").find("contributions.csv") != std::string::npos);
}

TEST_CASE("an assessment of part of a year has no contributions and says so", "[app][repeats]") {
  const Scratch scratch;
  const Answer answer = ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", (scratch / "a").string(),
                             "--lang", "en", "--until", "2023-03-01"});
  REQUIRE(answer.code == 0);
  CHECK(rows_of(scratch / "a" / "contributions.csv").empty());
  CHECK(answer.out.find("Which clause does it") == std::string::npos);
  CHECK(text_of(scratch / "a" / "report.html").find("no figure of a whole year") != std::string::npos);
}

TEST_CASE("an assessment is replaced only with --force", "[app][repeats]") {
  const Scratch scratch;
  const fs::path folder = assessed(scratch, "assessment", {"--until", "2023-03-01"});
  CHECK(
      ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", folder.string(), "--until", "2023-03-01"}).code ==
      2);
  CHECK(ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", folder.string(), "--until", "2023-03-01",
             "--force"})
            .code == 0);
}

TEST_CASE("an assessment gives every target a status, the value of the plan as executed and the months beside the year", "[app][repeats]") {
  // Half of the slag trucks' owners obey: of 10 trucks some stay. Obeyed by all, 3 of 10 and 6 of 10 go (tests/hand/tiny.md, section 8).
  const Scratch scratch;
  const Answer answer = ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", (scratch / "a").string(),
                             "--lang", "en", "--set", "measure.ms-slag.obedience=0"});
  INFO(answer.out << answer.err);
  REQUIRE(answer.code == 0);
  const auto on = [&](const std::string& target) { return verdict_on(scratch / "a", target); };
  CHECK(on("tg-slag-2024").at("outcome") == "missed");
  CHECK(on("tg-slag-2024").at("status") == "if_executed");
  CHECK(on("tg-slag-2024").at("value") == "0");
  CHECK(on("tg-slag-2024").at("value_executed") == "0.6");
  CHECK(on("tg-slag-2024").at("reached_on") == "2024-12-31");
  // two thirds of its goods have a rail chain, 67.74 % with those under way at New Year: 80 % cannot be, whoever obeys
  CHECK(on("tg-works").at("status") == "impossible_reading");
  CHECK(on("tg-rail-2024").at("status") == "on_track");
  CHECK(on("tg-rail-2024").at("last_12_months") == "46700");
  CHECK(on("tg-rail-2024").at("month_of_due") == "4400");  // December 2024: two ore trains and one of coal
  CHECK(on("tg-ozone").at("status") == "not_testable");
  CHECK(answer.out.find("as executed (one run): ms-slag compliance 0 → 1; measures that work by a price stay as assumed: ms-duty\n") !=
        std::string::npos);
  // without ms-retire its 14 trucks stay
  CHECK(answer.out.find("  tg-china3  without the order (one run): 14 trucks\n") != std::string::npos);
  CHECK(answer.out.find("if executed") != std::string::npos);
  CHECK(text_of(scratch / "a" / "report.html").find(") compliance 0 → 1") != std::string::npos);
  // The plan's own folder has the same verdicts; the baseline is one run and has no status.
  CHECK(text_of(scratch / "a" / "plan" / "verdicts.csv") == text_of(scratch / "a" / "verdicts.csv"));
  for (const Row& row : rows_of(scratch / "a" / "baseline" / "verdicts.csv")) CHECK(row.at("status").empty());
}

TEST_CASE("a quick assessment has the verdicts of a full one, but for what leaving out orders adds", "[app][repeats]") {
  const Scratch scratch;
  const fs::path full = assessed(scratch, "full"), quick = scratch / "quick";
  const Answer answer =
      ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", quick.string(), "--quick", "--lang", "en"});
  CHECK(answer.out.find("without the order") == std::string::npos);  // nothing was left out
  const std::vector<Row> a = rows_of(full / "verdicts.csv"), b = rows_of(quick / "verdicts.csv");
  REQUIRE(a.size() == b.size());
  for (std::size_t i = 0; i < a.size(); ++i) {
    INFO(a[i].at("target"));
    for (const char* column : {"value", "low", "high", "outcome", "basis", "status", "value_executed", "reached_on", "month_of_due"})
      CHECK(a[i].at(column) == b[i].at(column));
    CHECK(b[i].at("without_order").empty());
  }
  CHECK(fs::exists(full / "contributions.csv"));
  CHECK_FALSE(fs::exists(quick / "contributions.csv"));
  CHECK(text_of(quick / "report.html").find("--quick") != std::string::npos);  // the command that makes it again
}

}  // namespace assess_test
