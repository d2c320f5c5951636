/// Offices of a plan on English pages.
#include <catch2/catch.hpp>

#include "analysis/words/brief/office_names.hpp"

namespace office_names_test {

using namespace railshift;
using namespace railshift::analysis;

TEST_CASE("an office is called by its level and what it does in English, and as the plan calls it in Chinese", "[analysis]") {
  CHECK(office_name("市交通局", Language::en) == "Municipal Transport Bureau");
  CHECK(office_name("市交通局", Language::zh) == "市交通局");
  CHECK(office_name("区交通运输局", Language::en) == "District Transport Bureau");
  CHECK(office_name("省发展改革委", Language::en) == "Provincial Development and Reform Commission");
  CHECK(office_name("县财政局", Language::en) == "County Finance Bureau");
  // 市 twice: the level, and the market
  CHECK(office_name("市市场监管局", Language::en) == "Municipal Market Regulation Bureau");
}

TEST_CASE("an office that no table of English words holds keeps the name that the plan gives it", "[analysis]") {
  CHECK(office_name("中国铁路太原局集团有限公司", Language::en) == "中国铁路太原局集团有限公司");
  CHECK(office_name("太原武宿机场", Language::en) == "太原武宿机场");
  CHECK(office_name("交通局", Language::en) == "交通局");          // of which level is not said
  CHECK(office_name("市场监管局", Language::en) == "市场监管局");  // 市 is no level here
  CHECK(office_name("市交通局甲", Language::en) == "市交通局甲");
  CHECK(office_name("", Language::en).empty());
}

}  // namespace office_names_test
