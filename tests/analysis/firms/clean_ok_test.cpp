/// Clean transport of a firm: either clean modes carry the level of its rule, or what is short of it goes by clean trucks.
#include "analysis/firms/clean_ok.hpp"

#include <catch2/catch.hpp>

#include <optional>
#include <tuple>

#include "tests/analysis/small_city.hpp"

namespace clean_ok_test {

using namespace railshift;
using namespace small_city;
using analysis::GateMonth;
using analysis::is_clean;

namespace {

const Month kApril = make_month(2021, 4);
constexpr AccessClass kGas5{Standard::china5, Powertrain::gas};

CleanRule rule_of(SiteKind kind) {
  CleanRule rule;
  rule.id = "rule";
  rule.site_kind = kind;
  return rule;
}

World ruled(const CleanRule& rule) {
  World w = world();
  w.clean_rules = Table<CleanRule>(std::vector<CleanRule>{rule});
  return w;
}

ledger::ServiceRow loads(const World& w, Month month, const std::string& flow, AccessClass truck, std::int64_t trips, std::int64_t tonnes) {
  ledger::ServiceRow row;
  row.month = month;
  row.flow = id(w.flows, flow);
  row.leg = 1;
  row.loaded = true;
  row.vehicle = EmissionClass{VehicleType::heavy, truck, Fault::sound}.index();
  row.trips = trips;
  row.kg = tonnes * 1000;
  return row;
}

/// The mine sends this many tonnes by rail and the rest of 1,000 t by road, on trucks of one class.
ledger::Ledger thousand(const World& w, Month month, std::int64_t rail_t, AccessClass truck) {
  ledger::Ledger l;
  l.chains = {delivered(w, month, "out-rail", rail_t), delivered(w, month, "out-road", 1000 - rail_t)};
  l.service = {loads(w, month, "coal-out", truck, 10, 1000 - rail_t)};
  return l;
}

double mine_in(const World& w, const ledger::Ledger& l, const std::string& period) {
  return row(measured(w, l), "clean_ok", period, "firm=big").value;
}

}  // namespace

TEST_CASE("a mine with exactly 80 % on rail is clean whatever its trucks, and with one kilogram less it is not", "[analysis]") {
  const World w = ruled(rule_of(SiteKind::mine));
  ledger::Ledger l = thousand(w, kApril, 800, kDiesel5);
  CHECK(mine_in(w, l, "2021-04") == 1.0);
  l.chains[0].delivered_kg -= 1;  // 799,999 of 999,999 kg: 79.99998 %
  CHECK(mine_in(w, l, "2021-04") == 0.0);
}

TEST_CASE("a mine below 80 % is clean if every loaded truck is new-energy or National VI, and the last V truck undoes it", "[analysis]") {
  const World w = ruled(rule_of(SiteKind::mine));
  CHECK(mine_in(w, thousand(w, kApril, 0, kDiesel6), "2021-04") == 1.0);
  CHECK(mine_in(w, thousand(w, kApril, 0, kElectric), "2021-04") == 1.0);
  CHECK(mine_in(w, thousand(w, kApril, 0, kGas5), "2021-04") == 0.0);
  ledger::Ledger l = thousand(w, kApril, 0, kDiesel6);
  l.service.push_back(loads(w, kApril, "coal-out", kDiesel5, 1, 30));
  CHECK(mine_in(w, l, "2021-04") == 0.0);
}

TEST_CASE("trucks of every goods count at the gate, empty ones and those of other months do not", "[analysis]") {
  const World w = ruled(rule_of(SiteKind::mine));
  ledger::Ledger l = thousand(w, kApril, 0, kDiesel6);
  l.service.push_back(loads(w, kApril + 1, "coal-out", kDiesel5, 1, 30));
  l.service.push_back(loads(w, kApril, "coal-out", kDiesel5, 1, 30));
  l.service.back().loaded = false;
  CHECK(mine_in(w, l, "2021-04") == 1.0);
  // acid is dangerous, so that its tonnes are in no share; its truck passes the gate all the same
  l.service.push_back(loads(w, kApril, "acid-out", kDiesel5, 1, 30));
  CHECK(mine_in(w, l, "2021-04") == 0.0);
}

TEST_CASE("belts are clean, and trucks to a yard are trucks at the gate", "[analysis]") {
  const World w = ruled(rule_of(SiteKind::mine));
  ledger::Ledger l;
  l.chains = {delivered(w, kApril, "home-belt", 800), delivered(w, kApril, "out-yard", 200)};
  l.service = {loads(w, kApril, "coal-out", kDiesel5, 7, 200)};
  CHECK(mine_in(w, l, "2021-04") == 1.0);
  l.chains = {delivered(w, kApril, "home-belt", 200), delivered(w, kApril, "out-yard", 800)};
  CHECK(mine_in(w, l, "2021-04") == 0.0);
}

TEST_CASE("what is short is filled by new-energy loads of bulk goods, not by those of dangerous ones", "[analysis]") {
  CleanRule rule = rule_of(SiteKind::mine);
  rule.shortfall_new_energy = 0.6;
  const World w = ruled(rule);
  ledger::Ledger l;
  l.chains = {delivered(w, kApril, "out-rail", 300), delivered(w, kApril, "out-road", 700)};
  // 500 t are short of 80 %; 60 % of them are 300 t.
  l.service = {loads(w, kApril, "coal-out", kElectric, 10, 299), loads(w, kApril, "coal-out", kGas5, 14, 401),
               loads(w, kApril, "acid-out", kElectric, 3, 90)};
  CHECK(mine_in(w, l, "2021-04") == 0.0);
  l.service[0].kg += 1000;
  CHECK(mine_in(w, l, "2021-04") == 1.0);
}

TEST_CASE("trucks that may have driven elsewhere leave a firm without a figure, unless the answer is the same either way", "[analysis]") {
  World w = ruled(rule_of(SiteKind::power_plant));
  for (Parameter& p : w.parameters.rows_for_loading()) {
    if (p.id == "scope.over_threshold") p.value = {}, p.value.from(make_date(2000, 1, 1), 1000.0);
  }
  // Coal for the plant comes by road through its gate, or by truck to a belt that ends inside: leg 1 is both.
  std::vector<Chain> chains(w.chains.begin(), w.chains.end());
  Leg truck, belt;
  std::tie(truck.seq, truck.mode) = std::pair(1, Mode::truck);
  std::tie(belt.seq, belt.mode) = std::pair(2, Mode::belt);
  chains.push_back({"home-transfer", id(w.flows, "coal-home"), 0.5, {truck, belt}, {}});
  w.chains = Table<Chain>(chains);
  w.index();
  const auto plant = [&](std::int64_t transferred_t, AccessClass truck_class, const std::string& firm = "small") -> std::optional<double> {
    ledger::Ledger l;
    l.chains = {delivered(w, kApril, "home-road", 1000)};
    if (transferred_t > 0) l.chains.push_back(delivered(w, kApril, "home-transfer", transferred_t));
    l.service = {loads(w, kApril, "coal-home", truck_class, 10, 300)};
    for (const analysis::MetricRow& row : measured(w, l)) {
      if (row.metric == "clean_ok" && row.firm == firm && row.period == "2021-04") return row.value;
    }
    return std::nullopt;
  };
  CHECK(plant(100, kDiesel6) == 1.0);
  CHECK_FALSE(plant(100, kDiesel5).has_value());  // the old trucks may have been at the belt
  CHECK(plant(0, kDiesel5) == 0.0);               // nothing went by the belt
  // Of the list it is one of one either way, so that two runs count the same firms, and is not shown to be clean.
  CHECK(plant(100, kDiesel5, "*over_threshold") == 0.0);
  CHECK(plant(100, kDiesel6, "*over_threshold") == 1.0);
}

TEST_CASE("a rule without a fallback knows the share alone", "[analysis]") {
  CleanRule rule = rule_of(SiteKind::mine);
  rule.fallback = false;
  CHECK_FALSE(is_clean(rule, GateMonth{799, 1000, 201, 0}, kApril));
  CHECK(is_clean(rule, GateMonth{800, 1000, 0, 9}, kApril));
}

TEST_CASE("of a shortfall that new-energy trucks must carry 60 % is enough to the last day, then all of it", "[analysis]") {
  CleanRule rule = rule_of(SiteKind::cement_works);
  rule.shortfall_new_energy = 0.6;
  rule.shortfall_until = make_date(2025, 12, 31);
  // 300 of 1,000 kg are clean: 500 are short of 80 %, 60 % of them are 300.
  CHECK(is_clean(rule, GateMonth{300, 1000, 300, 5}, make_month(2025, 12)));
  CHECK_FALSE(is_clean(rule, GateMonth{300, 1000, 299, 5}, make_month(2025, 12)));
  CHECK_FALSE(is_clean(rule, GateMonth{300, 1000, 499, 5}, make_month(2026, 1)));
  CHECK(is_clean(rule, GateMonth{300, 1000, 500, 5}, make_month(2026, 1)));
  // National VI trucks do not help: none of their loads is new-energy.
  CHECK_FALSE(is_clean(rule, GateMonth{300, 1000, 0, 0}, make_month(2025, 12)));
}

TEST_CASE("where goods that arrive alone count, what leaves does not", "[analysis]") {
  CleanRule rule = rule_of(SiteKind::mine);
  rule.inbound_only = true;
  const World w = ruled(rule);
  // The mine receives nothing: nothing to judge.
  CHECK_FALSE(has_row(measured(w, thousand(w, kApril, 0, kDiesel5)), "clean_ok", "2021-04", "firm=big"));
}

TEST_CASE("the rule of the region holds, and works of a kind without one are not judged", "[analysis]") {
  CleanRule inside = rule_of(SiteKind::mine);
  inside.id = "inside";
  inside.key_region = true;
  inside.level = 0.9;
  CleanRule outside = rule_of(SiteKind::mine);
  outside.id = "outside";
  World w = world();
  w.clean_rules = Table<CleanRule>(std::vector<CleanRule>{inside, outside});
  const ledger::Ledger l = thousand(w, kApril, 850, kDiesel5);
  CHECK(mine_in(w, l, "2021-04") == 1.0);
  w.settings.key_region = true;
  CHECK(mine_in(w, l, "2021-04") == 0.0);
  const World other = ruled(rule_of(SiteKind::steel_works));
  CHECK_FALSE(has_row(measured(other, thousand(other, kApril, 0, kDiesel6)), "clean_ok", "2021-04", "firm=*over_threshold"));
}

TEST_CASE("a firm is clean in a year if it is in every month, and the figure of the list is the share of firms", "[analysis]") {
  const World w = ruled(rule_of(SiteKind::mine));
  ledger::Ledger l = thousand(w, kApril, 800, kDiesel5);
  CHECK(mine_in(w, l, "2021") == 1.0);
  CHECK(row(measured(w, l), "clean_ok", "2021", "firm=*over_threshold").denominator == 1.0);
  const ledger::Ledger may = thousand(w, kApril + 1, 700, kDiesel5);
  l.chains.insert(l.chains.end(), may.chains.begin(), may.chains.end());
  l.service.insert(l.service.end(), may.service.begin(), may.service.end());
  CHECK(mine_in(w, l, "2021-04") == 1.0);
  CHECK(mine_in(w, l, "2021-05") == 0.0);
  CHECK(mine_in(w, l, "2021") == 0.0);  // 75 % over both months: the month decides
  CHECK(row(measured(w, l), "clean_ok", "2021", "firm=*over_threshold").value == 0.0);
}

TEST_CASE("without rules nobody is judged by them", "[analysis]") {
  const World w = world();
  CHECK_FALSE(has_row(measured(w, thousand(w, kApril, 800, kDiesel5)), "clean_ok", "2021", "firm=*over_threshold"));
}

}  // namespace clean_ok_test
