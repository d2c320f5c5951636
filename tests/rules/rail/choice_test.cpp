#include "sim/rules/rail/choice.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "sim/rules/rail/month_plan.hpp"
#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/choice_scene.hpp"

namespace choice_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

TEST_CASE("nested logit by hand: two rail chains share their nest, the nest competes with the road", "[rules]") {
  // scale 0.5: rail sum = e^(0/0.5) + e^(0.5/0.5) = 1 + e = 3.71828, logsum x 0.5 = 0.656631; road 0. Rail nest e^0.656631 = 1.928284
  // of 2.928284 = 0.658503; in it 1/3.71828 and 2.71828/3.71828.
  const auto shares = nested_logit({{0, Nest::road, 0.0}, {1, Nest::rail, 0.0}, {2, Nest::rail, 0.5}}, 0.5);
  REQUIRE(shares.size() == 3);
  CHECK(shares[0] == Approx(0.341497).margin(1e-6));
  CHECK(shares[1] == Approx(0.177099).margin(1e-6));
  CHECK(shares[2] == Approx(0.481404).margin(1e-6));
}

TEST_CASE("nested logit with scale 1 is the plain logit, and survives utilities far apart", "[rules]") {
  const auto plain = nested_logit({{0, Nest::road, 1.0}, {1, Nest::rail, 0.0}, {2, Nest::rail, 2.0}}, 1.0);
  const double sum = std::exp(1.0) + 1.0 + std::exp(2.0);
  CHECK(plain[0] == Approx(std::exp(1.0) / sum));
  CHECK(plain[2] == Approx(std::exp(2.0) / sum));
  const auto far = nested_logit({{0, Nest::road, -5000.0}, {1, Nest::rail, 3000.0}}, 0.2);
  CHECK(far[0] == 0.0);
  CHECK(far[1] == 1.0);
}

TEST_CASE("wishes at base-year costs are the base shares", "[rules]") {
  Scene s;
  s.d.chain("c0", s.coke, 0.15, {belt_leg()});
  s.road("c1", s.coke, 0.35);
  s.by_siding("c2", s.coke, 0.3);
  s.by_yard("c3", s.coke, 0.12);
  s.d.chain("c4", s.coke, 0.08, {truck_leg(420)});
  const auto only_rail = s.d.flow("f2", s.d.coal, s.works, s.outside, FlowRule::fixed, {{kStart, 1000.0}});
  s.by_siding("c5", only_rail, 0.75);
  s.by_yard("c6", only_rail, 0.25);
  const Built b(s.d);
  const std::vector<double> expected{0.15, 0.35, 0.3, 0.12, 0.08};
  const auto shares = b.wishes(s.coke, kJanuary);
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(shares[i] == Approx(expected[i]).epsilon(1e-12));
  const auto rail = b.wishes(only_rail, kJanuary);
  CHECK(rail[0] == Approx(0.75).epsilon(1e-12));
  CHECK(rail[1] == Approx(0.25).epsilon(1e-12));
}

TEST_CASE("constants are counted from the main road chain", "[rules]") {
  // Shares 0.5 | 0.3, 0.2: in the rail nest 0.6 and 0.4, nests equal. Constant = 0.5 ln q + 0.05 (cost - road cost).
  Scene s;
  const auto road = s.road("c1", s.coke, 0.5);
  const auto siding = s.by_siding("c2", s.coke, 0.3);
  const auto yard = s.by_yard("c3", s.coke, 0.2);
  const Built b(s.d);
  CHECK(b.constants.of_chain[road.index] == Approx(0.0).margin(1e-12));
  CHECK(b.constants.of_chain[siding.index] == Approx(0.5 * std::log(0.6) + 0.05 * (kSiding - kRoad)));
  CHECK(b.constants.of_chain[yard.index] == Approx(0.5 * std::log(0.4) + 0.05 * (kYard - kRoad)));
  CHECK(b.constants.left_out.empty());
  CHECK(b.constants.assumed.empty());
}

TEST_CASE("a duty of 20 yuan moves a flow from half to e / (1 + e) by rail", "[rules]") {
  // -0.05 x 20 = -1 on the road's utility: odds of rail from 1 to e = 2.71828.
  Scene s;
  s.road("c1", s.coke, 0.5);
  s.by_siding("c2", s.coke, 0.5);
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  book.duty_price[b.world.sites[s.works].firm.index] = YuanPerTonne{20.0};
  CHECK(b.wishes(s.coke, book, kJanuary)[1] == Approx(0.731059).margin(1e-6));
}

TEST_CASE("a siding that opens later takes the median constant of its class and enters the wishes in its first full month", "[rules]") {
  // Three calibrated sidings of one works at equal costs: constants ln(share / (1 - share)) + 0.05 x (43 - 121), shares 0.5, 0.6, 0.9.
  // Median: 0.6. The new siding has the same costs: its flow, all by road until then, wishes 0.6.
  Scene s;
  int n = 0;
  for (const double share : {0.9, 0.5, 0.6}) {
    const auto flow = s.d.flow("f2" + std::to_string(n), s.d.coke, s.works, s.outside, FlowRule::fixed, {{kStart, 1000.0}});
    s.road("c" + std::to_string(10 + 2 * n), flow, 1.0 - share);
    s.by_siding("c" + std::to_string(11 + 2 * n), flow, share);
    ++n;
  }
  const auto later = s.d.siding("k9-new", s.works, s.near, 10'000);
  s.d.edit(later).in_service = make_date(2021, 5, 2);
  s.road("c90", s.coke, 1.0);
  const auto fresh = s.d.chain("c91", s.coke, 0.0, {rail_leg(s.line, s.near, s.far, later)});
  const Built b(s.d);
  CHECK(b.wishes(s.coke, make_month(2021, 5))[1] == 0.0);
  CHECK(b.wishes(s.coke, make_month(2021, 6))[1] == Approx(0.6));
  CHECK(b.constants.assumed == std::vector<Id<Chain>>{fresh});
}

TEST_CASE("a flow that went wholly by rail stands at the median of its class, so that a new siding meets it as an equal", "[rules]") {
  // The only calibrated siding has 0.7 against the road. The second flow knows no road; a second siding of equal cost takes half of it.
  Scene s;
  const auto wholly = s.d.flow("f2", s.d.coke, s.works, s.outside, FlowRule::fixed, {{kStart, 1000.0}});
  const auto later = s.d.siding("k9-new", s.works, s.near, 10'000);
  s.d.edit(later).in_service = make_date(2021, 5, 1);
  s.road("c1", s.coke, 0.3);
  const auto known = s.by_siding("c2", s.coke, 0.7);
  const auto alone = s.by_siding("c3", wholly, 1.0);
  s.d.chain("c4", wholly, 0.0, {rail_leg(s.line, s.near, s.far, later)});
  const Built b(s.d);
  CHECK(b.constants.of_chain[alone.index] == Approx(b.constants.of_chain[known.index]));
  CHECK(b.wishes(wholly, make_month(2021, 4))[1] == 0.0);
  CHECK(b.wishes(wholly, make_month(2021, 5))[1] == Approx(0.5));
}

TEST_CASE("without an open chain of its class a new siding takes the stated constant", "[rules]") {
  Scene s;
  s.d.edit(s.fence).in_service = make_date(2021, 5, 1);
  s.road("c1", s.coke, 1.0);
  const auto fresh = s.by_siding("c2", s.coke, 0.0);
  const Built b(s.d);
  CHECK(b.constants.of_chain[fresh.index] == 0.4);
  // utility difference 0.4 + 0.05 x 78 = 4.3
  CHECK(b.wishes(s.coke, make_month(2021, 5))[1] == Approx(1.0 / (1.0 + std::exp(-4.3))));
}

TEST_CASE("an open chain that nobody chose in the base year is not wished for", "[rules]") {
  Scene s;
  s.road("c1", s.coke, 0.4);
  s.by_siding("c2", s.coke, 0.6);
  const auto idle = s.by_yard("c3", s.coke, 0.0);
  const Built b(s.d);
  CHECK(b.wishes(s.coke, make_month(2022, 6))[2] == 0.0);
  CHECK(b.constants.assumed == std::vector<Id<Chain>>{idle});
}

TEST_CASE("a flow whose siding was full in the base year is listed, left out of the median and wishes more than it carried", "[rules]") {
  // 366 days x t/day against 120,000 t x 0.6 = 72,000 t: 196 t/day give 71,736 t (full), 197 give 72,102 t.
  const auto [t_per_day, full] = GENERATE(table<double, bool>({{196.0, true}, {197.0, false}}));
  Scene s;
  s.d.edit(s.fence).capacity = TonnesPerDay{t_per_day};
  const auto later = s.d.siding("k9-new", s.works, s.near, 10'000);
  s.d.edit(later).in_service = make_date(2021, 5, 1);
  s.road("c1", s.coke, 0.4);
  const auto siding = s.by_siding("c2", s.coke, 0.6);
  const auto fresh = s.d.chain("c3", s.coke, 0.0, {rail_leg(s.line, s.near, s.far, later)});
  const Built b(s.d);
  CHECK(b.constants.left_out == (full ? std::vector<Id<Chain>>{siding} : std::vector<Id<Chain>>{}));
  CHECK(b.constants.of_chain[fresh.index] == (full ? 0.4 : b.constants.of_chain[siding.index]));
  CHECK(b.wishes(s.coke, kJanuary)[1] == Approx(full ? 0.75 : 0.6));  // choice.latent_demand is 0.25 here
}

TEST_CASE("a closed siding leaves its wishes to the other chains, and belts keep theirs", "[rules]") {
  // Belt 0.2 stays. The siding closes out of the choice: road takes the 0.8.
  Scene s;
  s.d.chain("c0", s.coke, 0.2, {belt_leg()});
  s.road("c1", s.coke, 0.3);
  s.by_siding("c2", s.coke, 0.5);
  s.d.edit(s.fence).in_service = make_date(2020, 6, 1);
  const Built b(s.d);
  const auto before = b.wishes(s.coke, make_month(2020, 5));
  CHECK(before[0] == Approx(0.2));
  CHECK(before[1] == Approx(0.8));
  CHECK(before[2] == 0.0);
  CHECK(b.wishes(s.coke, make_month(2020, 6))[2] == Approx(0.5));
}

TEST_CASE("constant input settles: published delays that follow the load give no two-month cycle", "[rules]") {
  // The siding is published as 6 h plus 60 h x the share of its capacity that was used: a strong reaction to last month's load.
  Scene s;
  s.road("c1", s.coke, 0.5);
  s.by_siding("c2", s.coke, 0.5);
  s.d.edit(s.fence).capacity = TonnesPerDay{250.0};
  const Built b(s.d);
  MonthBook book = empty_book(b.world);
  const std::vector<Kilograms> offered(b.world.flows.size(), Kilograms{10'000'000});
  const double capacity = static_cast<double>(siding_capacity(b.world, s.fence, kJanuary).value);
  std::vector<double> by_rail;
  for (int m = 0; m < 24; ++m) {
    const MonthPlan plan = plan_month(b.world, b.choice(), offered, book, kJanuary);
    by_rail.push_back(static_cast<double>(plan.flows[0].planned[1]));
    book.siding_delay_h[s.fence.index] = 6.0 + 60.0 * by_rail.back() / capacity;
  }
  CHECK(by_rail[1] != Approx(by_rail[0]));  // the delay does matter
  for (std::size_t m = 2; m < by_rail.size(); ++m) {
    CHECK(std::abs(by_rail[m] - by_rail[m - 1]) <= 0.7 * std::abs(by_rail[m - 1] - by_rail[m - 2]) + 2.0);
  }
  CHECK(by_rail.back() == Approx(by_rail[by_rail.size() - 2]).margin(2.0));
}

}  // namespace choice_test
