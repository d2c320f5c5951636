#include "sim/rules/register/endings.hpp"

#include <array>

#include "sim/core/draw.hpp"

namespace railshift::rules {

namespace {

/// The two words of a truck-month.
std::array<std::uint32_t, 4> truck_month_words(std::uint32_t seed, const RegisteredTruck& truck, Month month) {
  const std::uint32_t block = (static_cast<std::uint32_t>(truck.generation) << 16) + static_cast<std::uint32_t>(month.index);
  return draw_block(seed, Purpose::survival, truck.row_hash, truck.ordinal, block);
}

}  // namespace

std::optional<Ending> own_ending(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month month) {
  const HazardTable::Curve& curve = hazards.of(truck.vehicle.type, truck.vehicle.access.powertrain);
  const Date first = first_day(month);
  const Date last = curve.compulsory_day(Date{truck.registered});
  if (last <= first) return Ending{LeaveCause::compulsory, first};
  std::optional<Ending> ending;
  if (last < end_day(month)) ending = Ending{LeaveCause::compulsory, last};
  const auto words = truck_month_words(seed, truck, month);
  if (to_uniform(words[0]) >= curve.hazard(first.days - truck.registered)) return ending;
  const Date day = first + static_cast<int>(to_uniform(words[1]) * (end_day(month) - first));
  if (!ending || day < ending->day) ending = Ending{LeaveCause::aged, day};
  return ending;
}

Month own_last_month(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month from) {
  const HazardTable::Curve& curve = hazards.of(truck.vehicle.type, truck.vehicle.access.powertrain);
  Month month = from;
  const Date last = curve.compulsory_day(Date{truck.registered});
  // The compulsory age ends the search.
  while (last >= end_day(month) &&
         to_uniform(truck_month_words(seed, truck, month)[0]) >= curve.hazard(first_day(month).days - truck.registered)) {
    month = month + 1;
  }
  return month;
}

}  // namespace railshift::rules
