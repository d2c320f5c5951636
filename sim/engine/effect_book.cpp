#include "sim/engine/effect_book.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/diversions.hpp"

namespace railshift::engine {
namespace {

/// The first of the months that begin on a day or after it.
Date next_month_start(Date day) { return first_day(month_of(day)) == day ? day : end_day(month_of(day)); }

/// The day from which a measure could act in a run that ends on `end`.
Date first_day_of(const World& world, const Measure& measure, Date end) {
  if (const auto* opens = policy::as<SidingOpens>(measure)) return std::max(measure.from, opens->in_service);
  if (const auto* frozen = policy::as<FrozenBaseOrder>(measure)) return std::max(measure.from, frozen->base_date + 1);
  if (const auto* diversion = policy::as<ThroughDiversion>(measure))
    return rules::diversion_start(world, measure, *diversion).value_or(end);
  // Gates and prices change with the month.
  const bool by_month = policy::as<GateFloor>(measure) != nullptr || policy::as<RailDuty>(measure) != nullptr;
  return by_month ? next_month_start(measure.from) : measure.from;
}

/// Whether through trucks still drive inside the ring of a diversion.
bool remains(const Measure& measure, const std::vector<ledger::DivertedRow>& diverted) {
  const auto* diversion = policy::as<ThroughDiversion>(measure);
  return diversion != nullptr && std::any_of(diverted.begin(), diverted.end(), [&](const ledger::DivertedRow& row) {
           return row.measure == measure.id && row.ring == diversion->ring && row.after_metres > 0;
         });
}

/// What one measure did in all months, in the order of effects.
struct Sum {
  std::int64_t acted = 0;
  std::string unit;
};
using Sums = std::map<std::string, Sum>;

/// Kilograms and metres as a reader counts them, cut to whole tonnes and kilometres.
struct Amount {
  std::int64_t number = 0;
  std::string_view unit;
};
Amount readable(std::int64_t number, std::string_view unit) {
  if (std::abs(number) < 1000) return {number, unit};
  if (unit == "kg") return {number / 1000, "t"};
  if (unit == "m") return {number / 1000, "km"};
  return {number, unit};
}

std::string detail(const Sums& sums) {
  std::string text;
  for (const auto& [effect, sum] : sums) {
    if (sum.acted == 0) continue;
    const Amount amount = readable(sum.acted, sum.unit);
    text += fmt::format("{}{}={} {}", text.empty() ? "" : ";", effect, amount.number, amount.unit);
  }
  return text;
}

}  // namespace

void EffectBook::add_kept(const PolicyWorld& world, const std::vector<Id<Measure>>& floors) {
  for (const Id<Measure> floor : floors) kept_.insert(world.measures[floor].id);
}

void EffectBook::close_month(const PolicyWorld& world, Month month, ledger::Ledger& out) {
  std::sort(month_.begin(), month_.end(),
            [](const policy::Effect& a, const policy::Effect& b) { return std::tie(a.measure, a.kind) < std::tie(b.measure, b.kind); });
  for (const policy::Effect& effect : month_) {
    if (effect.in_scope == 0 && effect.acted == 0) continue;
    out.effects.push_back({month, world.measures[effect.measure].id, std::string(policy::to_text(effect.kind)),
                           std::string(policy::unit_of(effect.kind)), effect.in_scope, effect.acted, effect.changed});
  }
  month_.clear();
}

std::vector<ledger::JournalEntry> EffectBook::closing_entries(const World& world, const ledger::Ledger& ledger, Date end) const {
  std::vector<ledger::JournalEntry> entries;
  const Month last = month_of(end - 1);
  for (const Measure& measure : world.measures) {
    Sums sums;
    policy::Seen seen{end, first_day_of(world, measure, end), 0, kept_.count(measure.id) > 0, remains(measure, ledger.diverted)};
    for (const ledger::EffectRow& row : ledger.effects) {
      if (row.measure != measure.id) continue;
      sums[row.effect].acted += row.acted;
      sums[row.effect].unit = row.unit;
      seen.in_scope = std::max(seen.in_scope, row.in_scope);
    }
    const std::string did = detail(sums);
    if (did.empty())
      entries.push_back({last, measure.id, "idle", "reason=" + std::string(policy::to_text(policy::why_idle(measure, seen)))});
    else
      entries.push_back({last, measure.id, "acted", did});
  }
  return entries;
}

}  // namespace railshift::engine
