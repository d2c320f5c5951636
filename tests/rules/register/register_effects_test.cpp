/// Which measure removed a truck, changed a purchase or set a standard, and what would have happened without it.
#include "sim/rules/register/register_effects.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <optional>
#include <vector>

#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

namespace register_effects_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;
using policy::Effect;
using policy::EffectKind;

namespace {

/// Ten slag trucks of National III, bought in 2012, that live on unless an order removes them.
World ten_trucks() { return world({row("iii", slag, Standard::china3, 2012, 10)}); }

/// An order on National III that everybody obeys on one day.
Measure order_on(const std::string& id, Layer layer, Date day, double obedience = 1.0) {
  RetireOrder body;
  body.obedience = obedience;
  Measure m = measure(id, day, day, body);
  m.layer = layer;
  return m;
}

/// The effects of one month, after the months before it.
class Month1 {
 public:
  Month1(World w, std::vector<Measure> measures, Date month) : world_(std::move(w)) {
    world_.measures = Table<Measure>(std::move(measures));
    Run run(world_);
    (void)run.until(month);
    month_ = run.until(month + 1);
  }
  [[nodiscard]] Effect of(const std::string& measure, EffectKind kind) const {
    const auto id = world_.measures.find(measure);
    for (const Effect& effect : month_.effects) {
      if (effect.measure == *id && effect.kind == kind) return effect;
    }
    return {};
  }
  [[nodiscard]] std::int64_t removed(const std::string& measure) const { return of(measure, EffectKind::trucks_removed).acted; }
  [[nodiscard]] std::int64_t changed(const std::string& measure) const { return of(measure, EffectKind::trucks_removed).changed; }
  [[nodiscard]] const RegisterMonth& month() const { return month_; }

 private:
  World world_;
  RegisterMonth month_;
};

const Date kFebruary = make_date(2023, 2, 1);

}  // namespace

TEST_CASE("of two orders on one truck the earlier day claims it, and nothing changes that the other would have done this month",
          "[rules]") {
  const auto first = order_on("z-first", Layer::plan, make_date(2023, 2, 10));
  const auto second = order_on("a-second", Layer::baseline, make_date(2023, 2, 20));
  const Month1 both(ten_trucks(), {first, second}, kFebruary);
  CHECK(both.removed("z-first") == 10);
  CHECK(both.changed("z-first") == 0);  // a-second takes them ten days later
  CHECK(both.removed("a-second") == 0);
  CHECK(both.of("a-second", EffectKind::trucks_removed).in_scope == 10);
  const Month1 alone(ten_trucks(), {second}, kFebruary);
  CHECK(alone.removed("a-second") == 10);
  CHECK(alone.changed("a-second") == 10);
}

TEST_CASE("what the other order would have done a month later is changed this month", "[rules]") {
  const Month1 m(ten_trucks(),
                 {order_on("first", Layer::plan, make_date(2023, 2, 28)), order_on("second", Layer::plan, make_date(2023, 3, 1))},
                 kFebruary);
  CHECK(m.removed("first") == 10);
  CHECK(m.changed("first") == 10);
}

TEST_CASE("on one day baseline claims before plan, then the earlier order, then the id", "[rules]") {
  const Date day = make_date(2023, 2, 10);
  const Month1 layers(ten_trucks(), {order_on("a", Layer::plan, day), order_on("b", Layer::baseline, day)}, kFebruary);
  CHECK(layers.removed("b") == 10);
  CHECK(layers.removed("a") == 0);
  // Both are due on the first day of the month: the one that began earlier claims.
  Measure earlier = order_on("z", Layer::plan, day);
  earlier.from = day;
  const Month1 ids(ten_trucks(), {earlier, order_on("y", Layer::plan, day)}, kFebruary);
  CHECK(ids.removed("y") == 10);
  CHECK(ids.removed("z") == 0);
}

TEST_CASE("an order that half obey claims what it removes and no more", "[rules]") {
  const Month1 m(world({row("iii", slag, Standard::china3, 2012, 4000)}), {order_on("half", Layer::plan, make_date(2023, 2, 10), 0.5)},
                 kFebruary);
  std::int64_t left = 0;
  for (const RegisterTally& tally : m.month().tallies) left += tally.left[static_cast<std::size_t>(LeaveCause::retire_order)];
  CHECK(m.removed("half") == left);
  CHECK(left == Approx(2000).margin(100));  // 3.2 standard deviations of 31.6
  CHECK(m.of("half", EffectKind::trucks_removed).in_scope == 4000);
}

TEST_CASE("an order that nobody obeys saw its trucks and did nothing", "[rules]") {
  const Month1 m(ten_trucks(), {order_on("nobody", Layer::plan, make_date(2023, 2, 10), 0.0)}, kFebruary);
  CHECK(m.of("nobody", EffectKind::trucks_removed).in_scope == 10);
  CHECK(m.removed("nobody") == 0);
  CHECK(m.of("nobody", EffectKind::brought_forward).acted == 0);
}

TEST_CASE("a truck that ends by itself on the day of an order is not removed by it", "[rules]") {
  // Compulsory end at 11 years of 365.25 days, 4,018 whole days after the registration. What replaces the trucks is National VI.
  World w = ten_trucks();
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 11.0)});
  w.register_rows = Table<RegisterRow>({row("iii", slag, Standard::china3, 2012, 400)});
  std::vector<Date> ends;
  for (const RegisteredTruck& truck : initial_register(w, 5).trucks) ends.push_back(Date{truck.registered} + 4018);
  std::sort(ends.begin(), ends.end());
  const Date day = *(std::lower_bound(ends.begin(), ends.end(), make_date(2023, 12, 10)));  // somebody ends by himself on this day
  REQUIRE(day < make_date(2023, 12, 31));
  const auto later_than = [&ends](Date d) { return ends.end() - std::upper_bound(ends.begin(), ends.end(), d); };
  const Month1 on_it(w, {order_on("order", Layer::plan, day), sells_china6()}, make_date(2023, 12, 1));
  CHECK(on_it.of("order", EffectKind::trucks_removed).in_scope == later_than(make_date(2023, 11, 30)));
  CHECK(on_it.removed("order") == later_than(day));
  const Month1 before(w, {order_on("order", Layer::plan, day - 1), sells_china6()}, make_date(2023, 12, 1));
  CHECK(before.removed("order") == later_than(day - 1));
  CHECK(before.removed("order") > on_it.removed("order"));
}

TEST_CASE("months brought forward run from the removal to the compulsory end of each truck", "[rules]") {
  World w = ten_trucks();
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 15.0)});
  const Month1 m(w, {order_on("now", Layer::plan, make_date(2023, 2, 10))}, kFebruary);
  std::int64_t months = 0;
  for (const RegisteredTruck& truck : initial_register(w, 5).trucks) {
    int n = 0;  // 15 years of 365.25 days are 5,478.75 days: the month that holds the 5,479th
    while (truck.registered + 5479 >= end_day(make_month(2023, 2) + n).days) ++n;
    months += n;
  }
  CHECK(m.of("now", EffectKind::brought_forward).acted == months);
  CHECK(m.of("now", EffectKind::brought_forward).changed == months);
  CHECK(months > 10 * 46);  // the oldest, of January 2012, would end in January 2027: 47 months later
  CHECK(months < 10 * 60);
}

TEST_CASE("a rule on new trucks decides every purchase that obeys it, and changes those that would have been of another kind", "[rules]") {
  const std::vector<Measure> rules{order_on("leave", Layer::plan, make_date(2023, 2, 10)),
                                   measure("clean", make_date(2022, 6, 1), make_date(2022, 6, 1), NewOnly{{}, {slag}, 1.0})};
  const Month1 diesel(ten_trucks(), rules, kFebruary);  // without purchase shares the replacement is diesel
  CHECK(diesel.of("clean", EffectKind::purchases_changed).in_scope == 10);
  CHECK(diesel.of("clean", EffectKind::purchases_changed).acted == 10);
  CHECK(diesel.of("clean", EffectKind::purchases_changed).changed == 10);
  World w = ten_trucks();
  PurchaseShare electric;
  electric.id = "all-electric";
  electric.segment = slag;
  electric.year = 2022;
  electric.powertrain = Powertrain::electric;
  electric.share = 1.0;
  w.purchase_shares = Table<PurchaseShare>({electric});
  const Month1 anyway(w, rules, kFebruary);
  CHECK(anyway.of("clean", EffectKind::purchases_changed).acted == 10);
  CHECK(anyway.of("clean", EffectKind::purchases_changed).changed == 0);
}

TEST_CASE("of two rules on new trucks the first decides, and changes nothing while the second stands", "[rules]") {
  const Date early = make_date(2022, 6, 1), late = make_date(2022, 7, 1);
  const Month1 m(ten_trucks(),
                 {order_on("leave", Layer::plan, make_date(2023, 2, 10)), measure("b-early", early, early, NewOnly{{}, {slag}, 1.0}),
                  measure("a-late", late, late, NewOnly{{}, {slag}, 1.0})},
                 kFebruary);
  CHECK(m.of("b-early", EffectKind::purchases_changed).acted == 10);
  CHECK(m.of("b-early", EffectKind::purchases_changed).changed == 0);
  CHECK(m.of("a-late", EffectKind::purchases_changed).acted == 0);
  CHECK(m.of("a-late", EffectKind::purchases_changed).in_scope == 10);
}

TEST_CASE("the law with the highest standard sets it, a lower one sees the truck and sets nothing", "[rules]") {
  const Date v = make_date(2017, 7, 1);
  const std::vector<Measure> laws{order_on("leave", Layer::plan, make_date(2023, 2, 10)), sells_china6(),
                                  measure("sells-v", v, v, SalesStandard{{}, {}, Standard::china5})};
  const Month1 m(ten_trucks(), laws, kFebruary);
  CHECK(m.of("sells-vi", EffectKind::standards_set).acted == 10);
  CHECK(m.of("sells-vi", EffectKind::standards_set).changed == 10);  // V without it
  CHECK(m.of("sells-v", EffectKind::standards_set).acted == 0);
  CHECK(m.of("sells-v", EffectKind::standards_set).in_scope == 10);
}

TEST_CASE("a law that another one repeats sets the standard and changes nothing", "[rules]") {
  Measure again = sells_china6();
  again.id = "again";
  again.from = make_date(2020, 1, 1);
  const Month1 m(ten_trucks(), {order_on("leave", Layer::plan, make_date(2023, 2, 10)), sells_china6(), again}, kFebruary);
  CHECK(m.of("sells-vi", EffectKind::standards_set).acted == 10);  // of 2019
  CHECK(m.of("sells-vi", EffectKind::standards_set).changed == 0);
  CHECK(m.of("again", EffectKind::standards_set).acted == 0);
}

TEST_CASE("a quota that owners meet early scraps and decides the purchase, without it nobody leaves", "[rules]") {
  const Date from = make_date(2023, 1, 1);
  const StockQuota half{{}, {slag}, {{make_date(2023, 12, 31), 0.5}}, 1.0};
  const Month1 m(ten_trucks(), {measure("quota", from, make_date(2023, 12, 31), half)}, make_date(2023, 12, 1));
  // The level is reached a delivery lag before the end of its day: five of ten have been replaced by December.
  std::int64_t left = 0;
  for (const RegisterTally& tally : m.month().tallies) left += tally.left[static_cast<std::size_t>(LeaveCause::stock_quota)];
  CHECK(m.of("quota", EffectKind::trucks_removed).in_scope == 10);
  CHECK(m.removed("quota") == left);
  CHECK(m.changed("quota") == left);
  CHECK(m.of("quota", EffectKind::purchases_changed).acted == left);
}

TEST_CASE("an order whose trucks a quota would scrap the same month changes nothing that the quota would not", "[rules]") {
  const Date from = make_date(2023, 1, 1);
  // The quota asks for every truck at once; the order takes all ten first.
  const StockQuota all{{}, {slag}, {{from + 31, 1.0}}, 1.0};
  const Month1 m(ten_trucks(), {order_on("order", Layer::plan, make_date(2023, 1, 5)), measure("quota", from, from + 31, all)}, from);
  CHECK(m.removed("order") == 10);
  CHECK(m.removed("quota") == 0);
  CHECK(m.changed("order") < 10);  // without it the quota scraps those that its level of the month asks for
  CHECK(m.of("quota", EffectKind::purchases_changed).acted > 0);
}

TEST_CASE("of two quotas on one stock the baseline claims, whatever their ids", "[rules]") {
  const Date from = make_date(2023, 1, 1);
  const StockQuota half{{}, {slag}, {{make_date(2023, 12, 31), 0.5}}, 1.0};
  Measure plan = measure("a-plan", from, make_date(2023, 12, 31), half), law = plan;
  law.id = "z-law";
  law.layer = Layer::baseline;
  const Month1 m(ten_trucks(), {plan, law}, make_date(2023, 3, 1));
  CHECK(m.removed("z-law") > 0);
  CHECK(m.removed("a-plan") == 0);
  CHECK(m.of("a-plan", EffectKind::trucks_removed).in_scope == 10);
}

}  // namespace register_effects_test
