/// Members that contradict what was observed.
#include <catch2/catch.hpp>

#include "analysis/chances/ruled_out.hpp"
#include "analysis/chances/year_bands.hpp"
#include "analysis/words/chance_words.hpp"
#include "tests/analysis/chances/exhaust_city.hpp"
#include "tests/support/in_chinese.hpp"

namespace ruled_out_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// 4 t of NOx were counted in 2024.
World observed_city(std::optional<double> deviation) {
  World world = chances::city();
  world.observed =
      Table<Observed>(std::vector<Observed>{{"ob-nox", "exhaust", "numerator_kind=NOx", "2024", 4.0, "t", "counted", deviation}});
  return world;
}

}  // namespace

TEST_CASE("a member three stated deviations away stays, one further away is ruled out", "[analysis]") {
  const World world = observed_city(0.5);
  CHECK_FALSE(contradiction(world, chances::member(5.5)));
  CHECK_FALSE(contradiction(world, chances::member(2.5)));
  const auto above = contradiction(world, chances::member(5.51)), below = contradiction(world, chances::member(2.49));
  REQUIRE((above && below));
  CHECK((above->observed == "ob-nox" && above->figure == Approx(5.51)));
  const auto out = ruled_out(world, {chances::member(4.0), chances::member(9.0), chances::member(4.2)});
  CHECK((out.size() == 1 && out.contains(1)));
}

TEST_CASE("an observed value without a stated deviation rules out nothing", "[analysis]") {
  CHECK_FALSE(contradiction(observed_city(std::nullopt), chances::member(900.0)));
  const ObservedUse use = observed_use(observed_city(std::nullopt), {chances::member(900.0)});
  CHECK((use.rows == 1 && use.stated == 0 && use.used == 0));
}

TEST_CASE("a member that has no figures, or fails to serve, is never ruled out", "[analysis]") {
  const World world = observed_city(0.5);
  CHECK_FALSE(contradiction(world, {}));
  MetricTable left_behind = chances::member(9.0);
  left_behind.push_back(chances::row("unserved_share", "1", 0.01));  // no more than the limit
  CHECK(contradiction(world, left_behind));
  left_behind.back().value = 0.011;
  CHECK_FALSE(contradiction(world, left_behind));
}

TEST_CASE("an observation of a year that was not run says nothing", "[analysis]") {
  World world = observed_city(0.5);
  world.observed.rows_for_loading()[0].period = "2019";
  CHECK_FALSE(contradiction(world, chances::member(9.0)));
  CHECK(observed_use(world, {chances::member(9.0)}).used == 0);
}

TEST_CASE("how many members were left out, and for which years, is a sentence", "[analysis]") {
  const RuledOutSaid said{{2, 1, 1, "2020", "2024"}, 200, 3, 0};
  CHECK(ruled_out_text(said, Language::en).find("3 of 200 members contradict the observed 2020–2024") == 0);
  CHECK(ruled_out_text(said, Language::en).find("judged otherwise") == std::string::npos);
  RuledOutSaid pairs = said;
  pairs.judged_otherwise = 1;
  CHECK(ruled_out_text(pairs, Language::en).find("1 are judged otherwise") != std::string::npos);
  test::require_chinese({ruled_out_text(pairs, Language::zh), ruled_out_text(pairs, Language::en)});
  CHECK(ruled_out_text({{2, 1, 0, "", ""}, 200, 0, 0}, Language::en).find("no member is left out") != std::string::npos);
  CHECK(ruled_out_text({}, Language::zh).empty());
}

TEST_CASE("a member that is ruled out is in no band of a year, nor among those without a figure", "[analysis]") {
  MemberTables members;
  members.twins = {chances::member(1.0), chances::member(900.0), chances::member(3.0), {}};
  members.full = {{0, chances::member(2.0)}, {1, chances::member(800.0)}};
  members.ruled_out = {1};
  const auto bands = year_bands(members);
  REQUIRE(bands.size() == 1);
  CHECK((bands[0].band.members == 2 && bands[0].band.without == 1));
  CHECK((bands[0].band.p05 >= 1.0 && bands[0].band.p95 <= 3.0));
  CHECK((bands[0].full == 1 && bands[0].full_mean == 2.0));
}

}  // namespace ruled_out_test
