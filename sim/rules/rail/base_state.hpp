#pragma once
/// The base year as it ran: what its shippers knew of waits and rates.
#include <map>
#include <string>
#include <vector>

#include "sim/model/state.hpp"

namespace railshift::rules {

/// The state in which the base shares were chosen: means over the months of the base year, run at base shares without any measure.
struct BaseState {
  std::vector<double> siding_delay_h;              ///< by siding index, hours
  std::vector<double> line_delay_h;                ///< by line index, hours
  std::map<std::string, double> road_rate_factor;  ///< by truck class id; absent = 1
};

/// Nothing is known of the base year: sidings at rail.delay_prior, lines on time, road rates as stated.
[[nodiscard]] BaseState prior_state(const World& world);

/// empty_book with the delays and rates of the state.
[[nodiscard]] MonthBook book_of(const World& world, const BaseState& state);

/// Whether delays and rates can bear on anything: a flow has a choice among two chains or more, belts and pipes aside.
[[nodiscard]] bool has_choice(const World& world);

}  // namespace railshift::rules
