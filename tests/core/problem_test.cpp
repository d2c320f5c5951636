#include "sim/core/problem.hpp"

#include <catch2/catch.hpp>

namespace problem_test {

using namespace railshift;

namespace {

Problem at(const std::string& file, int line, int column, Mistake mistake) {
  return {{file, line, column}, same("x"), same("y"), same("z"), mistake};
}

}  // namespace

TEST_CASE("files come first, then forms, then contents, each by file, line and column", "[core]") {
  Problems problems;
  problems.add(at("a.csv", 2, 1, Mistake::content));
  problems.add(at("b.csv", 1, 9, Mistake::form));
  problems.add(at("a.csv", 1, 7, Mistake::content));
  problems.add(at("b.csv", 1, 2, Mistake::form));
  problems.add(at("c.csv", 0, 0, Mistake::file));
  std::string order;
  for (const Problem& p : problems.sorted()) order += p.place.file + std::to_string(p.place.line) + std::to_string(p.place.column) + " ";
  CHECK(order == "c.csv00 b.csv12 b.csv19 a.csv17 a.csv21 ");
}

TEST_CASE("a mistake at several places is told once, at the first of them in its file", "[core]") {
  Problems problems;
  problems.add(at("a.csv", 5, 3, Mistake::content));
  CHECK(to_string(problems.sorted()[0]) == "a.csv:5:3: x (y); z");
  problems.add_place(0, {"a.csv", 4, 9});
  problems.add_place(0, {"a.csv", 4, 10});
  problems.add_place(0, {"0.csv", 1, 1});
  CHECK(problems.size() == 1);
  CHECK(to_string(problems.sorted()[0]) == "a.csv:4:9: x (y); z; the same at 3 more place(s)");
}

TEST_CASE("one set of values goes into the sentence of each language", "[core]") {
  const Words all = both("{1} 年 {0} 个，{2:.1f} 吨", "{0} of {1}, {2:.1f} t", 3, 2024, 1.26);
  CHECK(all.zh == "2024 年 3 个，1.3 吨");
  CHECK(all.en == "3 of 2024, 1.3 t");
  CHECK(both("没有值", "no value") == Words{"没有值", "no value"});
}

TEST_CASE("a value that is words says in each language its own", "[core]") {
  const Words heavy{"heavy（重型）", "heavy"};
  CHECK(both("{} 的车，代码 {}", "{} trucks, id {}", heavy, std::string("a-1")) ==
        Words{"heavy（重型） 的车，代码 a-1", "heavy trucks, id a-1"});
  CHECK(both("{}。", "{}.", both("{} 辆", "{} trucks", 2)) == Words{"2 辆。", "2 trucks."});
}

TEST_CASE("what is the same in every language is written once", "[core]") {
  CHECK(same("a-1") == Words{"a-1", "a-1"});
  CHECK(same("").empty());
  CHECK_FALSE(Words{"无", ""}.empty());
  CHECK(Words{"甲", "a"}.in(Language::zh) == "甲");
  CHECK(Words{"甲", "a"}.in(Language::en) == "a");
}

TEST_CASE("a problem is told in Chinese with Chinese signs, the place as it is", "[core]") {
  Problem problem{{"a.csv", 4, 9}, {"km（里程）为空", "km is empty"}, {"必填：数", "required: number"}, {"填写一个值", "write a value"}};
  CHECK(to_string(problem, Language::zh) == "a.csv:4:9: km（里程）为空（必填：数）；填写一个值");
  CHECK(to_string(problem, Language::en) == "a.csv:4:9: km is empty (required: number); write a value");
  CHECK(to_string(problem) == to_string(problem, Language::en));
  problem.elsewhere = 3;
  CHECK(to_string(problem, Language::zh) == "a.csv:4:9: km（里程）为空（必填：数）；填写一个值；另有 3 处相同");
  problem = {{"a.csv", 0, 0}, {"缺少该文件", "the file is missing"}, {"要有全部文件", "all files"}, {}};
  CHECK(to_string(problem, Language::zh) == "a.csv: 缺少该文件（要有全部文件）");
  CHECK(to_string(problem, Language::en) == "a.csv: the file is missing (all files)");
}

}  // namespace problem_test
