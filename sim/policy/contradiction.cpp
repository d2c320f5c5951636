#include "sim/policy/contradiction.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace railshift::policy {

void check_who(const Written& written, Contradictions& found) {
  const bool named = written("firms");
  if (named != written("threshold_t_per_year")) return;
  found.push_back({"", named ? "both threshold_t_per_year and firms stand here" : "neither threshold_t_per_year nor firms stands here",
                   "a measure on firms names a threshold or a list", "write one of the two"});
}

void check_steps(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found) {
  const std::string at(field);
  if (steps.empty()) found.push_back({at, at + " is an empty list", "at least one step", "write [{due = 2024-12-31, level = 0.6}]"});
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i - 1].due >= steps[i].due)
      found.push_back({at, fmt::format("{} follows {}", to_string(steps[i].due), to_string(steps[i - 1].due)),
                       "steps stand in the order of their days", "sort the steps"});
  }
}

void check_cumulative(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found) {
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].level < steps[i - 1].level)
      found.push_back({std::string(field), fmt::format("level {} follows {}", steps[i].level, steps[i - 1].level),
                       "cumulative shares never fall", "write cumulative levels"});
  }
}

bool demands_something(const std::vector<RequiredStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const RequiredStep& step) { return step.level > 0.0; });
}

}  // namespace railshift::policy
