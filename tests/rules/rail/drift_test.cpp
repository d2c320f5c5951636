/// Why wishes by rail leave the shares of the base year, one cause at a time.
#include "sim/rules/rail/drift.hpp"

#include <utility>

#include <catch2/catch.hpp>

#include "sim/rules/rail/month_plan.hpp"
#include "tests/rules/choice_scene.hpp"

namespace drift_test {

using namespace railshift;
using namespace railshift::rules;
using railshift::testing::distances_of;
using railshift::testing::Draft;
using railshift::testing::kStart;
using railshift::testing::rail_leg;
using railshift::testing::truck_leg;

namespace {

const Month kLater = make_month(2021, 1);
constexpr std::int64_t kOffered = 100'000'000;

/// Rail 100 yuan/t: a tariff of 16 + 0.14 x 528.57 km = 90, and 20 h at 0.5. Road 110: 10 + 0.36 x 270.27 km = 107.3, and 5.4 h at 0.5.
/// Sidings had no delay in the base year; 100,000 t are offered a month.
struct Market {
  Draft d;
  Id<Site> works = d.site("a-works", SiteKind::coking_works);
  Id<Site> outside = d.site("b-outside", SiteKind::external);
  Id<Node> near = d.node("st-1", NodeType::station);
  Id<Node> far = d.node("st-2", NodeType::station);
  Id<Line> line = d.line("l1", near, far, 100, 74.0 / 0.14, 74.0 / 0.14 / 20.0);
  Id<Siding> fence = d.siding("k1-fence", works, near, 10'000);
  Id<Flow> coke = d.flow("f1", d.coke, works, outside, FlowRule::fixed, {{kStart, 1'200'000.0}});

  explicit Market(double by_rail) {
    d.set("choice.cost_coefficient", -0.045);
    d.chain("c1-road", coke, 1.0 - by_rail, {truck_leg(100.0 / 0.37)});
    d.chain("c2-rail", coke, by_rail, {rail_leg(line, near, far, fence)});
  }
};

World with_later(World world, const std::string& name, double value) {
  std::vector<Parameter> parameters(world.parameters.begin(), world.parameters.end());
  for (Parameter& p : parameters) {
    if (p.id == name) p.value.from(first_day(kLater), value);
  }
  world.parameters = Table<Parameter>(std::move(parameters));
  return world;
}

/// A later month of a market, with constants of a base year without delays.
struct Later {
  World world;
  LegDistances distances;
  BaseState base{std::vector<double>(world.sidings.size(), 0.0), std::vector<double>(world.lines.size(), 0.0), {}};
  ChoiceConstants constants;
  MonthBook book;
  explicit Later(World of)
      : world(std::move(of)), distances(distances_of(world)), constants(calibrate(world, distances, base)), book(book_of(world, base)) {}

  [[nodiscard]] Choice choice() const { return {constants, distances}; }
  [[nodiscard]] std::array<std::int64_t, kDriftCauses> by_cause() const {
    return rail_wishes_by_cause(world, choice(), base, {Kilograms{kOffered}}, book, kLater);
  }
  /// The share of rail before a cause is let in, and with it; those before it change nothing, those after it nothing more.
  void check_moves(DriftCause cause, double from, double to) const {
    const auto kg = by_cause();
    for (int c = 0; c < kDriftCauses; ++c) {
      INFO(to_text(static_cast<DriftCause>(c)));
      const double share = c < static_cast<int>(cause) ? from : to;
      CHECK(static_cast<double>(kg[static_cast<std::size_t>(c)]) / kOffered == Approx(share).margin(1e-6));
    }
  }
};

}  // namespace

TEST_CASE("where nothing differs from the base year, nothing moves", "[rules]") {
  Later(Market(0.5).d.build()).check_moves(DriftCause::base_shares, 0.5, 0.5);
}

TEST_CASE("a siding that opens later is an opening: liked by 0.4 and 10 yuan cheaper, it draws 0.7006", "[rules]") {
  // 0.4 + 0.045 x (110 - 100) = 0.85: 1 / (1 + exp(-0.85)). In January of 2020 it is closed, and no chain of its class says anything.
  Market m(0.0);
  m.d.edit(m.fence).in_service = make_date(2020, 6, 1);
  Later(m.d.build()).check_moves(DriftCause::openings, 0.0, 0.700567);
}

TEST_CASE("a tariff of 90 yuan less a tenth is a price: 9 yuan x 0.045 bring half to 0.5999", "[rules]") {
  // exp(0.405) = 1.49930 of 2.49930.
  Later(with_later(Market(0.5).d.build(), "rail.price_factor", 0.9)).check_moves(DriftCause::prices, 0.5, 0.599888);
}

TEST_CASE("twenty-four hours more on the railway bring half to 0.368, at a siding, on a line or asked for as a price", "[rules]") {
  // 24 h x 0.5 yuan/t/h x 0.045 = 0.54: 1 / (1 + exp(0.54)).
  Later at_siding(Market(0.5).d.build());
  at_siding.book.siding_delay_h[0] = 24.0;
  at_siding.check_moves(DriftCause::delays, 0.5, 0.368188);
  Later on_line(Market(0.5).d.build());
  on_line.book.line_delay_h[0] = 24.0;
  on_line.check_moves(DriftCause::delays, 0.5, 0.368188);
  Later(with_later(Market(0.5).d.build(), "rail.added_delay", 24.0)).check_moves(DriftCause::prices, 0.5, 0.368188);
}

TEST_CASE("road rates a tenth higher for want of trucks bring half to 0.6184", "[rules]") {
  // 10.73 yuan x 0.045 = 0.48284.
  Later scarce(Market(0.5).d.build());
  scarce.book.road_rate_factor["semi"] = 1.1;
  scarce.check_moves(DriftCause::road_rates, 0.5, 0.618418);
}

TEST_CASE("a duty of 20 yuan on the sender's road tonnes brings half to 0.7109", "[rules]") {
  // 20 yuan x 0.045 = 0.9.
  Later bound(Market(0.5).d.build());
  bound.book.duty_price[bound.world.sites[Id<Site>{0}].firm.index] = YuanPerTonne{20.0};
  bound.check_moves(DriftCause::duties, 0.5, 0.710950);
}

TEST_CASE("with every cause let in, what is wished by rail is what the month's plan wishes", "[rules]") {
  // 0.405 of the tariff - 0.54 of the delay + 0.48284 of the trucks + 0.9 of the duty = 1.24784: 0.776925.
  Later all(with_later(Market(0.5).d.build(), "rail.price_factor", 0.9));
  all.book.siding_delay_h[0] = 24.0;
  all.book.road_rate_factor["semi"] = 1.1;
  all.book.duty_price[all.world.sites[Id<Site>{0}].firm.index] = YuanPerTonne{20.0};
  const MonthPlan plan = plan_month(all.world, all.choice(), {Kilograms{kOffered}}, all.book, kLater);
  CHECK(all.by_cause().back() == plan.flows.front().wished[1]);
  CHECK(static_cast<double>(all.by_cause().back()) / kOffered == Approx(0.776925).margin(1e-6));
}

TEST_CASE("tonnes of the month alone move what base shares give", "[rules]") {
  const Later later(Market(0.5).d.build());
  const auto half = rail_wishes_by_cause(later.world, later.choice(), later.base, {Kilograms{kOffered / 2}}, later.book, kLater);
  CHECK(half.front() == kOffered / 4);
  CHECK(half.back() == kOffered / 4);
}

}  // namespace drift_test
