#pragma once
/// From picks to the cells of the inputs that a run holds: file, line, value, unit, standing, source.
#include <string>
#include <vector>

#include "sim/core/input_file.hpp"
#include "study/trace/question.hpp"

namespace railshift::study::trace {

/// A number of an input file.
struct CitedInput {
  std::string file;  ///< as the run holds it: tables/flows.csv
  int line = 1;
  std::string key;     ///< id of the row, or of the measure
  std::string column;  ///< of a measure: its field; of a list of steps: steps@2024-12-31
  std::string value;   ///< as it is written
  std::string unit;    ///< in words of the schema; empty: none
  std::string standing, source, reason;
  std::string clause;  ///< id of the clause that orders it
  Act act = Act::enters;
  Words path;
  double weight = 0.0;  ///< as Pick
};

/// Every numeric cell that a pick names, once, with the surest act; rows of a day after the period are left out, rows that a later one
/// replaces before the period are `earlier`. By act, the largest weight first, then file, line, column.
[[nodiscard]] std::vector<CitedInput> cited_inputs(const Question& question, const std::vector<InputFile>& inputs,
                                                   const std::vector<Pick>& picks);

/// All numbers of the inputs, cited or not: what a figure could rest on. Bounds (low, high), places and days are none.
[[nodiscard]] std::vector<CitedInput> all_numbers(const Question& question, const std::vector<InputFile>& inputs);

}  // namespace railshift::study::trace
