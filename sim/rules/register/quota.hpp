#pragma once
/// Stock quotas: a share of the stock of some segments must be new-energy by dated steps.
#include <cstdint>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/departures.hpp"
#include "sim/rules/register/purchase.hpp"

namespace railshift::rules {

/// The share that owners aim at on a day: from 0 at `from` linearly to the first level, then from step to step, flat after the last.
/// A step is reached `lead_days` (the delivery lag) before the end of its due day, so that trucks ordered for it are registered in time;
/// before `from` the share is 0.
[[nodiscard]] double quota_level(const StockQuota& quota, Date from, int lead_days, Date day);

/// What a quota needs to know of the month.
struct QuotaMonth {
  const World& world;
  const Register& reg;
  const Showroom& showroom;
  std::uint32_t seed = 0;
  Month month;
  int lag_days = 0;  ///< register.delivery_lag
};

/// Adds the departures that a quota orders this month. Needed = level at the end of the month x obedience x stock (slots of the segments,
/// rounded up). New-energy trucks that are there or already bought count first, whoever bought them; then owners who buy anyway this month
/// buy new-energy, then owners scrap early; both in drawn rank (owner_words, word 0), ties by slot. Nothing before `from`.
void meet_quota(const QuotaMonth& now, const Measure& measure, const StockQuota& quota, Departures& departures);

}  // namespace railshift::rules
