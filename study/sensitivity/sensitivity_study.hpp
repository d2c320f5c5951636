#pragma once
/// 敏感性 - which numbers a verdict hangs on: the plan with one input at a time at each end of its range.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/words/scope_words.hpp"
#include "study/request.hpp"
#include "study/sensitivity/sensitivity.hpp"
#include "study/watch.hpp"

namespace railshift::study {

struct SensitivityRequest {
  Request common;                     ///< of it: scenario, variant, set, until, jobs, out (a file that the caller will write)
  std::string verdict;                ///< id of the target (required)
  std::vector<std::string> patterns;  ///< inputs to be moved, such as "sidings.*"; empty: all that have a range
  int limit = 24;                     ///< inputs to be moved at most
};

struct Sensitivities {
  analysis::Verdict as_given;
  std::vector<SensitivityRow> rows;  ///< the input with the longest reach first
  std::size_t runs = 0;
  std::size_t inputs_found = 0;  ///< with a range and of the patterns, before the limit
  analysis::Names names{};       ///< of firms, segments and goods
};

/// Every reason against it, those of Request included; also that the run would not hold the whole year by which the target is judged, the
/// base year of a growth, or the day of a stock, so that every run would be without a figure.
[[nodiscard]] std::vector<Words> reasons_against(const SensitivityRequest& request, const World& world);

/// Leaves nothing behind. Throws WrongScenario, Refused, Interrupted, and std::runtime_error if a run fails. What the scenario refuses at
/// an end of a range is noted in its row.
[[nodiscard]] Sensitivities sensitivity(const SensitivityRequest& request, const Watch& watch);

}  // namespace railshift::study
