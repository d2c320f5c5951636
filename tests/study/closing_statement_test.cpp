/// What is said of goods that were not served and of who waited, over all seeds of a layer.
#include <catch2/catch.hpp>

#include "study/closing_statement.hpp"
#include "tests/support/in_chinese.hpp"

namespace closing_statement_test {

using namespace railshift;
using namespace railshift::study;

namespace {

using Lines = std::vector<std::string>;

ChildRecord leaving(const std::vector<engine::Unserved>& rows) {
  ChildRecord run;
  run.unserved = rows;
  return run;
}

/// Loads of 30 t.
engine::Unserved wait_of(const std::string& flow, std::int64_t loads, double hours) {
  return {flow, engine::Need::truck, "pl-semi", loads, loads * 30'000, hours};
}

ChildRecord waited(std::size_t flows, engine::WaitCause cause = engine::WaitCause::stated_size) {
  ChildRecord run;
  for (std::size_t i = 0; i < flows; ++i) run.long_waits.push_back({"fl-" + std::to_string(i), "pl-semi", cause, 1, 30'000, 31 * 24.0});
  return run;
}

Lines left_in(const std::vector<ChildRecord>& seeds, Language language = Language::en) {
  Lines lines;
  for (const Words& words : not_served(seeds)) {
    test::require_chinese(words);
    lines.push_back(words.in(language));
  }
  return lines;
}

}  // namespace

TEST_CASE("of one run it is said who waits for a day or longer, and nothing of who waits for less", "[study]") {
  CHECK(left_in({leaving({})}).empty());
  CHECK(left_in({leaving({wait_of("fl-coal", 5, 23.9)})}).empty());
  CHECK(left_in({leaving({wait_of("fl-coal", 5, 24.0), wait_of("fl-ore", 7, 23.9), wait_of("fl-coke", 2, 48.0)})}) ==
        Lines{"210 t still wait at the end, the first of them for a day or longer:",
              "  flow fl-coke waits for truck of pool pl-semi: 2 loads, 60 t, longest 48 h",
              "  flow fl-coal waits for truck of pool pl-semi: 5 loads, 150 t, longest 24 h"});
}

TEST_CASE("what the third seed alone left behind is said, with the number of seeds", "[study]") {
  const std::vector<ChildRecord> seeds{leaving({}), leaving({wait_of("fl-coal", 9, 12.0)}), leaving({wait_of("fl-coal", 5, 30.0)})};
  CHECK(left_in(seeds) ==
        Lines{"150 t still wait at the end, the first of them for a day or longer (in 1 of 3 seeds, the greatest of them):",
              "  flow fl-coal waits for truck of pool pl-semi: 5 loads, 150 t, longest 30 h (in 1 of 3 seeds, the greatest of them)"});
  CHECK(left_in(seeds, Language::zh) ==
        Lines{"期末仍在等候，最久者已逾一天（3 个种子中的 1 个，取最大）：150 吨",
              "  货流 fl-coal 等 在用车池 pl-semi 的可用卡车：5 车，150 吨，最久 30 小时（3 个种子中的 1 个，取最大）"});
}

TEST_CASE("what several seeds left behind is said once, with the greatest of them and not their sum", "[study]") {
  // Coal 150 and 90 t, coke 60 t: 210 t in the first seed, 90 t in the second. The longest wait for coal is that of the second.
  const std::vector<ChildRecord> seeds{leaving({wait_of("fl-coal", 5, 30.0), wait_of("fl-coke", 2, 40.0)}),
                                       leaving({wait_of("fl-coal", 3, 50.0)}), leaving({})};
  CHECK(left_in(seeds) ==
        Lines{"210 t still wait at the end, the first of them for a day or longer (in 2 of 3 seeds, the greatest of them):",
              "  flow fl-coal waits for truck of pool pl-semi: 5 loads, 150 t, longest 50 h (in 2 of 3 seeds, the greatest of them)",
              "  flow fl-coke waits for truck of pool pl-semi: 2 loads, 60 t, longest 40 h (in 1 of 3 seeds, the greatest of them)"});
}

TEST_CASE("one flow that waits for two things has a line for each", "[study]") {
  engine::Unserved at_a_station = wait_of("fl-coal", 1, 25.0);
  at_a_station.waits_for = engine::Need::station;
  at_a_station.at = "bay";
  CHECK(left_in({leaving({wait_of("fl-coal", 5, 30.0), at_a_station})}).size() == 3);
}

TEST_CASE("what was turned away is said of every seed", "[study]") {
  ChildRecord one, more;
  one.statistics.refused_loads = 2;
  one.statistics.refused_kg = 60'000;
  more.statistics.refused_loads = 4;
  more.statistics.refused_kg = 120'000;
  CHECK(left_in({one}) == Lines{"2 loads, 60 t, were turned away for want of room and not carried"});
  CHECK(left_in({{}, one, more}) ==
        Lines{"4 loads, 120 t, were turned away for want of room and not carried (in 2 of 3 seeds, the greatest of them)"});
}

TEST_CASE("of ten rows all are shown, of eleven ten and how many are left out", "[study]") {
  std::vector<engine::Unserved> rows;
  for (std::size_t i = 0; i < kWaitsShown; ++i) rows.push_back(wait_of("fl-" + std::to_string(i), 1, 48.0));
  CHECK(left_in({leaving(rows)}).size() == 1 + kWaitsShown);
  rows.push_back(wait_of("fl-last", 1, 30.0));
  CHECK(left_in({leaving(rows)}).size() == 2 + kWaitsShown);
  CHECK(left_in({leaving(rows)}).back() == "  and 1 more");
  CHECK(left_in({leaving(rows)}, Language::zh).back() == "  另有 1 条");
  CHECK(left_in({leaving(rows)}).front() == "330 t still wait at the end, the first of them for a day or longer:");  // all eleven
}

TEST_CASE("of ten long waits all are shown, of twelve ten and how many are left out", "[study]") {
  CHECK(long_waits({waited(kWaitsShown)}).size() == kWaitsShown);
  const auto sentences = long_waits({waited(kWaitsShown + 2)});
  REQUIRE(sentences.size() == kWaitsShown + 1);
  CHECK(sentences.back().words.en == "and 2 more");
  CHECK(sentences.back().words.zh == "另有 2 条");
  CHECK_FALSE(sentences.back().broken);
}

TEST_CASE("broken promises are said first, and what is left out of them is known as such", "[study]") {
  const auto mixed = long_waits({waited(2), waited(1, engine::WaitCause::none)});
  REQUIRE(mixed.size() == 3);
  CHECK(mixed[0].broken);
  CHECK(
      mixed[0].words.en ==
      "flow fl-0: 1 loads, 30 t, waited more than 30 days for a truck of pool pl-semi, the longest 31 days: the inputs give no cause: the "
      "run breaks its own promise (in 1 of 2 seeds, the greatest of them)");
  CHECK_FALSE(mixed[1].broken);
  CHECK(long_waits({waited(kWaitsShown + 1, engine::WaitCause::none)}).back().broken);
}

}  // namespace closing_statement_test
