/// Same input, same bytes: whatever the time zone, the language, the working directory, the kernel and the order of rows.
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "tests/app/results.hpp"

namespace same_bytes_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const fs::path kTiny = scenario("tiny");

/// Shuffles the lines below the header of every CSV file of a scenario. tiny has no line breaks inside cells.
void shuffle_rows(const fs::path& folder, std::uint32_t seed) {
  std::mt19937 random(seed);
  int shuffled = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".csv") continue;
    const std::string text = text_of(entry.path());
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    REQUIRE_FALSE(lines.empty());
    const std::vector<std::string> before = lines;
    std::shuffle(lines.begin() + 1, lines.end(), random);
    shuffled += before == lines ? 0 : 1;
    std::string mixed;
    for (const std::string& line : lines) mixed += line + "\n";
    write_to(entry.path(), mixed);
  }
  CHECK(shuffled > 10);
}

/// The same with the measures and targets of scenario.toml in reverse order.
void reverse_blocks(const fs::path& toml) {
  const std::string text = text_of(toml);
  std::vector<std::string> blocks;
  std::size_t at = 0;
  for (std::size_t next = 0; next != std::string::npos; at = next) {
    const auto measure = text.find("\n[[measure]]\n", at + 1);
    const auto target = text.find("\n[[target]]\n", at + 1);
    next = std::min(measure, target);
    blocks.push_back(text.substr(at, next == std::string::npos ? next : next - at));
  }
  REQUIRE(blocks.size() > 20);
  std::reverse(blocks.begin() + 1, blocks.end());
  std::string mixed;
  for (const std::string& block : blocks) mixed += block + "\n";
  write_to(toml, mixed);
}

}  // namespace

TEST_CASE("time zone, locale and working directory change no byte", "[app][repeats]") {
  const Scratch scratch;
  const fs::path here = run_into(scratch, "here", kTiny, {"--lang", "en"}, {{{"LC_ALL", "C"}, {"TZ", "UTC"}}, {}});
  const fs::path there =
      run_into(scratch, "there", fs::path("..") / "scenarios" / "tiny", {"--lang", "en"},
               {{{"LC_ALL", "de_DE.UTF-8"}, {"LC_NUMERIC", "de_DE.UTF-8"}, {"LANG", "tr_TR.UTF-8"}, {"TZ", "America/St_Johns"}},
                fs::path(RAILSHIFT_SOURCE_DIR) / "docs"});
  check_same_bytes(here, there);
}

TEST_CASE("the language of the terminal does not reach the results", "[app][repeats]") {
  const Scratch scratch;
  check_same_bytes(run_into(scratch, "zh", kTiny, {"--lang", "zh"}), run_into(scratch, "en", kTiny, {"--lang", "en"}));
}

TEST_CASE("two runs of one input are one run, another seed is another run", "[app][repeats]") {
  const Scratch scratch;
  const fs::path first = run_into(scratch, "first", kTiny);
  check_same_bytes(first, run_into(scratch, "second", kTiny));
  CHECK(table_hashes(first) != table_hashes(run_into(scratch, "other", kTiny, {"--seed", "7"})));
}

TEST_CASE("stepping SimGrid's clock through tiny gives the bytes of running ahead", "[app]") {
  const Scratch scratch;
  check_same_bytes(run_into(scratch, "ahead", kTiny, {"--kernel", "ahead"}), run_into(scratch, "step", kTiny, {"--kernel", "step"}));
}

TEST_CASE("stepping SimGrid's clock through a month of Taiyuan gives the bytes of running ahead", "[app][slow]") {
  const Scratch scratch;
  check_same_bytes(run_into(scratch, "ahead", scenario("taiyuan"), {"--until", "2020-02-01", "--kernel", "ahead"}),
                   run_into(scratch, "step", scenario("taiyuan"), {"--until", "2020-02-01", "--kernel", "step"}));
}

TEST_CASE("the order of rows in any table changes nothing", "[app][repeats]") {
  const Scratch scratch;
  const fs::path written = run_into(scratch, "written", kTiny);
  const std::uint32_t seed = GENERATE(1U, 2U);
  const fs::path mixed = copy_of_tiny(scratch, "mixed-" + std::to_string(seed));
  shuffle_rows(mixed, seed);
  check_same_bytes(written, run_into(scratch, "run-" + std::to_string(seed), mixed));
}

TEST_CASE("the order of measures and targets changes nothing", "[app][repeats]") {
  const Scratch scratch;
  const fs::path mixed = copy_of_tiny(scratch);
  reverse_blocks(mixed / "scenario.toml");
  check_same_bytes(run_into(scratch, "written", kTiny), run_into(scratch, "mixed", mixed));
}

}  // namespace same_bytes_test
