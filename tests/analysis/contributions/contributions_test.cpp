/// What parts of a plan bring: differences, what counts as small and why, and which clause is the strongest.
#include <catch2/catch.hpp>

#include "analysis/contributions/contributions.hpp"
#include "analysis/metrics/csv_text.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/small_city.hpp"

namespace contributions_test {

using namespace railshift;
using namespace small_city;
using namespace railshift::analysis;
using policy::EffectKind;
using policy::IdleReason;

namespace {

PlanPart part(const std::string& id) { return {PartKind::measure, id, {id}, {id, id}}; }

ContributionFigure share_of(const std::string& target, Operator op = Operator::at_least) {
  return {target, "rail_share", {}, "2021", "1", Demand{op, 0.85}};
}

/// One figure, one part.
Contribution one(const ContributionFigure& figure, double plan, double without, double baseline, double with_alone,
                 const ledger::Ledger& told = {}) {
  return contributions({{figure}, {plan}, {baseline}, {{part("m"), {without}, {with_alone}}}}, told).front();
}

ledger::EffectRow act(Month month, const std::string& measure, EffectKind kind, std::int64_t acted, std::int64_t changed) {
  return {month, measure, std::string(policy::to_text(kind)), std::string(policy::unit_of(kind)), acted, acted, changed};
}

std::string reason_of(const Contribution& c) { return c.reason ? std::string(to_text(*c.reason)) : ""; }

/// A part whose one-out is 0 in 2021, by what the plan's run tells of it.
std::string why_small(const ledger::Ledger& told, double with_alone = 0.4) {
  return reason_of(one(share_of("t"), 0.6, 0.6, 0.4, with_alone, told));
}

}  // namespace

TEST_CASE("one-out is the plan less the plan without, one-in the measure alone less the baseline", "[analysis]") {
  const Contribution c = one(share_of("t"), 0.75, 0.5, 0.25, 0.375);
  CHECK(c.one_out == 0.25);
  CHECK(c.one_in == 0.125);
  CHECK_FALSE(c.out_is_small());
  CHECK_FALSE(c.in_is_small());
  CHECK_FALSE(c.reason);
}

TEST_CASE("a difference needs both of its values", "[analysis]") {
  const ContributionInput input{{share_of("t")}, {0.6}, {std::nullopt}, {{part("m"), {std::nullopt}, {0.5}}}};
  const Contribution c = contributions(input, {}).front();
  CHECK(c.plan == 0.6);
  CHECK_FALSE(c.one_out);
  CHECK_FALSE(c.one_in);
  CHECK_FALSE(c.out_is_small());  // not known is not small
  CHECK_FALSE(c.reason);
  CHECK(strength(c) == 0.0);
}

TEST_CASE("rows stand part by part in the order of the plan, figures in theirs", "[analysis]") {
  ContributionFigure city{"", "rail_tonnes", {}, "2021", "t", {}};
  const ContributionInput input{
      {share_of("t"), city}, {0.6, 100.0}, {0.4, 60.0}, {{part("b"), {0.5, 80.0}, {0.45, 70.0}}, {part("a"), {0.6, 100.0}, {0.4, 60.0}}}};
  const auto rows = contributions(input, {});
  REQUIRE(rows.size() == 4);
  CHECK(rows[0].part.id == "b");
  CHECK(rows[1].part.id == "b");
  CHECK(rows[1].one_out == 20.0);
  CHECK(rows[1].one_in == 10.0);
  CHECK(rows[2].part.id == "a");
}

TEST_CASE("small is less than one unit, or than a hundredth of the gap of a target if that is more", "[analysis]") {
  const auto figure = [](const std::string& unit, double threshold) {
    return ContributionFigure{"t", "m", {}, "2021", unit, Demand{Operator::at_least, threshold}};
  };
  CHECK(small_effect(figure("1", 0.85), {}, 0.35) == 0.01);            // a point; the gap of 50 points gives half a point
  CHECK(small_effect(figure("%", 85.0), {}, 35.0) == 1.0);             // likewise
  CHECK(small_effect(figure("t", 40'000.0), {}, 20'000.0) == 200.0);   // a hundredth of 20,000 t
  CHECK(small_effect(figure("t", 20'050.0), {}, 20'000.0) == 1.0);     // of 50 t it would be half a tonne
  CHECK(small_effect(figure("t", 0.0), {}, 20'000.0) == 200.0);        // a threshold below the baseline has a gap too
  CHECK(small_effect(figure("万吨", 0.0), {}, std::nullopt) == 1e-4);  // one tonne
  CHECK(small_effect(figure("trucks", 10.0), {}, 10.0) == 1.0);
  CHECK(small_effect(figure("ug/m3", 35.0), {}, 35.0) == 0.0);  // no unit that is counted
  // Without a threshold: a hundredth of the 7,000 t that the plan brings, at least a tonne.
  const ContributionFigure city{"", "rail_tonnes", {}, "2021", "t", {}};
  CHECK(small_effect(city, 27'000.0, 20'000.0) == 70.0);
  CHECK(small_effect(city, 20'010.0, 20'000.0) == 1.0);
  CHECK(small_effect(city, std::nullopt, 20'000.0) == 1.0);
  // Both sides: 199 t and 200 t of a gap of 20,000 t.
  const ContributionFigure tonnes = figure("t", 40'000.0);
  CHECK(one(tonnes, 30'199.0, 30'000.0, 20'000.0, 20'000.0).out_is_small());
  CHECK_FALSE(one(tonnes, 30'200.0, 30'000.0, 20'000.0, 20'000.0).out_is_small());
  CHECK(one(tonnes, 30'000.0, 30'199.0, 20'000.0, 20'000.0).out_is_small());  // in whatever direction
  CHECK_FALSE(one(tonnes, 30'000.0, 30'200.0, 20'000.0, 20'000.0).out_is_small());
  CHECK(one(tonnes, 30'000.0, 20'000.0, 20'000.0, 20'199.0).in_is_small());
  CHECK_FALSE(one(tonnes, 30'000.0, 20'000.0, 20'000.0, 20'200.0).in_is_small());
}

TEST_CASE("a small effect has its reason from the effects of the plan's run", "[analysis]") {
  const Month in_year = make_month(2021, 12), after = make_month(2022, 1);
  ledger::Ledger told;
  CHECK(why_small(told).empty());  // the run says nothing
  told.journal = {
      {in_year, "other", "idle", "reason=no_way"}, {in_year, "m", "acted", "reason=no_way"}, {in_year, "m", "idle", "reason=nobody_obeys"}};
  CHECK(why_small(told) == "nobody_obeys");
  told.effects = {act(in_year, "other", EffectKind::trucks_removed, 9, 9)};
  CHECK(why_small(told) == "nobody_obeys");  // what others did is not its act
  // It acts in the month behind the year.
  told.effects = {act(after, "m", EffectKind::trucks_removed, 9, 9)};
  CHECK(why_small(told) == "not_started");
  told.effects.push_back(act(in_year, "m", EffectKind::trucks_removed, 0, 0));  // looked, did nothing
  CHECK(why_small(told) == "not_started");
  told.effects.push_back(act(in_year, "m", EffectKind::loads_redirected, 5, 0));
  CHECK(why_small(told) == "already_so");
  told.effects.push_back(act(in_year, "m", EffectKind::trucks_removed, 5, 1));
  CHECK(why_small(told) == "trucks_removed");
  // Alone it brings ten points.
  CHECK(why_small(told, 0.5) == "others_first");
}

TEST_CASE("the reason of a clause is that of all its measures, and a month counts acts to its end", "[analysis]") {
  ledger::Ledger told;
  told.effects = {act(make_month(2021, 6), "b", EffectKind::siding_used, 5, 5)};
  ContributionFigure stock{"t", "register_stock", {}, "2021-06", "trucks", Demand{Operator::at_most, 0.0}};
  ContributionInput input{{stock}, {100.0}, {100.0}, {{{PartKind::clause, "C-1", {"a", "b"}, {}}, {100.0}, {100.0}}}};
  CHECK(reason_of(contributions(input, told).front()) == "siding_used");
  input.figures[0].period = "2021-05";
  CHECK(reason_of(contributions(input, told).front()) == "not_started");
}

TEST_CASE("strength is how far a part leads towards what is asked, the larger of both ways", "[analysis]") {
  CHECK(strength(one(share_of("t"), 0.75, 0.5, 0.25, 0.375)) == 0.25);
  CHECK(strength(one(share_of("t"), 0.75, 0.75, 0.25, 0.375)) == 0.125);  // others do it too
  CHECK(strength(one(share_of("t"), 0.5, 0.75, 0.25, 0.0)) == -0.25);     // away from it, either way
  CHECK(strength(one(share_of("t", Operator::at_most), 0.5, 0.75, 0.75, 0.75)) == 0.25);
  // What is to be 0.85: 0.75 is 0.10 off, 1.0 is 0.15 off.
  CHECK(strength(one(share_of("t", Operator::equals), 0.75, 1.0, 1.0, 1.0)) == Approx(0.05));
  CHECK(strength(one({"", "rail_tonnes", {}, "2021", "t", {}}, 9.0, 0.0, 0.0, 9.0)) == 0.0);
}

TEST_CASE("the strongest clause of a target is the whole clause that brings it nearest", "[analysis]") {
  const auto values = [](double without, double alone) { return std::pair<FigureValues, FigureValues>{{without}, {alone}}; };
  const auto with = [&](const PlanPart& p, double without, double alone) {
    auto [w, a] = values(without, alone);
    return PartValues{p, w, a};
  };
  const PlanPart clause{PartKind::clause, "C-2", {"b", "c"}, {}};
  // a 10 points; b and c 15 and 5, together 20; a measure of a clause that has several does not stand for it.
  ContributionInput input{
      {share_of("t")}, {0.6}, {0.3}, {with(part("a"), 0.5, 0.3), with(part("b"), 0.45, 0.3), with(part("c"), 0.55, 0.3)}};
  const auto bare = contributions(input, {});
  REQUIRE(strongest_clause(bare, "t") != nullptr);
  CHECK(strongest_clause(bare, "t")->part.id == "b");
  input.parts.push_back(with(clause, 0.5, 0.3));
  const auto tied = contributions(input, {});
  CHECK(strongest_clause(tied, "t")->part.id == "a");  // 10 points each: the first
  input.parts.back() = with(clause, 0.4, 0.3);
  const auto grouped = contributions(input, {});
  CHECK(strongest_clause(grouped, "t")->part.id == "C-2");
  const auto order = by_strength(grouped, "t");
  REQUIRE(order.size() == 4);
  CHECK(order[0]->part.id == "C-2");
  CHECK(order[1]->part.id == "b");
  CHECK(order[2]->part.id == "a");
  CHECK(order[3]->part.id == "c");
  CHECK(by_strength(grouped, "other").empty());
}

TEST_CASE("what moves a target by less than a small effect, or away from it, is no strongest clause", "[analysis]") {
  CHECK(strongest_clause({one(share_of("t"), 0.6, 0.595, 0.4, 0.4)}, "t") == nullptr);  // half a point
  CHECK(strongest_clause({one(share_of("t"), 0.5, 0.75, 0.4, 0.25)}, "t") == nullptr);
  CHECK(strongest_clause({}, "t") == nullptr);
}

TEST_CASE("contributions.csv has a column a value, empty where there is none", "[analysis]") {
  Contribution c = one(share_of("t"), 0.75, 0.5, 0.25, 0.375);
  c.part = {PartKind::clause, "C-2", {"b", "c"}, {}};
  c.figure.scope = {{"firm", "big"}};
  c.with_alone.reset();
  c.one_in.reset();
  c.reason = IdleReason::already_so;
  const std::string csv = to_csv(std::vector<Contribution>{c});
  CHECK(csv ==
        "\xEF\xBB\xBFpart,id,measures,target,metric,scope,unit,period,plan,without,one_out,baseline,with_alone,one_in,reason\n"
        "clause,C-2,b;c,t,rail_share,firm=big,1,2021,0.75,0.5,0.25,0.25,,,already_so\n");
}

}  // namespace contributions_test
