#include "sim/policy/contradiction.hpp"

#include <algorithm>

namespace railshift::policy {

void check_steps(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found) {
  const std::string at(field);
  if (steps.empty())
    found.push_back({at,
                     both("{} 是空列表", "{} is an empty list", at),
                     {"至少要有一步", "at least one step"},
                     {"写 [{due = 2024-12-31, level = 0.6}]", "write [{due = 2024-12-31, level = 0.6}]"}});
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i - 1].due >= steps[i].due)
      found.push_back({at,
                       both("{1} 之后是 {0}", "{0} follows {1}", to_string(steps[i].due), to_string(steps[i - 1].due)),
                       {"各步按期限先后排列", "steps stand in the order of their days"},
                       {"把各步按日期排好", "sort the steps"}});
  }
}

void check_cumulative(std::string_view field, const std::vector<RequiredStep>& steps, Contradictions& found) {
  for (std::size_t i = 1; i < steps.size(); ++i) {
    if (steps[i].level < steps[i - 1].level)
      found.push_back({std::string(field),
                       both("level（水平）{1} 之后是 {0}", "level {0} follows {1}", steps[i].level, steps[i - 1].level),
                       {"累计比例不会下降", "cumulative shares never fall"},
                       {"写累计水平", "write cumulative levels"}});
  }
}

bool demands_something(const std::vector<RequiredStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const RequiredStep& step) { return step.level > 0.0; });
}

}  // namespace railshift::policy
