/// Taiyuan: an order that binds goods of later years to new-energy trucks leaves the years before it as they are, to the byte.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace bound_goods_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// What works, mines and washeries of the city add may go by new-energy trucks only, from 2021 on.
fs::path order(const Scratch& scratch) {
  const fs::path file = scratch / "order.toml";
  write_to(file, "extends = \"" + scenario("taiyuan").string() + R"("
[[measure]]
id = "ms-bound"
kind = "clean_admission"
layer = "what_if"
from = 2021-01-01
sectors = ["mine", "washery", "steel_works", "coking_works"]
modes = ["new_energy_truck"]
obedience = 1.0
[[measure.numbers]]
field = "obedience"
low = 1.0
high = 1.0
standing = "assumed"
reason = "a number of the test"
)");
  return file;
}

void check_first_months(const std::vector<std::string>& words) {
  const Scratch scratch;
  const fs::path without = run_into(scratch, "without", scenario("taiyuan"), words);
  std::vector<std::string> with_order = words;
  with_order.insert(with_order.end(), {"--variant", order(scratch).string()});
  const fs::path with = run_into(scratch, "with", scenario("taiyuan"), with_order);
  CHECK(text_of(with / "pools.csv") == text_of(without / "pools.csv"));
  auto hashes = table_hashes(with), others = table_hashes(without);
  CHECK(hashes.size() > 10);
  for (const char* told : {"journal", "effects"}) {
    hashes.erase(told);
    others.erase(told);
  }
  CHECK(hashes == others);
}

}  // namespace

TEST_CASE("Taiyuan: an order of 2021 on trucks leaves the first months of 2020 as they are, by events and by months", "[app][slow]") {
  check_first_months({"--until", "2020-03-01"});
  check_first_months({"--until", "2020-03-01", "--engine", "months"});
}

}  // namespace bound_goods_test
