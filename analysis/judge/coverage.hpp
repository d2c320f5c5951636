#pragma once
/// 条款落实 - what a scenario has of every clause: measures, their kinds of effect, rows, targets.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::analysis {

struct ClauseCover {
  Clause clause;
  std::vector<std::string> measures;        ///< that name the clause or carry it, by id
  std::vector<policy::EffectKind> effects;  ///< that their kinds can have, each once
  std::vector<std::string> rows;            ///< table:id of what carries it else
  std::vector<std::string> targets;         ///< by id
};
/// In the order of the clauses. Measures that this world does not have (another layer, switched off) are left out.
[[nodiscard]] std::vector<ClauseCover> coverage_of(const World& world);

/// Clauses by status; nothing is a clause whose table says none.
[[nodiscard]] std::map<std::optional<ClauseStatus>, int> count_by_status(const std::vector<ClauseCover>& covers);

/// What verdicts.csv of a result says of a target, as it stands there; what it does not say is empty.
struct TargetSaid {
  std::string outcome, status, op, unit;
  std::optional<double> value, threshold, ceiling, ceiling_capacity;
  bool estimate = false;  ///< of a run by months
};
/// By the id of the target.
using SaidOfTargets = std::map<std::string, TargetSaid>;

/// Columns clause, item, force, status, quote, status_reason, offices, measures, effects, carried_by, targets, and of the result outcomes,
/// statuses, values, operators, thresholds, units, ceilings, ceilings_capacity, estimates (estimate, or nothing); lists are divided by
/// semicolons. Those of the result stand in the order of the targets, empty for one of which it says nothing.
[[nodiscard]] std::string to_csv(const std::vector<ClauseCover>& covers, const SaidOfTargets& said);

}  // namespace railshift::analysis
