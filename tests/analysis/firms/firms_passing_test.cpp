/// A target judged firm by firm, and who reaches the railway.
#include <catch2/catch.hpp>

#include "tests/analysis/small_city.hpp"

namespace firms_passing_test {

using namespace railshift;
using namespace small_city;

namespace {

const Month kMay = make_month(2021, 5);

double passing(const World& w, const ledger::Ledger& l, const std::string& reading) {
  return row(measured(w, l), "firms_passing", "2021", "firm=*over_threshold;level=0.85;direction=both;" + reading).value;
}
const std::string kRailRoad = "numerator_kind=rail;denominator_kind=rail_road;basis=gate";
const std::string kRailAll = "numerator_kind=rail;denominator_kind=all;basis=gate";
const std::string kCleanAll = "numerator_kind=rail_belt_pipe;denominator_kind=all;basis=gate";
const std::string kEither = "numerator_kind=rail_or_clean;denominator_kind=all;basis=gate";

World with_rule() {
  World w = world();
  CleanRule rule;
  rule.id = "mine";
  rule.site_kind = SiteKind::mine;
  w.clean_rules = Table<CleanRule>(std::vector<CleanRule>{rule});
  return w;
}

ledger::Ledger by_road(const World& w, AccessClass truck) {
  ledger::Ledger l;
  l.chains = {delivered(w, kMay, "out-road", 1000)};
  ledger::ServiceRow row;
  row.month = kMay;
  row.flow = id(w.flows, "coal-out");
  row.leg = 1;
  row.loaded = true;
  row.vehicle = EmissionClass{VehicleType::heavy, truck, Fault::sound}.index();
  row.trips = 34;
  row.kg = 1'000'000;
  l.service = {row};
  return l;
}

double access(const World& w, const std::string& kind, const std::string& period) {
  return row(measured(w, ledger::Ledger{}), "siding_access", period, "firm=*over_threshold;numerator_kind=" + kind).value;
}

World opening(const std::string& siding, std::optional<Date> day) {
  World w = world();
  w.sidings.rows_for_loading()[id(w.sidings, siding).index].in_service = day;
  return w;
}

}  // namespace

TEST_CASE("a firm at exactly 85 % passes and one kilogram less does not, in each denominator", "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  l.chains = {delivered(w, kMay, "out-rail", 850), delivered(w, kMay, "out-road", 150)};
  for (const std::string& reading : {kRailRoad, kRailAll, kCleanAll}) CHECK(passing(w, l, reading) == 1.0);
  l.chains[0].delivered_kg -= 1;
  for (const std::string& reading : {kRailRoad, kRailAll, kCleanAll}) CHECK(passing(w, l, reading) == 0.0);
}

TEST_CASE("a belt lies beside rail and road, counts against rail in all modes, and with it where it is named", "[analysis]") {
  const World w = world();
  ledger::Ledger l;
  // rail 850, road 150, belt 1000: 85 % of rail + road, 42.5 % of all, 92.5 % with the belt
  l.chains = {delivered(w, kMay, "out-rail", 850), delivered(w, kMay, "out-road", 150), delivered(w, kMay, "home-belt", 1000)};
  CHECK(passing(w, l, kRailRoad) == 1.0);
  CHECK(passing(w, l, kRailAll) == 0.0);
  CHECK(passing(w, l, kCleanAll) == 1.0);
}

TEST_CASE("a firm with a siding is judged by its rail share even if its trucks are clean, one without by clean transport", "[analysis]") {
  World w = with_rule();
  CHECK(passing(w, by_road(w, kDiesel6), kEither) == 0.0);
  // it opens on the second day of the year: no year to be judged by yet
  w.sidings.rows_for_loading()[id(w.sidings, "fence").index].in_service = make_date(2021, 1, 2);
  CHECK(passing(w, by_road(w, kDiesel6), kEither) == 1.0);
  CHECK(passing(w, by_road(w, kDiesel5), kEither) == 0.0);
  // on the first: the rail share decides
  w.sidings.rows_for_loading()[id(w.sidings, "fence").index].in_service = make_date(2021, 1, 1);
  CHECK(passing(w, by_road(w, kDiesel6), kEither) == 0.0);
}

TEST_CASE("a siding counts as access from the month in which it opens, its year by December", "[analysis]") {
  const World w = opening("fence", make_date(2021, 12, 31));
  CHECK(access(w, "own", "2021-11") == 0.0);
  CHECK(access(w, "own", "2021-12") == 1.0);
  CHECK(access(w, "own", "2021") == 1.0);
  CHECK(access(opening("fence", make_date(2022, 1, 1)), "own", "2021") == 0.0);
}

TEST_CASE("a yard within scope.yard_km is access of the widest kind alone", "[analysis]") {
  // the truck leg to the yard is 10 km, scope.yard_km too
  World w = opening("fence", std::nullopt);
  CHECK(access(w, "own", "2021") == 0.0);
  CHECK(access(w, "own_shared", "2021") == 0.0);
  CHECK(access(w, "own_shared_yard", "2021") == 1.0);
  Dated<double> nearer;
  nearer.from(make_date(2020, 1, 1), 9.9);
  w.parameters.rows_for_loading()[id(w.parameters, "scope.yard_km").index].value = nearer;
  CHECK(access(w, "own_shared_yard", "2021") == 0.0);
}

}  // namespace firms_passing_test
