#include "analysis/judge/acting_orders.hpp"

#include <algorithm>

namespace railshift::analysis {

FirstActs first_acts(const std::vector<ledger::EffectRow>& effects) {
  FirstActs acts;
  for (const ledger::EffectRow& row : effects) {
    if (row.acted != 0) join(acts, {{row.measure, row.month}});
  }
  return acts;
}

void join(FirstActs& all, const FirstActs& one) {
  for (const auto& [measure, month] : one) {
    const auto [at, is_new] = all.try_emplace(measure, month);
    if (!is_new) at->second = std::min(at->second, month);
  }
}

void name_acting_orders(std::vector<Verdict>& verdicts, const FirstActs& acts) {
  for (Verdict& v : verdicts) {
    const auto acted = [&](const std::string& measure) {
      const auto at = acts.find(measure);
      return at != acts.end() && at->second <= month_of(v.due);
    };
    for (BasisReason& reason : v.reasons) {
      auto* ordered = std::get_if<OrderedBy>(&reason);
      if (ordered == nullptr) continue;
      std::erase_if(ordered->measures, [&](const std::string& measure) { return !acted(measure); });
      if (ordered->measures.empty()) reason = PlainReason::orders_idle;
    }
  }
}

}  // namespace railshift::analysis
