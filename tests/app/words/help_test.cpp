/// The help of every command.
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/app/cli.hpp"

namespace help_test {

using namespace railshift::cli;

TEST_CASE("every option stands once in the help of its command and is explained", "[app]") {
  const std::vector<std::vector<std::string>> commands{{"check"},
                                                       {"look"},
                                                       {"coverage"},
                                                       {"diff"},
                                                       {"run"},
                                                       {"assess"},
                                                       {"compare"},
                                                       {"report"},
                                                       {"audit"},
                                                       {"schema"},
                                                       {"export"},
                                                       {"new"},
                                                       {"sensitivity"},
                                                       {"study"},
                                                       {"merge"},
                                                       {"jobs"},
                                                       {"track"},
                                                       {"import", "xlsx"},
                                                       {"import", "gate"},
                                                       {"import", "register"},
                                                       {"import", "rail-monthly"}};
  for (const std::vector<std::string>& words : commands) {
    std::vector<std::string> asked = words;
    asked.emplace_back("--help");
    const std::string help = ask(asked).out;
    const std::size_t at = help.find("  -h [ --help ]");
    REQUIRE(at != std::string::npos);
    // Words stand in the column in which those of --help do.
    const std::size_t column = help.find_first_not_of(' ', help.find(']', at) + 1) - at;
    std::set<std::string> seen;
    std::istringstream lines(help);
    for (std::string line; std::getline(lines, line);) {
      if (!line.starts_with("  --")) continue;
      INFO(words.back() << ": " << line);
      CHECK(seen.insert(line.substr(2, line.find(' ', 2) - 2)).second);
      CHECK(line.size() > column);
    }
  }
}

}  // namespace help_test
