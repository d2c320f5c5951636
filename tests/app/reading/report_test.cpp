/// `report`: the files of a finished result, and what it refuses.
#include <catch2/catch.hpp>

#include <fstream>

#include "tests/app/results.hpp"

namespace report_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

bool has(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

/// A run of tiny, whose report stands beside it.
fs::path some_run(const Scratch& scratch) {
  fs::create_directory(scratch / "runs");
  REQUIRE(ask({"run", scenario("tiny").string(), "--out", (scratch / "runs" / "r").string()}).code == 0);
  return scratch / "runs" / "r";
}

}  // namespace

TEST_CASE("a report is written beside its result, in every format that is asked for, and again only with --force", "[app]") {
  const Scratch scratch;
  const fs::path run = some_run(scratch);
  const Answer made = ask({"report", run.string(), "--to", "html,docx,xlsx,csv", "--lang", "zh"});
  INFO(made.err);
  REQUIRE(made.code == 0);
  for (const char* ending : {".html", ".docx", ".xlsx"}) CHECK(fs::file_size(scratch / "runs" / (std::string("r-full") + ending)) > 4000);
  CHECK(fs::exists(scratch / "runs" / "r-full-csv" / "figures.csv"));
  CHECK(has(text_of(scratch / "runs" / "r-full.html"), "评估结论"));
  const Answer again = ask({"report", run.string()});
  CHECK(again.code == 2);
  CHECK(has(again.err, "--force"));
  CHECK(ask({"report", run.string(), "--force"}).code == 0);
  CHECK(ask({"audit", run.string()}).code == 0);  // the result is as it was
}

TEST_CASE("a report goes where --out says, in the language and template that are asked for", "[app]") {
  const Scratch scratch;
  const fs::path run = some_run(scratch);
  REQUIRE(ask({"report", run.string(), "--out", (scratch / "for" / "office").string(), "--template", "annex", "--lang", "en"}).code == 0);
  const std::string page = text_of(scratch / "for" / "office" / "r-annex.html");
  CHECK(has(page, "How to make it again"));
  CHECK_FALSE(has(page, "评估结论"));
  const Answer inside = ask({"report", run.string(), "--out", (run / "sub").string()});
  CHECK(inside.code == 2);
  CHECK_FALSE(fs::exists(run / "sub"));
}

TEST_CASE("an altered report model, a folder that is no result and a run inside of an assessment are refused with what to do", "[app]") {
  const Scratch scratch;
  const fs::path run = some_run(scratch);
  std::ofstream(run / "document.json", std::ios::app) << " ";
  const Answer altered = ask({"report", run.string()});
  CHECK(altered.code == 2);
  CHECK(has(altered.err, "document.json"));
  CHECK(has(altered.err, "railshift audit"));
  CHECK(ask({"report", scenario("tiny").string()}).code == 2);
  for (const auto& words : {std::vector<std::string>{"--to", "odt"}, {"--template", "short"}, {"--to", ""}}) {
    std::vector<std::string> line{"report", run.string()};
    line.insert(line.end(), words.begin(), words.end());
    CHECK(ask(line).code == 2);
  }
  CHECK_FALSE(fs::exists(scratch / "runs" / "r-full.html"));
}

}  // namespace report_test
