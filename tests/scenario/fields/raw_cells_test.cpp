#include "sim/scenario/fields/raw_cells.hpp"

#include <catch2/catch.hpp>

namespace raw_cells_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

Cell cell_of(const RawCells& cells, std::size_t index) {
  Cell cell;
  cells.copy_to(cell, index, "flows.csv");
  return cell;
}

}  // namespace

TEST_CASE("the cells of a row keep their texts and places, the empty and the absent ones too", "[scenario]") {
  RawCells cells;
  cells.add("煤", 3, 1);
  cells.add("", 3, 3);
  cells.add_absent(3);
  cells.add("r\nr", 4, 2);
  REQUIRE(cells.size() == 4);
  CHECK(cells.text(0) == "煤");
  CHECK(cells.text(1).empty());
  CHECK(cells.text(3) == "r\nr");
  CHECK(cell_of(cells, 0).place == Place{"flows.csv", 3, 1});
  CHECK_FALSE(cell_of(cells, 1).absent);
  CHECK(cell_of(cells, 2).absent);
  CHECK(cell_of(cells, 2).place == Place{"flows.csv", 3, 1});
  CHECK(cell_of(cells, 3).place == Place{"flows.csv", 4, 2});
}

TEST_CASE("a cell that is replaced stands alone, also in a copy of the row", "[scenario]") {
  RawCells cells;
  cells.add("1", 2, 1);
  cells.add("2", 2, 3);
  RawCells later = cells;
  later.replace(1, {"5", {"--set flows.a.share", 0, 0}, nullptr, false, true});
  later.replace(1, {"6", {"--set flows.a.share", 0, 0}, nullptr, false, true});
  CHECK(cells.text(1) == "2");
  CHECK(later.text(1) == "6");
  CHECK(cell_of(later, 1).changed);
  CHECK(cell_of(later, 1).place.file == "--set flows.a.share");
  CHECK_FALSE(cell_of(later, 0).changed);
}

}  // namespace raw_cells_test
