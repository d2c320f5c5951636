/// Wagons, unloading tracks, joined trains and exchange stations as limits of a month, worked by hand.
#include "sim/rules/capacity/station_work.hpp"

#include <catch2/catch.hpp>

#include "sim/rules/rail/rail_limits.hpp"
#include "tests/rules/choice_scene.hpp"

namespace station_work_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::testing;

namespace station_work_test {
namespace {

const Month kJune = make_month(2021, 6);

/// The limit of this name and what the chain takes of it by a kilogram; 0 if it does not use it.
struct Found {
  double capacity = -1.0;
  double per_kg = 0.0;
};
Found limit(const RailLimits& limits, const std::string& what, Id<Chain> chain) {
  Found found;
  for (std::size_t l = 0; l < limits.limits.size(); ++l) {
    if (limits.limits[l].what != what) continue;
    found.capacity = limits.limits[l].capacity;
    for (const LimitUse& use : limits.of_chain[chain.index]) found.per_kg += use.limit == l ? use.per_kg : 0.0;
  }
  return found;
}

}  // namespace

TEST_CASE("a hundred wagons that come back after three days load thirty-three a day", "[rules]") {
  Siding siding;
  siding.train_load = siding.wagon_load = Kilograms{60'000};
  siding.wagons = 100;
  siding.turn_days = 3.0;
  CHECK(wagon_trains(siding) == 100);
  CHECK(*loads_by_wagons(siding, 1.0) == Approx(33.333).margin(0.001));
  CHECK(*loads_by_wagons(siding, 30.0) == Approx(1000.0));
}

TEST_CASE("of wagons for trains of fifty 99 make one train and 100 two", "[rules]") {
  Siding siding;
  siding.train_load = Kilograms{3'500'000};  // 50 x 70 t
  siding.wagon_load = Kilograms{70'000};
  siding.turn_days = 3.0;
  siding.wagons = 99;
  CHECK(wagon_trains(siding) == 1);
  siding.wagons = 100;
  CHECK(wagon_trains(siding) == 2);
  siding.train_load = Kilograms{3'500'001};  // 51 wagons
  CHECK(wagon_trains(siding) == 1);
  siding.wagons = 0;
  CHECK_FALSE(wagon_trains(siding));
}

TEST_CASE("wagons limit what a siding loads, not what it unloads", "[rules]") {
  // 100 wagons of 60 t, trains of 3,000 t: two trains, 20 in 30 days at three days each: 60,000 t.
  Scene s;
  s.d.edit(s.fence).wagons = 100;
  s.d.edit(s.fence).wagon_load = Kilograms{60'000};
  s.d.edit(s.fence).turn_days = 3.0;
  const auto out = s.by_siding("c1", s.coke, 1.0);
  const RailLimits limits = rail_limits(s.d.build(), kJune);
  CHECK(limit(limits, "wagons:k1-fence", out).capacity == 60e6);
  CHECK(limit(limits, "wagons:k1-fence", out).per_kg == 1.0);
  CHECK(limit(limits, "wagons:k2-yard", out).capacity == -1.0);  // no wagons are counted there
  Scene in;
  in.d.edit(in.fence).wagons = 100;
  in.d.edit(in.fence).wagon_load = Kilograms{60'000};
  in.d.edit(in.fence).turn_days = 3.0;
  const auto flow = in.d.flow("f2", in.d.coal, in.outside, in.works, FlowRule::fixed, {{kStart, 1.0}});
  const auto there = in.d.chain("c1", flow, 1.0, {rail_leg(in.line, in.far, in.near, in.fence)});
  CHECK(limit(rail_limits(in.d.build(), kJune), "wagons:k1-fence", there).per_kg == 0.0);
}

TEST_CASE("unloading has its own time on common tracks, or tracks of its own", "[rules]") {
  const auto in = [](int tracks, double hours) {
    Scene s;
    s.d.edit(s.fence).unload_tracks = tracks;
    s.d.edit(s.fence).unload_hours = Hours{hours};
    const auto flow = s.d.flow("f2", s.d.coal, s.outside, s.works, FlowRule::fixed, {{kStart, 1.0}});
    const auto chain = s.d.chain("c1", flow, 1.0, {rail_leg(s.line, s.far, s.near, s.fence)});
    return std::pair{rail_limits(s.d.build(), kJune), chain};
  };
  // Loading takes 6 h. Unloading in 3 h takes half of the time of a track.
  const auto [alike, a] = in(0, 0.0);
  CHECK(limit(alike, "tracks:k1-fence", a).per_kg == 1.0);
  const auto [quicker, b] = in(0, 3.0);
  CHECK(limit(quicker, "tracks:k1-fence", b).per_kg == 0.5);
  CHECK(limit(quicker, "unloading:k1-fence", b).capacity == -1.0);
  // One track, 3 h: 8 trains of 3,000 t a day.
  const auto [apart, c] = in(1, 3.0);
  CHECK(limit(apart, "tracks:k1-fence", c).per_kg == 0.0);
  CHECK(limit(apart, "unloading:k1-fence", c).per_kg == 1.0);
  CHECK(limit(apart, "unloading:k1-fence", c).capacity == 30 * 8 * 3e6);
}

TEST_CASE("on a line of heavy trains one path takes as many trains as its load holds", "[rules]") {
  // 21,000 t: seven of 3,000 t. 20,999 t: six. 2,999 t: a train a path nonetheless.
  for (const auto& [path_t, trains] : {std::pair{21'000, 7}, {20'999, 6}, {3'000, 1}, {2'999, 1}, {0, 1}}) {
    Scene s;
    s.d.last_section().path_load = Kilograms{path_t * 1000LL};
    const auto chain = s.by_siding("c1", s.coke, 1.0);
    INFO(path_t);
    CHECK(limit(rail_limits(s.d.build(), kJune), "section:section-l1:forward", chain).per_kg == Approx(1.0 / (3e6 * trains)));
  }
}

TEST_CASE("a train passes a station once at each end of its line", "[rules]") {
  Scene s;
  const auto chain = s.by_siding("c1", s.coke, 1.0);
  s.d.edit(s.near).trains_per_day = 8;
  const RailLimits limits = rail_limits(s.d.build(), kJune);
  CHECK(limit(limits, "exchange:st-1", chain).capacity == 240.0);
  CHECK(limit(limits, "exchange:st-1", chain).per_kg == Approx(1.0 / 3e6));
  CHECK(limit(limits, "exchange:st-2", chain).capacity == -1.0);
}

}  // namespace station_work_test

}  // namespace station_work_test
