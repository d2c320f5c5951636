#pragma once
/// What differs in the inputs of two scenarios, as a planner reads it: measures, targets, rows of tables, field by field.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/scenario/difference/input_state.hpp"

namespace railshift::scenario {

/// Parts of the inputs, the most important first.
enum class InputPart : std::uint8_t {
  setting,  ///< of [scenario]: period, base year, seed ..., and the layer that is run
  measure,
  target,
  table,  ///< a row of one
  caveat,
  uncertainty  ///< a section of [[uncertainty]]
};
enum class InputChange : std::uint8_t { added, removed, changed };
[[nodiscard]] std::string_view to_text(InputPart part);
[[nodiscard]] std::string_view to_text(InputChange change);

/// One value of both sides.
struct FieldDifference {
  std::string field;  ///< from, obedience, obedience.low, t_per_day
  Words name;         ///< what it is called
  std::string unit;
  std::optional<std::string> from, to;     ///< as they are written; nothing where the side has none
  std::string standing_from, standing_to;  ///< published, assumed ...; empty where the value has none
};

/// One measure, target, row ... that is not the same on both sides.
struct InputDifference {
  InputPart part = InputPart::table;
  InputChange change = InputChange::changed;
  std::string table;  ///< of a row
  Words kind;         ///< of a measure its kind, of a row the name of the table
  std::string key;    ///< id, id@date
  std::vector<FieldDifference>
      fields;  ///< of something added or removed what it states, without sources, reasons and ranges of numbers of a measure
};

/// Parts in their order; measures and targets by id; rows by table (the city's own before roads and rails, these before parameters, clauses
/// and observations last), in a table what was added or removed first, then the largest relative change of a number first. Numbers that are
/// equal and words that mean the same do not differ however they are written; nor does the order of rows and keys.
[[nodiscard]] std::vector<InputDifference> differences(const InputState& a, const InputState& b);

}  // namespace railshift::scenario
