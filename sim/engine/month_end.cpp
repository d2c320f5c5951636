/// The last day of the month and of the run: fold, register, effects, book, journal.
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/engine/month_rules.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/siding_openings.hpp"

namespace railshift::engine {

ledger::Ledger& MonthRules::begin_end(Month month) {
  unreported_ = {};
  return is_reported(month) ? result_.ledger : unreported_;
}

void MonthRules::write_fold(Month month, ledger::MonthFold fold, ledger::Ledger& out) const {
  ledger::add_counts(fold, month, counts_, roads_.routes());
  out.service.insert(out.service.end(), fold.service.begin(), fold.service.end());
  out.traffic.insert(out.traffic.end(), fold.traffic.begin(), fold.traffic.end());
  out.links.insert(out.links.end(), fold.links.begin(), fold.links.end());
}

std::optional<rules::RegisterMonth> MonthRules::advance_register(Month month, ledger::Ledger& out) {
  if (!is_reported(month)) return std::nullopt;
  rules::RegisterMonth changes = rules::advance_register(world_.now(), replication_.seed, month, register_, register_book_);
  for (const RegisterTally& tally : changes.tallies) out.registers.push_back({month, tally});
  for (const FrozenTally& tally : changes.frozen) out.frozen_bases.push_back({month, tally});
  effects_.add(changes.effects);
  return changes;
}

void MonthRules::note_effects(Month month, ledger::Ledger& out) {
  std::vector<std::int64_t> kg_through(world_->sidings.size(), 0);
  for (const ledger::RailRow& row : out.rail) {
    if (row.month != month) continue;
    const Chain& chain = world_->chains[row.chain];
    if (const auto siding = rules::loading_siding(world_.now(), chain)) kg_through[siding->index] += row.departed_kg;
    if (const auto siding = rules::unloading_siding(world_.now(), chain)) kg_through[siding->index] += row.arrived_kg;
  }
  effects_.add(rules::siding_effects(world_.now(), month, kg_through));
  effects_.add(rules::way_effects(world_.now(), month, carried_directly_));
  for (const rules::RingUse& use : rings_)
    out.diverted.push_back({month, use.ring, world_->measures[use.measure].id, use.before_metres, use.after_metres});
  effects_.close_month(world_.now(), month, out);
}

/// The rate of a class of trucks rises with those that its pools had in the month over their own.
void MonthRules::update_book(const ledger::Ledger& out, Month month, const std::vector<std::int64_t>& pool_sizes) {
  accounts_.note_firm_months(month_book_);
  std::vector<rules::PoolMonth> pools(world_->pools.size());
  for (std::size_t p = 0; p < pools.size(); ++p) pools[p].size = static_cast<double>(pool_sizes[p]);
  const auto ticks = static_cast<double>(days_in(month) * kTicksPerDay);
  for (auto row = out.pools.rbegin(); row != out.pools.rend() && row->month == month; ++row)
    pools[row->pool.index].trucks += static_cast<double>(row->present_ticks) / ticks;
  learned().road_rate_factor = rules::road_rate_factors(world_.now(), pools, first_day(month));
  if (settling_ && is_reported(month)) settling_->note_month();
}

void MonthRules::note_openings(Month month) {
  for (const Siding& siding : world_->sidings) {
    const auto day = rules::siding_in_service(world_.now(), world_->sidings.id_of(siding));
    if (day && month_of(*day) == month) result_.ledger.journal.push_back({month, siding.id, "in_service", "day=" + to_string(*day)});
  }
  std::set<std::pair<std::string, Date>> opened;  // a road opens once a day, however many links it has and wherever they stand
  for (const Link& link : world_->links) {
    if (!link.opens || month_of(*link.opens) != month || !opened.emplace(link.road, *link.opens).second) continue;
    result_.ledger.journal.push_back({month, link.road, "road_opened", "day=" + to_string(*link.opens)});
  }
  for (const Measure& measure : world_->measures) {
    if (month_of(measure.from) == month) {
      result_.ledger.journal.push_back(
          {month, measure.id, "in_force", fmt::format("kind={};from={}", policy::kind_of(measure).word, to_string(measure.from))});
    }
  }
}

void MonthRules::note_missing_trucks(Month month, const std::vector<std::int64_t>& missing) {
  for (const Pool& pool : world_->pools) {
    const std::int64_t trucks = missing[world_->pools.id_of(pool).index];
    if (trucks > 0) result_.ledger.journal.push_back({month, pool.id, "register_short", fmt::format("trucks={}", trucks)});
  }
}

RunResult MonthRules::finish(Month last, Tick now, const std::vector<std::int64_t>& missing) {
  for (auto& entry : effects_.closing_entries(world_.now(), result_.ledger, first_day(last + 1)))
    result_.ledger.journal.push_back(std::move(entry));
  note_missing_trucks(month_of(world_->settings.start), missing);
  if (settling_) result_.base = settling_->found();
  for (Unserved& row : accounts_.held_rows(now)) result_.unserved.push_back(std::move(row));
  for (Unserved& row : counted_unserved(world_.now(), counted_rests_, now)) result_.unserved.push_back(std::move(row));
  return std::move(result_);
}

}  // namespace railshift::engine
