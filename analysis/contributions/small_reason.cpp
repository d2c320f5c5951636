#include "analysis/contributions/small_reason.hpp"

#include <algorithm>
#include <map>
#include <string_view>

#include "analysis/metrics/period.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kIdle = "idle";
constexpr std::string_view kReason = "reason=";

/// What a part did up to the end of a period, and whether it did anything later.
struct Acts {
  std::int64_t changed = 0;
  std::map<policy::EffectKind, std::int64_t> acted;
  bool later = false;
};

bool belongs(const PlanPart& part, const std::string& measure) {
  return std::find(part.measures.begin(), part.measures.end(), measure) != part.measures.end();
}

/// Nothing for what is no period.
std::optional<Month> last_month(const std::string& text) {
  const auto period = period_from_text(text);
  if (!period) return std::nullopt;
  return make_month(period->year, period->is_year() ? 12 : period->month);
}

Acts acts_until(const PlanPart& part, Month last, const ledger::Ledger& plan) {
  Acts acts;
  for (const ledger::EffectRow& row : plan.effects) {
    const auto kind = policy::effect_from(row.effect);
    if (!kind || row.acted == 0 || !belongs(part, row.measure)) continue;
    if (row.month > last) {
      acts.later = true;
      continue;
    }
    acts.acted[*kind] += row.acted;
    acts.changed += row.changed;
  }
  return acts;
}

std::optional<policy::IdleReason> journal_reason(const PlanPart& part, const ledger::Ledger& plan) {
  for (const ledger::JournalEntry& entry : plan.journal) {
    if (entry.event != kIdle || !belongs(part, entry.subject) || !entry.detail.starts_with(kReason)) continue;
    return policy::idle_reason_from(std::string_view(entry.detail).substr(kReason.size()));
  }
  return std::nullopt;
}

}  // namespace

std::optional<SmallReason> small_reason(const PlanPart& part, const std::string& period, Alone alone, const ledger::Ledger& plan) {
  const auto last = last_month(period);
  if (!last) return std::nullopt;
  const Acts acts = acts_until(part, *last, plan);
  if (acts.acted.empty()) {
    if (acts.later) return policy::IdleReason::not_started;
    const auto idle = journal_reason(part, plan);
    return idle ? std::optional<SmallReason>(*idle) : std::nullopt;
  }
  if (acts.changed == 0) return policy::IdleReason::already_so;
  if (alone == Alone::not_small) return policy::IdleReason::others_first;
  return acts.acted.begin()->first;
}

}  // namespace railshift::analysis
