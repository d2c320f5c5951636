#include "sim/rules/rail/adoption.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/siding_openings.hpp"

namespace railshift::rules {
namespace {

/// What is adopted in the month of a siding or way (their measures say a ramp alike) that opened on a day.
template <class Opens>
double adopted(const Opens& opens, Date day, Month month) {
  const int since = month - month_of(next_month_start(day));
  if (since >= opens.ramp_months) return 1.0;
  return opens.first_share + (1.0 - opens.first_share) * since / opens.ramp_months;
}

double contracted_at(const World& world, Id<Siding> siding, Month month) {
  const auto opening = siding_opening(world, siding);
  if (!opening || !opening->by) return 1.0;
  return adopted(*policy::as<SidingOpens>(world.measures[*opening->by]), opening->day, month);
}

}  // namespace

double contracted_share(const World& world, const Chain& chain, Month month) {
  double share = 1.0;
  const auto look_at = [&](const std::optional<Id<Siding>>& siding) {
    if (siding) share = std::min(share, contracted_at(world, *siding, month));
  };
  if (const auto way = way_opening(world, chain)) share = adopted(*way, way->day, month);
  look_at(loading_siding(world, chain));
  look_at(unloading_siding(world, chain));
  for (const Leg& leg : chain.legs) look_at(leg.siding);
  return share;
}

}  // namespace railshift::rules
