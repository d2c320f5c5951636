#pragma once
/// The columns of metrics.csv: one description of each that serves writing, reading, order, comparison, scopes and documentation. Columns
/// stand in the order of the file, which is the order of its key. A new column is a member of MetricRow and a line here; if it is a scope
/// field, also a name in scenario::scope_fields and in spoken_order (words/scope_words.hpp). Tests fail for each that is forgotten.
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis {

/// What a column says: which run, which figure (metric, for whom, when, in what), or the figure itself. All but `value` are the key.
enum class MetricRole : std::uint8_t { run, metric, scope, period, unit, value };

struct MetricColumn {
  using Text = std::string MetricRow::*;
  std::string_view name;
  MetricRole role;
  std::variant<Text, int MetricRow::*, double MetricRow::*, std::optional<double> MetricRow::*> member;
  Words heading;
  Words meaning;
  [[nodiscard]] bool in_key() const { return role != MetricRole::value; }
};
[[nodiscard]] const std::vector<MetricColumn>& metric_columns();

/// The cell of a row as it stands in the file.
[[nodiscard]] std::string cell_text(const MetricColumn& column, const MetricRow& row);
/// Puts the text of a cell into the row. Throws std::runtime_error if a number is none.
void set_cell(const MetricColumn& column, MetricRow& row, const std::string& text);
/// Whether the key of `a` stands before the key of `b`.
[[nodiscard]] bool key_less(const MetricRow& a, const MetricRow& b);

/// A column that is text whatever the role.
struct TextColumn {
  std::string_view name;
  MetricColumn::Text member;
};
/// The fields that a scope can name, in order: firm, county ... ring.
[[nodiscard]] const std::vector<TextColumn>& scope_columns();
/// What makes a figure of two runs the same figure, in order: metric, scope, period, unit.
[[nodiscard]] const std::vector<TextColumn>& figure_columns();
/// The texts of figure_columns.
[[nodiscard]] std::vector<std::string> figure_key(const MetricRow& row);
/// A row with the figure's key and replication and nothing else: neither label nor value.
[[nodiscard]] MetricRow only_key(const MetricRow& row);
/// Whether no scope field but these is filled.
[[nodiscard]] bool is_total_but_for(const MetricRow& row, std::initializer_list<std::string_view> fields);

}  // namespace railshift::analysis
