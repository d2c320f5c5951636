/// Each finding of the three conclusions on both sides of its condition.
#include <catch2/catch.hpp>

#include "analysis/brief/conclusions.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace conclusions_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

Verdict verdict(const std::string& id, Status status, double value, const std::string& reading_of = {}) {
  Verdict v;
  v.target = id;
  v.reading_of = reading_of;
  v.status = status;
  v.outcome = status == Status::on_track ? Outcome::met : Outcome::missed;
  if (status == Status::not_testable) v.outcome = Outcome::not_testable;
  v.value = value;
  v.threshold = 0.85;
  v.margin = value - v.threshold;
  v.due = make_date(2025, 12, 31);
  v.judged = {2025, 0};
  return v;
}

MetricRow reason_row(const std::string& firm, Reason reason, double tonnes) {
  MetricRow row;
  row.metric = "tonnes_by_reason";
  row.firm = firm;
  row.period = "2025";
  row.numerator_kind = to_text(reason);
  row.value = tonnes;
  row.denominator = 100.0;
  return row;
}

TargetLevers levers_of(const std::string& target, SetFinding finding) {
  TargetLevers levers;
  levers.verdict.target = target;
  levers.finding = finding;
  return levers;
}

ReadingSpread spread_of(const std::vector<Verdict>& all) { return reading_spread(all, all.front()); }

}  // namespace

TEST_CASE("readings differ if some are met and others not", "[brief]") {
  const std::vector<Verdict> all{verdict("main", Status::missed, 0.33), verdict("belt", Status::missed, 0.62, "main"),
                                 verdict("siding", Status::on_track, 0.91, "main")};
  const ReadingSpread spread = spread_of(all);
  CHECK(spread.end == ReadingsEnd::differ);
  CHECK(spread.met == 1);
  CHECK(spread.best->target == "siding");
  CHECK(spread.worst->target == "main");
}

TEST_CASE("readings that are all met, or missed in the same way, end alike", "[brief]") {
  CHECK(spread_of({verdict("main", Status::on_track, 0.9), verdict("b", Status::on_track, 0.95, "main")}).end == ReadingsEnd::alike);
  CHECK(spread_of({verdict("main", Status::missed, 0.3), verdict("b", Status::late, 0.4, "main")}).end == ReadingsEnd::alike);
  CHECK(spread_of({verdict("main", Status::missed, 0.3)}).end == ReadingsEnd::one);
}

TEST_CASE("readings differ by degree if none is met and one of them is impossible", "[brief]") {
  const ReadingSpread spread = spread_of({verdict("main", Status::impossible_reading, 0.3), verdict("b", Status::missed, 0.2, "main")});
  CHECK(spread.end == ReadingsEnd::degree);
  CHECK(spread.best->target == "b");  // missed stands better than impossible, whatever its value
  CHECK(spread.possible == 1);
}

TEST_CASE("why goods are on the road: of the list for its targets, else of the city, the largest reason first", "[brief]") {
  const MetricTable metrics{reason_row(kListedFirms, Reason::no_chain, 60.0), reason_row(kListedFirms, Reason::not_chosen, 40.0),
                            reason_row("", Reason::no_chain, 90.0), reason_row("", Reason::not_chosen, 300.0),
                            reason_row("", Reason::spilled, 0.0)};
  Verdict of_list = verdict("t", Status::missed, 0.3);
  of_list.scope = {{"firm", kListedFirms}};
  const auto list = why_road(of_list, metrics);
  REQUIRE(list);
  CHECK(list->of_list);
  CHECK(list->road_t == 100.0);
  CHECK(list->reasons.front().reason == Reason::no_chain);
  const auto city = why_road(verdict("t", Status::missed, 0.3), metrics);
  REQUIRE(city);
  CHECK_FALSE(city->of_list);
  REQUIRE(city->reasons.size() == 2);  // what stopped nothing is no reason
  CHECK(city->reasons.front().reason == Reason::not_chosen);
}

TEST_CASE("a stock of trucks is on no road for want of a chain, and a year without rows has no reasons", "[brief]") {
  const MetricTable metrics{reason_row("", Reason::no_chain, 60.0)};
  Verdict trucks = verdict("t", Status::missed, 12.0);
  trucks.metric = MetricKind::register_stock;
  CHECK_FALSE(why_road(trucks, metrics));
  Verdict other_year = verdict("t", Status::missed, 0.3);
  other_year.judged = {2024, 0};
  CHECK_FALSE(why_road(other_year, metrics));
}

TEST_CASE("what would do it: nothing more, execution, one lever, a set, or not even all of them", "[brief]") {
  LeverAnswer answer;
  for (const auto& [id, finding] : {std::pair{"one", SetFinding::single}, std::pair{"set", SetFinding::found},
                                    std::pair{"none", SetFinding::none}, std::pair{"no", SetFinding::no_lever}})
    answer.targets.push_back(levers_of(id, finding));
  CHECK(what_would_do(verdict("one", Status::on_track, 0.9), &answer).does == WhatDoes::met);
  CHECK(what_would_do(verdict("one", Status::if_executed, 0.8), &answer).does == WhatDoes::execution);
  CHECK(what_would_do(verdict("one", Status::missed, 0.3), &answer).does == WhatDoes::one_lever);
  CHECK(what_would_do(verdict("set", Status::missed, 0.3), &answer).does == WhatDoes::lever_set);
  CHECK(what_would_do(verdict("none", Status::missed, 0.3), &answer).does == WhatDoes::beyond);
  CHECK(what_would_do(verdict("no", Status::missed, 0.3), &answer).does == WhatDoes::no_lever);
  CHECK(what_would_do(verdict("unasked", Status::missed, 0.3), &answer).does == WhatDoes::not_asked);
  CHECK(what_would_do(verdict("one", Status::missed, 0.3), nullptr).does == WhatDoes::not_tried);
}

TEST_CASE("what is on track is a low risk down to a chance of 90 per cent and a high one below 50", "[brief]") {
  const Verdict met = verdict("t", Status::on_track, 0.9);
  TargetChance chance;
  chance.twins = 2;
  chance.values = chance.estimates = {0.8, 0.9};
  const auto at = [&](double p) {
    chance.chance = statistics::Estimate{p, {}};
    return risk_of(met, &chance);
  };
  CHECK(risk_of(met, nullptr) == Risk::low);
  CHECK(at(0.9) == Risk::low);
  CHECK(at(0.899) == Risk::middle);
  CHECK(at(0.5) == Risk::middle);
  CHECK(at(0.499) == Risk::high);
  CHECK(risk_of(verdict("t", Status::if_executed, 0.8), nullptr) == Risk::middle);
  CHECK(risk_of(verdict("t", Status::late, 0.8), nullptr) == Risk::high);
  CHECK(risk_of(verdict("t", Status::impossible_reading, 0.3), nullptr) == Risk::high);
  CHECK(risk_of(verdict("t", Status::not_testable, 0.0), nullptr) == Risk::unknown);
}

TEST_CASE("what must be true follows from status, levers and readings", "[brief]") {
  const std::vector<Verdict> differ{verdict("m", Status::missed, 0.3), verdict("b", Status::on_track, 0.9, "m")};
  const ReadingSpread readings = spread_of(differ);
  const ReadingSpread alone;
  const TargetLevers levers = levers_of("m", SetFinding::single);
  const auto must = [&](Status status, WhatDoes does, const ReadingSpread& spread) {
    return must_be(verdict("m", status, 0.3), spread, {does, &levers});
  };
  CHECK(must(Status::on_track, WhatDoes::met, alone) == MustBe::as_arranged);
  CHECK(must(Status::if_executed, WhatDoes::execution, alone) == MustBe::executed);
  CHECK(must(Status::missed, WhatDoes::one_lever, readings) == MustBe::lever);
  CHECK(must(Status::missed, WhatDoes::lever_set, readings) == MustBe::levers);
  CHECK(must(Status::missed, WhatDoes::beyond, readings) == MustBe::other_reading);
  CHECK(must(Status::missed, WhatDoes::beyond, alone) == MustBe::more_than_levers);
  CHECK(must(Status::impossible_reading, WhatDoes::beyond, alone) == MustBe::other_demand);
  const std::vector<Verdict> degree{verdict("m", Status::impossible_reading, 0.3), verdict("b", Status::missed, 0.4, "m")};
  const ReadingSpread possible = spread_of(degree);
  CHECK(must(Status::impossible_reading, WhatDoes::beyond, possible) == MustBe::possible_reading);
  CHECK(must(Status::impossible_capacity, WhatDoes::beyond, possible) == MustBe::possible_reading);
  CHECK(must(Status::missed, WhatDoes::beyond, possible) == MustBe::more_than_levers);
  CHECK(must(Status::impossible_capacity, WhatDoes::beyond, alone) == MustBe::more_capacity);
  CHECK(must(Status::missed, WhatDoes::not_tried, alone) == MustBe::unknown_lever);
  CHECK(must(Status::late, WhatDoes::not_tried, alone) == MustBe::earlier);
  CHECK(must(Status::not_testable, WhatDoes::not_tried, alone) == MustBe::outside_model);
}

}  // namespace conclusions_test
