#pragma once
/// What the measures of a run did, month by month, as the rules told it; and the last words of the journal.
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::engine {

class EffectBook {
 public:
  /// Effects of the month that runs.
  void add(const std::vector<policy::Effect>& effects) { month_.insert(month_.end(), effects.begin(), effects.end()); }
  /// Writes the month to the ledger, by measure and effect, without lines that saw nothing; the next month begins.
  void close_month(const PolicyWorld& world, Month month, ledger::Ledger& out);

 private:
  std::vector<policy::Effect> month_;
};

/// One entry a measure: `acted` with its effects summed over the months (what was done in its name; no statement on any later day), or
/// `idle` with the first of policy::IdleReason that holds. `end`: the first day after the run.
[[nodiscard]] std::vector<ledger::JournalEntry> closing_entries(const World& world, const std::vector<ledger::EffectRow>& effects,
                                                                Date end);

}  // namespace railshift::engine
