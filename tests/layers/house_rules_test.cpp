/// House rules that can be counted.
#include <catch2/catch.hpp>

#include <string_view>

#include "tests/layers/sources.hpp"

namespace house_rules_test {

using namespace railshift::layers;

namespace {

/// Lines with one of these words, as "path:line: text".
std::vector<std::string> lines_with(const std::vector<std::string>& folders, const std::vector<std::string>& words) {
  std::vector<std::string> found;
  for (const Source& source : sources_under(folders)) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      for (const std::string& word : words) {
        if (source.lines[i].find(word) == std::string::npos) continue;
        found.push_back(source.path + ":" + std::to_string(i + 1) + ": " + source.lines[i]);
      }
    }
  }
  return found;
}

/// A word that must not stand in this file as one piece, since this file is searched too.
std::string word(std::string_view first, std::string_view second) { return std::string(first) + std::string(second); }

const std::vector<std::string> kNothing;

}  // namespace

TEST_CASE("no source file is longer than 320 lines", "[layers]") {
  for (const Source& source : sources_under({"sim", "analysis", "study", "app", "tests"})) {
    INFO(source.path);
    CHECK(source.lines.size() <= 320);
  }
}

TEST_CASE("nothing is left undone in a comment", "[layers]") {
  CHECK(lines_with({"sim", "analysis", "study", "app", "tests"}, {word("TO", "DO"), word("FIX", "ME")}) == kNothing);
}

TEST_CASE("no test has a semicolon in its name, at which CTest would cut it in two", "[layers]") {
  int names = 0;
  for (const Source& source : sources_under({"tests"})) {
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const std::string& line = source.lines[i];
      if (!line.starts_with(word("TEST_", "CASE(\""))) continue;
      ++names;
      INFO(source.path << ":" << i + 1);
      CHECK(line.substr(0, line.find("\", ")).find(';', line.find('"')) == std::string::npos);
    }
  }
  CHECK(names > 1000);
}

TEST_CASE("only the command line prints", "[layers]") {
  // fmt::format and std::snprintf make text; these write it.
  CHECK(lines_with({"sim", "analysis", "study"},
                   {"std::cout", "std::cerr", " printf(", "std::printf", "fprintf(", "fmt::print", "std::puts"}) == kNothing);
}

TEST_CASE("no clock of the wall, no locale and no environment is asked by what makes figures", "[layers]") {
  CHECK(lines_with({"sim", "analysis"}, {"system_clock", "steady_clock", "std::time(", "setlocale", "std::locale", "getenv"}) == kNothing);
}

TEST_CASE("a switch over an enumeration names every case", "[layers]") {
  // Only a switch over characters may have a default: its last case before it is a character.
  for (const Source& source : sources_under({"sim", "analysis", "study", "app"})) {
    std::string last_case;
    for (std::size_t i = 0; i < source.lines.size(); ++i) {
      const std::string& line = source.lines[i];
      if (line.find("case ") != std::string::npos) last_case = line;
      INFO(source.path << ":" << i + 1);
      CHECK((line.find(word("default", ":")) == std::string::npos || last_case.find("case '") != std::string::npos));
    }
  }
}

}  // namespace house_rules_test
