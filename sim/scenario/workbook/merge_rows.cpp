#include "sim/scenario/workbook/merge_rows.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

/// The bytes of each row of a table file, with its line end and empty lines that follow.
class RowBytes {
 public:
  RowBytes(const std::string& text, const std::vector<CsvRow>& rows) : text_(text) {
    std::vector<std::size_t> lines = {0};
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') lines.push_back(i + 1);
    }
    for (const CsvRow& row : rows) starts_.push_back(lines[static_cast<std::size_t>(row.line - 1)]);
    starts_.push_back(text.size());
    if (!rows.empty()) starts_.front() = 0;
  }
  [[nodiscard]] std::string of(std::size_t row) const { return text_.substr(starts_[row], starts_[row + 1] - starts_[row]); }

 private:
  const std::string& text_;
  std::vector<std::size_t> starts_;
};

using Texts = std::vector<std::string>;  // in schema order

Texts in_schema_order(const CsvRow& row, const std::vector<std::size_t>& positions, std::size_t fields) {
  Texts out(fields);
  for (std::size_t i = 0; i < positions.size(); ++i) out[positions[i]] = row.cells[i].text;
  return out;
}

class Merge {
 public:
  Merge(const FolderTable& before, const std::vector<CsvRow>& incoming)
      : before_(before), spec_(before.spec), incoming_(incoming), from_(schema_positions(before.spec, incoming.front())) {
    const auto& header = before.readable ? before.rows.front() : incoming.front();
    to_ = schema_positions(spec_, header);
    if (before.readable && before.text.find("\r\n") != std::string::npos) end_ = "\r\n";
    for (std::size_t r = 1; before.readable && r < before.rows.size(); ++r) {
      old_.push_back(in_schema_order(before.rows[r], to_, spec_.fields.size()));
      by_key_.emplace(key_of(old_.back()), r - 1);
    }
    add_columns();
  }

  MergedTable run() {
    const RowBytes bytes(before_.text, before_.readable ? before_.rows : std::vector<CsvRow>{});
    out_.text = before_.readable && !wider_ ? with_end(bytes.of(0)) : header_text();
    bool in_place = true;
    std::size_t kept = 0;
    for (std::size_t r = 1; r < incoming_.size(); ++r) {
      Texts row = in_schema_order(incoming_[r], from_, spec_.fields.size());
      const auto at = by_key_.find(key_of(row));
      if (at == by_key_.end()) {
        ++out_.added;
        out_.text += encoded(row);
        continue;
      }
      ++kept;
      in_place = in_place && at->second == r - 1;
      const bool same = keep_texts(row, old_[at->second]);
      out_.text += same && !wider_ ? with_end(bytes.of(at->second + 1)) : encoded(row);
      if (!same) ++out_.changed;
    }
    out_.removed = static_cast<int>(old_.size() - std::min(kept, old_.size()));
    out_.same = before_.readable && !wider_ && in_place && out_.added == 0 && out_.changed == 0 && out_.removed == 0;
    if (before_.readable && !before_.text.ends_with('\n')) out_.text.resize(out_.text.size() - end_.size());
    return std::move(out_);
  }

 private:
  /// Columns that the file does without and the incoming rows fill stand behind those it has.
  void add_columns() {
    for (std::size_t c = 0; c < from_.size(); ++c) {
      if (std::find(to_.begin(), to_.end(), from_[c]) != to_.end()) continue;
      const bool filled =
          std::any_of(incoming_.begin() + 1, incoming_.end(), [c](const CsvRow& row) { return !row.cells[c].text.empty(); });
      if (!filled) continue;
      to_.push_back(from_[c]);
      wider_ = true;
    }
  }

  [[nodiscard]] std::string key_of(const Texts& row) const {
    std::string key;
    for (std::size_t i = 0; i < spec_.fields.size(); ++i) {
      const FieldInfo& f = spec_.fields[i];
      const bool part = f.name == spec_.dated || std::find(spec_.key.begin(), spec_.key.end(), f.name) != spec_.key.end();
      if (part) key += table_word(f, row[i]) + '\n';
    }
    return key;
  }

  /// Takes over the old texts of cells that say the same; true if all do.
  [[nodiscard]] bool keep_texts(Texts& row, const Texts& old) const {
    bool all = true;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (same_meaning(spec_.fields[i], row[i], old[i]))
        row[i] = old[i];
      else
        all = false;
    }
    return all;
  }

  [[nodiscard]] std::string encoded(const Texts& row) const {
    std::string line;
    for (const std::size_t position : to_) line += (line.empty() && position == to_.front() ? "" : ",") + csv_cell(row[position]);
    return line + end_;
  }

  [[nodiscard]] std::string header_text() const {
    Texts names;
    for (const FieldInfo& f : spec_.fields) names.push_back(f.name);
    return encoded(names);
  }

  [[nodiscard]] std::string with_end(const std::string& bytes) const { return bytes.ends_with('\n') ? bytes : bytes + end_; }

  const FolderTable& before_;
  const TableSpec& spec_;
  const std::vector<CsvRow>& incoming_;
  std::vector<std::size_t> from_;  ///< schema position of each incoming column
  std::vector<std::size_t> to_;    ///< of each column of the file
  bool wider_ = false;             ///< the file gets columns that it did without
  std::string end_ = "\n";
  std::vector<Texts> old_;
  std::map<std::string, std::size_t> by_key_;
  MergedTable out_;
};

}  // namespace

MergedTable merge_rows(const FolderTable& before, const std::vector<CsvRow>& incoming) { return Merge(before, incoming).run(); }

}  // namespace railshift::scenario
