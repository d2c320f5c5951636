#pragma once
/// What a status of a clause promises: measures, rows or targets that are there, and none that contradict it.
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// A measure of the scenario as it stands in scenario.toml, whether the run has it or not.
struct ClauseOrder {
  std::string measure;
  std::optional<Id<Clause>> clause;
};

/// Statuses of clauses, if any clause has one: every clause has one, with its reason, and it fits the measures of the layers baseline and
/// plan, the rows and the targets of the clause. Precondition: a world without any other problem, without a variant (which may order what
/// the scenario leaves alone).
void check_clauses(const Sources& s, const std::vector<ClauseOrder>& orders, Decoder& decoder);

}  // namespace railshift::scenario
