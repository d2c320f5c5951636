#pragma once
/// verdicts.csv: one description of each column, and the column whose cells are made of typed reasons.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

struct VerdictColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const Verdict&);
};
[[nodiscard]] const std::vector<VerdictColumn>& verdict_columns();

[[nodiscard]] std::string to_csv(const std::vector<Verdict>& verdicts);

/// `key: sentence` of every reason, with "; " between them.
[[nodiscard]] std::string csv_text(const std::vector<BasisReason>& reasons);

}  // namespace railshift::analysis
