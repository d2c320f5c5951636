/// Chances of targets over members: what counts as met, few pairs and many, what is printed.
#include <catch2/catch.hpp>

#include "analysis/chances/chances.hpp"
#include "analysis/words/chance_words.hpp"
#include "tests/analysis/chances/exhaust_city.hpp"

namespace chances_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

using chances::city;
using chances::member;
using chances::row;

/// The first 150 of 200 twins meet it with 4 t, the others miss it with 6 t; full runs of the first `pairs`, of which the last `lost` miss.
MemberTables two_hundred(std::size_t pairs, std::size_t lost) {
  MemberTables members;
  for (int i = 0; i < 200; ++i) members.twins.push_back(member(i < 150 ? 4.0 : 6.0));
  for (std::size_t i = 0; i < pairs; ++i) members.full[i] = member(i + lost < pairs ? 4.0 : 6.0);
  return members;
}

}  // namespace

TEST_CASE("150 of 200 twins meet a target and 2 of 20 pairs lose it in full: 65 % by difference, 18 of 20 of the full runs alone",
          "[analysis]") {
  const auto chances = target_chances(city(), two_hundred(20, 2), 1);
  REQUIRE(chances.size() == 1);
  const TargetChance& chance = chances.front();
  CHECK((chance.twins == 200 && chance.twins_met == 150 && chance.pairs == 20 && chance.full_met == 18));
  CHECK(chance.difference->value == Approx(0.65));
  CHECK(*chance.difference->error == Approx(0.0738).margin(1e-4));
  REQUIRE(chance.chance);
  CHECK_FALSE(chance.range);
  CHECK(chance.full_alone.low == Approx(0.699).margin(1e-3));  // Wilson, 18 of 20
  CHECK(chance.full_alone.high == Approx(0.972).margin(1e-3));
}

TEST_CASE("with nine pairs a chance is a range, with ten it is a number, without a pair it is an estimate", "[analysis]") {
  CHECK(target_chances(city(), two_hundred(9, 0), 1).front().range);
  CHECK_FALSE(target_chances(city(), two_hundred(9, 0), 1).front().chance);
  CHECK(target_chances(city(), two_hundred(10, 0), 1).front().chance);
  const TargetChance alone = target_chances(city(), two_hundred(0, 0), 1).front();
  CHECK_FALSE(alone.range);
  CHECK_FALSE(alone.chance);
  CHECK(chance_text(alone, Language::en) == "75% (estimate)");
  CHECK(full_alone_text(alone, Language::en) == "—");
}

TEST_CASE("a target that no varied input touches has no chance: it is met or missed in all, until one member differs", "[analysis]") {
  MemberTables members;
  members.twins.assign(20, member(4.0));
  for (std::size_t i = 0; i < 3; ++i) members.full[i] = member(4.1);  // the engines differ, the members do not
  CHECK(chance_text(target_chances(city(), members, 1).front(), Language::en) == "met (untouched by what varies)");
  members.full[2] = member(4.2);
  CHECK(chance_text(target_chances(city(), members, 1).front(), Language::en) == "100%");
  members.full[2] = member(4.1);
  members.twins[19] = member(4.5);
  CHECK(chance_text(target_chances(city(), members, 1).front(), Language::en) == "100%");
  members.twins.assign(20, member(6.0));
  for (auto& [number, full] : members.full) full = member(6.1);
  CHECK(chance_text(target_chances(city(), members, 1).front(), Language::zh) == "未达到（所变输入不影响）");
}

TEST_CASE("a chance without spread has no error beside it, one with spread has", "[analysis]") {
  MemberTables members;
  for (int i = 0; i < 40; ++i) members.twins.push_back(chances::member(3.0 + 0.01 * i));
  for (std::size_t i = 0; i < 10; ++i) members.full[i] = members.twins[i];
  CHECK(chance_text(target_chances(chances::city(), members, 1).front(), Language::en) == "100%");
  for (std::size_t i = 30; i < 40; ++i) members.twins[i] = chances::member(6.0);
  const std::string said = chance_text(target_chances(chances::city(), members, 1).front(), Language::en);
  CHECK(said.find("75% ± ") == 0);  // 10 of 40 are missed
}

TEST_CASE("a member without figures, or that ran no whole year, meets nothing and is not left out", "[analysis]") {
  MemberTables members = two_hundred(0, 0);
  members.twins[0].clear();
  members.twins[1].back().value = 11.0;
  for (int month = 1; month <= 11; ++month) {
    members.twins[1].push_back(row("reported_months", "months", 1));
    members.twins[1].back().period = to_text(Period{2024, month});
  }
  CHECK(target_chances(city(), members, 1).front().twins == 200);
  CHECK(target_chances(city(), members, 1).front().twins_met == 148);
}

TEST_CASE("the largest paired error taken off and added leads from all to those that met it by more", "[analysis]") {
  // Pairs: full is 1.5 t above the twin. With 1.5 t more all 150 miss; with 1.5 t less the other 50 meet it with 4.5 t.
  MemberTables members = two_hundred(0, 0);
  for (std::size_t i = 0; i < 3; ++i) members.full[i] = member(5.5);
  const TargetChance chance = target_chances(city(), members, 1).front();
  REQUIRE(chance.range);
  CHECK(*chance.greatest_error == Approx(1.5));
  CHECK(chance.range->low == Approx(0.0));
  CHECK(chance.range->high == Approx(1.0));
  CHECK(chance_text(chance, Language::zh) == "0%–100%");
}

TEST_CASE("chances.csv has a row a target and empty cells for what there is not", "[analysis]") {
  const std::string csv = to_csv(target_chances(city(), two_hundred(9, 0), 1));
  CHECK(csv.find("target,unit,threshold,ruled_out,twins,twins_met,pairs,full_met,chance,") != std::string::npos);
  CHECK(csv.find("tg,t,5,0,200,150,9,9,,,") != std::string::npos);
}

TEST_CASE("under the second law the same points meet it less often, corrected by the same pairs, with its own n", "[analysis]") {
  // Ten pairs whose full runs lie 0.5 t above the twin. Of forty under the second law 30 have 4 t and 10 have 4.8 t: 4.5 and 5.3 t.
  MemberTables members = two_hundred(0, 0);
  for (std::size_t i = 0; i < 10; ++i) members.full[i] = member(4.5);
  for (int i = 0; i < 40; ++i) members.second.push_back(member(i < 30 ? 4.0 : 4.8));
  const TargetChance chance = target_chances(city(), members, 1).front();
  REQUIRE(chance.second);
  CHECK((chance.second->twins == 40 && chance.second->twins_met == 40));
  REQUIRE(chance.second->chance);
  CHECK(chance.second->chance->value == Approx(0.75));
  CHECK(second_text(chance, Language::en).find(" of 40") != std::string::npos);
  members.full.erase(0);
  const TargetChance few = target_chances(city(), members, 1).front();
  CHECK_FALSE(few.second->chance);
  CHECK(few.second->range->low == Approx(0.75));  // with 0.5 t added; all 40 with 0.5 t taken off
  CHECK(few.second->range->high == Approx(1.0));
  CHECK(second_text(target_chances(city(), two_hundred(9, 0), 1).front(), Language::zh) == "—");
}

TEST_CASE("members that are ruled out are no part of any figure, and the others keep their numbers", "[analysis]") {
  // The first ten of 150 that meet it are ruled out, and with them the first ten of twenty pairs.
  MemberTables members = two_hundred(20, 2);
  for (std::size_t i = 0; i < 10; ++i) members.ruled_out.insert(i);
  const TargetChance chance = target_chances(city(), members, 1).front();
  CHECK((chance.ruled_out == 10 && chance.twins == 190 && chance.twins_met == 140 && chance.pairs == 10 && chance.full_met == 8));
  REQUIRE(chance.estimates.size() == 200);
  CHECK((!chance.estimates[9] && chance.estimates[10] == 4.0 && !chance.values[9] && chance.values[10]));
  CHECK((!chance.full.contains(9) && chance.full.contains(10)));
}

}  // namespace chances_test
