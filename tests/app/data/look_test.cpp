/// railshift look as a user types it.
#include <catch2/catch.hpp>

#include "tests/app/cli.hpp"

namespace look_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTiny = scenario("tiny").string();

}  // namespace

TEST_CASE("look prints a summary and writes nothing unless asked", "[app]") {
  const Scratch scratch;
  const Answer answer = ask({"look", kTiny}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
  CHECK(answer.code == 0);
  CHECK(answer.err.empty());
  CHECK(answer.out.find("Red flags") != std::string::npos);
  CHECK(answer.out.find("pl-ore") != std::string::npos);
  CHECK(answer.out.find('\033') == std::string::npos);  // colours on a terminal only
  CHECK(fs::is_empty(scratch.path()));
}

TEST_CASE("look writes a page or a workbook, named after the folder or as asked", "[app]") {
  const Scratch scratch;
  const Surroundings here{{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()};
  CHECK(ask({"look", kTiny + "/", "--to", "html"}, here).code == 0);
  const std::string html = text_of(scratch / "tiny-look.html");
  CHECK(html.starts_with("<!DOCTYPE html>"));
  CHECK(html.find("src=") == std::string::npos);
  CHECK(html.find("href=\"http") == std::string::npos);
  CHECK(ask({"look", kTiny, "--to", "xlsx"}, here).code == 0);
  CHECK(text_of(scratch / "tiny-look.xlsx").starts_with("PK"));
  CHECK(ask({"look", kTiny, "--out", "named.xlsx"}, here).code == 0);
  CHECK(text_of(scratch / "named.xlsx") == text_of(scratch / "tiny-look.xlsx"));  // equal looks, equal bytes
  CHECK(ask({"look", kTiny, "--out", "named.html"}, here).code == 0);
  CHECK(text_of(scratch / "named.html") == html);
}

TEST_CASE("look speaks the language asked for", "[app]") {
  CHECK(ask({"look", kTiny, "--lang", "zh"}).out.find("红旗") != std::string::npos);
  CHECK(ask({"look", kTiny, "--lang", "en"}).out.find("红旗") == std::string::npos);
}

TEST_CASE("look sees what --set changes", "[app]") {
  const std::string said = "pool pl-ore needs at least";
  CHECK(ask({"look", kTiny}).out.find(said) == std::string::npos);
  CHECK(ask({"look", kTiny, "--set", "pools.pl-ore.trucks=1", "--set", "pools.pl-ore.availability=0.6"}).out.find(said) !=
        std::string::npos);
}

TEST_CASE("look refuses a format that it does not know, a broken scenario and a place that cannot be written", "[app]") {
  const Scratch scratch;
  const Surroundings here{{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()};
  const Answer format = ask({"look", kTiny, "--to", "pdf"}, here);
  CHECK(format.code == 2);
  CHECK(format.err.find("--to pdf: html or xlsx") != std::string::npos);
  const fs::path broken = copy_of_tiny(scratch);
  replace_in(broken / "tables/flows.csv", "st-orefield,st-works", "st-orefeld,st-works");
  const Answer problem = ask({"look", broken.string(), "--to", "html"}, here);
  CHECK(problem.code == 2);
  CHECK(problem.err.find("did you mean \"st-orefield\"") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "tiny-look.html"));
  CHECK(ask({"look", kTiny, "--to", "html", "--out", "no/such/folder.html"}, here).code == 2);
  CHECK(ask({"look", kTiny, "--to", "xlsx", "--out", "no/such/folder.xlsx"}, here).code == 2);
  // A full disk shows only when the page is written.
  CHECK(ask({"look", kTiny, "--to", "html", "--out", "/dev/full"}, here).code == 1);
}

}  // namespace look_test
