#pragma once
/// Why a part of a plan moves a figure little.
#include <cstdint>
#include <optional>
#include <string>

#include "analysis/contributions/contributions.hpp"

namespace railshift::analysis {

/// What the part does without the rest of the plan.
enum class Alone : std::uint8_t { small_too, not_small };
/// Of a part whose one-out is small in this period (2024 or 2024-03); nothing if the run says nothing of it.
[[nodiscard]] std::optional<SmallReason> small_reason(const PlanPart& part, const std::string& period, Alone alone,
                                                      const ledger::Ledger& plan);

}  // namespace railshift::analysis
