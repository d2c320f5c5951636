/// What decides a target: order, office, and why there is none.
#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/chances/deciding.hpp"
#include "analysis/words/chance_words.hpp"
#include "tests/analysis/chances/exhaust_city.hpp"

namespace deciding_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

const std::vector<std::string> kGroups{"price", "weather"};
const std::map<std::string, Words> kOffices{{"price", {"铁路局", "railway"}}};
const std::map<std::string, Words> kNames{{"price", {"价格", "prices"}}};

statistics::Points points_of(int members) {
  statistics::Points points;
  for (int i = 0; i < members; ++i) points.push_back({std::fmod(0.618034 * i, 1.0), std::fmod(0.381966 * i * i, 1.0)});
  return points;
}

/// Prices move 2 t, the weather 0.1 t.
std::vector<TargetChance> moved_by_prices(const statistics::Points& points) {
  MemberTables members;
  for (const auto& point : points) members.twins.push_back(chances::member(4.0 + 2.0 * point[0] + 0.1 * point[1]));
  return target_chances(chances::city(), members, 1);
}

std::vector<Deciding> decided(const statistics::Points& points, const std::vector<TargetChance>& chances,
                              const std::map<std::string, std::vector<std::size_t>>& passed = {}) {
  return deciding({kGroups, kOffices, points, chances, passed, 1});
}

}  // namespace

TEST_CASE("the group that decides a figure is named with its office, and what it decides", "[analysis]") {
  const auto points = points_of(60);
  const auto chances = moved_by_prices(points);
  const auto found = decided(points, chances);
  REQUIRE(found.size() == 1);
  CHECK((found[0].members == 60 && found[0].candidates == 2 && found[0].screened_by == ScreenedBy::members));
  CHECK(*found[0].r2 > 0.99);
  REQUIRE(!found[0].groups.empty());
  CHECK(found[0].groups[0].group == "price");
  CHECK(found[0].groups[0].office.en == "railway");
  CHECK(found[0].groups[0].share.total.value > 0.95);  // 4 : 0.01 of the variance
  CHECK(decides_text(found[0], kNames, Language::zh) == "价格（100%）");
  const auto numbers = first_numbers(chances, found, kNames, Language::zh);
  REQUIRE(numbers.size() == 1);
  CHECK((numbers[0].name == "价格" && numbers[0].office == "铁路局" && numbers[0].targets == "tg 100%"));
  CHECK(to_csv(found).find("tg,60,members,2,") != std::string::npos);
}

TEST_CASE("what no input explains has no order, and it is said", "[analysis]") {
  const auto points = points_of(60);
  MemberTables members;
  for (int i = 0; i < 60; ++i)
    members.twins.push_back(chances::member(points[static_cast<std::size_t>(i)][0] + (i * 7919 % 13 < 6 ? 4.0 : 6.0)));
  const auto chances = target_chances(chances::city(), members, 1);
  const auto found = decided(points, chances);
  CHECK(found[0].groups.empty());
  CHECK(first_numbers(chances, found, kNames, Language::en).empty());
  if (found[0].r2) CHECK(decides_text(found[0], kNames, Language::en) == "the surrogate explains less than 90 %: no order");
}

TEST_CASE("fewer than 50 members with a figure give no order, and it is said", "[analysis]") {
  const auto points = points_of(49);
  const auto found = decided(points, moved_by_prices(points));
  CHECK_FALSE(found[0].r2);
  CHECK(decides_text(found[0], kNames, Language::en) == "fewer than 50 members with a figure: no order");
  CHECK(to_csv(found).find("tg,49,members,2,,,,,,,,,") != std::string::npos);
}

TEST_CASE("a target that nothing varied touches has nothing to get first, whatever the members, one that is touched has", "[analysis]") {
  MemberTables members;
  members.twins.assign(49, chances::member(4.0));
  members.full[0] = chances::member(4.0);
  const auto untouched = target_chances(chances::city(), members, 1);
  const auto found = decided(points_of(49), untouched);
  CHECK(decides_text(untouched[0], found, kNames, Language::en).empty());
  members.twins[3] = chances::member(4.5);
  const auto touched = target_chances(chances::city(), members, 1);
  CHECK(decides_text(touched[0], decided(points_of(49), touched), kNames, Language::en) == "fewer than 50 members with a figure: no order");
}

TEST_CASE("a screening of its own says which groups are in question", "[analysis]") {
  const auto points = points_of(60);
  const auto chances = moved_by_prices(points);
  const auto found = decided(points, chances, {{"tg", {0}}});
  CHECK((found[0].screened_by == ScreenedBy::morris && found[0].candidates == 1));
  REQUIRE(found[0].groups.size() == 1);
  CHECK(found[0].groups[0].group == "price");
  // Where what passed does not explain the figure, the members screen among all groups.
  for (const std::vector<std::size_t>& passed : {std::vector<std::size_t>{}, std::vector<std::size_t>{1}}) {
    const Deciding all = decided(points, chances, {{"tg", passed}})[0];
    CHECK((all.screened_by == ScreenedBy::members && all.candidates == 2));
    REQUIRE(!all.groups.empty());
    CHECK(all.groups[0].group == "price");
  }
}

}  // namespace deciding_test
