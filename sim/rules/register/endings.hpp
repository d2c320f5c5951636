#pragma once
/// Ends of trucks that no order brings about: natural ones, and the compulsory age.
#include <cstdint>
#include <optional>

#include "sim/model/state.hpp"
#include "sim/rules/register/survival.hpp"

namespace railshift::rules {

struct Ending {
  LeaveCause cause = LeaveCause::aged;
  Date day;
};

/// End of life, if it falls in this month. The draw of a truck-month: Purpose::survival, number = ordinal, block = generation x 65536 +
/// month index (months since year 0); word 0 whether, word 1 on which day. The compulsory age ends a truck on the day on which
/// it is reached; one that is older on the first day, on that.
[[nodiscard]] std::optional<Ending> own_ending(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month month);

/// The month in which a truck would end by itself, `from` or later: known from its draws.
[[nodiscard]] Month own_last_month(const HazardTable& hazards, std::uint32_t seed, const RegisteredTruck& truck, Month from);

}  // namespace railshift::rules
