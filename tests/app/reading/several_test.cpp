/// check and coverage of several scenario folders.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace several_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

const std::string kTown = scenario("tiny").string();

}  // namespace

TEST_CASE("check of two folders checks each as alone and then says what both count", "[app]") {
  const Scratch scratch;
  const std::string copy = copy_of_tiny(scratch).string();
  const Answer alone = ask({"check", kTown});
  const Answer both = ask({"check", kTown, copy});
  CHECK(both.code == 0);
  CHECK(both.err.empty());
  CHECK(both.out.starts_with(alone.out));
  CHECK_FALSE(contains(alone.out, "what two scenarios both count"));
  // two folders of one id stand by their folders; tests/hand/tiny.md: 95,400 t of flows, 3,650 through trips of 30 t
  CHECK(contains(both.out, kTown + " and " + copy + " (2023-01-01 to 2023-12-31"));
  CHECK(contains(both.out, "leaves out at most: 95,400 t of flows, 109,500 t on the road"));
  const Answer zh = ask({"check", kTown, copy, "--lang", "zh"});
  CHECK(contains(zh.out, "两市相加时至多应扣除：货流 95,400 吨，公路 109,500 吨"));
}

TEST_CASE("check of several folders of which one is missing or wrong says so, checks the others and compares nothing", "[app]") {
  const Scratch scratch;
  const std::string missing = (scratch / "nowhere").string();
  const Answer answer = ask({"check", missing, kTown});
  CHECK(answer.code == 2);
  CHECK(contains(answer.err, "nowhere"));
  CHECK(contains(answer.err, "there is no such folder"));
  CHECK(contains(answer.err, "nothing was compared across the folders"));
  CHECK(contains(answer.out, "Site balances"));
  CHECK_FALSE(contains(answer.out, "what two scenarios both count"));
  const fs::path copy = copy_of_tiny(scratch);
  replace_in(copy / "tables" / "flows.csv", "fl-coal,thermal-coal,st-mine", "fl-coal,thermal-coal,st-mime");
  const Answer wrong = ask({"check", kTown, copy.string(), "--lang", "zh"});
  CHECK(wrong.code == 2);
  CHECK(contains(wrong.err, "flows.csv:2:"));
  CHECK(contains(wrong.err, "各情景之间未核对"));
}

TEST_CASE("a folder named twice and changes of one scenario are refused for several", "[app]") {
  const Scratch scratch;
  const std::string copy = copy_of_tiny(scratch).string();
  for (const std::string command : {"check", "coverage"}) {
    const Answer twice = ask({command, kTown, copy, kTown + "/"});
    CHECK(twice.code == 2);
    CHECK(contains(twice.err, "stands twice"));
    CHECK(twice.out.empty());
  }
  const Answer set = ask({"check", kTown, copy, "--set", "sidings.sd-yard.t_per_day=900"});
  CHECK(set.code == 2);
  CHECK(contains(set.err, "--variant and --set change rows of one scenario"));
  CHECK(ask({"check", kTown, "--set", "sidings.sd-yard.t_per_day=900"}).code == 0);
}

TEST_CASE("coverage of several folders is one table of all targets, with a result for each their verdicts", "[app]") {
  const Scratch scratch;
  const std::string copy = copy_of_tiny(scratch).string();
  const fs::path csv = scratch / "targets.csv";
  const Answer plain = ask({"coverage", kTown, copy, "--out", csv.string()});
  CHECK(plain.code == 0);
  CHECK(contains(plain.out, "2 scenarios, 26 targets"));  // 13 each
  CHECK_FALSE(contains(plain.out, "status or outcome"));
  std::vector<Row> rows = rows_of(csv);
  REQUIRE(rows.size() == 26);
  CHECK(rows[0].at("city") <= rows[25].at("city"));
  CHECK(rows[0].at("clause") == "TN-02");
  CHECK(rows[0].at("target") == "tg-works");
  CHECK_FALSE(rows[0].at("due").empty());
  CHECK(rows[0].at("outcome").empty());
  CHECK(ask({"coverage", kTown, copy, "--out", csv.string()}).code == 2);  // there already

  const std::string run = run_into(scratch, "run", kTown, {"--until", "2023-02-01"}).string();
  const Answer judged = ask({"coverage", kTown, copy, "--run", run, "--run", run, "--out", csv.string(), "--force", "--lang", "zh"});
  CHECK(judged.code == 0);
  CHECK(contains(judged.out, "结论或状态"));
  CHECK(contains(judged.out, "共 2 个情景，26 个目标"));
  for (const Row& row : rows_of(csv)) CHECK_FALSE(row.at("outcome").empty());

  const Answer one = ask({"coverage", kTown, copy, "--run", run});
  CHECK(one.code == 2);
  CHECK(contains(one.err, "--run is given 1 time(s) for 2 scenario(s)"));
  const Answer missing = ask({"coverage", kTown, (scratch / "nowhere").string()});
  CHECK(missing.code == 2);
  CHECK(missing.out.empty());
  CHECK(contains(missing.err, "there is no such folder"));
}

TEST_CASE("five cities: Daqin and Shitai trains stand in two folders, and the same coal trucks pass Taiyuan and Yangquan", "[app]") {
  std::vector<std::string> words{"check"};
  for (const char* city : {"taiyuan", "shuozhou", "yangquan", "xinzhou", "pingcheng"}) words.push_back(scenario(city).string());
  words.insert(words.end(), {"--lang", "en"});
  const Answer answer = ask(words);
  REQUIRE(answer.code == 0);
  for (const char* piece :
       {// the source of th-yq-25 says that its trucks are those of th-ty-110 and th-ty-118: 2 x 217,969 = 435,938 trips of 32 t
        "taiyuan: 13,950,016 t through (th-ty-110, th-ty-118)", "yangquan: 13,950,016 t through (th-yq-25)",
        "with most tonnes: 石太线 寿阳-阳泉 (ln-shitai-1): taiyuan sends ",
        // the backgrounds of Daqin say "less about 82 Mt of these flows" in Shuozhou, "about 64 Mt" in Pingcheng
        "(ln-daqin-1): pingcheng sends 64,", "(ln-daqin-1): shuozhou sends 82,", "Ekou iron mine -> Taiyuan Iron and Steel"}) {
    INFO(piece);
    CHECK(contains(answer.out, piece));
  }
}

}  // namespace several_test
