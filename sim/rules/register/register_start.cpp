#include "sim/rules/register/register_start.hpp"

#include <algorithm>

#include "sim/core/draw.hpp"
#include "sim/rules/register/faults.hpp"

namespace railshift::rules {
namespace {

/// Days on which a truck of a registration year can have been registered: that year, cut at the start; a year that has not begun at the
/// start means the year before the start.
struct Window {
  Date begin;
  Date end;
};
Window registration_window(int year, Date start) {
  const Date begin = make_date(year, 1, 1);
  const Date end = make_date(year + 1, 1, 1);
  if (begin >= start) return {start - days_in_year(year_of(start - 1)), start};
  return {begin, std::min(end, start)};
}

}  // namespace

Register initial_register(const World& world, std::uint32_t seed) {
  Register reg;
  const FaultShares faults = fault_shares(world, world.settings.start);
  for (const RegisterRow& row : world.register_rows) {
    const Window window = registration_window(row.registered_year, world.settings.start);
    RegisteredTruck truck;
    truck.row_hash = hash_text(row.id);
    truck.segment = row.segment;
    for (int n = 0; n < row.count; ++n) {
      truck.ordinal = static_cast<std::uint32_t>(n);
      // The block a truck is born with: word 0 its fault, word 1 its registration day inside the year.
      const auto words = draw_block(seed, Purpose::fault, truck.row_hash, truck.ordinal, 0);
      const AccessClass access{row.standard, row.powertrain};
      truck.vehicle = {row.vehicle_type, access, fault_of(faults, access, to_uniform(words[0]))};
      truck.registered = (window.begin + static_cast<int>(to_uniform(words[1]) * (window.end - window.begin))).days;
      reg.trucks.push_back(truck);
    }
  }
  return reg;
}

}  // namespace railshift::rules
