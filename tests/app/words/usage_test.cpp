/// Words that a user may mistype: every mistake is named, the nearest good word is offered, nothing is written.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "tests/app/results.hpp"

namespace usage_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTiny = scenario("tiny").string();

bool ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A wrong command line must end with 2, say this, print nothing to stdout and leave nothing behind.
void check_refused(const std::vector<std::string>& words, const std::string& said) {
  const Scratch scratch;
  const Answer answer = ask(words, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
  INFO(answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.err.find(said) != std::string::npos);
  CHECK(answer.out.empty());
  CHECK(fs::is_empty(scratch.path()));
}

}  // namespace

TEST_CASE("every command explains itself with --help", "[app]") {
  for (const std::string command : {"check", "look", "run", "assess", "compare", "diff", "coverage", "audit", "schema", "export", "import",
                                    "new", "study", "merge", "jobs", "track", "report"}) {
    for (const std::string help : {"--help", "-h"}) {
      const Answer answer = ask({command, help});
      INFO(command);
      CHECK(answer.code == 0);
      CHECK(answer.out.starts_with("railshift " + command));
      CHECK(answer.out.find("--lang") != std::string::npos);
      CHECK(answer.err.empty());
    }
  }
}

TEST_CASE("no character of the help is cut in two", "[app]") {
  for (const char* command : {"run", "assess", "sensitivity", "look"}) {
    const Answer help = ask({command, "--help", "--lang", "zh"});
    REQUIRE(help.code == 0);
    // A cut character leaves a line that begins with spaces and a byte that only continues a character.
    for (std::size_t i = 1; i < help.out.size(); ++i) {
      const bool continues = (static_cast<unsigned char>(help.out[i]) & 0xC0U) == 0x80U;
      if (continues) CHECK(static_cast<unsigned char>(help.out[i - 1]) >= 0x80U);
    }
  }
  const Answer gate = ask({"import", "gate", "--help", "--lang", "zh"});
  CHECK(gate.out.find("不给则打印") != std::string::npos);
}

TEST_CASE("help speaks one language, chosen by the surroundings or by --lang", "[app][repeats]") {
  const std::string command = GENERATE(as<std::string>{}, "check", "look", "run", "assess", "study", "compare", "diff", "coverage", "audit",
                                       "schema", "export", "import", "new");
  CHECK(ascii(ask({command, "--help"}).out));
  CHECK_FALSE(ascii(ask({command, "--help"}, {{{"LC_ALL", "zh_CN.UTF-8"}}, {}}).out));
  CHECK(ascii(ask({command, "--help", "--lang", "en"}, {{{"LC_ALL", "zh_CN.UTF-8"}}, {}}).out));
  CHECK_FALSE(ascii(ask({command, "--help", "--lang", "zh"}).out));
}

TEST_CASE("the overview lists all commands, asked for or by mistake", "[app]") {
  for (const std::vector<std::string>& words : {std::vector<std::string>{}, {"--help"}, {"help"}}) {
    const Answer answer = ask(words);
    CHECK(answer.code == (words.empty() ? 2 : 0));
    for (const std::string command : {"check", "look", "run", "assess", "compare", "diff", "coverage", "audit", "schema", "export",
                                      "import", "new", "study", "merge", "jobs", "track", "report"})
      CHECK(answer.out.find(command) != std::string::npos);
  }
  CHECK(ask({"--version"}).out.starts_with("railshift "));
}

TEST_CASE("a mistyped command is answered with the nearest one", "[app]") {
  check_refused({"chek", kTiny}, "did you mean check");
  check_refused({"runn", kTiny}, "did you mean run");
  check_refused({"asess", kTiny}, "did you mean assess");
  check_refused({"simulate", kTiny}, "no command simulate");
}

TEST_CASE("a mistyped option is answered with the nearest one", "[app]") {
  check_refused({"run", kTiny, "--unitl", "2023-07-01"}, "did you mean --until");
  check_refused({"run", kTiny, "--kernal", "step"}, "did you mean --kernel");
  check_refused({"assess", kTiny, "--job", "2"}, "did you mean --jobs");
  check_refused({"audit", "somewhere", "--layer", "plan"}, "unknown option --layer");
}

TEST_CASE("a date that does not exist or lies outside the scenario is refused by every command with the same words", "[app]") {
  const std::vector<std::vector<std::string>> commands = {
      {"run", kTiny}, {"run", kTiny, "--replications", "2"}, {"assess", kTiny}, {"sensitivity", kTiny, "--verdict", "tg-nox"}};
  for (std::vector<std::string> words : commands) {
    words.insert(words.end(), {"--until", ""});
    for (const std::string date : {"2024-02-30", "2023-02-29", "2023-7-1", "tomorrow"}) {
      words.back() = date;
      check_refused(
          words, "railshift: --until " + date + ": no date (YYYY-MM-DD); the first day of a month after 2023-01-01 and up to 2025-01-01\n");
    }
    for (const std::string date : {"2023-01-01", "2022-12-31"}) {
      words.back() = date;
      check_refused(words, "--until " + date + ": the scenario starts on 2023-01-01");
    }
    for (const std::string date : {"2025-01-02", "2050-01-01"}) {
      words.back() = date;
      check_refused(words, "--until " + date + ": the scenario ends on 2025-01-01");
    }
  }
}

TEST_CASE("a refusal speaks the language asked for, one line for each reason", "[app]") {
  const Scratch scratch;
  const Answer answer = ask({"assess", kTiny, "--until", "2050-01-01", "--jobs", "0", "--lang", "zh"}, {{}, scratch.path()});
  CHECK(answer.code == 2);
  CHECK(answer.err ==
        "railshift: --until 2050-01-01：情景止于 2025-01-01；应为 2023-01-01 之后、2025-01-01 之前（含）某月的第一天\n"
        "railshift: --jobs 0：至少为 1\n");
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("more members in full than there are members are refused, one member alone is none, and as many are not too many", "[app]") {
  check_refused({"assess", kTiny, "--members", "5", "--full", "6"}, "members in full: 6; 0 to 5, the number of members, are accepted");
  check_refused({"assess", kTiny, "--members", "1", "--full", "0"}, "members: 1; at least 2 are needed");
  check_refused({"assess", kTiny, "--members", "many"}, "--members many: a whole number from 2");
  check_refused({"assess", kTiny, "--members", "5", "--full", "5", "--jobs", "0"}, "--jobs 0");
}

TEST_CASE("every command takes an end between start and end", "[app][repeats]") {
  // a ranking asks for the whole year of its target, the others end in the middle of one
  const Scratch scratch;
  const std::vector<std::vector<std::string>> commands = {
      {"run", kTiny, "--until", "2023-03-01", "--out", (scratch / "run").string()},
      {"run", kTiny, "--until", "2023-03-01", "--replications", "2", "--out", (scratch / "several").string()},
      {"assess", kTiny, "--members", "4", "--full", "1", "--until", "2023-03-01", "--out", (scratch / "assessment").string()},
      {"sensitivity", kTiny, "--until", "2024-01-01", "--verdict", "tg-mixer", "--limit", "1", "--out",
       (scratch / "ranking.csv").string()}};
  for (const std::vector<std::string>& words : commands) {
    const Answer answer = ask(words);
    INFO(words[0] << " " << answer.err);
    CHECK(answer.code == 0);
  }
}

TEST_CASE("a ranking by a year that the run does not hold whole is refused with the end that is needed", "[app]") {
  check_refused({"sensitivity", kTiny, "--verdict", "tg-nox", "--until", "2024-07-01"},
                "--verdict tg-nox: hangs on 2024, and the run ends on 2024-07-01; --until 2025-01-01 or later, or none");
  check_refused({"sensitivity", kTiny, "--verdict", "tg-nox", "--until", "2024-07-01", "--lang", "zh"}, "请用 --until 2025-01-01 或更晚");
}

TEST_CASE("a value outside its list or range is refused", "[app]") {
  check_refused({"run", kTiny, "--kernel", "fast"}, "ahead step");
  check_refused({"run", kTiny, "--layer", "plans"}, "baseline or plan");
  check_refused({"run", kTiny, "--lang", "de"}, "zh or en");
  check_refused({"run", kTiny, "--seed", "one"}, "--seed one: a whole number from 0 to 4294967295\n");
  check_refused({"run", kTiny, "--seed", "one", "--lang", "zh"}, "--seed one：应为 0 至 4294967295 的整数\n");
  check_refused({"run", kTiny, "--seed"}, "--seed has no value, or one that cannot be read");
  check_refused({"run", kTiny, "--seed", "-1"}, "0 to 4294967295");
  check_refused({"run", kTiny, "--seed", "4294967296"}, "0 to 4294967295");
  check_refused({"assess", kTiny, "--jobs", "0"}, "at least 1");
  check_refused({"sensitivity", kTiny, "--verdict", "tg-nox", "--jobs", "-1"}, "at least 1");
  check_refused({"sensitivity", kTiny, "--verdict", "tg-nox", "--limit", "0"}, "at least 1");
  check_refused({"run", kTiny, "--set", "seed"}, "path=value");
  check_refused({"run", kTiny, "--set", "measure.ms-gate.obedience=1.5"}, "obedience");
  check_refused({"run", kTiny, "--set", "measure.ms-gate.obediense=1"}, "obediense");
  check_refused({"run", kTiny, "--assert", "everything"}, "targets served");
}

TEST_CASE("an option with a number takes no fraction, no exponent, nothing that overflows and nothing empty", "[app]") {
  const std::vector<std::pair<std::vector<std::string>, std::string>> options = {
      {{"run", kTiny, "--seed"}, "0 to 4294967295"},
      {{"run", kTiny, "--replications"}, "1 to 100000"},
      {{"run", kTiny, "--replications", "2", "--jobs"}, "1 to 100000"},
      {{"assess", kTiny, "--jobs"}, "1 to 100000"},
      {{"assess", kTiny, "--seed"}, "0 to 4294967295"},
      {{"sensitivity", kTiny, "--verdict", "tg-nox", "--limit"}, "1 to 100000"},
      {{"sensitivity", kTiny, "--verdict", "tg-nox", "--jobs"}, "1 to 100000"}};
  for (const auto& [words, range] : options) {
    for (const std::string number : {"1.5", "1e3", "0x10", " 5", "5 ", "4294967296", "-99999999999999999999", "nan"}) {
      std::vector<std::string> all = words;
      all.push_back(number);
      check_refused(all, words.back() + " " + number + ": a whole number from " + range);
    }
    std::vector<std::string> nothing = words;
    nothing.emplace_back("");
    check_refused(nothing, words.back() + " has an empty value");
  }
  check_refused({"run", kTiny, "--replications", "100001"}, "--replications 100001: a whole number from 1 to 100000");
}

TEST_CASE("an option with an empty text is refused, not taken as left out", "[app]") {
  for (const std::string option : {"--until", "--out", "--variant", "--trips", "--trains", "--kernel", "--layer", "--set", "--lang"})
    check_refused({"run", kTiny, option, ""}, option + " has an empty value; write one, or leave the option out");
  check_refused({"sensitivity", kTiny, "--verdict", ""}, "--verdict has an empty value");
  check_refused({"look", kTiny, "--to", "html", "--out", ""}, "--out has an empty value");
  check_refused({"check", ""}, "an argument is empty. Usage: railshift check DIR");
}

TEST_CASE("the language stands before the command or behind it", "[app]") {
  const Answer behind = ask({"check", kTiny, "--lang", "en"});
  CHECK(behind.code == 0);
  for (const std::vector<std::string>& words : std::vector<std::vector<std::string>>{
           {"--lang", "en", "check", kTiny}, {"--lang=en", "check", kTiny}, {"check", "--lang", "en", kTiny}}) {
    const Answer answer = ask(words);
    CHECK(answer.code == 0);
    CHECK(answer.out == behind.out);
  }
  CHECK(ask({"--lang", "en", "--version"}).code == 0);
  CHECK(ask({"--lang", "zh", "run", "--help"}).out == ask({"run", "--help", "--lang", "zh"}).out);
  CHECK(ask({"--lang", "zh", "import", "gate", "--help"}).out == ask({"import", "gate", "--help", "--lang", "zh"}).out);
  check_refused({"--lang", "de", "check", kTiny}, "--lang de: zh or en");
  check_refused({"--lang", "en", "chek", kTiny}, "no command chek; did you mean check");
}

TEST_CASE("of very many mistakes two hundred are listed and the others counted", "[app]") {
  const Scratch scratch;
  fs::copy(kTiny, scratch / "city", fs::copy_options::recursive);
  // 300 flows of tonnes below 0 that have no chain either: two mistakes a line, so 200 are those of lines 6 to 105
  std::ofstream flows(scratch / "city/tables/flows.csv", std::ios::app);
  for (int i = 0; i < 300; ++i) flows << "fl-" << i << ",slag,st-works,st-dump,fixed,2023-01-01,-1,pf-flat,tipper,,,,derived,,a formula\n";
  flows.close();
  const Answer answer = ask({"check", (scratch / "city").string(), "--lang", "en"});
  CHECK(answer.code == 2);
  CHECK(answer.err.find("flows.csv:6:") != std::string::npos);
  CHECK(answer.err.find("flows.csv:105:") != std::string::npos);
  CHECK(answer.err.find("flows.csv:106:") == std::string::npos);
  CHECK(answer.err.find("\nand 400 more\n600 error(s)") != std::string::npos);
  CHECK(std::count(answer.err.begin(), answer.err.end(), '\n') == 202);
}

TEST_CASE("a file that cannot be written is refused before any work is done", "[app]") {
  const std::string file = "nowhere/result";
  const std::string said = "nowhere/result: there is no folder nowhere\n";
  check_refused({"sensitivity", kTiny, "--verdict", "tg-nox", "--out", file}, "--out " + said);
  check_refused({"run", kTiny, "--trips", file}, "--trips " + said);
  check_refused({"run", kTiny, "--out", "results", "--trips", "results/trips.csv"}, "lies in the result folder");
  check_refused({"look", kTiny, "--to", "html", "--out", file}, "--out " + said);
  check_refused({"export", kTiny, "--to", "xlsx", "--out", file}, "--out " + said);
  check_refused({"export", kTiny, "--to", "xlsx", "--out", ".", "--force"}, "--out .: it is a folder, not a file\n");
  check_refused({"compare", "one", "two", "--out", file}, "--out " + said);
}

TEST_CASE("too few and too many words are refused with the usage", "[app]") {
  check_refused({"run"}, "Usage: railshift run DIR");
  check_refused({"run", kTiny, kTiny}, "Usage: railshift run DIR");
  check_refused({"compare", "one"}, "Usage: railshift compare BASE RUN...");
  check_refused({"check"}, "Usage: railshift check DIR");
}

TEST_CASE("a folder that is not there is refused, as scenario and as run", "[app]") {
  check_refused({"run", "nowhere"}, "nowhere");
  check_refused({"check", "nowhere"}, "nowhere");
  check_refused({"assess", "nowhere"}, "nowhere");
  check_refused({"look", "nowhere"}, "no such folder");
  check_refused({"audit", "nowhere"}, "nowhere");
  check_refused({"compare", "nowhere", "nowhere"}, "nowhere");
  // A scenario is no run.
  check_refused({"audit", kTiny}, "manifest.json");
}

TEST_CASE("check prints the balances of tiny and schema prints the tables", "[app]") {
  const Answer check = ask({"check", kTiny});
  CHECK(check.code == 0);
  CHECK(check.out.find("st-works") != std::string::npos);
  const Answer schema = ask({"schema"});
  CHECK(schema.code == 0);
  CHECK(schema.out == text_of(fs::path(RAILSHIFT_SOURCE_DIR) / "docs" / "schema.md"));
  const Answer json = ask({"schema", "--json"});
  CHECK(json.code == 0);
  CHECK(nlohmann::json::parse(json.out).is_object());
}

TEST_CASE("a wrong folder is one line with its cause, whatever is asked of it", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), {"--until", "2023-02-01"});
  const std::string tables = (scenario("tiny") / "tables").string();
  for (const std::string command : {"check", "run", "look", "assess"}) {
    for (const auto& [folder, why] : std::vector<std::pair<std::string, std::string>>{{tables, "the scenario is one folder up: "},
                                                                                      {run.string(), "it is a folder of results"}}) {
      const Answer answer = ask({command, folder, "--lang", "en"}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
      INFO(command << " " << folder << ": " << answer.err);
      CHECK(answer.code == 2);
      CHECK(answer.err.find(why) != std::string::npos);
      CHECK(answer.err.find("1 error(s)") != std::string::npos);
      CHECK(answer.err.find("is missing") == std::string::npos);
    }
  }
}

}  // namespace usage_test
