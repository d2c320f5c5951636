#pragma once
/// choice.csv: with which constant each chain stands in the choice of shippers, and what it was taken from.
#include <array>
#include <string>
#include <string_view>

#include "sim/core/language.hpp"
#include "sim/rules/rail/calibration.hpp"

namespace railshift::analysis {

struct ChoiceColumn {
  std::string_view name;
  Words heading;
  Words meaning;
};
[[nodiscard]] const std::array<ChoiceColumn, 10>& choice_columns();

/// One row a chain, by id; belts and pipes, which take no part in the choice, have none.
[[nodiscard]] std::string choice_csv(const World& world, const rules::ChoiceConstants& constants);

}  // namespace railshift::analysis
