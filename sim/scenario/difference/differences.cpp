#include "sim/scenario/difference/differences.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "sim/core/contract.hpp"
#include "sim/scenario/difference/toml_differences.hpp"
#include "sim/scenario/tables/all_tables.hpp"

namespace railshift::scenario {
namespace {

bool has_numbers(const FieldInfo& info) {
  return info.type == FieldType::number || info.type == FieldType::integer || info.type == FieldType::tonnes;
}

/// The same text for words that mean the same: 柴油 and diesel.
std::string meaning_of(const FieldInfo& info, const std::string& text) {
  for (const Word& word : info.words) {
    if (word.text == text || std::find(word.zh.begin(), word.zh.end(), text) != word.zh.end()) return word.text;
  }
  return text;
}

/// One column of two rows of one key; either may be missing.
struct Cells {
  const RawTable& table;
  FieldInfo info;
  std::string from, to;
  std::optional<double> number_from, number_to;
};

std::optional<double> number_in_row(const RawTable& table, const RawRow* row, const FieldInfo& info) {
  return row == nullptr || !has_numbers(info) ? std::nullopt : table.number(*row, info.name);
}

bool says_the_same(const Cells& cells) {
  if (cells.number_from && cells.number_to) return *cells.number_from == *cells.number_to;
  return meaning_of(cells.info, cells.from) == meaning_of(cells.info, cells.to);
}

double relative_size(const Cells& cells) {
  if (!cells.number_from || !cells.number_to) return 0.0;
  const double largest = std::max(std::abs(*cells.number_from), std::abs(*cells.number_to));
  return largest == 0.0 ? 0.0 : std::abs(*cells.number_to - *cells.number_from) / largest;
}

/// Rows of one key on both sides.
struct Pair {
  const RawRow* from = nullptr;
  const RawRow* to = nullptr;
};

class TableDifferences {
 public:
  TableDifferences(const RawTable& a, const RawTable& b) : a_(a), b_(b) {}

  void add_to(std::vector<InputDifference>& out) {
    std::map<std::string, Pair> rows;
    for (const RawRow& row : a_.rows) rows[row.key].from = &row;
    for (const RawRow& row : b_.rows) rows[row.key].to = &row;
    for (const auto& [key, pair] : rows) add(key, pair);
    std::stable_sort(found_.begin(), found_.end(), [](const auto& x, const auto& y) { return x.first > y.first; });
    for (auto& [size, difference] : found_) out.push_back(std::move(difference));
  }

 private:
  void add(const std::string& key, const Pair& pair) {
    InputDifference difference{InputPart::table, change_of(pair), a_.spec.name, {a_.spec.zh, a_.spec.en}, key, {}};
    double size = difference.change == InputChange::changed ? 0.0 : std::numeric_limits<double>::infinity();
    for (const FieldInfo& column : a_.spec.fields) {
      const Cells cells = cells_of(pair, column);
      if (says_the_same(cells) || (difference.change != InputChange::changed && is_origin(column))) continue;
      size = std::max(size, is_range(column) ? 0.0 : relative_size(cells));
      difference.fields.push_back(field_of(cells, pair));
    }
    if (!difference.fields.empty()) found_.emplace_back(size, std::move(difference));
  }

  static InputChange change_of(const Pair& pair) {
    if (pair.from == nullptr) return InputChange::added;
    return pair.to == nullptr ? InputChange::removed : InputChange::changed;
  }
  static bool is_origin(const FieldInfo& column) { return column.name == "source" || column.name == "reason"; }
  static bool is_range(const FieldInfo& column) { return column.name == "low" || column.name == "high"; }

  [[nodiscard]] Cells cells_of(const Pair& pair, const FieldInfo& column) const {
    const RawRow* row = pair.to == nullptr ? pair.from : pair.to;
    const RawTable& table = pair.to == nullptr ? a_ : b_;
    const bool by_row = table.spec.in_row != nullptr && column.type == FieldType::number;
    const auto text = [&column](const RawTable& t, const RawRow* r) { return r == nullptr ? std::string{} : t.cell(*r, column.name).text; };
    return {table,
            by_row ? table.spec.in_row(table, *row, column) : column,
            text(a_, pair.from),
            text(b_, pair.to),
            number_in_row(a_, pair.from, column),
            number_in_row(b_, pair.to, column)};
  }

  [[nodiscard]] FieldDifference field_of(const Cells& cells, const Pair& pair) const {
    FieldDifference field{cells.info.name, {cells.info.zh, cells.info.en}, cells.info.unit, {}, {}, "", ""};
    if (pair.from != nullptr && !cells.from.empty()) field.from = cells.from;
    if (pair.to != nullptr && !cells.to.empty()) field.to = cells.to;
    if (!has_numbers(cells.info)) return field;
    field.standing_from = standing_of(a_, pair.from);
    field.standing_to = standing_of(b_, pair.to);
    return field;
  }

  static std::string standing_of(const RawTable& table, const RawRow* row) {
    const auto& fields = table.spec.fields;
    const auto at = std::find_if(fields.begin(), fields.end(), [](const FieldInfo& f) { return f.name == "standing"; });
    return row == nullptr || at == fields.end() ? std::string{} : meaning_of(*at, table.cell(*row, "standing").text);
  }

  const RawTable &a_, &b_;
  std::vector<std::pair<double, InputDifference>> found_;  ///< with the relative size of the change
};

/// The city's own tables before roads and rails, these before parameters; clauses and observations change no run.
int rank_of(const TableSpec& table) {
  if (table.name == "clauses" || table.name == "observed") return 3;
  switch (table.folder) {
    case Folder::tables:
      return 0;
    case Folder::network:
      return 1;
    case Folder::parameters:
      return 2;
  }
  return 3;
}

}  // namespace

std::string_view to_text(InputPart part) {
  switch (part) {
    case InputPart::setting:
      return "setting";
    case InputPart::measure:
      return "measure";
    case InputPart::target:
      return "target";
    case InputPart::table:
      return "table";
    case InputPart::caveat:
      return "caveat";
    case InputPart::uncertainty:
      return "uncertainty";
  }
  RAILSHIFT_EXPECTS(false, "a part of the inputs has a word");
}

std::string_view to_text(InputChange change) {
  switch (change) {
    case InputChange::added:
      return "added";
    case InputChange::removed:
      return "removed";
    case InputChange::changed:
      return "changed";
  }
  RAILSHIFT_EXPECTS(false, "a change of the inputs has a word");
}

std::vector<InputDifference> differences(const InputState& a, const InputState& b) {
  std::vector<InputDifference> out = toml_differences(a.root, b.root);
  const auto caveats = std::find_if(out.begin(), out.end(), [](const auto& d) { return d.part > InputPart::table; });
  const std::vector<InputDifference> last(caveats, out.end());
  out.erase(caveats, out.end());
  std::vector<const TableSpec*> tables;
  for (const TableSpec& table : all_tables()) tables.push_back(&table);
  std::stable_sort(tables.begin(), tables.end(), [](const auto* x, const auto* y) { return rank_of(*x) < rank_of(*y); });
  for (const TableSpec* table : tables) TableDifferences(a.tables.at(table->name), b.tables.at(table->name)).add_to(out);
  out.insert(out.end(), last.begin(), last.end());
  return out;
}

}  // namespace railshift::scenario
