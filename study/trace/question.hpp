#pragma once
/// The figure whose way back is asked for, in its run.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"
#include "study/trace/act.hpp"

namespace railshift::study::trace {

/// A row of metrics.csv, the world of its run and what happened in it.
struct Question {
  const World& world;
  const ledger::Ledger& ledger;
  const analysis::MetricRow& row;

  /// First and last month of the row's period.
  [[nodiscard]] Month first() const;
  [[nodiscard]] Month last() const;
  [[nodiscard]] bool holds(Month month) const { return first() <= month && month <= last(); }
  /// Whether every field that the row's scope fills is one of these.
  [[nodiscard]] bool scope_within(const std::set<std::string>& fields) const;
};

/// Rows of an input table that act on the figure: those whose cell in column `by` is one of `ids` (every row if `by` is empty), in these
/// columns.
struct Pick {
  std::string table;  ///< "flows"
  std::string by;
  std::set<std::string> ids;
  std::vector<std::string> columns;
  Act act = Act::enters;
  Words path;           ///< the way in the model: "flow fl-coal -> chain ch-coal-yard"
  double weight = 0.0;  ///< tonnes of the period's goods that a tenth of it moves at most: the order in which people read
  std::map<std::string, std::set<std::string>> also{};  ///< further columns whose cells must be one of these
};

}  // namespace railshift::study::trace
