#include "sim/rules/register/endings.hpp"

#include "sim/core/draw.hpp"

namespace railshift::rules {

std::optional<Ending> own_ending(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month month) {
  const HazardTable::Curve& curve = hazards.of(truck.vehicle.type, truck.vehicle.access.powertrain);
  const Date first = first_day(month);
  const int age = first.days - truck.registered;
  if (curve.compulsory(age)) return Ending{LeaveCause::compulsory, first};
  const std::uint32_t block = (static_cast<std::uint32_t>(truck.generation) << 16) + static_cast<std::uint32_t>(month.index);
  const auto words = draw_block(seed, Purpose::survival, truck.row_hash, truck.ordinal, block);
  if (to_uniform(words[0]) >= curve.hazard(age)) return std::nullopt;
  return Ending{LeaveCause::aged, first + static_cast<int>(to_uniform(words[1]) * (end_day(month) - first))};
}

Month own_last_month(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month from) {
  // The compulsory age ends the search.
  Month month = from;
  while (!own_ending(hazards, seed, truck, month)) month = month + 1;
  return month;
}

}  // namespace railshift::rules
