#include "sim/engine/months/run_by_months.hpp"

#include "sim/core/contract.hpp"
#include "sim/engine/months/expected_city.hpp"
#include "sim/engine/settling.hpp"

namespace railshift::engine {
namespace {

Tick begin_of(const World& world, Month month) { return static_cast<Tick>(first_day(month) - world.settings.day_zero()) * kTicksPerDay; }

/// The run turns into another one where the caller says so. The end of its months from then on.
Month turned(LiveWorld& world, ExpectedCity& city, const Replication& replication, Month next, Month end) {
  const std::optional<Turn> other = replication.before_month ? replication.before_month(next) : std::nullopt;
  if (!other) return end;
  const Month its_end = end_month(*other->world, other->until);
  RAILSHIFT_EXPECTS(next <= its_end && its_end <= end, "a run turns into one that ends after this day and not after itself");
  world.replace(*other->world);
  city.world_replaced();
  return its_end;
}

}  // namespace

RunResult run_by_months(const World& first_world, const Replication& replication) {
  LiveWorld world(first_world);
  ExpectedCity city(world, replication);
  const Month first = first_month(first_world);
  Month end = end_month(first_world, replication.until);
  RAILSHIFT_EXPECTS(first < end, "a run has at least one month");
  end = turned(world, city, replication, first, end);
  for (Month month = first; month < end; month = month + 1) {
    city.live(month, begin_of(first_world, month), begin_of(first_world, month + 1));
    if (replication.on_progress) replication.on_progress(static_cast<double>(month + 1 - first) / (end - first));
    end = turned(world, city, replication, month + 1, end);
  }
  return city.finish(end + -1, begin_of(first_world, end));
}

rules::BaseState settle_by_months(const World& world, const std::function<void(double)>& on_progress) {
  Replication replication;
  replication.seed = kSettlingSeed;
  replication.settle = true;
  replication.on_progress = on_progress;
  return *run_by_months(base_year_alone(world), replication).base;
}

}  // namespace railshift::engine
