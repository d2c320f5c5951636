#include "sim/engine/effect_book.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>
#include <tuple>

#include <fmt/format.h>

#include "sim/policy/kinds.hpp"
#include "sim/rules/roads/diversions.hpp"

namespace railshift::engine {
namespace {

/// What one measure did in all months, in the order of effects.
struct Sum {
  std::int64_t acted = 0;
  std::string unit;
};
using Sums = std::map<std::string, Sum>;

/// Kilograms and metres as a reader counts them, rounded to whole tonnes and kilometres.
struct Amount {
  std::int64_t number = 0;
  std::string_view unit;
};
Amount readable(std::int64_t number, std::string_view unit) {
  if (std::abs(number) < 1000) return {number, unit};
  if (unit == "kg") return {std::llround(static_cast<double>(number) / 1e3), "t"};
  if (unit == "m") return {std::llround(static_cast<double>(number) / 1e3), "km"};
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

void EffectBook::add(const PolicyWorld& world, const std::vector<policy::Binding>& bindings) {
  for (const policy::Binding& binding : bindings) {
    policy::Binding& furthest = bindings_.try_emplace(world.measures[binding.measure].id, binding).first->second;
    furthest.followed = std::max(furthest.followed, binding.followed);
    furthest.remains = furthest.remains || binding.remains;
  }
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
  const auto opening = [&world](std::string_view road) { return rules::road_opening(world, road); };
  for (const Measure& measure : world.measures) {
    Sums sums;
    const auto binding = bindings_.find(measure.id);
    policy::Seen seen{end, policy::first_act(measure, opening).value_or(end)};
    if (binding != bindings_.end()) {
      seen.followed = binding->second.followed;
      seen.remains = binding->second.remains;
    }
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
