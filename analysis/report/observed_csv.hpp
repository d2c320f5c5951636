#pragma once
/// observed.csv of an assessment: observed values beside simulated ones.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/judge/observed.hpp"

namespace railshift::analysis {

struct ObservedColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const BesideObserved&);
};
[[nodiscard]] const std::vector<ObservedColumn>& observed_columns();
[[nodiscard]] std::string to_csv(const std::vector<BesideObserved>& rows);

}  // namespace railshift::analysis
