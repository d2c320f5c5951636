#include "sim/engine/journal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace railshift::engine {
namespace {

/// How much a measure did, in its own unit, and what to say if it did nothing.
struct Effect {
  std::int64_t amount = 0;
  const char* unit = "";
  const char* otherwise = "";
};

std::int64_t left_by(const ledger::Ledger& ledger, LeaveCause cause) {
  std::int64_t trucks = 0;
  for (const auto& row : ledger.registers) trucks += row.tally.left[static_cast<std::size_t>(cause)];
  return trucks;
}

bool concerns(const std::vector<Id<Segment>>& segments, Id<Segment> segment) {
  return segments.empty() || std::find(segments.begin(), segments.end(), segment) != segments.end();
}

std::int64_t ordered_joined(const ledger::Ledger& ledger, const std::vector<Id<Segment>>& segments) {
  std::int64_t trucks = 0;
  for (const auto& row : ledger.registers) {
    if (concerns(segments, row.tally.segment)) trucks += row.tally.ordered_joined;
  }
  return trucks;
}

/// The effect of one kind of measure, read from the ledger.
class EffectOf {
 public:
  EffectOf(const LiveWorld& world, const ledger::Ledger& ledger, int priced_months)
      : world_(world), ledger_(ledger), priced_(priced_months) {}

  Effect operator()(const SidingOpens& m) const {
    std::int64_t kg = 0;
    for (const auto& row : ledger_.rail) kg += row.siding == m.siding ? row.departed_kg + row.arrived_kg : 0;
    return {kg / 1000, "t", "no train was loaded or unloaded there: not in service in the run, not chosen or not accepted"};
  }
  Effect operator()(const GateFloor&) const {
    std::int64_t trips = 0;
    for (const auto& row : ledger_.service) trips += row.compliance == ledger::Compliance::no_rule ? 0 : row.trips;
    return {trips, "loads under a floor", "no listed firm received or sent a truck while it was in force"};
  }
  Effect operator()(const RailDuty&) const {
    return {priced_, "months with a price", "every listed firm was at the required share, or no firm is listed"};
  }
  Effect operator()(const RetireOrder&) const {
    return {left_by(ledger_, LeaveCause::retire_order), "trucks", "no eligible truck was left, or no owner obeyed"};
  }
  Effect operator()(const FrozenBaseOrder&) const {
    return {left_by(ledger_, LeaveCause::frozen_base_order), "trucks", "the base stock had already left by itself, or no owner obeyed"};
  }
  Effect operator()(const StockQuota& m) const {
    return {ordered_joined(ledger_, m.segments), "trucks", "the stock had reached the quota by itself"};
  }
  Effect operator()(const NewOnly& m) const {
    return {ordered_joined(ledger_, m.segments), "trucks", "nothing was registered, or all of it was new-energy by choice"};
  }
  Effect operator()(const ThroughDiversion& m) const {
    const bool opened = std::any_of(world_->links.begin(), world_->links.end(), [&](const Link& link) {
      return link.road == m.when_opens && (!link.opens || *link.opens < world_->settings.end);
    });
    return {opened && !world_->through.empty() ? 1 : 0, "road open", "the road never opened in the run, or there is no through traffic"};
  }
  Effect operator()(const SalesStandard&) const {
    std::int64_t trucks = 0;
    for (const auto& row : ledger_.registers) trucks += row.tally.joined;
    return {trucks, "new trucks", "nothing was registered"};
  }

 private:
  const LiveWorld& world_;
  const ledger::Ledger& ledger_;
  int priced_;
};

}  // namespace

std::vector<ledger::JournalEntry> measures_bound(const LiveWorld& world, const ledger::Ledger& ledger, int priced_months, Month last) {
  std::vector<ledger::JournalEntry> entries;
  for (const Measure& measure : world->measures) {
    const Effect effect = std::visit(EffectOf(world, ledger, priced_months), measure.body);
    if (effect.amount > 0)
      entries.push_back({last, measure.id, "bound", fmt::format("{}={}", effect.unit, effect.amount)});
    else if (first_day(last + 1) <= measure.from)
      entries.push_back({last, measure.id, "never_bound", "reason=the run ends before it starts"});
    else
      entries.push_back({last, measure.id, "never_bound", fmt::format("reason={}", effect.otherwise)});
  }
  return entries;
}

}  // namespace railshift::engine
