#pragma once
/// Stock quotas: a share of the stock of some segments must be new-energy by dated steps.
#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/departures.hpp"
#include "sim/rules/register/purchase.hpp"
#include "sim/rules/register/register_book.hpp"

namespace railshift::rules {

/// The days of one step. It starts at `from` or on the day after the due day of the step before; from `reached` on no order arrives by
/// 24:00 of its due day, so that what is due must be ordered before; the last step never ends.
struct QuotaStep {
  Date start;
  Date reached;
  Date end;  ///< first day of the next step
};
[[nodiscard]] QuotaStep quota_step(const StockQuota& quota, std::size_t step, Date from, int lag_days);

/// The share that is due at the end of a step: obedience closes its share of the gap between the stock at its start and its level. A stock
/// that stands above the level owes the level.
[[nodiscard]] double quota_aim(const StockQuota& quota, const QuotaStart& start);
/// The share, with what is on order, at which owners have arrived at the start of a day of the step: linearly from the stock at its start
/// (or from the level, if that is lower) to its aim at `reached`, then flat.
[[nodiscard]] double quota_path(const StockQuota& quota, const QuotaStart& start, const QuotaStep& step, Date day);

/// What a quota needs to know of the month.
struct QuotaMonth {
  const World& world;
  const Register& reg;
  const Showroom& showroom;
  std::uint32_t seed = 0;
  Month month;
  int lag_days = 0;  ///< register.delivery_lag
};

/// Adds the departures that a quota orders this month, stretch by stretch: the days of a step until `reached`, then those after it. Needed
/// at the end of a stretch = path x stock (slots in its scope, rounded up). New-energy trucks that are there or already bought count first,
/// whoever bought them; then obedient owners who buy anyway in the stretch buy new-energy, then obedient owners scrap early on a drawn day
/// of the stretch; both in drawn rank (owner_words, word 0), ties by slot. Nothing before `from`. Of the owners of other trucks at the
/// start of a step the first ceil(obedience x number) ranks obey. Adds the start of every step that begins this month (or began before the
/// run) to `starts`. Precondition: the measure is a stock quota.
void meet_quota(const QuotaMonth& now, const Measure& measure, std::vector<QuotaStart>& starts, Departures& departures);

}  // namespace railshift::rules
