#pragma once
/// How metrics are made of the ledger, in words of docs/model.md.
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::study::trace {

/// Columns of tables of the ledger that a metric sums.
struct LedgerColumn {
  std::string table, column;
};
struct Formula {
  std::string metric;
  int section = 15;  ///< of docs/model.md
  Words words;
  std::vector<LedgerColumn> sums;
};
/// Of every metric of metrics.csv; an unknown metric is a broken promise.
[[nodiscard]] const Formula& formula_of(std::string_view metric);

}  // namespace railshift::study::trace
