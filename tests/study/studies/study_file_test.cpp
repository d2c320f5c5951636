/// STUDY.toml: cases, grids, and every mistake with its place.
#include <catch2/catch.hpp>

#include "study/studies/study_file.hpp"
#include "tests/study/scene.hpp"

namespace study_file_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

constexpr const char* kHead = "[study]\nid = \"s\"\ntitle_zh = \"研究\"\ntitle_en = \"study\"\n";

StudyFile read(const Scratch& scratch, const std::string& text, Problems& problems) {
  put(scratch / "study.toml", text);
  return read_study(scratch / "study.toml", problems);
}

/// What is said first of a text behind a good head.
std::string first_problem(const std::string& text) {
  const Scratch scratch;
  Problems problems;
  static_cast<void>(read(scratch, kHead + text, problems));
  return problems.empty() ? std::string{} : to_string(problems.sorted().front());
}

}  // namespace

TEST_CASE("cases of a study with their changes, each against the first of its scenario", "[study]") {
  const Scratch scratch;
  Problems problems;
  const StudyFile study = read(scratch,
                               std::string(kHead) +
                                   "members = 40\nfull = 4\nuntil = 2025-01-01\n[[case]]\nid = \"plan\"\nscenario = \"town\"\n"
                                   "[[case]]\nid = \"late\"\nscenario = \"town\"\nset = [\"measure.a.from=2024-01-01\", \"b.c.d=2\"]\n"
                                   "[[case]]\nid = \"other\"\nscenario = \"city\"\n",
                               problems);
  REQUIRE(problems.empty());
  const MemberDesign of_plan = study.design(study.cases.at(0)), of_late = study.design(study.cases.at(1));
  CHECK((of_plan.members == 40 && of_plan.full == 4 && of_plan.seed == 1 && of_plan.second == 100));
  CHECK((of_plan.screening == 4 && of_late.screening == 0));  // late is compared with the plan
  CHECK(study.until == make_date(2025, 1, 1));
  REQUIRE(study.cases.size() == 3);
  CHECK(study.cases[1].changes == std::map<std::string, std::string>{{"measure.a.from", "2024-01-01"}, {"b.c.d", "2"}});
  CHECK(study.cases[1].against == "plan");
  CHECK(study.cases[2].against == "other");
  CHECK(study.cases[0].scenario == (scratch / "town").string());
}

TEST_CASE("a grid makes a case of each value, and one case alone is compared with its first value", "[study]") {
  const Scratch scratch;
  Problems problems;
  const std::string grid = "[[grid]]\nid = \"price\"\npath = \"measure.m.price_yuan_per_t\"\nvalues = [\"0\", \"20\"]\n";
  const StudyFile study = read(scratch, std::string(kHead) + "[[case]]\nid = \"plan\"\nscenario = \"town\"\n" + grid, problems);
  REQUIRE(problems.empty());
  REQUIRE(study.cases.size() == 2);
  CHECK(study.cases[0].id == "plan/price=0");
  CHECK(study.cases[1].id == "plan/price=20");
  CHECK(study.cases[1].changes.at("measure.m.price_yuan_per_t") == "20");
  CHECK(study.cases[1].against == "plan/price=0");
}

TEST_CASE("groups of clauses share the effect of the first case, or of the one that is named", "[study]") {
  const std::string text =
      "[[case]]\nid = \"plan\"\nscenario = \"t\"\n[[case]]\nid = \"late\"\nscenario = \"t\"\n"
      "[[share]]\nid = \"rail\"\nclauses = [\"C-1\"]\n[[share]]\nid = \"trucks\"\nmeasures = [\"m-2\"]\n";
  const Scratch scratch;
  Problems problems;
  const StudyFile study = read(scratch, kHead + text, problems);
  REQUIRE(problems.empty());
  REQUIRE(study.shares.size() == 2);
  CHECK((study.shares[0].clauses == std::vector<std::string>{"C-1"} && study.shares[1].measures == std::vector<std::string>{"m-2"}));
  CHECK((study.share_of == "plan" && study.shares[1].place.line > study.shares[0].place.line));
  CHECK(read(scratch, std::string(kHead) + "share_of = \"late\"\n" + text, problems).share_of == "late");
  CHECK(first_problem("share_of = \"lost\"\n" + text).find("there are: plan, late") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\n[[share]]\nid = \"rail\"\n").find("neither clauses nor measures") !=
        std::string::npos);
}

TEST_CASE("mistakes of a study are said with their line", "[study]") {
  CHECK(first_problem("").find("no [[case]]") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\nset = [\"measure.a.from\"]\n").find(":8:") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\nagainst = \"b\"\n").find("against is \"b\"") != std::string::npos);
  CHECK(first_problem("members = 5\nfull = 6\n[[case]]\nid = \"a\"\nscenario = \"t\"\n").find("members in full: 6") != std::string::npos);
  CHECK(first_problem("screening = -1\n[[case]]\nid = \"a\"\nscenario = \"t\"\n").find("screening: -1") != std::string::npos);
  CHECK(first_problem("until = \"2025-02-30\"\n[[case]]\nid = \"a\"\nscenario = \"t\"\n").find("until") != std::string::npos);
  CHECK(first_problem("second = -1\n[[case]]\nid = \"a\"\nscenario = \"t\"\n").find("second: -1") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\nvarient = \"v\"\n").find("varient") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\n[[grid]]\nid = \"g\"\npath = \"x.y.z\"\nvalues = []\n")
            .find("values is empty") != std::string::npos);
  CHECK(first_problem("[[case]]\nid = \"a\"\nscenario = \"t\"\n[[grid]]\nid = \"g\"\npath = \"x.y.z\"\nvalues = [\"1\", \"1\"]\n")
            .find("values has a value twice") != std::string::npos);
}

TEST_CASE("a shard is k of N, and nothing else", "[study]") {
  REQUIRE(shard_from_text("3/8"));
  CHECK((shard_from_text("3/8")->part == 3 && shard_from_text("3/8")->of == 8));
  for (const char* wrong : {"3/2", "0/2", "3", "a/b", "1.5/2", "-1/2", "1/"}) CHECK_FALSE(shard_from_text(wrong));
  const Shard second{2, 3};
  CHECK((second.has(1) && second.has(4) && !second.has(2) && !second.has(3)));
}

}  // namespace study_file_test
