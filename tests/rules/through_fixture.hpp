#pragma once
/// Through traffic between the gateways of road_fixture.hpp.
#include <string>
#include <vector>

#include "road_fixture.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::rules::fixture {

inline OutsideMix mix(const std::string& id, int year, Standard standard, double share) {
  OutsideMix m;
  m.id = id;
  m.year = year;
  m.standard = standard;
  m.share = share;
  return m;
}

/// 366,000 loaded trips in 2024 (1000 a day), 183 more a year later; half as many empty ones.
inline World through_world() {
  World w = road_world();
  TruckClass semi;
  semi.id = "semi";
  semi.payload = Kilograms{32000};
  w.truck_classes = Table<TruckClass>({semi});
  Through row;
  row.id = "th";
  row.gateway_in = node(w, "gw-a");
  row.gateway_out = node(w, "gw-b");
  row.points = {{make_date(2024, 1, 1), 366000.0}, {make_date(2025, 1, 1), 366183.0}};
  row.empty_share = 0.5;
  w.through = Table<Through>({row});
  w.outside_mix = Table<OutsideMix>({mix("a", 2024, Standard::china5, 0.75), mix("b", 2024, Standard::china6, 0.25),
                                     mix("c", 2025, Standard::china5, 0.25), mix("d", 2025, Standard::china6, 0.75)});
  return w;
}

/// A diversion of ring 1 from a day on, once a road is open.
inline Measure diversion(const std::string& id, double obedience, Date from, const std::string& road = "nw2") {
  Measure m;
  m.id = id;
  m.from = from;
  m.body = ThroughDiversion{road, 1, obedience};
  return m;
}

}  // namespace railshift::rules::fixture
