#pragma once
/// One works that sends coke away by road, over its own siding or over a yard: the scene of the cost and choice tests.
#include <string>
#include <vector>

#include "sim/rules/rail/calibration.hpp"
#include "sim/rules/rail/choice.hpp"
#include "sim/rules/rail/cost.hpp"
#include "tests/rules/plan_world.hpp"

namespace railshift::testing {

inline const Date kStart = make_date(2020, 1, 1);
inline const Month kJanuary = make_month(2020, 1);

/// A works that sends coke 300 km away by road, from its own siding, or from a yard 8 km off. 120 kt a year.
struct Scene {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> outside = d.site("b-outside", SiteKind::external);
  Id<Node> near = d.node("st-1", NodeType::station);
  Id<Node> far = d.node("st-2", NodeType::station);
  Id<Line> line = d.line("l1", near, far, 10);  // 100 km at 50 km/h
  Id<Siding> fence = d.siding("k1-fence", works, near, 10'000);
  Id<Siding> yard = d.siding("k2-yard", std::nullopt, near, 10'000, SidingEnd::yard);
  Id<Flow> coke = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{kStart, 120'000.0}});

  Id<Chain> road(const std::string& id, Id<Flow> flow, double share) { return d.chain(id, flow, share, {truck_leg(300)}); }
  Id<Chain> by_siding(const std::string& id, Id<Flow> flow, double share) {
    return d.chain(id, flow, share, {rail_leg(line, near, far, fence)});
  }
  Id<Chain> by_yard(const std::string& id, Id<Flow> flow, double share) {
    return d.chain(id, flow, share, {truck_leg(8, 5), rail_leg(line, near, far, yard)});
  }
};

/// A world with its distances and constants, and the wishes of a flow.
struct Built {
  World world;
  rules::LegDistances distances;
  rules::ChoiceConstants constants;
  explicit Built(const Draft& draft)
      : world(draft.build()), distances(distances_of(world)), constants(rules::calibrate(world, distances)) {}
  [[nodiscard]] rules::Choice choice() const { return {constants, distances}; }
  [[nodiscard]] std::vector<double> wishes(Id<Flow> flow, Month month) const { return wishes(flow, empty_book(world), month); }
  [[nodiscard]] std::vector<double> wishes(Id<Flow> flow, const MonthBook& book, Month month) const {
    return rules::wish_shares(world, choice(), flow, book, month);
  }
  [[nodiscard]] double cost(Id<Chain> chain, const MonthBook& book) const {
    return rules::generalised_cost(world, distances, world.chains[chain], book, kJanuary).value;
  }
};

// Road 10 + 0.36 x 300 = 118, 6 h at 0.5: 121. Siding 16 + 0.14 x 100 = 30, 2 h + 24 h at 0.5: 43.
// Yard: truck 6 + 0.45 x 8 = 9.6 and 0.16 h, charge 5, rail 30, 26.16 h at 0.5 = 13.08: 57.68.
inline constexpr double kRoad = 121.0;
inline constexpr double kSiding = 43.0;
inline constexpr double kYard = 57.68;

}  // namespace railshift::testing
