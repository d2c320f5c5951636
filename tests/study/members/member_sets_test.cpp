/// Which members a design runs, and what is said of whoever has their numbers.
#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

#include "study/members/member_sets.hpp"
#include "study/members/screening.hpp"
#include "study/refused.hpp"
#include "tests/study/scene.hpp"

namespace member_sets_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

TEST_CASE("a design runs its points, the first of them in full and under the second law, and its trajectories", "[study]") {
  // tiny has one group, through traffic, uniform between two ends: the second law is triangular.
  const MemberDesign design{8, 2, 1, 5, 3};
  const MemberSets sets = member_sets(of_tiny(), tiny(), design);
  CHECK((sets.all.size() == 8 && sets.in_full.size() == 2 && sets.second.size() == 5 && sets.screening.size() == 6));
  CHECK((sets.in_full[1].number == 2 && sets.in_full[1].all == sets.all[1].all));
  int closer = 0;
  for (std::size_t i = 0; i < sets.second.size(); ++i) closer += sets.second[i].all != sets.all[i].all ? 1 : 0;
  CHECK(closer == 5);
  // Inputs differ from member to member, draws do not: a chance is of inputs.
  for (const Member& member : sets.all) CHECK(member.seed == tiny().world->settings.seed);
  CHECK(std::set<MemberChanges>{sets.all[0].all, sets.all[1].all, sets.all[2].all}.size() == 3);
  CHECK(member_sets(of_tiny(), tiny(), {3, 0, 1, 100, 0}).second.size() == 3);  // at most as many as there are points
}

TEST_CASE("members are the same on one thread and on four, and their drawing is told of up to its end", "[study]") {
  const MemberDesign design{9, 2, 1, 5, 3};
  Request request = of_tiny();
  const MemberSets one = member_sets(request, tiny(), design);
  std::vector<double> told;
  int begun = 0, over = 0;
  Watch watch;
  watch.drawing = [&] { ++begun; };
  watch.simulated = [&] { ++over; };
  watch.progress = [&](double done) {
    told.push_back(done);
    return true;
  };
  request.jobs = 4;
  const MemberSets four = member_sets(request, tiny(), design, {}, watch);
  for (const auto kind : {&MemberSets::all, &MemberSets::in_full, &MemberSets::second, &MemberSets::screening}) {
    REQUIRE((one.*kind).size() == (four.*kind).size());
    for (std::size_t i = 0; i < (one.*kind).size(); ++i) {
      const Member &a = (one.*kind)[i], &b = (four.*kind)[i];
      CHECK((a.number == b.number && a.seed == b.seed && a.base == b.base && a.all == b.all));
    }
  }
  CHECK((begun == 1 && over == 1));
  CHECK(std::is_sorted(told.begin(), told.end()));
  for (const double done : told) CHECK((done > 0.0 && done <= 1.0));
}

TEST_CASE("a drawing that the user ends makes no members", "[study]") {
  Request request = of_tiny();
  Watch watch;
  watch.progress = [](double) { return false; };
  for (request.jobs = 1; request.jobs <= 4; request.jobs += 3)
    CHECK_THROWS_AS(member_sets(request, tiny(), {9, 2, 1, 5, 3}, {}, watch), Interrupted);
}

TEST_CASE("shards have every member of each kind once", "[study]") {
  const MemberDesign design{7, 3, 1, 4, 2};
  const MemberSets whole = member_sets(of_tiny(), tiny(), design);
  std::multiset<int> all, full, second, ways;
  for (int part = 1; part <= 3; ++part) {
    const MemberSets sets = member_sets(of_tiny(), tiny(), design, {part, 3});
    for (const Member& m : sets.all) {
      all.insert(m.number);
      CHECK(m.all == whole.all.at(static_cast<std::size_t>(m.number) - 1).all);
    }
    for (const Member& m : sets.in_full) full.insert(m.number);
    for (const Member& m : sets.second) second.insert(m.number);
    for (const Member& m : sets.screening) ways.insert(m.number);
  }
  CHECK(all == std::multiset<int>{1, 2, 3, 4, 5, 6, 7});
  CHECK(full == std::multiset<int>{1, 2, 3});
  CHECK(second == std::multiset<int>{1, 2, 3, 4});
  CHECK(ways == std::multiset<int>{1, 2, 3, 4});
}

TEST_CASE("a group whose section names no office is known to the one that has its tables", "[study]") {
  const auto offices = offices_of(tiny());
  REQUIRE(offices.size() == 1);
  CHECK(offices.begin()->second.en == "transport bureau, expressway companies");
}

TEST_CASE("a trajectory counts for a target where every point has a figure", "[study]") {
  analysis::statistics::Trajectory way{{{0.125, 0.125}, {0.625, 0.125}, {0.625, 0.625}}, {0, 1}};
  std::vector<analysis::MetricTable> runs(3);  // none has a figure
  CHECK(screened(*tiny().world, {way}, runs).empty());
  CHECK(screened(*tiny().world, {}, {}).empty());
  CHECK(passed_of({{"tg", "t", 1, {}, {0}}, {"th", "t", 2, {}, {1}}}) == std::map<std::string, std::vector<std::size_t>>{{"th", {1}}});
}

}  // namespace member_sets_test
