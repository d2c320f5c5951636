#pragma once
/// What of a plan is looked at alone: every measure, and all measures of a clause that has several.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class PartKind : std::uint8_t { measure, clause };
[[nodiscard]] std::string_view to_text(PartKind kind);

struct PlanPart {
  PartKind kind = PartKind::measure;
  std::string id;                     ///< of the measure or the clause
  std::vector<std::string> measures;  ///< that belong to it
  Words name;                         ///< as a reader knows it
};

/// The measures of the plan in their order, then the clauses with several of them in the order of their first. Measures of the baseline are
/// law and history and no part of the plan.
[[nodiscard]] std::vector<PlanPart> parts_of(const World& plan);

/// Whether the part is all that the plan does for a clause: a clause, or a measure of none or of one without another measure.
[[nodiscard]] bool is_whole_clause(const PlanPart& part, const std::vector<PlanPart>& parts);

}  // namespace railshift::analysis
