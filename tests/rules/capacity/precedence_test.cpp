/// Who goes before whom on a line that cannot take all.
#include "sim/rules/capacity/precedence.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/compared/plan_effects.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/choice_scene.hpp"

namespace precedence_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace precedence_test {
namespace {

const Month kMarch = make_month(2021, 3);
constexpr std::int64_t kTrain = 3'000'000;

/// Two works send coke and coal over one line of 10 paths a day, 310 in March: trains of 3,000 t. Both ask for 200 trains.
struct TwoWorks {
  Draft d;
  Id<Site> coke_works = d.site("a-works", SiteKind::coking_works);
  Id<Site> mine = d.site("b-mine", SiteKind::mine);
  Id<Site> outside = d.site("c-outside", SiteKind::external);
  Id<Node> near = d.node("st-1", NodeType::station);
  Id<Node> far = d.node("st-2", NodeType::station);
  Id<Line> line = d.line("l1", near, far, 10);
  Id<Siding> k1 = d.siding("k1", coke_works, near, 100'000);
  Id<Siding> k2 = d.siding("k2", mine, near, 100'000);
  Id<Flow> coke = d.flow("f1", d.coke, coke_works, outside, FlowRule::fixed, {{kStart, 1.0}});
  Id<Flow> coal = d.flow("f2", d.coal, mine, outside, FlowRule::fixed, {{kStart, 1.0}});

  TwoWorks() {
    d.chain("c1", coke, 1.0, {rail_leg(line, near, far, k1)});
    d.chain("c2", coal, 1.0, {rail_leg(line, near, far, k2)});
    d.edit(k1).tracks = d.edit(k2).tracks = 50;
  }
  void goods_first(const std::string& id, std::vector<Id<Commodity>> commodities, int rank, double weight = 1.0) {
    RailPriority priority;
    priority.commodities = std::move(commodities);
    priority.rank = rank;
    priority.weight = weight;
    d.measure(id, make_date(2021, 3, 1), priority);
  }
};

struct Asked {
  Built b;
  std::vector<Kilograms> offered;
  MonthBook book;
  MonthPlan plan;
  explicit Asked(const TwoWorks& s, std::int64_t trains = 200, Month month = kMarch)
      : b(s.d),
        offered(2, Kilograms{trains * kTrain}),
        book(empty_book(b.world)),
        plan(plan_month(b.world, b.choice(), offered, book, month)) {}
  [[nodiscard]] double accepted_trains(std::uint32_t flow) const {
    return static_cast<double>(plan.flows[flow].accepted[0]) / static_cast<double>(kTrain);
  }
  [[nodiscard]] policy::Effect effect(const std::string& id, Month month = kMarch) const {
    for (const policy::Effect& e : plan_effects({b.world, b.choice(), offered, book, month}, {}, plan)) {
      if (e.measure == b.world.measures.find(id)) return e;
    }
    return {};
  }
};

}  // namespace

TEST_CASE("without a measure two works share a full line alike", "[rules]") {
  const Asked asked{TwoWorks{}};
  CHECK(asked.accepted_trains(0) == Approx(155.0));
  CHECK(asked.accepted_trains(1) == Approx(155.0));
}

TEST_CASE("coal of a lower rank is let on first, and coke has what it leaves", "[rules]") {
  TwoWorks s;
  s.goods_first("m", {s.d.coal}, 1);
  const Asked asked(s);
  CHECK(asked.accepted_trains(1) == Approx(200.0));
  CHECK(asked.accepted_trains(0) == Approx(110.0));
  const policy::Effect effect = asked.effect("m");
  CHECK(effect.in_scope == 200 * kTrain);
  CHECK(effect.acted == Approx(45 * kTrain));  // but for kilograms of rounding
  CHECK(effect.changed == effect.acted);
}

TEST_CASE("goods of a higher rank than 5 come behind those of which nobody speaks, those of rank 5 beside them", "[rules]") {
  TwoWorks behind;
  behind.goods_first("m", {behind.d.coal}, 6);
  CHECK(Asked(behind).accepted_trains(1) == Approx(110.0));
  TwoWorks beside;
  beside.goods_first("m", {beside.d.coal}, 5);
  CHECK(Asked(beside).accepted_trains(1) == Approx(155.0));
  CHECK(Asked(beside).effect("m").acted == 0);
}

TEST_CASE("a weight of 2 brings twice the tonnes inside a rank, until all is let on", "[rules]") {
  // 310 = 103.3 + 206.7; the coal asks for 200, so that coke has 110.
  TwoWorks s;
  s.goods_first("m", {s.d.coal}, 5, 2.0);
  CHECK(Asked(s).accepted_trains(1) == Approx(200.0));
  const Asked more(s, 300);
  CHECK(more.accepted_trains(1) == Approx(310.0 * 2.0 / 3.0).margin(0.001));
  CHECK(more.accepted_trains(0) == Approx(310.0 / 3.0).margin(0.001));
}

TEST_CASE("a priority holds in months that begin on its first day or later", "[rules]") {
  TwoWorks s;
  s.goods_first("m", {s.d.coal}, 1);
  CHECK(Asked(s, 200, make_month(2021, 2)).accepted_trains(1) == Approx(140.0));  // 280 paths in February
  CHECK(Asked(s, 200, kMarch).accepted_trains(1) == Approx(200.0));
}

TEST_CASE("a line with room for all lets on all, whoever comes first", "[rules]") {
  TwoWorks s;
  s.goods_first("m", {s.d.coal}, 1);
  CHECK(Asked(s, 155).effect("m").acted == 0);
  CHECK(Asked(s, 156).effect("m").acted > 0);
}

TEST_CASE("a contract goes before for its tonnes, and no kilogram more", "[rules]") {
  // 365 x 3,000 t x 4 a year: 4 trains a day, 124 in March. What is left, 186 paths, both share: the mine 76 more, coke 110.
  TwoWorks s;
  RailPriority contract;
  contract.firms = {s.d.edit(s.mine).firm};
  contract.contract = TonnesPerYear{365.0 * 4.0 * 3000.0};
  contract.rank = 1;
  s.d.measure("m", make_date(2021, 3, 1), contract);
  const Asked few(s);
  CHECK(few.accepted_trains(1) == Approx(200.0));  // 124 + 76, all that it asks
  CHECK(few.accepted_trains(0) == Approx(110.0));
  // Of 300 trains 124 go before; the other 176 rise with coke's 300 to 93 each.
  const Asked many(s, 300);
  CHECK(many.accepted_trains(1) == Approx(124.0 + 93.0).margin(0.001));
  CHECK(many.accepted_trains(0) == Approx(93.0).margin(0.001));
}

TEST_CASE("of two measures on the same goods the first of the layers claims them, a contract before both", "[rules]") {
  TwoWorks s;
  s.goods_first("a", {s.d.coal}, 2);
  s.goods_first("b", {s.d.coal}, 1);
  const World w = s.d.build();
  CHECK(precedence(w, kMarch).claim(Id<Chain>{1})->rank == 2);
  CHECK(precedence(w, kMarch, w.measures.find("a")).claim(Id<Chain>{1})->rank == 1);
  CHECK(precedence(w, kMarch).claim(Id<Chain>{0}) == nullptr);
  RailPriority contract;
  contract.firms = {s.d.edit(s.mine).firm};
  contract.contract = TonnesPerYear{1.0};
  contract.rank = 3;
  s.d.measure("c", make_date(2021, 3, 1), contract);
  CHECK(precedence(s.d.build(), kMarch).claim(Id<Chain>{1})->rank == 3);
}

TEST_CASE("a priority of one sector is one of what its sites send, and only while their county has the figure", "[rules]") {
  TwoWorks s;
  RailPriority mines;
  mines.rank = 1;
  mines.sectors = {SiteKind::mine};
  mines.county_last_ranks = 20;
  s.d.edit(s.mine).county = "140301";
  s.d.county_figure("140301", CountyFigureKind::rank_from_last, {{make_date(2021, 3, 1), 20.0}, {make_date(2021, 4, 1), 21.0}});
  s.d.measure("m", kStart, mines);
  const World w = s.d.build();
  CHECK(precedence(w, make_month(2021, 2)).claim(Id<Chain>{1}) == nullptr);
  REQUIRE(precedence(w, kMarch).claim(Id<Chain>{1}) != nullptr);
  CHECK(precedence(w, kMarch).claim(Id<Chain>{0}) == nullptr);
  CHECK(precedence(w, make_month(2021, 4)).claim(Id<Chain>{1}) == nullptr);
}

TEST_CASE("a rank that is shared by trains gives heavy trains as many paths as light ones", "[rules]") {
  // Trains of 3,000 and 6,000 t. By tonnes: x / 3 + x / 6 = 310, x = 620 thousand t, 206.7 and 103.3 paths. By trains: 155 each.
  TwoWorks s;
  s.d.edit(s.k2).train_load = Kilograms{2 * kTrain};
  const Asked by_tonnes(s, 700);
  CHECK(by_tonnes.accepted_trains(0) == Approx(206.67).margin(0.01));
  CHECK(by_tonnes.accepted_trains(1) == Approx(206.67).margin(0.01));  // counted in 3,000 t
  RailPriority all;
  all.rank = kOrdinaryRank;
  all.shared_by = SharedBy::trains;
  s.d.measure("m", make_date(2021, 3, 1), all);
  const Asked by_trains(s, 700);
  CHECK(by_trains.accepted_trains(0) == Approx(155.0).margin(0.01));
  CHECK(by_trains.accepted_trains(1) == Approx(310.0).margin(0.01));
}

TEST_CASE("background trains hold their paths until a measure gives them a rank, and then come where it says", "[rules]") {
  // 6 of 10 paths a day are the background's, 186 of 310; trains of the flows have 124.
  const auto with_rank = [](int rank) {
    TwoWorks s;
    s.d.last_section().background_per_day.from(kStart, 6.0);
    RailPriority background;
    background.of = RailGoodsKind::background;
    background.rank = rank;
    background.train_load = Kilograms{kTrain};
    s.d.measure("m", make_date(2021, 3, 1), background);
    return Asked(s, 100);
  };
  const Asked before = with_rank(4), beside = with_rank(5), behind = with_rank(6);
  CHECK(before.accepted_trains(0) == Approx(62.0));
  REQUIRE(before.plan.background.size() == 2);
  CHECK(before.plan.background[0].let_on_per_day == Approx(6.0));
  // All three rise together: 100, 100 and 110 of the background's 186.
  CHECK(beside.accepted_trains(0) == Approx(100.0));
  CHECK(beside.plan.background[0].let_on_per_day == Approx(110.0 / 31.0).margin(0.001));
  CHECK(behind.accepted_trains(1) == Approx(100.0));
  CHECK(behind.effect("m").acted == Approx(2 * 38 * kTrain));  // but for kilograms of rounding
  CHECK(before.effect("m").acted <= 2);                        // kilograms of rounding
  // Nobody of ours goes the other way: the background has all its paths there.
  CHECK(behind.plan.background[1].let_on_per_day == Approx(6.0));
}

TEST_CASE("trains of ours take a background train's path where it comes behind them, not where they are alike", "[rules]") {
  TwoWorks s;
  RailPriority background;
  background.of = RailGoodsKind::background;
  background.rank = 6;
  background.train_load = Kilograms{kTrain};
  s.d.measure("m", make_date(2021, 3, 1), background);
  CHECK(goes_before_background(precedence(s.d.build(), kMarch), Id<Chain>{0}));
  CHECK_FALSE(goes_before_background(precedence(s.d.build(), make_month(2021, 2)), Id<Chain>{0}));
  s.goods_first("n", {s.d.coke}, 6);
  CHECK_FALSE(goes_before_background(precedence(s.d.build(), kMarch), Id<Chain>{0}));
  CHECK(goes_before_background(precedence(s.d.build(), kMarch), Id<Chain>{1}));
}

TEST_CASE("a step of the line moves what it lets on, without it or with it, and says how much", "[rules]") {
  TwoWorks s;
  CapacityStep works;
  works.sections = {Id<RailSection>{0}};
  works.slots_per_day = -2;
  works.days = 31;
  s.d.measure("m", make_date(2021, 3, 1), works);
  const Asked asked(s);
  CHECK(asked.accepted_trains(0) == Approx(124.0));       // 8 paths x 31 days, shared by two
  CHECK(asked.effect("m").acted == Approx(62 * kTrain));  // but for kilograms of rounding
  CHECK(asked.effect("m").in_scope == 400 * kTrain);
  CHECK(Asked(s, 124).effect("m").acted == 0);
  CHECK(Asked(s, 200, make_month(2021, 4)).effect("m", make_month(2021, 4)).in_scope == 0);
}

}  // namespace precedence_test

}  // namespace precedence_test
