/// railshift chains: rail chains that the networks allow, as rows to accept.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace chains_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// The text behind a table's head.
std::string rows_in(const fs::path& csv) {
  const std::string text = text_of(csv);
  return text.substr(text.find('\n') + 1);
}

Answer chains_into(const fs::path& folder, const std::vector<std::string>& more = {}) {
  std::vector<std::string> words{"chains", scenario("taiyuan").string(), "--out", folder.string(), "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  return ask(words);
}

}  // namespace

TEST_CASE("proposed chains of a city stand in its tables once they are accepted, and are proposed no more", "[app]") {
  const Scratch scratch;
  const Answer proposed = chains_into(scratch / "rows" / "new");
  INFO(proposed.out << proposed.err);
  REQUIRE(proposed.code == 0);
  const std::size_t rows = rows_of(scratch / "rows" / "new" / "proposals.csv").size();
  CHECK(rows > 10);
  CHECK(contains(proposed.out, std::to_string(rows) + " rail chains proposed, for flows of "));
  CHECK(contains(proposed.out, " Mt in 2026 (yards within 30 km)"));
  CHECK(contains(proposed.out, "  tg-ty-12 (2025): "));
  const fs::path city = scratch / "scenarios" / "taiyuan";
  fs::copy(scenario("taiyuan").parent_path(), scratch / "scenarios", fs::copy_options::recursive);
  for (const char* table : {"chains.csv", "legs.csv"})
    write_to(city / "tables" / table, text_of(city / "tables" / table) + rows_in(scratch / "rows" / "new" / table));
  CHECK(ask({"check", city.string()}).code == 0);
  CHECK(contains(ask({"chains", city.string(), "--lang", "en"}).out, "0 rail chains proposed"));
}

TEST_CASE("rows are replaced together and only if that is asked for, a wrong word makes no folder", "[app]") {
  const Scratch scratch;
  REQUIRE(chains_into(scratch / "rows").code == 0);
  const std::string before = text_of(scratch / "rows" / "legs.csv");
  const Answer again = chains_into(scratch / "rows", {"--within", "10"});
  CHECK(again.code == 2);
  CHECK(contains(again.err, "it exists; choose another name, or --force to replace it"));
  CHECK(text_of(scratch / "rows" / "legs.csv") == before);
  CHECK(chains_into(scratch / "rows", {"--within", "10", "--force"}).code == 0);
  CHECK(text_of(scratch / "rows" / "legs.csv") != before);
  CHECK(std::distance(fs::directory_iterator(scratch / "rows"), fs::directory_iterator()) == 3);

  for (const auto& wrong : {std::vector<std::string>{"--within", "0"}, {"--within", "501"}, {"--year", "2019"}, {"--year", "2027"}}) {
    const Answer answer = chains_into(scratch / "none", wrong);
    CHECK(answer.code == 2);
    CHECK(contains(answer.err, wrong[0]));
    CHECK_FALSE(fs::exists(scratch / "none"));
  }
  CHECK(ask({"chains", (scratch / "nowhere").string(), "--out", (scratch / "none").string()}).code == 2);
  CHECK_FALSE(fs::exists(scratch / "none"));
}

}  // namespace chains_test
