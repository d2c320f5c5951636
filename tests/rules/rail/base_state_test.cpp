/// Constants fitted to the state that the base year itself reached.
#include "sim/rules/rail/base_state.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/rules/choice_scene.hpp"

namespace base_state_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

/// The works by road, from its siding and from the yard, and a second flow by road and yard.
struct Town : Scene {
  Id<Chain> road1 = road("c1", coke, 0.5);
  Id<Chain> siding1 = by_siding("c2", coke, 0.3);
  Id<Chain> yard1 = by_yard("c3", coke, 0.2);
  Id<Flow> coal = d.flow("f2", d.coal, works, outside, FlowRule::fixed, {{kStart, 60'000.0}});
  Id<Chain> road2 = road("c4", coal, 0.9);
  Id<Chain> yard2 = by_yard("c5", coal, 0.1);
};

BaseState state(double siding_h, double line_h, double rate_factor) {
  return {{siding_h, siding_h / 2.0}, {line_h}, {{"semi", rate_factor}}};
}

ChoiceConstants fitted(const World& world, const BaseState& base) { return calibrate(world, distances_of(world), base); }

}  // namespace

TEST_CASE("in the state of the base year the wishes are the base shares, whatever that state is", "[rules]") {
  const World world = Town().d.build();
  const LegDistances distances = distances_of(world);
  for (const BaseState& base : {state(0.0, 0.0, 1.0), state(3.0, 0.5, 1.0), state(40.0, 12.0, 1.0), state(3.0, 0.0, 1.1)}) {
    const ChoiceConstants constants = calibrate(world, distances, base);
    for (const Flow& flow : world.flows) {
      const Id<Flow> id = world.flows.id_of(flow);
      const auto shares = wish_shares(world, {constants, distances}, id, book_of(world, base), kJanuary);
      for (std::size_t p = 0; p < shares.size(); ++p)
        CHECK(shares[p] == Approx(world.chains[world.chains_of(id)[p]].base_share).epsilon(1e-12));
    }
  }
}

TEST_CASE("ten hours more than in the base year lower rail, ten hours less raise it", "[rules]") {
  // Road 0.9, yard 0.1: 10 h x 0.5 x 0.05 = 0.25 on log odds of ln(1/9).
  const World world = Town().d.build();
  const LegDistances distances = distances_of(world);
  const ChoiceConstants constants = calibrate(world, distances, state(40.0, 0.0, 1.0));  // 20 h at the yard
  const auto yard_share = [&](double hours) {
    MonthBook book = book_of(world, state(40.0, 0.0, 1.0));
    book.siding_delay_h[1] = hours;
    return wish_shares(world, {constants, distances}, Id<Flow>{1}, book, kJanuary)[1];
  };
  CHECK(yard_share(20.0) == Approx(0.1));
  CHECK(yard_share(30.0) == Approx(1.0 / (1.0 + 9.0 * std::exp(0.25))));
  CHECK(yard_share(10.0) == Approx(1.0 / (1.0 + 9.0 * std::exp(-0.25))));
}

TEST_CASE("constants rest on the state and not on what was believed of delays before it was known", "[rules]") {
  Town sure, unsure;
  unsure.d.set("rail.delay_prior", 72.0);
  const BaseState base = state(3.0, 1.0, 1.1);
  CHECK(fitted(sure.d.build(), base).of_chain == fitted(unsure.d.build(), base).of_chain);
  CHECK_FALSE(prior_state(sure.d.build()).siding_delay_h == prior_state(unsure.d.build()).siding_delay_h);
}

TEST_CASE("an hour of the state is 0.025 of a constant, and dearer trucks of the base year take from rail what they bring", "[rules]") {
  // Siding: + 0.05 x 0.5 x h. Road haul 118 yuan, a tenth 11.8: the siding's constant falls by 0.05 x 11.8 = 0.59.
  const Town town;
  const World world = town.d.build();
  const double on_time = fitted(world, state(0.0, 0.0, 1.0)).of_chain[town.siding1.index];
  CHECK(fitted(world, state(40.0, 0.0, 1.0)).of_chain[town.siding1.index] == Approx(on_time + 1.0));
  CHECK(fitted(world, state(0.0, 8.0, 1.0)).of_chain[town.siding1.index] == Approx(on_time + 0.2));
  CHECK(fitted(world, state(0.0, 0.0, 1.1)).of_chain[town.siding1.index] == Approx(on_time - 0.59));
}

TEST_CASE("without a run of the base year sidings stand at the prior and lines on time", "[rules]") {
  const BaseState prior = prior_state(Town().d.build());
  CHECK(prior.siding_delay_h == std::vector<double>{24.0, 24.0});
  CHECK(prior.line_delay_h == std::vector<double>{0.0});
  CHECK(prior.road_rate_factor.empty());
}

TEST_CASE("a state matters only where a flow chooses among two chains or more, belts aside", "[rules]") {
  Scene one;
  one.road("c1", one.coke, 0.6);
  one.d.chain("c2", one.coke, 0.4, {belt_leg()});
  CHECK_FALSE(has_choice(one.d.build()));
  one.by_siding("c3", one.coke, 0.0);
  CHECK(has_choice(one.d.build()));
}

TEST_CASE("a constant says what it was taken from", "[rules]") {
  // Yards of c3 and c5 have shares of their own: a third yard takes the median of two. No siding but c2: one sample. A third road takes
  // the median of the two main roads, which stand at 0.
  Town s;
  const Id<Flow> third = s.d.flow("f3", s.d.oil, s.works, s.outside, FlowRule::fixed, {{kStart, 1000.0}});
  const Id<Chain> road3 = s.road("c6", third, 1.0);
  const Id<Chain> yard3 = s.by_yard("c7", third, 0.0);
  const Id<Chain> siding3 = s.by_siding("c8", third, 0.0);
  const ChoiceConstants c = fitted(s.d.build(), state(3.0, 0.0, 1.0));
  const auto says = [&](Id<Chain> chain, ConstantFrom from, std::size_t samples) {
    CHECK(to_text(c.from[chain.index]) == to_text(from));
    CHECK(c.samples[chain.index] == samples);
  };
  says(s.road1, ConstantFrom::road_of_flow, 0);
  says(s.siding1, ConstantFrom::base_share, 0);
  says(s.yard1, ConstantFrom::base_share, 0);
  says(road3, ConstantFrom::road_of_flow, 0);
  says(yard3, ConstantFrom::class_median, 2);
  says(siding3, ConstantFrom::class_median, 1);
  CHECK(c.of_chain[yard3.index] == Approx((c.of_chain[s.yard1.index] + c.of_chain[s.yard2.index]) / 2.0));
}

TEST_CASE("where no chain of its class says anything, the stated constant is named as such", "[rules]") {
  Scene s;
  s.road("c1", s.coke, 1.0);
  const Id<Chain> siding = s.by_siding("c2", s.coke, 0.0);
  const ChoiceConstants c = fitted(s.d.build(), state(3.0, 0.0, 1.0));
  CHECK(c.from[siding.index] == ConstantFrom::stated_constant);
  CHECK(c.samples[siding.index] == 0);
  CHECK(c.of_chain[siding.index] == Approx(0.4));
}

}  // namespace base_state_test
