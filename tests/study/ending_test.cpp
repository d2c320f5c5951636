/// What a study comes to: our own promises first, then what its user demands.
#include <catch2/catch.hpp>

#include "study/ending.hpp"

namespace ending_test {

using namespace railshift;
using namespace railshift::study;

namespace {

using Runs = std::vector<ChildRecord>;

ChildRecord with_wait(engine::WaitCause cause) {
  ChildRecord run;
  run.long_waits.push_back({"fl-coal", "pl-semi", cause, 3, 90'000, 900.0});
  return run;
}

const ChildRecord kGood;

ChildRecord late() { return with_wait(engine::WaitCause::stated_size); }
ChildRecord broken() { return with_wait(engine::WaitCause::none); }
ChildRecord unlawful() {
  ChildRecord run;
  run.breaches.push_back({"flows", "2023-01", "fl-coal", "offered = delivered + waiting", 1, "kg"});
  return run;
}

std::vector<analysis::Verdict> verdict(analysis::Outcome outcome) {
  analysis::Verdict v;
  v.outcome = outcome;
  return {v};
}

}  // namespace

TEST_CASE("a long wait keeps the promise if the inputs are its cause, and breaks it if they are not", "[study]") {
  CHECK(kept(kGood));
  for (const auto cause : {engine::WaitCause::stated_size, engine::WaitCause::no_eligible_truck, engine::WaitCause::closure,
                           engine::WaitCause::crowded_end, engine::WaitCause::full_yard, engine::WaitCause::slow_joining})
    CHECK(kept(with_wait(cause)));
  CHECK_FALSE(kept(broken()));
  ChildRecord both = late();
  both.long_waits.push_back(broken().long_waits.front());
  CHECK_FALSE(kept(both));
  CHECK_FALSE(kept(unlawful()));
}

TEST_CASE("a promise that any run breaks is the ending, whatever is demanded and whether or not it holds", "[study]") {
  const auto met = verdict(analysis::Outcome::met), missed = verdict(analysis::Outcome::missed);
  for (const ChildRecord& bad : {broken(), unlawful()}) {
    for (const Demand demand : {Demand::nothing, Demand::targets, Demand::served}) {
      CHECK(ending_of(demand, met, {kGood, kGood, bad}, {}) == Ending::promise_broken);
      CHECK(ending_of(demand, met, {kGood}, {bad}) == Ending::promise_broken);
      CHECK(ending_of(demand, missed, {bad, late()}, {}) == Ending::promise_broken);
    }
  }
}

TEST_CASE("where the promise is kept a demand holds or not, and nothing demanded is done", "[study]") {
  const auto met = verdict(analysis::Outcome::met);
  const Runs runs{kGood, kGood, late()};
  CHECK(ending_of(Demand::nothing, verdict(analysis::Outcome::missed), runs, {}) == Ending::done);
  CHECK(ending_of(Demand::targets, met, runs, {}) == Ending::done);
  for (const auto outcome : {analysis::Outcome::missed, analysis::Outcome::cannot_say, analysis::Outcome::not_testable})
    CHECK(ending_of(Demand::targets, verdict(outcome), {kGood}, {}) == Ending::not_held);
  CHECK(ending_of(Demand::served, met, {kGood, kGood}, {}) == Ending::done);
  CHECK(ending_of(Demand::served, met, runs, {}) == Ending::not_held);
  CHECK(ending_of(Demand::served, met, {kGood}, {late()}) == Ending::done);  // it is not demanded of what runs beside
}

TEST_CASE("a clause is demanded in its main reading, however its other readings end", "[study]") {
  std::vector<analysis::Verdict> verdicts = verdict(analysis::Outcome::met);
  verdicts.front().target = "tg-main";
  verdicts.push_back(verdict(analysis::Outcome::missed).front());
  verdicts.back().reading_of = "tg-main";
  CHECK(ending_of(Demand::targets, verdicts, {kGood}, {}) == Ending::done);
  std::swap(verdicts.front().outcome, verdicts.back().outcome);
  CHECK(ending_of(Demand::targets, verdicts, {kGood}, {}) == Ending::not_held);
}

TEST_CASE("of a demand for targets that does not hold every target that is not met is named with its figures and how it stands",
          "[study]") {
  analysis::Verdict missed, part, met;
  missed.target = "tg-works";
  missed.judged = analysis::Period{2025, 0};
  missed.threshold = 85.0;
  missed.value = 61.2;
  missed.unit = "%";
  missed.outcome = analysis::Outcome::missed;
  part = missed;
  part.target = "tg-part";
  part.value.reset();
  part.outcome = analysis::Outcome::cannot_say;
  met = missed;
  met.target = "tg-met";
  met.outcome = analysis::Outcome::met;
  const std::vector<Words> lines = not_held(Demand::targets, {missed, met, part}, {kGood});
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].en == "--assert targets does not hold: 2 of 3 targets are not found met");
  CHECK(lines[0].zh == "--assert targets 不成立：3 项目标中 2 项未判定为达到");
  CHECK(lines[1].en.find("tg-works: 2025 ") != std::string::npos);
  CHECK(lines[1].en.find("61.2") != std::string::npos);
  CHECK(lines[1].en.find("85") != std::string::npos);
  CHECK(lines[1].en.ends_with("missed"));
  CHECK(lines[1].zh.ends_with("未达到"));
  CHECK(lines[2].en.ends_with("cannot say"));
  // an assessment knows more
  missed.status = analysis::Status::if_executed;
  CHECK(not_held(Demand::targets, {missed}, {kGood})[1].en.ends_with("if executed"));
  CHECK(not_held(Demand::targets, {met}, {late()}).empty());
  CHECK(not_held(Demand::nothing, {missed}, {late()}).empty());
}

TEST_CASE("of a demand for service that does not hold it is said how many runs left goods behind", "[study]") {
  const std::vector<Words> lines = not_held(Demand::served, {}, {kGood, late(), kGood});
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].en.find("1 of 3 runs") != std::string::npos);
  CHECK(lines[0].zh.find("3 次模拟中 1 次") != std::string::npos);
  CHECK(not_held(Demand::served, {}, {kGood}).empty());
}

}  // namespace ending_test
