// The ceilings of one city in every reading, and that a ceiling counts what its metric counts.
#include <catch2/catch.hpp>

#include <map>

#include "analysis/ceiling/ceilings.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "tests/analysis/ceiling/ceiling_city.hpp"
#include "tests/analysis/small_city.hpp"

namespace readings_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// January: a sends 300 t from a siding inside its fence, or by road, and 100 t home by belt; b sends 200 t by road alone; c, which is
/// under the threshold of 150 t, sends 100 t by a public yard, or by road. No capacity binds.
World four_flows() {
  return ceiling_city::world(
      {{"a", "b", "c"},
       {{"fence", 1000.0, make_date(2015, 1, 1), "a"}, {"yard", 1000.0}},
       {{"home", "a", 100.0, "", false, "zone"}, {"out-a", "a", 300.0, "fence"}, {"out-b", "b", 200.0}, {"out-c", "c", 100.0, "yard"}},
       {"home"}});
}

double ceiling(const Scope& scope) {
  World w = four_flows();
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, scope, 0.5)});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.targets.size() == 1);
  REQUIRE(ceilings.targets[0].chains);
  CHECK(*ceilings.targets[0].capacity == Approx(*ceilings.targets[0].chains));
  return *ceilings.targets[0].chains;
}

Scope reading(const std::string& part, const std::string& whole, const std::string& basis, const std::string& firm) {
  Scope scope{{"numerator_kind", part}, {"denominator_kind", whole}, {"basis", basis}};
  if (!firm.empty()) scope["firm"] = firm;
  return scope;
}

/// Shares, and tonnes that are no share of the base year.
bool counts_chains(const MetricRow& row) {
  if (row.metric == "rail_share" || row.metric == "tonnes_by_chain") return true;
  return row.metric == "rail_tonnes" && row.denominator_kind.empty();
}

/// What a question counts of what was delivered.
ChainCount counted(const World& world, const ledger::Ledger& ledger, const Target& target) {
  const auto question = question_of(world, target);
  REQUIRE(question);
  ChainCount sum;
  for (const ledger::ChainRow& row : ledger.chains) {
    if (row.month.year() != question->year) continue;
    const ChainCount& count = question->of_chain[row.chain.index];
    sum.part += count.part * static_cast<double>(row.delivered_kg) / 1000.0;
    sum.whole += count.whole * static_cast<double>(row.delivered_kg) / 1000.0;
  }
  return sum;
}

}  // namespace

TEST_CASE("the ceiling of one city under four denominators and three sets of firms", "[analysis]") {
  const std::string list = "*over_threshold";
  // The whole city: 700 t, by rail at most 300 + 100, by belt 100, by road at least 200.
  CHECK(ceiling(reading("rail", "rail_road", "main_haul", "")) == Approx(400.0 / 600.0));
  CHECK(ceiling(reading("rail", "all", "main_haul", "")) == Approx(400.0 / 700.0));
  CHECK(ceiling(reading("rail_belt_pipe", "all", "main_haul", "")) == Approx(500.0 / 700.0));
  // Tonne-kilometres: 400 t x 100 km by rail; by road 200 t x 50 km and 100 t x 1 km to the yard.
  CHECK(ceiling(reading("rail", "rail_road", "tonne_km", "")) == Approx(40'000.0 / 50'100.0));
  // The list, a and b at their gates: 600 t, 300 by rail, 100 by belt.
  CHECK(ceiling(reading("rail", "rail_road", "gate", list)) == Approx(300.0 / 500.0));
  CHECK(ceiling(reading("rail", "all", "gate", list)) == Approx(300.0 / 600.0));
  CHECK(ceiling(reading("rail_belt_pipe", "all", "gate", list)) == Approx(400.0 / 600.0));
  CHECK(ceiling(reading("rail", "rail_road", "tonne_km", list)) == Approx(30'000.0 / 40'000.0));
  // Firm a alone; firm c, whose gate sees trucks even if the main haul is by rail.
  CHECK(ceiling(reading("rail", "rail_road", "gate", "a")) == Approx(1.0));
  CHECK(ceiling(reading("rail", "all", "gate", "a")) == Approx(0.75));
  CHECK(ceiling(reading("rail_belt_pipe", "all", "gate", "a")) == Approx(1.0));
  CHECK(ceiling(reading("rail", "rail_road", "gate", "c")) == Approx(0.0).margin(1e-9));
  CHECK(ceiling(reading("rail", "rail_road", "main_haul", "c")) == Approx(1.0));
}

TEST_CASE("the ceiling of the firms with a siding leaves out who has none on its first day", "[analysis]") {
  // Of the list a has a fence siding, b none: a at its gate moves 400 t, 300 by rail and 100 by belt.
  const std::string with_siding = "*over_threshold_with_siding";
  CHECK(ceiling(reading("rail", "rail_road", "gate", with_siding)) == Approx(1.0));
  CHECK(ceiling(reading("rail", "all", "gate", with_siding)) == Approx(0.75));
  CHECK(ceiling(reading("rail_belt_pipe", "all", "gate", with_siding)) == Approx(1.0));
}

TEST_CASE("the ceiling of firms that pass is the share of them that can, each alone and all at once", "[analysis]") {
  // Of the list a can send 300 of 400 t by rail, b nothing: at 75 % one of two passes, at 80 % none; with belts a is at 100 %.
  const auto passing = [](const std::string& part, const std::string& level) {
    World w = four_flows();
    Scope scope{{"firm", "*over_threshold"}, {"level", level}, {"numerator_kind", part}, {"denominator_kind", "all"}};
    ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::firms_passing, scope, 1.0)});
    return ceilings_of(w);
  };
  CHECK(passing("rail", "0.75").targets.at(0).chains == 0.5);
  CHECK(passing("rail", "0.75").targets.at(0).capacity == 0.5);
  CHECK(passing("rail", "0.80").targets.at(0).chains == 0.0);
  CHECK(passing("rail", "0.80").targets.at(0).capacity == 0.0);
  CHECK(passing("rail_belt_pipe", "1.00").targets.at(0).chains == 0.5);
  CHECK(passing("rail_or_clean", "0.75").targets.empty());  // clean trucks make a firm pass
}

TEST_CASE("one yard for two firms: each can pass alone, one of two at once", "[analysis]") {
  World w = ceiling_city::world({{"a", "b"}, {{"yard", 10.0}}, {{"fa", "a", 310.0, "yard"}, {"fb", "b", 310.0, "yard"}}, {}});
  const Scope scope{{"firm", "*over_threshold"}, {"level", "1.00"}, {"denominator_kind", "all"}, {"basis", "main_haul"}};
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::firms_passing, scope, 1.0)});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.of("t") != nullptr);
  CHECK(ceilings.of("t")->chains == 1.0);
  CHECK(ceilings.of("t")->capacity == 0.5);
}

TEST_CASE("a share of firms asks no tonnes of chains", "[analysis]") {
  const World w = small_city::world();
  for (const MetricKind metric : {MetricKind::firms_passing, MetricKind::siding_access, MetricKind::clean_ok})
    CHECK_FALSE(question_of(w, small_city::target(w, "t", metric, {}, Operator::at_least, 0.5, "1", make_date(2021, 12, 31))).has_value());
}

TEST_CASE("another reading of a clause has its ceiling, and no place in the programme of all targets", "[analysis]") {
  World w = four_flows();
  Target main = ceiling_city::target(w, "main", MetricKind::rail_share, reading("rail", "all", "gate", "*over_threshold"), 0.5);
  Target other = ceiling_city::target(w, "other", MetricKind::rail_share, reading("rail", "rail_road", "gate", "*over_threshold"), 0.5);
  Target third = ceiling_city::target(w, "third", MetricKind::rail_share, reading("rail", "all", "main_haul", ""), 0.5);
  other.reading_of = "main";
  ceiling_city::set_targets(w, {main, other, third});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("other")->chains == Approx(300.0 / 500.0));
  CHECK_FALSE(ceilings.of("other")->firms.has_value());
  CHECK(ceilings.of("main")->firms.has_value());
  REQUIRE(ceilings.years.size() == 1);
  CHECK(ceilings.years[0].targets.size() == 2);  // main, third
}

TEST_CASE("what comes in has its own ceiling", "[analysis]") {
  // Nothing of bulk goods arrives but the 100 t of the zone, by belt.
  Scope in = reading("rail_belt_pipe", "all", "main_haul", "");
  in["direction"] = "in";
  CHECK(ceiling(in) == Approx(1.0));
}

TEST_CASE("a road that a belt can replace leaves the denominator of rail and road", "[analysis]") {
  // home has a road chain too: by rail over rail and road it takes the belt, 400 of 600; by rail over all it does not matter, 400 of 700.
  World w = ceiling_city::world({{"a", "b"},
                                 {{"fence", 1000.0, make_date(2015, 1, 1), "a"}},
                                 {{"home", "a", 100.0, "", true, "zone"}, {"out-a", "a", 300.0, "fence"}, {"out-b", "b", 200.0}},
                                 {"home"}});
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, reading("rail", "rail_road", "main_haul", ""), 0.5)});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("t")->chains == Approx(300.0 / 500.0));
  CHECK(*ceilings.of("t")->capacity == Approx(300.0 / 500.0));
}

TEST_CASE("a belt carries its share of the chain table and no more", "[analysis]") {
  // The belt of home has 40 of its 100 t; the other 60 t go by road: 300 of 300 + 200 + 60 t.
  World w = ceiling_city::world({{"a", "b"},
                                 {{"fence", 1000.0, make_date(2015, 1, 1), "a"}},
                                 {{"home", "a", 100.0, "", true, "zone"}, {"out-a", "a", 300.0, "fence"}, {"out-b", "b", 200.0}},
                                 {"home"}});
  for (Chain& chain : w.chains.rows_for_loading()) {
    if (chain.id == "home-belt") chain.base_share = 0.4;
  }
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, reading("rail", "rail_road", "main_haul", ""), 0.5)});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("t")->chains == Approx(300.0 / 500.0));
  CHECK(*ceilings.of("t")->capacity == Approx(300.0 / 560.0));
}

TEST_CASE("a belt carries all of a month in which no other chain of the base year is open", "[analysis]") {
  // home has 40 of 100 t on its belt and the rest on rail, whose yard opens when January is over.
  World w = ceiling_city::world({{"a"},
                                 {{"late", 1000.0, make_date(2021, 2, 1)}, {"yard", 1000.0}},
                                 {{"home", "a", 100.0, "late", false, "zone"}, {"out-a", "a", 300.0, "yard"}},
                                 {"home"}});
  for (Chain& chain : w.chains.rows_for_loading()) {
    if (chain.id == "home-belt") chain.base_share = 0.4;
  }
  const Scope belts = reading("rail_belt_pipe", "all", "main_haul", "");
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, belts, 0.5)});
  CHECK(*ceilings_of(w).of("t")->capacity == Approx(1.0));
}

TEST_CASE("a share can be greater by what a run may leave behind of the other goods", "[analysis]") {
  // 400 of 600 t; a run that leaves 1 % behind and is judged all the same may leave road goods: 400 of 594 t.
  World w = four_flows();
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, reading("rail", "rail_road", "main_haul", ""), 0.5)});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("t")->capacity == Approx(400.0 / 600.0));
  CHECK(*ceilings.of("t")->capacity_bound == Approx(400.0 / 594.0));
  CHECK(*ceilings.of("t")->chains_bound == Approx(400.0 / 594.0));
}

TEST_CASE("a firm that belts alone serve in the base year is none of the firms that have a share of rail and road", "[analysis]") {
  World w = ceiling_city::world({{"a", "z"},
                                 {{"fence", 1000.0, make_date(2015, 1, 1), "a"}},
                                 {{"home", "z", 200.0, "", true, "zone"}, {"out-a", "a", 300.0, "fence"}},
                                 {"home"}});
  for (Chain& chain : w.chains.rows_for_loading()) {
    if (chain.id == "home-road") chain.base_share = 0.0;
  }
  const Scope scope{{"firm", "*over_threshold"}, {"level", "1.00"}, {"denominator_kind", "rail_road"}, {"basis", "gate"}};
  ceiling_city::set_targets(w, {ceiling_city::target(w, "t", MetricKind::firms_passing, scope, 1.0)});
  CHECK(ceilings_of(w).of("t")->chains == 1.0);  // one of one
}

TEST_CASE("a ceiling counts what its metric counts, in every scope that the metrics have", "[analysis]") {
  const World w = small_city::world();
  ledger::Ledger ledger;
  std::int64_t tonnes = 1000;
  for (const Chain& chain : w.chains) ledger.chains.push_back(small_city::delivered(w, make_month(2021, 3), chain.id, tonnes += 137));
  std::map<std::string, int> compared;
  for (const MetricRow& row : small_city::measured(w, ledger)) {
    const auto metric = metric_from_text(row.metric);
    if (!metric || !counts_chains(row) || row.period != "2021") continue;
    INFO(row.metric << " " << to_text(scope_of(row)));
    Target target = small_city::target(w, "t", *metric, scope_of(row), Operator::at_least, 0.5, row.unit, make_date(2021, 12, 31));
    const ChainCount sum = counted(w, ledger, target);
    CHECK(sum.part == Approx(row.numerator.value_or(row.value)).margin(1e-9));
    if (row.metric == "rail_share") CHECK(sum.whole == Approx(*row.denominator));
    ++compared[row.metric];
  }
  CHECK(compared["rail_share"] > 40);
  CHECK(compared["rail_tonnes"] > 10);
  CHECK(compared["tonnes_by_chain"] > 2);
}

TEST_CASE("a scope that chains do not decide is no question", "[analysis]") {
  const World w = small_city::world();
  const auto asks = [&](MetricKind metric, const Scope& scope) {
    return question_of(w, small_city::target(w, "t", metric, scope, Operator::at_least, 0.5, "1", make_date(2021, 12, 31))).has_value();
  };
  CHECK(asks(MetricKind::rail_share, {{"firm", "big"}}));
  CHECK_FALSE(asks(MetricKind::rail_share, {{"firm", "big"}, {"segment", "slag"}}));
  CHECK_FALSE(asks(MetricKind::rail_share, {{"firm", "nobody"}}));
  CHECK_FALSE(asks(MetricKind::rail_share, {{"numerator_kind", "road"}}));
  CHECK_FALSE(asks(MetricKind::rail_share, {{"basis", "gate"}}));  // a city has no gate
  CHECK_FALSE(asks(MetricKind::exhaust, {}));
}

}  // namespace readings_test
