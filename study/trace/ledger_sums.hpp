#pragma once
/// Rows of the ledger behind a figure.
#include <vector>

#include "study/trace/explanation.hpp"

namespace railshift::study::trace {

/// Rows in the period and, where the table names flows, chains or segments, of those that the figure counts; sums in the ledger's unit.
[[nodiscard]] std::vector<LedgerSum> ledger_sums(const Question& question, const Formula& formula);

}  // namespace railshift::study::trace
