/// choice.csv of the small city, and what its shippers wish by rail.
#include "analysis/metrics/choice_constants.hpp"

#include <utility>

#include <catch2/catch.hpp>

#include "analysis/metrics/rail_wishes.hpp"
#include "tests/analysis/small_city.hpp"

namespace choice_constants_test {

using namespace railshift;
using namespace small_city;
using rules::ConstantFrom;
using rules::DriftCause;

namespace {

/// A yuan is worth 0.5.
World priced() {
  World w = world();
  Parameter price;
  price.id = "choice.cost_coefficient";
  price.value.from(make_date(2020, 1, 1), -0.5);
  w.parameters = Table<Parameter>(std::vector<Parameter>{price});
  return w;
}

ledger::DriftRow wished(Month month, DriftCause cause, std::int64_t tonnes) { return {month, std::string(to_text(cause)), tonnes * 1000}; }

}  // namespace

TEST_CASE("choice.csv says of every chain but belts what its constant is worth, what it was taken from, and of how many", "[analysis]") {
  // 5 / 0.5 = 10 yuan liked better than the road, -1.25 / 0.5 = 2.50 yuan less. The yard was full in the base year.
  const World w = priced();
  rules::ChoiceConstants c;
  c.of_chain.assign(w.chains.size(), 0.0);
  c.wish_share.assign(w.chains.size(), 0.5);
  c.from.assign(w.chains.size(), ConstantFrom::road_of_flow);
  c.samples.assign(w.chains.size(), 0);
  const auto set = [&](const std::string& chain, double constant, ConstantFrom from, std::size_t samples) {
    const auto index = id(w.chains, chain).index;
    c.of_chain[index] = constant;
    c.from[index] = from;
    c.samples[index] = samples;
  };
  set("out-rail", 5.0, ConstantFrom::base_share, 0);
  set("out-yard", -1.25, ConstantFrom::class_median, 7);
  set("acid-road", 0.25, ConstantFrom::stated_constant, 0);
  c.wish_share[id(w.chains, "out-yard").index] = 0.625;  // a quarter more than there was room for
  c.left_out = {id(w.chains, "out-yard")};
  CHECK(analysis::choice_csv(w, c) ==
        "\xEF\xBB\xBF"  // the mark of UTF-8
        "chain,flow,chain_class,base_share,wish_share,constant_yuan_per_t,from,samples,full_in_base_year,standing\n"
        "acid-road,acid-out,road,0.5,0.5,0.5,stated_constant,0,no,derived(assumed)\n"
        "home-road,coal-home,road,0.5,0.5,0,road_of_flow,0,no,derived(assumed)\n"
        "out-rail,coal-out,rail_siding,0.5,0.5,10,base_share,0,no,derived(assumed)\n"
        "out-road,coal-out,road,0.5,0.5,0,road_of_flow,0,no,derived(assumed)\n"
        "out-yard,coal-out,rail_yard,0.5,0.625,-2.5,class_median,7,yes,derived(assumed)\n");
}

TEST_CASE("a year's wishes by rail are what each cause brings over its months, and a warm-up month is in none", "[analysis]") {
  // 100 + 120 t at base shares; prices bring 10 + 20 t, a duty 30 t more in February.
  const Month january = make_month(2021, 1), february = make_month(2021, 2);
  ledger::Ledger l;
  l.drift = {wished(make_month(2019, 12), DriftCause::base_shares, 999)};
  for (const auto& [cause, jan, feb] : {std::tuple{DriftCause::base_shares, 100, 120},
                                        {DriftCause::openings, 100, 120},
                                        {DriftCause::prices, 110, 140},
                                        {DriftCause::delays, 110, 140},
                                        {DriftCause::road_rates, 110, 140},
                                        {DriftCause::duties, 110, 170}}) {
    l.drift.push_back(wished(january, cause, jan));
    l.drift.push_back(wished(february, cause, feb));
  }
  const auto table = measured(world(), l);
  const auto& all = row(table, "rail_wishes", "2021", "");
  CHECK(all.value == 280.0);
  CHECK(all.unit == "t");
  for (const auto& [cause, tonnes] : std::vector<std::pair<std::string, double>>{
           {"base_shares", 220.0}, {"openings", 0.0}, {"prices", 30.0}, {"delays", 0.0}, {"road_rates", 0.0}, {"duties", 30.0}}) {
    INFO(cause);
    CHECK(row(table, "rail_wishes", "2021", "numerator_kind=" + cause).value == tonnes);
  }
  CHECK_FALSE(has_row(table, "rail_wishes", "2019", "numerator_kind=base_shares"));

  const auto years = analysis::rail_wishes(table);
  REQUIRE(years.size() == 1);
  CHECK(years.at("2021").wished == 280.0);
  CHECK(years.at("2021").brought_by(DriftCause::base_shares) == 220.0);
  CHECK(years.at("2021").brought_by(DriftCause::prices) == 30.0);
  CHECK(years.at("2021").brought_by(DriftCause::delays) == 0.0);
  CHECK(years.at("2021").brought_by(DriftCause::duties) == 30.0);
}

}  // namespace choice_constants_test
