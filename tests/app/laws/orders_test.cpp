/// Orders on the register from the command line: what they do to a counted fleet, and the audit of what is left.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace orders_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// All ten slag trucks of tiny (nine of National IV and the National V one that came on 31 July) under one order on 1 August 2023, gone for
/// `days` days.
std::vector<std::string> all_slag_trucks_gone(const std::string& days) {
  return {"--set", "measure.ms-retire.segments=[\"slag-truck\"]", "--set", "measure.ms-retire.up_to=china5",
          "--set", "measure.ms-retire.delivery_lag_days=" + days};
}

std::optional<double> slag_trucks(const fs::path& run, const std::string& period) {
  return metric(run, {{"metric", "register_stock"}, {"segment", "slag-truck"}, {"period", period}});
}
/// Slag is carried by counted trips, by road alone.
std::optional<double> slag_tonnes(const fs::path& run, const std::string& year) {
  return metric(
      run, {{"metric", "tonnes_by_chain"}, {"commodity", "slag"}, {"numerator_kind", "truck"}, {"basis", "main_haul"}, {"period", year}});
}

}  // namespace

TEST_CASE("a counted fleet that is under one order stands still until its replacements come, and the run passes its audit", "[app]") {
  // 60 days after 1 August is 30 September: nobody is there in August's last night, ten in September's. September begins without a truck:
  // its 450 t wait and go in October, so that the year has its 5,400 t.
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), all_slag_trucks_gone("60"));
  CHECK(slag_trucks(run, "2023-07") == 10.0);
  CHECK(slag_trucks(run, "2023-08") == 0.0);
  CHECK(slag_trucks(run, "2023-09") == 10.0);
  CHECK(slag_tonnes(run, "2023") == 5400.0);
  CHECK(ask({"audit", run.string()}).code == 0);
}

TEST_CASE("goods of a counted fleet that does not come back wait, are said to wait, and the run passes its audit", "[app]") {
  // Seven months of 2023 are served (450 t each: 3,150), and August, which begins with ten trucks: 3,600 t. Then nothing.
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"), all_slag_trucks_gone("1000"));
  CHECK(slag_trucks(run, "2024") == 0.0);
  CHECK(slag_tonnes(run, "2023") == 3600.0);
  CHECK(ask({"audit", run.string()}).code == 0);
  std::vector<std::string> words{"run", scenario("tiny").string(), "--out", (scratch / "asserted").string(), "--assert", "served"};
  for (const std::string& word : all_slag_trucks_gone("1000")) words.push_back(word);
  const Answer answer = ask(words);
  CHECK(answer.code == 4);
  CHECK((answer.out + answer.err).find("fl-slag") != std::string::npos);
}

TEST_CASE("a lag of all deliveries beside an order on a counted fleet is lawful too", "[app]") {
  const Scratch scratch;
  const fs::path run = run_into(scratch, "run", scenario("tiny"),
                                {"--set", "measure.ms-retire.segments=[\"slag-truck\"]", "--set", "measure.ms-retire.up_to=china4", "--set",
                                 "values.register.delivery_lag.value=60"});
  CHECK(slag_trucks(run, "2023-08") == 9.0);  // the order states its own ten days; the truck that left on 31 July comes on 29 September
  CHECK(ask({"audit", run.string()}).code == 0);
}

TEST_CASE("an order whose replacements fall under it again is refused before anything runs, with what would help", "[app]") {
  // The replacements of 1 August are registered on the 11th: National V if the law of National VI begins in September.
  const Scratch scratch;
  const Answer answer = ask({"run", scenario("tiny").string(), "--out", (scratch / "run").string(), "--set",
                             "measure.ms-retire.up_to=china5", "--set", "measure.ms-sales-6.from=2023-09-01"});
  CHECK(answer.code == 2);
  const std::string said = answer.out + answer.err;
  CHECK(said.find("measure \"ms-retire\" removes trucks up to china5") != std::string::npos);
  CHECK(said.find("add a sales_standard above china5 for heavy diesel trucks from 2023-08-11 or before") != std::string::npos);
  CHECK_FALSE(fs::exists(scratch / "run"));
}

}  // namespace orders_test
