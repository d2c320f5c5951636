// Ceilings of cities of one month, worked by hand.
#include <catch2/catch.hpp>

#include "analysis/ceiling/ceiling_csv.hpp"
#include "analysis/ceiling/ceilings.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "tests/analysis/ceiling/ceiling_city.hpp"

namespace ceilings_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace ceiling_city;

namespace {

const Scope kCity{{"basis", "main_haul"}};

Scope of_firm(const std::string& firm) { return {{"firm", firm}, {"basis", "main_haul"}}; }

TargetCeiling asked(World w, const Scope& scope, double value = 0.5) {
  set_targets(w, {ceiling_city::target(w, "t", MetricKind::rail_share, scope, value)});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.targets.size() == 1);
  return ceilings.targets.front();
}

/// Two flows of 310 t, each with a yard of its own, on one section. Trains carry 10 t.
City two_flows(double yard_a, int slots) {
  return {{"a", "b"}, {{"ya", yard_a}, {"yb", 1000.0}}, {{"fa", "a", 310.0, "ya"}, {"fb", "b", 310.0, "yb"}}, {}, slots};
}

/// Firms a and b send 310 t each over one yard of 10 t a day, 310 t a month.
City one_yard() { return {{"a", "b"}, {{"y", 10.0}}, {{"fa", "a", 310.0, "y"}, {"fb", "b", 310.0, "y"}}}; }

}  // namespace

TEST_CASE("two flows, one siding, one section: the section binds, a slot of it is worth a train", "[analysis]") {
  // Yard of a: 8 t a day, 248 t. Section: 1 slot a day, 31 trains, 310 t. Rail at most 310 of 620 t; all 620 have a rail chain.
  const TargetCeiling ceiling = asked(ceiling_city::world(two_flows(8.0, 1)), kCity);
  CHECK(*ceiling.chains == Approx(1.0));
  CHECK(*ceiling.capacity == Approx(0.5));
  REQUIRE(ceiling.binding.size() == 1);
  CHECK(ceiling.binding[0].what == "section:section:forward");
  // A tonne for a tonne in January, which has 31 of the 365 days of capacity; nothing in the other months.
  CHECK(ceiling.binding[0].worth == Approx(31.0 / 365.0));
  CHECK(ceiling.binding[0].tonnes_a_slot == Approx(10.0));
  CHECK(ceiling.binding[0].months == 1);
  CHECK(ceiling.not_carried_t == Approx(0.0).margin(1e-6));
}

TEST_CASE("two flows, one siding, one section: with two slots a day the siding binds", "[analysis]") {
  // 62 trains, 620 t: 248 t from yard a and all 310 t of b.
  const TargetCeiling ceiling = asked(ceiling_city::world(two_flows(8.0, 2)), kCity);
  CHECK(*ceiling.capacity == Approx(558.0 / 620.0));
  REQUIRE(ceiling.binding.size() == 1);
  CHECK(ceiling.binding[0].what == "siding:ya");
  CHECK(ceiling.binding[0].worth == Approx(31.0 / 365.0));
  REQUIRE(ceiling.months.size() == 12);
  CHECK(ceiling.months[0].part == Approx(558.0));
  CHECK(ceiling.months[0].whole == Approx(620.0));
  CHECK(ceiling.months[1].whole == Approx(0.0).margin(1e-6));
}

TEST_CASE("background trains take their slots before any flow", "[analysis]") {
  City city = two_flows(8.0, 2);
  city.background = 1.0;
  CHECK(*asked(ceiling_city::world(city), kCity).capacity == Approx(0.5));
}

TEST_CASE("a siding that opens in a month has its days of capacity and of goods", "[analysis]") {
  // Opens on 17 January: 15 of 31 days. 8 t a day: 120 t; 100 t a day: 1,500 t, of which 310 x 15/31 = 150 t are offered. With b's 310 t.
  City city = two_flows(8.0, 1000);
  city.yards[0].opens = make_date(2021, 1, 17);
  CHECK(*asked(ceiling_city::world(city), kCity).capacity == Approx(430.0 / 620.0));
  city.yards[0].t_per_day = 100.0;
  CHECK(*asked(ceiling_city::world(city), kCity).capacity == Approx(460.0 / 620.0));
  // On 31 January: a day, 10 t. On 1 February: none; yet the chain can be open some day.
  city.yards[0].opens = make_date(2021, 1, 31);
  CHECK(*asked(ceiling_city::world(city), kCity).capacity == Approx(320.0 / 620.0));
  city.yards[0].opens = make_date(2021, 2, 1);
  const TargetCeiling late = asked(ceiling_city::world(city), kCity);
  CHECK(*late.capacity == Approx(0.5));
  CHECK(*late.chains == Approx(1.0));
  city.yards[0].opens = std::nullopt;
  CHECK(*asked(ceiling_city::world(city), kCity).chains == Approx(0.5));
}

TEST_CASE("two firms wish 310 t of a siding of 310: each can have all of it, both cannot", "[analysis]") {
  World w = ceiling_city::world(one_yard());
  set_targets(w, {ceiling_city::target(w, "t-a", MetricKind::rail_share, of_firm("a"), 1.0),
                  ceiling_city::target(w, "t-b", MetricKind::rail_share, of_firm("b"), 1.0),
                  ceiling_city::target(w, "t-city", MetricKind::rail_share, kCity, 0.5)});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("t-a")->capacity == Approx(1.0));
  CHECK(*ceilings.of("t-b")->capacity == Approx(1.0));
  CHECK(*ceilings.of("t-city")->chains == Approx(1.0));
  CHECK(*ceilings.of("t-city")->capacity == Approx(0.5));
  REQUIRE(ceilings.years.size() == 1);
  const Together& all = ceilings.years[0];
  // One of the firms and the city's half.
  CHECK(all.met == 2);
  CHECK(all.proven());
  REQUIRE(all.exclusive.size() == 1);
  CHECK(all.exclusive[0] == std::pair<std::string, std::string>{"t-a", "t-b"});
  CHECK(sentence(all, Language::en) ==
        "2021: of 3 targets of tonnes (clauses in their main reading, clean shares apart) 3 can be met alone, at most 2 at the same time. "
        "t-a and "
        "t-b exclude each other.");
  CHECK(sentence(all, Language::zh) ==
        "2021 年以货运量计的 3 个目标（各条款按主口径计，清洁运输比例不计）中 3 个可单独达到，同时最多达到 2 个。 t-a 与 t-b "
        "不能同时达到。");
}

TEST_CASE("two firms that a siding can serve together exclude nobody", "[analysis]") {
  City city = one_yard();
  city.yards[0].t_per_day = 20.0;
  World w = ceiling_city::world(city);
  set_targets(w, {ceiling_city::target(w, "t-a", MetricKind::rail_share, of_firm("a"), 1.0),
                  ceiling_city::target(w, "t-b", MetricKind::rail_share, of_firm("b"), 1.0)});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.years.size() == 1);
  CHECK(ceilings.years[0].met == 2);
  CHECK(ceilings.years[0].exclusive.empty());
}

TEST_CASE("firm by firm one of two firms passes, and both if the siding is twice as large", "[analysis]") {
  City city = one_yard();
  const TargetCeiling one = asked(ceiling_city::world(city), of_firm("*over_threshold"), 1.0);
  REQUIRE(one.firms);
  CHECK(one.firms->firms == 2);
  CHECK(one.firms->by_chains == 2);
  CHECK(one.firms->together == 1);
  CHECK(one.firms->proven());
  CHECK(*one.capacity == Approx(0.5));  // 50 % in all
  CHECK(sentence(*one.firms, Language::en) ==
        "Firm by firm: of 2 listed firms with goods in this reading 2 can reach it by their chains, each alone; with capacity 1 at the "
        "same time.");
  city.yards[0].t_per_day = 20.0;
  CHECK(asked(ceiling_city::world(city), of_firm("*over_threshold"), 1.0).firms->together == 2);
  // At a level of 0.5 each takes half.
  CHECK(asked(ceiling_city::world(one_yard()), of_firm("*over_threshold"), 0.5).firms->together == 2);
}

TEST_CASE("targets in tonnes are met together as far as the siding reaches, and the rest falls short least", "[analysis]") {
  World w = ceiling_city::world(one_yard());
  set_targets(w, {ceiling_city::target(w, "t-a", MetricKind::rail_tonnes, of_firm("a"), 200.0),
                  ceiling_city::target(w, "t-b", MetricKind::rail_tonnes, of_firm("b"), 200.0),
                  ceiling_city::target(w, "t-much", MetricKind::rail_tonnes, kCity, 400.0)});
  const Ceilings ceilings = ceilings_of(w);
  CHECK(*ceilings.of("t-a")->capacity == Approx(310.0));
  CHECK(*ceilings.of("t-much")->chains == Approx(620.0));
  CHECK(*ceilings.of("t-much")->capacity == Approx(310.0));
  const Together& all = ceilings.years[0];
  CHECK(all.met == 1);
  CHECK_FALSE(all.targets[2].alone);
  CHECK(*all.targets[2].figure == Approx(310.0));  // the yard is full all the same
}

TEST_CASE("goods that only a full railway can take wait, and are said not to be carried", "[analysis]") {
  // 310 t without a road over a yard of 8 t a day: 248 t in January, and the rest in February, which the year has.
  City city = two_flows(8.0, 1000);
  city.sent[0].by_road = false;
  const TargetCeiling year = asked(ceiling_city::world(city), kCity);
  CHECK(*year.capacity == Approx(1.0));
  CHECK(year.not_carried_t == Approx(0.0).margin(1e-3));
  city.yards[0].t_per_day = 0.5;  // 182.5 t in 365 days
  const TargetCeiling little = asked(ceiling_city::world(city), kCity);
  CHECK(little.not_carried_t == Approx(127.5).epsilon(1e-3));
  CHECK(remark(little, Language::en) == "Of all goods, no chain can carry 127.5 t in the year.");
}

TEST_CASE("the file of ceilings holds every figure of the programmes, of a target, its limits and the year as a whole", "[analysis]") {
  World w = ceiling_city::world(one_yard());
  set_targets(w, {ceiling_city::target(w, "t-a", MetricKind::rail_share, of_firm("a"), 1.0),
                  ceiling_city::target(w, "t-b", MetricKind::rail_share, of_firm("b"), 1.0),
                  ceiling_city::target(w, "t-both", MetricKind::rail_share, kCity, 1.0)});
  const std::string csv = to_csv(ceilings_of(w));
  for (const char* line : {"target,year,figure,what,value,unit\n", "t-a,2021,chains,,1,1\n", "t-a,2021,capacity_own,,1,1\n",
                           "t-both,2021,months_full,siding:y,1,months\n", "t-a,2021,alone,,1,1\n", ",2021,together_targets,,3,targets\n",
                           ",2021,together_met,,1,targets\n", "t-a,2021,excludes,t-b,1,1\n"}) {
    INFO(line << csv);
    CHECK(csv.find(line) != std::string::npos);
  }
}

TEST_CASE("a year of which the run has a part alone has no ceiling", "[analysis]") {
  World w = ceiling_city::world(two_flows(8.0, 1000));
  CHECK(asked(w, kCity).chains);
  w.settings.end = make_date(2021, 12, 1);  // without December
  CHECK_FALSE(asked(w, kCity).chains);
  w.settings.end = make_date(2022, 1, 1);
  w.settings.start = make_date(2021, 2, 1);
  CHECK_FALSE(asked(w, kCity).chains);
}

TEST_CASE("a year that is not in the scenario, and what tonnes do not decide, have no ceiling", "[analysis]") {
  World w = ceiling_city::world(one_yard());
  Target late = ceiling_city::target(w, "t-late", MetricKind::rail_share, kCity, 0.5);
  late.due = make_date(2030, 12, 31);
  Target trucks = ceiling_city::target(w, "t-trucks", MetricKind::register_stock, {}, 0.0);
  set_targets(w, {late, trucks});
  const Ceilings ceilings = ceilings_of(w);
  REQUIRE(ceilings.of("t-late") != nullptr);
  CHECK_FALSE(ceilings.of("t-late")->chains);
  CHECK(ceilings.of("t-trucks") == nullptr);
  CHECK(ceilings.years.empty());
}

TEST_CASE("the terminal has a line a target with a ceiling, what trucks leave open, and how many can be met at once", "[analysis]") {
  World w = ceiling_city::world(one_yard());
  Target late = ceiling_city::target(w, "t-late", MetricKind::rail_share, kCity, 0.5);
  late.due = make_date(2030, 12, 31);
  set_targets(w, {late});
  CHECK(ceiling_text(ceilings_of(w), Language::en).empty());
  set_targets(w, {late, ceiling_city::target(w, "t-city", MetricKind::rail_share, kCity, 0.4),
                  ceiling_city::target(w, "t-clean", MetricKind::clean_share, {}, 0.6),
                  ceiling_city::target(w, "t-a", MetricKind::rail_share, of_firm("a"), 1.0)});
  const std::string text = ceiling_text(ceilings_of(w), Language::en);
  CHECK(text.find("t-late") == std::string::npos);
  CHECK(text.find("50.00%") != std::string::npos);
  CHECK(text.find("t-clean: What rail, belts and pipes can carry alone") != std::string::npos);
  CHECK(text.find("2021: of 2 targets of tonnes (clauses in their main reading, clean shares apart) 2 can be met alone, at most 2 at the "
                  "same time.") != std::string::npos);
}

}  // namespace ceilings_test
