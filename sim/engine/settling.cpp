#include "sim/engine/settling.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "sim/core/contract.hpp"

namespace railshift::engine {

Settling::Settling(const World& world) : learned_(empty_book(world)) {
  sums_.siding_delay_h.assign(world.sidings.size(), 0.0);
  sums_.line_delay_h.assign(world.lines.size(), 0.0);
}

void Settling::note_month() {
  ++months_;
  for (std::size_t i = 0; i < sums_.siding_delay_h.size(); ++i) sums_.siding_delay_h[i] += learned_.siding_delay_h[i];
  for (std::size_t i = 0; i < sums_.line_delay_h.size(); ++i) sums_.line_delay_h[i] += learned_.line_delay_h[i];
  for (const auto& [truck_class, factor] : learned_.road_rate_factor) sums_.road_rate_factor[truck_class] += factor;
}

rules::BaseState Settling::found() const {
  RAILSHIFT_EXPECTS(months_ > 0, "the base year has been run");
  rules::BaseState mean = sums_;
  for (double& hours : mean.siding_delay_h) hours /= months_;
  for (double& hours : mean.line_delay_h) hours /= months_;
  for (auto& [truck_class, factor] : mean.road_rate_factor) factor /= months_;
  return mean;
}

World base_year_alone(World world) {
  world.settings.start = make_date(world.settings.base_year, 1, 1);
  world.settings.end = make_date(world.settings.base_year + 1, 1, 1);
  std::vector<Measure> before;
  std::copy_if(world.measures.begin(), world.measures.end(), std::back_inserter(before),
               [&](const Measure& m) { return m.from < world.settings.start; });
  world.measures = Table<Measure>(std::move(before));
  std::vector<Parameter> parameters(world.parameters.begin(), world.parameters.end());
  for (Parameter& p : parameters) {
    if (p.id != "rail.delay_fade") continue;
    p.value = Dated<double>{};
    p.value.from(world.settings.day_zero(), 0.0);
  }
  world.parameters = Table<Parameter>(std::move(parameters));
  return world;
}

}  // namespace railshift::engine
