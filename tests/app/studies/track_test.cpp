/// A plan tracked on the command line: what is refused, what is said, what lies in the folder.
#include <catch2/catch.hpp>

#include <algorithm>
#include <csignal>

#include "tests/app/results.hpp"

namespace track_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kRail = "month,station,siding,direction,commodity,t\n";

std::vector<std::string> words(const Scratch& scratch, const std::vector<std::string>& more) {
  std::vector<std::string> all{"track", scenario("tiny").string(), "--out", (scratch / "out").string()};
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

std::string example() { return (fs::path(RAILSHIFT_SOURCE_DIR) / "examples" / "tracking" / "tiny").string(); }

/// Tracked to its end, in English.
Answer tracked(const Scratch& scratch, const std::vector<std::string>& more) {
  Answer answer = ask(words(scratch, more));
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return answer;
}

void refused(const Scratch& scratch, const std::vector<std::string>& more, const std::string& said) {
  const Answer answer = ask(words(scratch, more));
  INFO(answer.err);
  CHECK(answer.code == 2);
  CHECK(answer.out.empty());
  CHECK(contains(answer.err, said));
  CHECK_FALSE(fs::exists(scratch / "out"));
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
}

Row row_of(const fs::path& csv, const std::string& target) {
  for (const Row& row : rows_of(csv)) {
    if (row.at("target") == target) return row;
  }
  FAIL("no target " << target);
  return {};
}

}  // namespace

TEST_CASE("track without a month, without counted months or beyond them ends with 2 and says what would do", "[app]") {
  const Scratch scratch;
  refused(scratch, {"--observed", example(), "--lang", "en"}, "--until is missing: write the last known month, as 2024-06");
  refused(scratch, {"--until", "June", "--observed", example(), "--lang", "en"}, "--until June: write the last known month, as 2024-06");
  refused(scratch, {"--until", "2024-06", "--lang", "en"}, "no such folder");
  refused(scratch, {"--until", "2024-08", "--observed", example(), "--lang", "en"}, "months are counted up to 2024-06");
  refused(scratch, {"--until", "2024-08", "--observed", example(), "--lang", "zh"}, "观测只到 2024-06");
  refused(scratch, {"--until", "2023-11", "--observed", example(), "--lang", "en"}, "the first counted month is 2024-01");
  refused(scratch, {"--until", "2024-06", "--observed", example(), "--members", "0", "--lang", "en"}, "--members 0: at least 1");
  refused(scratch, {"--until", "2024-06", "--observed", example(), "--members", "many", "--lang", "en"}, "a whole number from 1 to");
  refused(scratch, {"--until", "2024-06", "--observed", example(), "--full", "2", "--lang", "en"}, "--full");
}

TEST_CASE("every mistake of counted months is told at once, with file, line and column", "[app]") {
  const Scratch scratch;
  fs::create_directories(scratch / "months");
  write_to(scratch / "months" / "rail.csv", kRail + "2024-01,rs-yrad,,out,,1400\n2024-02,rs-yard,,up,,1400\n");
  write_to(scratch / "months" / "register.csv", "month,segment,standard,powertrain,trucks\n2024-01,sanitation,,diesel,7.5\n");
  const Answer answer = ask(words(scratch, {"--until", "2024-02", "--observed", (scratch / "months").string(), "--lang", "en"}));
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "rail.csv:2:9:"));
  CHECK(contains(answer.err, "did you mean \"rs-yard\""));
  CHECK(contains(answer.err, "rail.csv:3:18:"));
  CHECK(contains(answer.err, "register.csv:2:28:"));
  CHECK(contains(answer.err, "write a whole number"));
  CHECK(contains(answer.err, "3 error(s)"));
  CHECK_FALSE(fs::exists(scratch / "out"));
}

TEST_CASE("a tracked plan says where targets end, by quarter and office, and names its folder", "[app][slow]") {
  const Scratch scratch;
  const Answer answer = tracked(scratch, {"--until", "2024-06", "--observed", example(), "--members", "5", "--lang", "en"});
  CHECK(contains(answer.out, "tracking: counted up to 2024-06, 5 runs (estimates)"));
  CHECK(contains(answer.out, "inputs that varied (1 group)"));
  check_order(answer.out, "needed a month", "progress by quarter");
  check_order(answer.out, "progress by quarter", "by office");
  CHECK(contains(answer.out, "counted in part"));
  CHECK(contains(answer.out, "1 truck "));
  CHECK_FALSE(contains(answer.out, "1 trucks"));
  CHECK_FALSE(contains(answer.out, "contradict"));
  CHECK(contains(answer.out, "results: " + (scratch / "out").string()));
  for (const char* file : {"tracking.csv", "progress.csv", "offices.csv", "pace.csv", "runs.csv", "manifest.json", "observed/rail.csv"})
    CHECK(fs::exists(scratch / "out" / file));
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
  const Row rail = row_of(scratch / "out" / "tracking.csv", "tg-rail-2024");
  CHECK(rail.at("to_date") == "20300");  // 9,800 t from the yard, 10,500 t to the works
  CHECK(std::stod(rail.at("to_date")) + 6.0 * std::stod(rail.at("pace_per_month")) == Approx(std::stod(rail.at("forecast"))));
  CHECK(rail.at("runs") == "5");
  const Answer again = ask(words(scratch, {"--until", "2024-06", "--observed", example(), "--members", "5", "--lang", "en"}));
  CHECK(again.code == 2);
  CHECK(contains(again.err, "--force"));
}

TEST_CASE("one member is the plan as it stands, without interval and chance", "[app]") {
  const Scratch scratch;
  const Answer answer = tracked(scratch, {"--until", "2024年6月", "--observed", example(), "--members", "1", "--lang", "en"});
  CHECK(contains(answer.out, "counted up to 2024-06, 1 run (estimates)"));
  CHECK(contains(answer.out, "one run, the plan as it stands: no interval and no chance"));
  const Row rail = row_of(scratch / "out" / "tracking.csv", "tg-rail-2024");
  CHECK(rail.at("runs") == "1");
  CHECK(rail.at("low").empty());
  CHECK(rail.at("met").empty());
}

TEST_CASE("two counted months have no interval, and the terminal says of which targets", "[app]") {
  const Scratch scratch;
  fs::create_directories(scratch / "months");
  write_to(scratch / "months" / "rail.csv", kRail + "2024-01,rs-yard,,发送,,1400\n2024-02,rs-yard,,发送,,1400\n");
  const Answer answer =
      tracked(scratch, {"--until", "2024-02", "--observed", (scratch / "months").string(), "--members", "3", "--lang", "en"});
  CHECK(contains(answer.out, "counted in fewer than 3 months (rail/rs-yard/out): no interval and no chance"));
  const Row rail = row_of(scratch / "out" / "tracking.csv", "tg-rail-2024");
  CHECK(rail.at("short_series") == "1");
  CHECK(rail.at("met").empty());
  CHECK_FALSE(rail.at("forecast").empty());
}

TEST_CASE("counts that contradict each other, and a pace that cannot be told, are said", "[app][repeats]") {
  const Scratch scratch;
  fs::create_directories(scratch / "months");
  std::string rail = kRail, gate = "month,site,firm,direction,mode,commodity,t\n", stock = "month,segment,standard,powertrain,trucks\n";
  for (int m = 1; m <= 6; ++m) {
    const std::string month = "2024-0" + std::to_string(m);
    rail += month + ",,sd-works,in,,1500\n";
    gate += month + ",st-works,,in,rail,,100\n";
    stock += month + ",sanitation,,electric," + std::to_string(8 - m) + "\n";
  }
  write_to(scratch / "months" / "rail.csv", rail);
  write_to(scratch / "months" / "gate.csv", gate);
  write_to(scratch / "months" / "register.csv", stock);
  const Answer answer =
      tracked(scratch, {"--until", "2024-06", "--observed", (scratch / "months").string(), "--members", "3", "--lang", "en"});
  CHECK(contains(answer.out,
                 "gate/st-works/in/rail: 2024-01 to 2024-06 counted 600 t, while other counts of the same goods make it 9,000 t"));
  CHECK(contains(answer.out, "register/sanitation/electric: counted change and that of the runs go opposite ways"));
  CHECK(contains(answer.out, "-5 trucks (change)"));
  const Scratch other;
  const Answer zh = ask({"track", scenario("tiny").string(), "--out", (other / "out").string(), "--until", "2024-06", "--observed",
                         (scratch / "months").string(), "--members", "3", "--lang", "zh"});
  CHECK(contains(zh.out, "观测之间有矛盾，请核对"));
  CHECK(contains(zh.out, "得不出进度系数"));
}

TEST_CASE("an interrupted track leaves its whole runs and ends as one that was not", "[app][slow]") {
  const Scratch scratch;
  const std::vector<std::string> asked{"--until", "2024-06", "--observed", example(), "--members", "40", "--jobs", "1", "--lang", "en"};
  Background work(words(scratch, asked), scratch / "said");
  REQUIRE(soon([&] { return fs::exists(scratch / "out.partial" / "parts") && !fs::is_empty(scratch / "out.partial" / "parts"); }));
  work.send(SIGINT);
  const int code = work.wait();
  CHECK((code == 3 || code == 0));  // a quick machine may be through
  if (code == 3) CHECK_FALSE(fs::exists(scratch / "out"));
  if (code == 3) static_cast<void>(tracked(scratch, asked));
  const Scratch whole;
  static_cast<void>(tracked(whole, asked));
  for (const char* file : {"tracking.csv", "progress.csv", "offices.csv", "pace.csv", "runs.csv"})
    CHECK(text_of(scratch / "out" / file) == text_of(whole / "out" / file));
  CHECK_FALSE(fs::exists(scratch / "out.partial"));
}

}  // namespace track_test
