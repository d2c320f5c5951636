#pragma once
/// What the measures of a run did, month by month, as the rules told it; and the last words of the journal.
#include <map>
#include <string>
#include <vector>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::engine {

class EffectBook {
 public:
  /// Effects of the month that runs.
  void add(const std::vector<policy::Effect>& effects) { month_.insert(month_.end(), effects.begin(), effects.end()); }
  /// What rules tell of the month besides effects.
  void add(const PolicyWorld& world, const std::vector<policy::Binding>& bindings);
  /// Writes the month to the ledger, by measure and effect, without lines that saw nothing; the next month begins.
  void close_month(const PolicyWorld& world, Month month, ledger::Ledger& out);
  /// One entry a measure: `acted` with its effects summed over the months (what was done in its name; no statement on any later day), or
  /// `idle` with the first of policy::IdleReason that holds. `end`: the first day after the run.
  [[nodiscard]] std::vector<ledger::JournalEntry> closing_entries(const World& world, const ledger::Ledger& ledger, Date end) const;

 private:
  std::vector<policy::Effect> month_;
  std::map<std::string, policy::Binding> bindings_;  ///< the furthest of the months, by text id, which outlives a world
};

}  // namespace railshift::engine
