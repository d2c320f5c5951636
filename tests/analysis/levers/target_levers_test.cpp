/// Levers of a target in a row: what is asked for, how they are ranked, what stands in the table.
#include <catch2/catch.hpp>

#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/csv_text.hpp"
#include "analysis/words/lever_words.hpp"

namespace target_levers_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

Verdict missed(Status status = Status::missed) {
  Verdict v;
  v.target = "tg";
  v.unit = "1";
  v.threshold = 0.6;
  v.value = 0.5;
  v.outcome = Outcome::missed;
  v.status = status;
  return v;
}

/// A lever of 0 .. 10 in whole numbers that leads from 0.5 to `end`.
LeverRow row(const std::string& path, LeverUnit unit, double end, LeverFinding finding) {
  LeverRow r;
  r.lever = {LeverKind::price, unit, path, {"措施", "measure"}, "price_yuan_per_t", {{"0", 0.0}, {"10", 10.0}}};
  r.given_value = 0.5;
  r.end_value = end;
  r.found.finding = finding;
  if (is_enough(finding)) r.found = {finding, Tried{1, end, true}, Tried{0, 0.5, false}};
  if (finding == LeverFinding::not_within_range) r.found.misses = Tried{1, end, false};
  return r;
}

TargetLevers worked() {
  TargetLevers target;
  target.verdict = missed();
  target.rows = {row("a", LeverUnit::yuan_per_t, 0.55, LeverFinding::not_within_range),
                 row("b", LeverUnit::yuan_per_t, 0.6, LeverFinding::reached),
                 row("c", LeverUnit::yuan_per_t, 0.5, LeverFinding::no_effect)};
  rank(target.verdict, target.rows);
  return target;
}

}  // namespace

TEST_CASE("near is half a point of a share and half a per cent of another threshold", "[analysis]") {
  CHECK(near_to(0.85, "1") == Approx(0.005));
  CHECK(near_to(85.0, "%") == Approx(0.5));
  CHECK(near_to(40000.0, "t") == Approx(200.0));
  CHECK(near_to(0.0, "trucks") == 0.0);
}

TEST_CASE("levers are asked for where a simulated target is missed, whatever would be possible", "[analysis]") {
  for (const Status status : {Status::missed, Status::late, Status::if_executed, Status::impossible_capacity, Status::impossible_reading})
    CHECK(is_asked(missed(status)));
  for (const Status status : {Status::on_track, Status::cannot_say, Status::not_testable}) CHECK_FALSE(is_asked(missed(status)));
  Verdict observed = missed();
  observed.basis = Basis::observed;
  CHECK_FALSE(is_asked(observed));
  Verdict silent = missed();
  silent.value.reset();
  CHECK_FALSE(is_asked(silent));
  Verdict unjudged = missed();
  unjudged.status.reset();
  CHECK_FALSE(is_asked(unjudged));
}

TEST_CASE("a gain leads towards the demand, past it too", "[analysis]") {
  const LeverRow past = row("a", LeverUnit::yuan_per_t, 0.9, LeverFinding::step);
  CHECK(past.gain(missed()) == Approx(0.4));
  Verdict little = missed();
  little.op = Operator::at_most;
  CHECK(past.gain(little) == Approx(-0.4));
  Verdict exactly = missed();
  exactly.op = Operator::equals;  // from 0.1 below to 0.3 above
  CHECK(past.gain(exactly) == Approx(-0.2));
}

TEST_CASE("levers that are enough come first, then points a unit, then paths", "[analysis]") {
  std::vector<LeverRow> rows = {row("d", LeverUnit::yuan_per_t, 0.58, LeverFinding::not_within_range),
                                row("c", LeverUnit::yuan_per_t, 0.55, LeverFinding::not_within_range),
                                row("b", LeverUnit::yuan_per_t, 0.55, LeverFinding::not_within_range),
                                row("a", LeverUnit::thousand_t_per_day, 0.6, LeverFinding::reached)};
  rank(missed(), rows);
  CHECK(rows[0].lever.path == "a");
  CHECK(rows[1].lever.path == "d");
  CHECK(rows[2].lever.path == "b");
  CHECK(rows[3].lever.path == "c");
  CHECK(rows[1].per_unit == Approx(0.008));  // 0.08 over 10 yuan a tonne
  CHECK(rows[0].per_unit == Approx(10.0));   // 0.1 over 10 of 1,000 t a day
  const auto order = by_gain(missed(), rows);
  REQUIRE(order.size() == 4);
  CHECK(order[0] == LeverTurned{"a", "10"});
  CHECK(order[1] == LeverTurned{"d", "10"});
  CHECK(by_gain(missed(), {row("z", LeverUnit::month, 0.5, LeverFinding::no_effect)}).empty());
}

TEST_CASE("a month of a date is the twelfth of a year, a point a hundredth", "[analysis]") {
  CHECK(size_of(LeverUnit::month, LeverKind::date) == Approx(30.4167).margin(1e-4));
  CHECK(size_of(LeverUnit::month, LeverKind::chain_share) == 1.0);
  CHECK(size_of(LeverUnit::point, LeverKind::obedience) == 0.01);
  const Lever earlier{LeverKind::date, LeverUnit::month, "p", {}, "in_service", {{"2025-03-01", 20148.0}, {"2024-12-01", 20058.0}}};
  CHECK(earlier.units_to(1) == Approx(90.0 / (365.0 / 12.0)));
}

TEST_CASE("levers.csv has a row for each lever and one for the set", "[analysis]") {
  TargetLevers target = worked();
  target.finding = SetFinding::single;
  const std::string csv = to_csv(LeverAnswer{{target}, 3, {}, 4, 0});
  CHECK(csv.find("row,target,unit,threshold,rank,lever,kind,given,end,value_given,value_end,finding,enough_at,value_enough,misses_at,"
                 "value_misses,per_unit,lever_unit\n") != std::string::npos);
  CHECK(csv.find("lever,tg,1,0.6,1,b,price,0,10,0.5,0.6,reached,10,0.6,0,0.5,0.0") != std::string::npos);
  CHECK(csv.find("lever,tg,1,0.6,2,a,price,0,10,0.5,0.55,not_within_range,,,10,0.55,0.00") != std::string::npos);
  CHECK(csv.find("lever,tg,1,0.6,3,c,price,0,10,0.5,0.5,no_effect,,,,,0,yuan/t\n") != std::string::npos);
  CHECK(csv.find("set,tg,1,0.6,,,,,,,,single,,,,,,\n") != std::string::npos);
  target.finding = SetFinding::found;
  target.set = {{"a", "10"}, {"c", "10"}};
  target.set_value = 0.61;
  CHECK(to_csv(LeverAnswer{{target}, 3, {}, 4, 0}).find("set,tg,1,0.6,,a=10;c=10,,,,,,found,,0.61,,,,\n") != std::string::npos);
}

TEST_CASE("what it takes is one sentence in each language", "[analysis]") {
  TargetLevers target = worked();
  const Verdict& v = target.verdict;
  CHECK(sentence(target.rows[0], v, Language::en) == "measure price on a tonne by road: 0 → 10, figure 60.00% (at 0: 50.00%)");
  CHECK(sentence(target.rows[0], v, Language::zh) == "措施 公路每吨代价：0 → 10，值 60.00%（0 时 50.00%）");
  CHECK(sentence(target.rows[1], v, Language::en) == "measure price on a tonne by road: not within the range, best 55.00% (at 10)");
  CHECK(sentence(target.rows[1], v, Language::zh) == "措施 公路每吨代价：范围内达不到，最好 55.00%（10）");
  CHECK(sentence(target.rows[2], v, Language::en) == "measure price on a tonne by road: over its range it brings the target no nearer");
  target.finding = SetFinding::found;
  target.set = {{"a", "10"}, {"c", "10"}};
  target.set_value = 0.61;
  CHECK(set_sentence(target, Language::en) ==
        "no lever alone is enough; this set is, one run gives 61.00%: measure price on a tonne by road 10, measure price on a tonne by "
        "road 10");
  target.finding = SetFinding::none;
  CHECK(set_sentence(target, Language::zh) == "没有找到够用的一组：全部 2 个杠杆都到较优端，一次模拟值 61.00%");
  CHECK(limits_sentence({{}, 3, {"x.y"}, 4, 2}, Language::en) ==
        "levers beyond the limit on runs, not tried: x.y\n2 searches used up their rounds: what is enough lies between the two runs\n");
  CHECK(limits_sentence({{}, 3, {}, 4, 0}, Language::en).empty());
  CHECK(levers_text({{}, 3, {}, 4, 0}, Language::en).empty());
}

TEST_CASE("another reading of a target stands where people look only if levers reach it and not the main one", "[analysis]") {
  TargetLevers main = worked(), reached = worked(), missed_too = worked();
  main.finding = missed_too.finding = SetFinding::none;
  reached.finding = SetFinding::single;
  reached.verdict.target = "tg-rail-road";
  missed_too.verdict.target = "tg-belt";
  reached.verdict.reading_of = missed_too.verdict.reading_of = "tg";
  LeverAnswer answer{{main, reached, missed_too}, 3, {}, 4, 0};
  CHECK(shown_levers(answer) == std::vector<const TargetLevers*>{&answer.targets[0], &answer.targets[1]});
  CHECK(limits_sentence(answer, Language::en) == "targets in other readings, tried with every lever too: 1\n");
  answer.targets[0].finding = SetFinding::found;
  CHECK(shown_levers(answer) == std::vector<const TargetLevers*>{&answer.targets[0]});
  CHECK(limits_sentence(answer, Language::zh) == "另有 2 个其他口径的目标，杠杆同样逐个试过\n");
}

}  // namespace target_levers_test
