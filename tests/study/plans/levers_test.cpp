/// Which numbers of a plan are levers, and what it takes, on towns of which the answer is known by hand.
#include <catch2/catch.hpp>

#include <algorithm>

#include "study/plans/lever_answer.hpp"
#include "study/plans/levers.hpp"
#include "tests/study/scene.hpp"

namespace levers_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
using analysis::Lever;
using analysis::LeverFinding;
using analysis::LeverKind;
using analysis::SetFinding;

namespace {

scenario::RangedInput ranged(const std::string& path, const std::string& value, const std::string& low, const std::string& high) {
  scenario::RangedInput input;
  input.path = path;
  input.table = path.substr(0, path.find('.'));
  const std::size_t row = input.table.size() + 1;
  input.row = path.substr(row, path.rfind('.') - row);
  if (const auto at = input.row.find('@'); at != std::string::npos) input.row.resize(at);
  input.value = value;
  input.low = low;
  input.high = high;
  if (value.find('-') == std::string::npos) input.range = scenario::Range{std::stod(value), std::stod(low), std::stod(high)};
  return input;
}

/// tiny with these ranges alone. Its plan begins on 2023-07-01.
scenario::Loaded with(const std::vector<scenario::RangedInput>& inputs) {
  scenario::Loaded loaded = load_scenario(of_tiny().scenario, {});
  loaded.ranged = inputs;
  return loaded;
}

std::vector<std::string> texts(const Lever& lever) {
  std::vector<std::string> all;
  for (const auto& position : lever.positions) all.push_back(position.text);
  return all;
}

analysis::Verdict judged(const std::string& target, double value, double threshold = 0.6) {
  analysis::Verdict v;
  v.target = target;
  v.unit = "1";
  v.threshold = threshold;
  v.value = value;
  v.outcome = value >= threshold ? analysis::Outcome::met : analysis::Outcome::missed;
  v.status = value >= threshold ? analysis::Status::on_track : analysis::Status::missed;
  return v;
}

Lever hand_lever(const std::string& path) {
  Lever lever{LeverKind::obedience, analysis::LeverUnit::point, path, {path, path}, "obedience", {}};
  for (int i = 0; i <= 100; ++i) lever.positions.push_back({std::to_string(i), i * 0.01});
  return lever;
}

/// A town whose figure is 0.5 + the sum over levers of weight x position; positions stand in the settings as 0 .. 100.
class HandTown {
 public:
  explicit HandTown(std::map<std::string, double> weights) : weights_(std::move(weights)) {}

  [[nodiscard]] LeverRun run(const LeverSettings& settings) const {
    double value = 0.5;
    for (const auto& [path, text] : settings) value += weights_.at(path) * std::stod(text);
    return {{judged("tg", value)}, {}};
  }
  [[nodiscard]] analysis::TargetLevers asked() {
    LeverQuestion question;
    for (const auto& [path, weight] : weights_) question.levers.push_back(hand_lever(path));
    question.status = question.given = run({}).verdicts;
    std::vector<LeverRun> screened;
    for (const LeverSettings& settings : screening(question.levers)) screened.push_back(run(settings));
    const auto answer = lever_answer(question, screened, [this](const std::vector<LeverSettings>& wanted) {
      std::vector<LeverRun> runs;
      for (const LeverSettings& settings : wanted) runs.push_back(run(settings));
      ran_.insert(ran_.end(), wanted.begin(), wanted.end());
      return runs;
    });
    REQUIRE(answer.targets.size() == 1);
    return answer.targets.front();
  }
  [[nodiscard]] const std::vector<LeverSettings>& ran() const { return ran_; }

 private:
  std::map<std::string, double> weights_;
  std::vector<LeverSettings> ran_;
};

}  // namespace

TEST_CASE("obedience, price, opening day and ramp of a measure of the plan are levers, each towards its better end", "[study]") {
  const auto levers = levers_of(
      with({ranged("measure.ms-duty.price_yuan_per_t", "20", "0", "20.5"), ranged("measure.ms-gate.obedience", "0.998", "0.6", "1"),
            ranged("measure.ms-siding.first_share", "0.3", "0.1", "0.302"),
            ranged("measure.ms-siding.in_service", "2023-10-15", "2023-08-20", "2023-12-01"),
            ranged("measure.ms-siding.ramp_months", "12", "10", "24")}));
  REQUIRE(levers.size() == 5);
  CHECK(texts(levers[0]) == std::vector<std::string>{"20", "20.1", "20.2", "20.3", "20.4", "20.5"});
  CHECK(texts(levers[1]) == std::vector<std::string>{"0.998", "0.999", "1"});
  CHECK(levers[1].kind == LeverKind::obedience);
  CHECK(levers[1].owner.en == "gate floor (一-3)");
  CHECK(texts(levers[2]) == std::vector<std::string>{"0.3", "0.301", "0.302"});
  CHECK(levers[2].kind == LeverKind::chain_share);
  // Chains open with the month: the firsts of the months between.
  CHECK(texts(levers[3]) == std::vector<std::string>{"2023-10-15", "2023-10-01", "2023-09-01", "2023-08-20"});
  CHECK(levers[3].kind == LeverKind::date);
  CHECK(texts(levers[4]) == std::vector<std::string>{"12", "11", "10"});
}

TEST_CASE("what stands at its better end, belongs to the baseline or is no instrument is no lever", "[study]") {
  CHECK(levers_of(with({ranged("measure.ms-gate.obedience", "1", "0.6", "1"), ranged("measure.ms-sales-6.obedience", "0.5", "0.2", "1"),
                        ranged("measure.ms-duty.fade", "0.05", "0.02", "0.1"), ranged("flows.fl-coal.share_or_t", "10", "5", "15"),
                        ranged("values.choice.value_of_time@2000-01-01.value", "0.5", "0.1", "2")}))
            .empty());
  CHECK(levers_of(with({ranged("measure.ms-siding.in_service", "2023-10-01", "2023-10-01", "2023-12-01")})).empty());
}

TEST_CASE("the capacity of a siding is a lever if the plan opens it", "[study]") {
  const auto levers =
      levers_of(with({ranged("sidings.sd-works.t_per_day", "75", "50", "300"), ranged("sidings.sd-yard.t_per_day", "75", "50", "300")}));
  REQUIRE(levers.size() == 1);
  CHECK(levers[0].path == "sidings.sd-works.t_per_day");
  CHECK(texts(levers[0]) == std::vector<std::string>{"75", "175", "275", "300"});
  CHECK(levers[0].kind == LeverKind::capacity);
}

TEST_CASE("prices are levers from the first month of the plan on, in the range of their latest row", "[study]") {
  const auto levers = levers_of(with({ranged("values.rail.price_factor@2000-01-01.value", "1", "0.5", "1.5"),
                                      ranged("values.rail.price_factor@2023-01-01.value", "1", "0.998", "1.2"),
                                      ranged("values.rail.price_factor@2024-01-01.value", "1", "0.1", "1.2"),
                                      ranged("values.road.price_factor@2000-01-01.value", "1", "0.9", "1.001")}));
  REQUIRE(levers.size() == 2);
  CHECK(levers[0].path == "values.rail.price_factor@2023-07-01.value");
  CHECK(texts(levers[0]) == std::vector<std::string>{"1", "0.999", "0.998"});
  CHECK(texts(levers[1]) == std::vector<std::string>{"1", "1.001"});
}

TEST_CASE("every lever is run at its better end, and all together if there are several", "[study]") {
  CHECK(screening({}).empty());
  CHECK(screening({hand_lever("a")}) == std::vector<LeverSettings>{{{"a", "100"}}});
  CHECK(screening({hand_lever("a"), hand_lever("b")}) ==
        std::vector<LeverSettings>{{{"a", "100"}}, {{"b", "100"}}, {{"a", "100"}, {"b", "100"}}});
}

TEST_CASE("a lever that is enough is found and confirmed by its run", "[study]") {
  // 0.5 + 0.002 p: 0.6 at 50, 0.605 at 52.5. The other lever leads to 0.55.
  HandTown town({{"strong", 0.002}, {"weak", 0.0005}});
  const auto target = town.asked();
  CHECK(target.finding == SetFinding::single);
  CHECK(target.rows[0].lever.path == "strong");
  CHECK(target.rows[0].found.finding == LeverFinding::reached);
  const std::size_t at = target.rows[0].found.meets->at;
  CHECK((at >= 50 && at <= 52));
  CHECK(std::count(town.ran().begin(), town.ran().end(), LeverSettings{{"strong", std::to_string(at)}}) == 1);
  CHECK(target.rows[1].found.finding == LeverFinding::not_within_range);
  CHECK(*target.rows[1].found.misses->value == Approx(0.55));
  for (const LeverSettings& settings : town.ran()) CHECK(settings.size() == 1);  // no set was tried
}

TEST_CASE("where none is enough alone the smallest set by gain is found and was run", "[study]") {
  // 0.5 + 0.07 and 0.05 are 0.62, with 0.02 of the third 0.64: two are enough.
  HandTown town({{"a", 0.0005}, {"b", 0.0007}, {"c", 0.0002}});
  const auto target = town.asked();
  CHECK(target.finding == SetFinding::found);
  CHECK(target.set == analysis::LeverSet{{"b", "100"}, {"a", "100"}});
  CHECK(*target.set_value == Approx(0.62));
  CHECK(std::count(town.ran().begin(), town.ran().end(), LeverSettings{{"a", "100"}, {"b", "100"}}) == 1);
  for (const auto& row : target.rows) CHECK(row.found.finding == LeverFinding::not_within_range);
}

TEST_CASE("a set of two that misses by a hair needs the third", "[study]") {
  // 0.5 + 0.05 + 0.0499 = 0.5999 misses 0.6; with 0.02 it is 0.6199.
  const auto target = HandTown({{"a", 0.0005}, {"b", 0.000499}, {"c", 0.0002}}).asked();
  CHECK(target.finding == SetFinding::found);
  CHECK(target.set.size() == 3);
  // 0.5 + 0.05 + 0.0501 does without.
  CHECK(HandTown({{"a", 0.0005}, {"b", 0.000501}, {"c", 0.0002}}).asked().set.size() == 2);
}

TEST_CASE("where all together miss no set is tried, and their run is the answer", "[study]") {
  HandTown town({{"a", 0.0005}, {"b", 0.0003}});
  const auto target = town.asked();
  CHECK(target.finding == SetFinding::none);
  CHECK(*target.set_value == Approx(0.58));
  CHECK(town.ran().empty());
}

TEST_CASE("a plan without levers says so, and a target on its track asks for none", "[study]") {
  CHECK(HandTown({}).asked().finding == SetFinding::no_lever);
  LeverQuestion question;
  question.status = question.given = {judged("tg", 0.7)};
  const auto answer = lever_answer(question, {}, [](const std::vector<LeverSettings>&) { return std::vector<LeverRun>{}; });
  CHECK(answer.targets.empty());
}

TEST_CASE("what the scenario refuses stands in its row", "[study]") {
  LeverQuestion question;
  question.levers = {hand_lever("a")};
  question.status = question.given = {judged("tg", 0.5)};
  const auto answer =
      lever_answer(question, {LeverRun{{}, {"不行", "no"}}}, [](const std::vector<LeverSettings>&) { return std::vector<LeverRun>{}; });
  CHECK(answer.targets[0].rows[0].found.finding == LeverFinding::no_figure);
  CHECK(answer.targets[0].rows[0].refused.en == "no");
  CHECK(answer.targets[0].finding == SetFinding::none);
}

}  // namespace levers_test
