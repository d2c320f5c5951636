/// Codes of areas (GB/T 2260): counties, their prefecture, and what lies where.
#include "sim/model/area_code.hpp"

#include <catch2/catch.hpp>

namespace area_code_test {

using namespace railshift;

TEST_CASE("four digits are a prefecture, six a county, and anything else is no code", "[scenario]") {
  CHECK(is_prefecture_code("1401"));
  CHECK(is_county_code("140121"));
  for (const char* other : {"", "140", "14012", "1401211", "*no_county", "14o1", "14012x"}) {
    INFO(other);
    CHECK_FALSE(is_prefecture_code(other));
    CHECK_FALSE(is_county_code(other));
    CHECK(prefecture_of(other).empty());
  }
  CHECK(prefecture_of("140121") == "1401");
  CHECK(prefecture_of("1401").empty());
}

TEST_CASE("six digits that end in 00 are a whole prefecture", "[scenario]") {
  CHECK(is_whole_prefecture("140100"));
  CHECK_FALSE(is_whole_prefecture("140110"));
  CHECK_FALSE(is_whole_prefecture("1400"));
}

TEST_CASE("a county lies in itself and in its prefecture, everything where no area is named, and no code nowhere else", "[scenario]") {
  CHECK(lies_in("140121", "140121"));
  CHECK(lies_in("140121", "1401"));
  CHECK(lies_in("140121", ""));
  CHECK(lies_in("", ""));
  CHECK_FALSE(lies_in("140121", "1402"));
  CHECK_FALSE(lies_in("140121", "140122"));
  CHECK_FALSE(lies_in("140121", "140"));  // no prefix decides
  CHECK_FALSE(lies_in("1401211", "1401"));
  CHECK_FALSE(lies_in("", "1401"));
}

}  // namespace area_code_test
