#include "sim/rules/rail/calibration.hpp"

#include <cmath>

#include <catch2/catch.hpp>

#include "tests/rules/choice_scene.hpp"

namespace calibration_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace {

// Coefficient -0.05 x (121 - 43) yuan: what the cheaper siding must lack so that as many still go by road.
constexpr double kSidingAtEvens = -3.9;

double constant(const Built& b, Id<Chain> chain) { return b.constants.of_chain[chain.index]; }

/// A scene with flows f1, f2, ... of coke, each by road and by the works' own siding; `rail` are the siding's shares.
struct Shares : Scene {
  std::vector<Id<Chain>> sidings;
  explicit Shares(const std::vector<double>& rail) {
    for (std::size_t i = 0; i < rail.size(); ++i) {
      const std::string n = std::to_string(i + 1);
      const Id<Flow> flow = i == 0 ? coke : d.flow("f" + n, d.coke, works, outside, FlowRule::fixed, {{kStart, 120'000.0}});
      road("c" + n + "-road", flow, 1.0 - rail[i]);
      sidings.push_back(by_siding("c" + n + "-siding", flow, rail[i]));
    }
  }
  /// A flow wholly by road that could use another siding, and that chain.
  Id<Chain> newcomer(Date in_service) {
    const Id<Siding> later = d.siding("k3-new", works, near, 10'000);
    d.edit(later).in_service = in_service;
    const Id<Flow> flow = d.flow("f9", d.coke, works, outside, FlowRule::fixed, {{kStart, 120'000.0}});
    road("c9-road", flow, 1.0);
    return d.chain("c9-siding", flow, 0.0, {rail_leg(line, near, far, later)});
  }
};

}  // namespace

TEST_CASE("at even shares the constant is the difference of the costs, and odds of three add ln 3", "[rules]") {
  const Shares even({0.5});
  const Built at_evens(even.d);
  CHECK(constant(at_evens, even.sidings[0]) == Approx(kSidingAtEvens));
  const Shares more({0.75});
  CHECK(constant(Built(more.d), more.sidings[0]) == Approx(kSidingAtEvens + std::log(3.0)));
}

TEST_CASE("the main road chain stands at zero, a second one at half of the logarithm of their odds", "[rules]") {
  // Nest scale 0.5: 0.5 x ln(0.1 / 0.3). Rail: ln(0.6 / 0.4) - 0.5 x ln(0.3 / 0.4) - 3.9.
  Scene s;
  const auto second = s.road("c1", s.coke, 0.1);
  const auto main = s.road("c2", s.coke, 0.3);
  const auto siding = s.by_siding("c3", s.coke, 0.6);
  const Built b(s.d);
  CHECK(constant(b, main) == Approx(0.0).margin(1e-12));
  CHECK(constant(b, second) == Approx(0.5 * std::log(1.0 / 3.0)));
  CHECK(constant(b, siding) == Approx(std::log(1.5) - 0.5 * std::log(0.75) + kSidingAtEvens));
}

TEST_CASE("a new chain takes the middle constant of its class, or the mean of the two in the middle", "[rules]") {
  // Sorted: odds of 1/3, 1, 3. Then a fourth of odds 9: the middle two are 1 and 3.
  Shares odd({0.5, 0.25, 0.75});
  const auto of_three = odd.newcomer(kStart);
  CHECK(constant(Built(odd.d), of_three) == Approx(kSidingAtEvens));
  Shares even({0.9, 0.5, 0.25, 0.75});
  const auto of_four = even.newcomer(kStart);
  CHECK(constant(Built(even.d), of_four) == Approx(kSidingAtEvens + 0.5 * std::log(3.0)));
}

TEST_CASE("a yard says nothing on sidings: without its class a new rail chain takes the stated constant, a new road none", "[rules]") {
  Scene s;
  s.road("c1", s.coke, 0.5);
  s.by_yard("c2", s.coke, 0.5);
  const auto siding = s.by_siding("c3", s.coke, 0.0);
  const auto road = s.d.chain("c4", s.coke, 0.0, {truck_leg(310)});
  const Built b(s.d);
  CHECK(constant(b, siding) == Approx(0.4));
  CHECK(constant(b, road) == Approx(0.0).margin(1e-12));  // the median of the roads, which all stand at zero
  CHECK(b.constants.assumed == std::vector<Id<Chain>>{siding, road});
}

TEST_CASE("a chain that nobody chose is in the choice only if it was closed in January of the base year", "[rules]") {
  // In service on 1 January: it was there and nobody took it. One day later it is not open for the whole month.
  for (const int day : {0, 1}) {
    Shares s({0.5});
    const auto later = s.newcomer(kStart + day);
    const Built b(s.d);
    CHECK(b.constants.in_choice[later.index] == (day == 1));
    CHECK(b.constants.in_choice[s.sidings[0].index]);
  }
}

TEST_CASE("a flow wholly by rail stands with its main chain at the median and keeps its own odds", "[rules]") {
  // No road: the siding takes the stated 0.4. Yard: 0.4 + 0.5 x ln(0.2 / 0.8) + 0.05 x (57.68 - 43).
  Scene s;
  const auto siding = s.by_siding("c1", s.coke, 0.8);
  const auto yard = s.by_yard("c2", s.coke, 0.2);
  const Built b(s.d);
  CHECK(constant(b, siding) == Approx(0.4));
  CHECK(constant(b, yard) == Approx(0.4 + 0.5 * std::log(0.25) + 0.05 * (kYard - kSiding)));
}

TEST_CASE("belts that are used stand outside the choice, one that is not may be chosen once a measure opens it, by price and hours alone",
          "[rules]") {
  Scene s;
  const auto used = s.d.chain("c0", s.coke, 0.2, {belt_leg()});
  s.road("c1", s.coke, 0.8);
  const auto unused = s.d.chain("c2", s.coke, 0.0, {belt_leg()});
  const Built b(s.d);
  CHECK_FALSE(b.constants.in_choice[used.index]);
  CHECK(constant(b, used) == 0.0);
  CHECK(b.constants.assumed == std::vector<Id<Chain>>{unused});
  CHECK(b.constants.in_choice[unused.index]);
  CHECK(constant(b, unused) == 0.0);
}

TEST_CASE("a flow is at capacity if its siding was asked for more than the days of the year can take", "[rules]") {
  // 60,000 t of 2020: 164 t on 366 days are 60,024 t, 163 t are 59,658 t.
  for (const double t_per_day : {164.0, 163.0}) {
    Shares s({0.5});
    s.d.edit(s.fence).capacity = TonnesPerDay{t_per_day};
    const auto later = s.newcomer(kStart);
    const Built b(s.d);
    const bool full = t_per_day < 164.0;
    CHECK(at_capacity_in_base_year(b.world) == (full ? s.sidings : std::vector<Id<Chain>>{}));
    CHECK(b.constants.left_out == at_capacity_in_base_year(b.world));
    // What was full is wished a quarter more than it carried, 0.625 against 0.375, and tells nobody else anything.
    CHECK(constant(b, s.sidings[0]) == Approx(kSidingAtEvens + (full ? std::log(5.0 / 3.0) : 0.0)));
    CHECK(constant(b, later) == Approx(full ? 0.4 : kSidingAtEvens));
  }
}

TEST_CASE("latent demand comes from the roads of its flow, in their proportion, and leaves them a hundredth", "[rules]") {
  // 0.5 x 1.25 = 0.625 by rail, the roads keep 0.375 of 0.5; 0.9 x 1.25 is more than there is: 0.9 + 0.99 x 0.1 = 0.999.
  const auto [rail, wished] = GENERATE(table<double, double>({{0.5, 0.625}, {0.9, 0.999}}));
  Scene s;
  s.d.edit(s.fence).capacity = TonnesPerDay{100.0};
  const auto first = s.road("c1", s.coke, 0.75 * (1.0 - rail)), second = s.road("c2", s.coke, 0.25 * (1.0 - rail));
  const auto siding = s.by_siding("c3", s.coke, rail);
  const Built b(s.d);
  CHECK(b.constants.wish_share[siding.index] == Approx(wished));
  CHECK(b.constants.wish_share[first.index] == Approx(0.75 * (1.0 - wished)));
  CHECK(b.constants.wish_share[second.index] == Approx(0.25 * (1.0 - wished)));
  CHECK(b.wishes(s.coke, kJanuary)[2] == Approx(wished));
}

TEST_CASE("one chain at capacity leaves out every rail chain of its flow, and no other flow", "[rules]") {
  Scene s;
  s.road("c1", s.coke, 0.4);
  const auto bound = s.by_siding("c2", s.coke, 0.4);  // 48,000 t against 100 t x 366
  const auto beside = s.by_yard("c3", s.coke, 0.2);
  const Id<Flow> other = s.d.flow("f2", s.d.coke, s.works, s.outside, FlowRule::fixed, {{kStart, 120'000.0}});
  s.road("c4", other, 0.5);
  s.by_yard("c5", other, 0.5);
  s.d.edit(s.fence).capacity = TonnesPerDay{100.0};
  CHECK(at_capacity_in_base_year(s.d.build()) == std::vector<Id<Chain>>{bound, beside});
}

}  // namespace calibration_test
