#include "sim/engine/effect_book.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/diversions.hpp"

namespace railshift::engine {
namespace {

/// The day from which a measure could act in a run that ends on `end`.
Date first_day_of(const World& world, const Measure& measure, Date end) {
  if (const auto* opens = policy::as<SidingOpens>(measure)) return std::max(measure.from, opens->in_service);
  if (const auto* diversion = policy::as<ThroughDiversion>(measure))
    return rules::diversion_start(world, measure, *diversion).value_or(end);
  return measure.from;
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

std::vector<ledger::JournalEntry> closing_entries(const World& world, const std::vector<ledger::EffectRow>& effects, Date end) {
  std::vector<ledger::JournalEntry> entries;
  const Month last = month_of(end - 1);
  for (const Measure& measure : world.measures) {
    Sums sums;
    policy::Seen seen{end, first_day_of(world, measure, end), 0};
    for (const ledger::EffectRow& row : effects) {
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
