#include <catch2/catch.hpp>

#include <algorithm>

#include "ledger_fixture.hpp"
#include "sim/core/input_file.hpp"

namespace table_hashes_test {

using namespace railshift;
using namespace railshift::ledger;

TEST_CASE("a table hash is that of its canonical text", "[ledger]") {
  Ledger ledger;
  ledger.waits = {{make_month(2024, 3), Id<Station>{1}, 33, 4}, {make_month(2024, 3), Id<Station>{1}, 34, 5}};
  ledger.frozen_bases = {{make_month(2024, 3), {"ms-1", 300, 90, 60}}};
  const auto hashes = table_hashes(ledger);
  CHECK(hashes.size() == 19);
  // March 2024 is month 2024 x 12 + 2 = 24290
  CHECK(hashes.at("waits") == sha256_hex("24290\t1\t33\t4\t\n24290\t1\t34\t5\t\n"));
  CHECK(hashes.at("frozen_bases") == sha256_hex("24290\t4:ms-1\t300\t90\t60\t\n"));
  CHECK(hashes.at("service") == sha256_hex(""));
}

TEST_CASE("row order does not change a table hash, a number does", "[ledger]") {
  Ledger ledger = test::full_ledger();
  const auto before = table_hashes(ledger);
  std::reverse(ledger.service.begin(), ledger.service.end());
  std::reverse(ledger.rail.begin(), ledger.rail.end());
  CHECK(table_hashes(ledger) == before);
  ledger.service[0].wait_ticks += 1;
  const auto after = table_hashes(ledger);
  CHECK(after.at("service") != before.at("service"));
  CHECK(after.at("traffic") == before.at("traffic"));
}

}  // namespace table_hashes_test
