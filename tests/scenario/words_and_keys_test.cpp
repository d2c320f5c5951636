#include <catch2/catch.hpp>

#include "sim/scenario/fields/clock_times.hpp"
#include "sim/scenario/fields/field_info.hpp"
#include "sim/scenario/fields/keys.hpp"
#include "sim/scenario/fields/words.hpp"

namespace words_and_keys_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

using Times = std::vector<int>;

/// The words of a list in their order.
template <class E>
std::vector<std::string> texts() {
  std::vector<std::string> out;
  for (const Word& word : words_of<E>()) out.push_back(word.text);
  return out;
}

}  // namespace

TEST_CASE("ids have the rank of their text order, whatever their own order, and each counts once", "[scenario]") {
  KeyBook keys;
  keys.add("sites", {"plant", "mine", "plant", "market"});
  CHECK(keys.ids("sites") == std::vector<std::string>{"market", "mine", "plant"});
  CHECK(keys.rank("sites", "market") == 0U);
  CHECK(keys.rank("sites", "plant") == 2U);
  CHECK_FALSE(keys.rank("sites", "min"));
  CHECK_FALSE(keys.rank("sites", "zoo"));
}

TEST_CASE("a table that was read without rows is known, one that was not read is not", "[scenario]") {
  KeyBook keys;
  keys.add("closures", {});
  CHECK(keys.knows("closures"));
  CHECK_FALSE(keys.knows("sites"));
  CHECK(keys.ids("sites").empty());
  CHECK_FALSE(keys.rank("sites", "mine"));
}

TEST_CASE("words stand in the order of their enumeration and number themselves", "[scenario]") {
  CHECK(texts<Mode>() == std::vector<std::string>{"truck", "rail", "belt", "pipe"});
  CHECK(texts<Owner>() == std::vector<std::string>{"local", "hired", "through"});
  CHECK(texts<TariffOn>() == std::vector<std::string>{"rail_haul", "road_haul", "handling", "drayage", "toll"});
  CHECK(texts<Payer>() == std::vector<std::string>{"carrier", "public_money"});
  CHECK(texts<CleanMode>() == std::vector<std::string>{"rail", "belt", "pipe", "new_energy_truck"});
  CHECK(texts<NewSite>() == std::vector<std::string>{"new_site", "relocated"});
  CHECK(texts<SiteLink>() == std::vector<std::string>{"siding", "belt", "pipe"});
  CHECK(texts<CleanTrucks>() == std::vector<std::string>{"no", "without_siding", "always"});
  const auto standards = words_of<Standard>();
  REQUIRE(standards.size() == static_cast<std::size_t>(kStandards));
  for (std::size_t i = 0; i < standards.size(); ++i) {
    CHECK(standards[i].value == static_cast<int>(i));
    CHECK(standards[i].text == to_text(static_cast<Standard>(i)));
  }
  CHECK(standards[6].zh == std::vector<std::string>{"国六", "国6", "国VI", "国Ⅵ"});
}

TEST_CASE("what a field accepts is told with unit and bounds", "[scenario]") {
  const FieldInfo km = number("km", "", "").in("km");
  CHECK(accepted(km).en == "number in km");
  CHECK(accepted(km.at_least(0)).en == "number in km, 0 or more");
  CHECK(accepted(km.between(0, 500)).en == "number in km, 0 to 500");
  CHECK(accepted(integer("n", "", "").between(1, 7)).en == "whole number, 1 to 7");
  CHECK(accepted(ref("site_id", "", "").into("sites")).en == "an id of sites");
  CHECK(accepted(word("mode", "", "").of({{"truck", {"公路", "卡车"}, 0}, {"rail", {}, 1}})).en == "one of truck (公路, 卡车), rail");
}

TEST_CASE("a field that is derived from another one leaves it as it was", "[scenario]") {
  const FieldInfo base = number("km", "", "");
  const FieldInfo other = base.optional().in("km").at_least(1).with_range();
  CHECK(base.need == Need::required);
  CHECK(base.unit.empty());
  CHECK_FALSE(base.ranged);
  CHECK(other.need == Need::optional);
  CHECK(other.ranged);
  CHECK_FALSE(other.may_be_left_out);
  CHECK(base.if_given().may_be_left_out);
}

TEST_CASE("times of a timetable become ascending seconds after midnight", "[scenario]") {
  CHECK(parse_clock_times("06:00") == Times{21'600});
  CHECK(parse_clock_times("14:30;06:00;22:15:30") == Times{21'600, 52'200, 80'130});
  CHECK(parse_clock_times("00:00;23:59:59") == Times{0, 86'399});
  CHECK(parse_clock_times("6:5") == Times{21'900});
  CHECK(parse_clock_times("") == Times{});
}

TEST_CASE("what is no time of day, stands twice or ends with nothing is no timetable", "[scenario]") {
  for (const std::string bad : {"24:00", "23:60", "23:59:60", "6", "06:00:00:00", "06:00;06:00:00", "06:00;", ";06:00", "06:-1", "006:00",
                                "06 :00", "6时", "06:00,07:00", ":30", "06:"}) {
    INFO(bad);
    CHECK_FALSE(parse_clock_times(bad));
  }
}

}  // namespace words_and_keys_test
