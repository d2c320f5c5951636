/// Shares of an effect: groups of a study, what is withheld, how the table closes on tiny.
#include <catch2/catch.hpp>

#include <algorithm>

#include "study/studies/effect_shares.hpp"
#include "study/studies/study_tables.hpp"
#include "study/work_folder.hpp"
#include "tests/study/scene.hpp"

namespace effect_shares_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;

namespace {

StudyFile two_groups(const std::vector<std::string>& clauses, const std::vector<std::string>& measures) {
  StudyFile file;
  file.shares = {{"rail", "铁路", "railway", clauses, {}, {"study.toml", 9, 1}}, {"gates", "", "", {}, measures, {"study.toml", 13, 1}}};
  return file;
}

std::vector<std::string> mistakes(const StudyFile& file) {
  Problems problems;
  static_cast<void>(share_groups(file, *tiny().world, problems));
  std::vector<std::string> said;
  for (const Problem& problem : problems.sorted()) said.push_back(to_string(problem));
  return said;
}

EffectShares shares_of_tiny(const std::vector<std::string>& clauses, const std::vector<std::string>& measures) {
  Problems problems;
  const auto groups = share_groups(two_groups(clauses, measures), *tiny().world, problems);
  REQUIRE(problems.empty());
  Request request = of_tiny();
  request.jobs = 2;
  const WorkFolder work;
  return effect_shares({request, tiny(), groups, work.path()}, Missing::run, {});
}

const TargetShares& of(const EffectShares& shares, const std::string& target) {
  return *std::find_if(shares.targets.begin(), shares.targets.end(), [&](const TargetShares& t) { return t.target == target; });
}

std::string csv_of(const EffectShares& shares) {
  StudyResult result;
  result.shares = shares;
  return to_csv(shares_table(result));
}

double sum(const TargetShares& target) {
  double all = 0.0;
  for (const auto& share : target.shares) all += share.value;
  return all;
}

}  // namespace

TEST_CASE("a group is the measures of its clauses and those that it names", "[study]") {
  Problems problems;
  const auto groups = share_groups(two_groups({"TN-01", "TN-02"}, {"ms-gate"}), *tiny().world, problems);
  REQUIRE(problems.empty());
  CHECK(groups[0].measures == std::set<std::string>{"ms-duty", "ms-siding"});
  CHECK(groups[1].measures == std::set<std::string>{"ms-gate"});
}

TEST_CASE("mistakes of groups are said at the group, all at once", "[study]") {
  const auto said = mistakes(two_groups({"TN-01", "TN-09x"}, {"ms-siding", "ms-gaet"}));
  REQUIRE(said.size() == 3);
  const auto has = [&](const std::string& text) {
    return std::any_of(said.begin(), said.end(), [&](const std::string& line) { return line.find(text) != std::string::npos; });
  };
  CHECK(has("study.toml:9:1: share \"rail\" names clause \"TN-09x\""));
  CHECK(has("nearest: ms-gate"));
  CHECK(has("study.toml:13:1: measure ms-siding is in share \"rail\" already"));
}

TEST_CASE("shares of the works' siding and its duty add up to the full runs' total, each figure paired with the plan's seed",
          "[study][slow]") {
  const EffectShares shares = shares_of_tiny({"TN-01"}, {"ms-duty"});
  CHECK((shares.twins == 4 && shares.exact && shares.without.empty() && shares.undone.empty()));
  const TargetShares& rail = of(shares, "tg-works");
  REQUIRE(rail.total);
  // tests/hand/tiny.md: with both 51.77 % of the works' goods go by rail; a siding that carries a share is needed for any of them.
  CHECK(*rail.total > 0.0);
  REQUIRE(rail.shares.size() == 2);
  CHECK(sum(rail) == Approx(*rail.estimated));
  CHECK(sum(rail) + *rail.remainder() == Approx(*rail.total));
  CHECK(rail.shares[0].value > rail.shares[1].value);  // a duty without a siding brings nothing
  const std::string csv = csv_of(shares);
  CHECK(csv.find(",tg-works,1,group,rail,ms-siding,") != std::string::npos);
  CHECK(csv.find(",tg-works,1,total,,,") != std::string::npos);
}

TEST_CASE("runs of coalitions share their draws and their base year: only the measures of who is absent are switched off", "[study]") {
  Problems problems;
  const auto groups = share_groups(two_groups({"TN-01"}, {"ms-duty"}), *tiny().world, problems);
  const ShareRuns runs = share_runs(of_tiny(), tiny(), groups);
  REQUIRE((runs.twins.size() == 4 && runs.full.size() == 2 && runs.orders.empty()));
  for (const Member& member : runs.twins) {
    CHECK(member.seed == tiny().world->settings.seed);
    CHECK(member.base.empty());
  }
  const std::string siding = "measure.ms-siding.enabled", duty = "measure.ms-duty.enabled";
  CHECK(runs.twins[0].all == MemberChanges{{siding, "false"}, {duty, "false"}});
  CHECK(runs.twins[1].all == MemberChanges{{duty, "false"}});
  CHECK(runs.twins[2].all == MemberChanges{{siding, "false"}});
  CHECK(runs.twins[3].all.empty());
  CHECK((runs.full[0].all == runs.twins[0].all && runs.full[1].all.empty()));
  // Shards have each of them once.
  CHECK(share_runs(of_tiny(), tiny(), groups, {1, 2}).twins.size() + share_runs(of_tiny(), tiny(), groups, {2, 2}).twins.size() == 4);
}

TEST_CASE("six groups are run in all 64 coalitions, seven along drawn orders", "[study]") {
  StudyFile file;
  const std::vector<std::string> measures{"ms-siding", "ms-duty", "ms-gate", "ms-retire", "ms-slag", "ms-sanitation", "ms-mixer"};
  for (const std::string& id : measures) file.shares.push_back({id, "", "", {}, {id}, {}});
  Problems problems;
  auto groups = share_groups(file, *tiny().world, problems);
  REQUIRE(problems.empty());
  const ShareRuns drawn = share_runs(of_tiny(), tiny(), groups);
  CHECK(drawn.orders.size() == kSampledOrders);
  CHECK((drawn.coalitions.front() == 0 && drawn.coalitions.back() == 127 && drawn.full.size() == 2));
  groups.pop_back();
  CHECK((share_runs(of_tiny(), tiny(), groups).twins.size() == 64 && share_runs(of_tiny(), tiny(), groups).orders.empty()));
}

TEST_CASE("shares are withheld where full runs and estimates differ by more than a twentieth of the total", "[study]") {
  TargetShares target;
  target.total = 100.0;
  for (const double estimated : {95.0, 105.0}) {
    target.estimated = estimated;
    CHECK_FALSE(is_withheld(target));
  }
  for (const double estimated : {94.9, 105.1, -100.0}) {
    target.estimated = estimated;
    CHECK(is_withheld(target));
  }
  target.total = 0.0;
  target.estimated = 0.0;
  CHECK_FALSE(is_withheld(target));
  target.estimated = 1e-6;
  CHECK(is_withheld(target));
}

TEST_CASE("a coalition without a figure leaves a target without shares, and its total stands", "[study]") {
  EffectShares shares;
  shares.of_case = "plan";
  shares.groups = {{{"rail", "", "", {}, {}, {}}, {"m-1"}}};
  shares.targets = {{"tg", "t", true, 10.0, std::nullopt, {}, false}};
  const std::string csv = csv_of(shares);
  CHECK(csv.find("plan,tg,t,group,rail,m-1,,,,0,yes,no") != std::string::npos);
  CHECK(csv.find("plan,tg,t,full_minus_twin,,,,,,0,yes,no") != std::string::npos);
  CHECK(csv.find("plan,tg,t,total,,,10,,1,0,yes,no") != std::string::npos);
}

TEST_CASE("of coalitions that were not run nothing is shared, and all are named", "[study]") {
  Problems problems;
  const auto groups = share_groups(two_groups({"TN-01"}, {"ms-duty"}), *tiny().world, problems);
  const Request request = of_tiny();
  const WorkFolder work;
  const EffectShares shares = effect_shares({request, tiny(), groups, work.path()}, Missing::leave, {});
  CHECK((shares.undone.size() == 6 && shares.targets.empty()));
}

}  // namespace effect_shares_test
