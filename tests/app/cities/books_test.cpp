/// The cities whose flows follow from balances: their books close, a month of the plan runs, the audit holds, and rail carries what it did.
/// What is particular to one of them stands in its own file.
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace books_test {

using namespace railshift::cli;

namespace {

const Row kCoalOut{{"commodity", "thermal-coal"}, {"direction", "out"}};
const Row kBulkGoods{{"direction", "both"}};

struct City {
  std::string id;
  int flows = 0;            ///< at least
  std::string states = {};  ///< flows whose ids begin so state tonnes; empty: none does
  Row reading = kCoalOut;   ///< of the rail share by main haul
  double low = 0.5, high = 0.95;
  bool short_hauls = false;  ///< check names hauls that are shorter than the straight line (docs/limits.md)
};

const std::vector<City> kCities{{"shuozhou", 150, {}, kCoalOut, 0.5, 0.95, true},
                                {"yangquan", 120, "fl-yq-017-", kBulkGoods, 0.25, 0.5},  // coal of Jinzhong
                                {"pingcheng", 130},
                                {"xinzhou", 150}};

}  // namespace

TEST_CASE("a city checks clean, without a warning but of short hauls, and says what its tonnes rest on", "[app]") {
  const City city = GENERATE(from_range(kCities));
  INFO(city.id);
  const Answer answer = ask({"check", scenario(city.id).string(), "--lang", "en"});
  INFO(answer.err);
  CHECK(answer.code == 0);
  CHECK(contains(answer.out, "derived"));
  CHECK(contains(answer.out, "Warning") == city.short_hauls);
}

TEST_CASE("no flow of a city states tonnes but follows from a balance, with its reason, and coal of Jinzhong alone is stated", "[app]") {
  const City city = GENERATE(from_range(kCities));
  int flows = 0;
  for (const Row& row : rows_of(scenario(city.id) / "tables" / "flows.csv")) {
    ++flows;
    INFO(row.at("flow_id"));
    const bool states = !city.states.empty() && row.at("flow_id").starts_with(city.states);
    CHECK((row.at("rule") == "fixed") == states);
    CHECK_FALSE(row.at("reason").empty());
  }
  CHECK(flows > city.flows);
}

TEST_CASE("in a month of a city's plan every identity of the audit holds, and rail has its share of what it carries", "[app][slow]") {
  const City city = GENERATE(from_range(kCities));
  INFO(city.id);
  const Scratch scratch;
  const auto run = run_into(scratch, "january", scenario(city.id), {"--until", "2020-02-01"});
  const Answer audit = ask({"audit", run.string(), "--lang", "en"});
  INFO(audit.out << audit.err);
  CHECK(audit.code == 0);
  Row fields = city.reading;
  fields.merge(Row{
      {"metric", "rail_share"}, {"numerator_kind", "rail"}, {"basis", "main_haul"}, {"denominator_kind", "rail_road"}, {"period", "2020"}});
  const auto share = metric(run, fields);
  REQUIRE(share.has_value());
  CHECK(*share > city.low);
  CHECK(*share < city.high);
}

}  // namespace books_test
