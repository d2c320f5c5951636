#pragma once
/// 数字的来路 - a figure of a run, walked back: formula, rows of metrics.csv, sums of the ledger, input rows, sources, clauses.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "study/trace/formula_words.hpp"
#include "study/trace/input_rows.hpp"

namespace railshift::study::trace {

/// A row of a CSV file of the result.
struct CsvPlace {
  std::string file;  ///< from the folder that was named on
  int line = 1;
  int replication = 1;
  double value = 0.0;
};
/// Rows of a table of run.gpkg that the figure sums, and their sum.
struct LedgerSum {
  std::string table, column, unit;
  std::size_t rows = 0;
  std::int64_t sum = 0;
};
/// The target whose figure it is.
struct OfTarget {
  std::string id, op, unit, due, outcome;
  double threshold = 0.0;
  std::optional<double> value;  ///< as verdicts.csv has it
  int line = 0;                 ///< of verdicts.csv
};

struct Explanation {
  std::string figure;  ///< by which name it can be asked for again: rail_share@2024;firm=fm-works
  analysis::MetricRow row;
  std::optional<OfTarget> target;
  Formula formula;
  std::vector<CsvPlace> cells;
  std::vector<LedgerSum> sums;
  std::vector<CitedInput> inputs;  ///< by act
  std::size_t numbers = 0;         ///< of all inputs of the run, cited or not
  std::vector<Clause> clauses;     ///< that ask for the figure or order what acts on it
};

/// The way back of a figure of a run's folder (of an assessment its plan). A figure is the id of a target, METRIC@PERIOD with scope fields
/// (rail_share@2024;firm=fm-works; fields may be left out where one row fits), or the id of a figure of document.json.
/// Throws Refused, with the nearest names, if there is no such figure; as open_run if the folder is no sound run.
[[nodiscard]] Explanation explain(const std::filesystem::path& folder, const std::string& figure);

/// What can be explained: targets with a figure, then every row of metrics.csv (years; of document.json its figures that stand in either).
struct Explainable {
  std::vector<std::string> targets, metrics, figures;
};
[[nodiscard]] Explainable explainable(const std::filesystem::path& folder);

/// The explanation as a JSON object, both languages.
[[nodiscard]] std::string to_json(const Explanation& explanation);

}  // namespace railshift::study::trace
