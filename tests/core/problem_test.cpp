#include "sim/core/problem.hpp"

#include <catch2/catch.hpp>

using namespace railshift;

namespace {

Problem at(const std::string& file, int line, int column, Mistake mistake) { return {{file, line, column}, "x", "y", "z", mistake}; }

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
