/// What becomes of every clause.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace coverage_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

}  // namespace

TEST_CASE("every clause has its status, measures, effects and targets, and a run adds the verdicts", "[app]") {
  const Scratch scratch;
  const Answer plain = ask({"coverage", kTown, "--lang", "zh"});
  REQUIRE(plain.code == 0);
  for (const char* words :
       {"TN-01 一-1 · 已模拟 · 必须", "措施：ms-siding（专用线投用）", "可有的效果：", "目标：tg-works", "共 11 条：已模拟 8、只评判 3"}) {
    INFO(words);
    CHECK(contains(plain.out, words));
  }
  const std::string run = run_into(scratch, "run", kTown).string();
  const fs::path csv = scratch / "coverage.csv";
  const Answer judged = ask({"coverage", kTown, "--run", run, "--out", csv.string()});
  REQUIRE(judged.code == 0);
  CHECK(contains(judged.out, "  target: tg-nox missed: simulated "));
  CHECK(contains(judged.out, "  target: tg-ozone not testable: simulated —, asked "));
  CHECK_FALSE(contains(judged.out, "ceiling"));  // a run alone has none
  const std::vector<Row> rows = rows_of(csv);
  REQUIRE(rows.size() == 11);
  CHECK(rows[0].at("measures") == "ms-siding");
  CHECK(rows[0].at("effects") == "siding_used");
  CHECK(rows[10].at("targets") == "tg-nox;tg-ozone");
  CHECK(rows[10].at("outcomes").ends_with(";not_testable"));
  CHECK(rows[10].at("operators") == "<=;<=");
  CHECK(rows[10].at("values").ends_with(";"));
  CHECK(rows[10].at("values").size() > 1);
  CHECK(rows[10].at("statuses") == ";");
}

TEST_CASE("with an assessment every target of a clause has its status, figures and ceilings", "[app][repeats]") {
  const Scratch scratch;
  const std::string result = (scratch / "assess").string();
  REQUIRE(ask({"assess", kTown, "--out", result, "--quick"}).code == 0);
  const fs::path csv = scratch / "coverage.csv";
  const Answer judged = ask({"coverage", kTown, "--run", result, "--out", csv.string(), "--lang", "en"});
  REQUIRE(judged.code == 0);
  // tests/hand/tiny_ceiling_test.cpp: (36,000 + 1,790.3) / ((54,000 + 1,790.3) x 0.99) of the goods of the works at most, and 80 % are
  // asked
  CHECK(contains(judged.out, "  target: tg-works impossible: reading: simulated "));
  CHECK(contains(judged.out, ", ceiling of the chains 68.42%, ceiling with capacity "));
  CHECK(rows_of(csv)[1].at("statuses") == "impossible_reading");
  CHECK_FALSE(rows_of(csv)[1].at("ceilings_capacity").empty());
  CHECK(contains(ask({"coverage", kTown, "--run", result, "--lang", "zh"}).out, "  目标：tg-works 此口径不可达：模拟值 "));
}

TEST_CASE("a clause whose status has no reason is one clear line and exit code 2", "[app]") {
  const Scratch scratch;
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "tables" / "clauses.csv", "judged_only,没有自己的措施，由其他措施得出,\nTN-10", "judged_only,,\nTN-10");
  for (const std::string command : {"check", "run", "coverage", "assess"}) {
    const Answer answer = ask({command, copy.string()}, {{{"LC_ALL", "en_US.UTF-8"}}, scratch.path()});
    INFO(command);
    CHECK(answer.code == 2);
    CHECK(answer.out.empty());
    CHECK(contains(answer.err, "clauses.csv:10:"));
    CHECK(contains(answer.err, "status_reason is empty (a status has its reason)"));
    CHECK(contains(answer.err, "1 error(s)"));
  }
}

TEST_CASE("a result of another scenario, or what is none, gives no verdicts", "[app]") {
  const Scratch scratch;
  const std::string run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"}).string();
  const Answer other = ask({"coverage", scenario("taiyuan").string(), "--run", run});
  CHECK(other.code == 2);
  CHECK(contains(other.err, "it has no verdict on any target of this scenario"));
  CHECK(ask({"coverage", kTown, "--run", kTown}).code == 2);
}

TEST_CASE("every clause of the cities has a status, and every clause an office but those that name none", "[app]") {
  const Answer taiyuan = ask({"coverage", scenario("taiyuan").string(), "--lang", "zh"});
  CHECK(taiyuan.code == 0);
  CHECK(contains(taiyuan.out, "共 73 条：已模拟 10、只评判 2、部分模拟 14、背景 7、未模拟 40"));
  CHECK_FALSE(contains(taiyuan.out, "没有写责任单位"));
  const Answer shuozhou = ask({"coverage", scenario("shuozhou").string(), "--lang", "zh"});
  CHECK(contains(shuozhou.out, "共 43 条：已模拟 3、只评判 2、部分模拟 7、背景 5、未模拟 26"));
  CHECK(contains(shuozhou.out, "没有写责任单位的条款：SZ-43"));
  const Answer yangquan = ask({"coverage", scenario("yangquan").string(), "--lang", "zh"});
  CHECK(contains(yangquan.out, "共 50 条：已模拟 1、只评判 4、部分模拟 7、背景 8、未模拟 30"));
  CHECK_FALSE(contains(yangquan.out, "没有写责任单位"));
  const Answer pingcheng = ask({"coverage", scenario("pingcheng").string(), "--lang", "zh"});
  CHECK(contains(pingcheng.out, "共 27 条：已模拟 2、已入数据 1、只评判 1、部分模拟 3、背景 3、未模拟 17"));
  CHECK(contains(pingcheng.out, "没有写责任单位的条款：DT-01、DT-25、DT-26"));
  const Answer xinzhou = ask({"coverage", scenario("xinzhou").string(), "--lang", "zh"});
  CHECK(contains(xinzhou.out, "共 36 条：已模拟 5、部分模拟 7、背景 8、未模拟 16"));
  CHECK(contains(xinzhou.out, "没有写责任单位的条款：XZ-01、XZ-33、XZ-34"));
}

}  // namespace coverage_test
