#include <catch2/catch.hpp>

#include "sim/core/print_paper.hpp"

namespace print_paper_test {

using namespace railshift;

TEST_CASE("narrow sheets print upright, wide ones across, the widest on A3", "[core]") {
  CHECK(print_paper(95.0).size == 9);
  CHECK_FALSE(print_paper(95.0).across);
  CHECK(print_paper(95.1).size == 9);
  CHECK(print_paper(95.1).across);
  CHECK(print_paper(190.0).size == 9);
  CHECK(print_paper(190.1).size == 8);
  CHECK(print_paper(190.1).across);
}

TEST_CASE("a text takes as many lines as its width asks for in a cell", "[core]") {
  CHECK(wrapped_lines(0, 40.0) == 1);
  CHECK(wrapped_lines(38, 40.0) == 1);  // two characters of a line stay free
  CHECK(wrapped_lines(39, 40.0) == 2);
  CHECK(wrapped_lines(77, 40.0) == 3);
  CHECK(wrapped_lines(7, 5.0) == 2);  // no cell is taken for narrower than six
}

}  // namespace print_paper_test
