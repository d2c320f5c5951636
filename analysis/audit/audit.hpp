#pragma once
/// Audit: re-derives identities from the tables of a run by code of its own (nothing of the engine, nothing of the folds).
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// A broken identity: table ("service, traffic" if it binds two), month ("2024-03", or "2024-01..2024-03" if it binds several), the row's
/// key in words, which identity, residual with unit.
struct Breach {
  std::string table, month, key, identity;
  std::int64_t residual = 0;
  std::string unit;
};
struct AuditResult {
  std::vector<Breach> breaches;
  std::vector<std::string> identities;  ///< every identity checked, with the number of instances
  std::vector<std::string> uncovered;   ///< table.column that no equation covers, "(3 of 7 rows)" behind it if some of its rows are covered
};
/// A number counts as covered only by an equation that any change of it would break; bounds (no negative number, accepted <= requested ...)
/// are checked too and cover nothing.
[[nodiscard]] AuditResult audit(const World& world, const ledger::Ledger& ledger);
/// The same with the exhaust of figures that lie before us (metrics.csv of one run) in place of what the metrics would measure.
[[nodiscard]] AuditResult audit(const World& world, const ledger::Ledger& ledger, const MetricTable& published);

}  // namespace railshift::analysis
