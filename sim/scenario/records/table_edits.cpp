#include "sim/scenario/records/table_edits.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/workbook/merge_rows.hpp"
#include "sim/scenario/workbook/plain_cells.hpp"

namespace railshift::scenario {
namespace {

TableSpec spec_of(const std::string& table) {
  for (const TableSpec& spec : all_tables()) {
    if (spec.name == table) return spec;
  }
  broken_promise("spec_of", "the schema has the table", __FILE__, __LINE__);
}

/// What makes a row of the table differ from the others.
std::string key_of(const TableSpec& spec, const NewRow& row) {
  std::string key;
  const auto add = [&](const std::string& column) {
    const auto at = row.find(column);
    key += (at == row.end() ? "" : at->second) + '\n';
  };
  for (const std::string& column : spec.key) add(column);
  if (!spec.dated.empty()) add(spec.dated);
  return key;
}

}  // namespace

TableEdits::TableEdits(const Files& files, Problems& problems) : files_(files), settings_(folder_settings(files, problems)) {}

TableEdits::Edited& TableEdits::edited(const std::string& table) {
  const auto at = tables_.find(table);
  if (at != tables_.end()) return at->second;
  Problems reported_by_load;
  Edited& fresh = tables_[table];
  fresh.before = read_folder_table(files_, spec_of(table), settings_, reported_by_load);
  RAILSHIFT_EXPECTS(fresh.before.readable, "records go into a scenario that loads");
  fresh.rows = fresh.before.rows;
  fresh.index();
  return fresh;
}

NewRow TableEdits::named(const Edited& table, const CsvRow& row) {
  const auto& fields = table.before.spec.fields;
  const auto& header = table.rows.front().cells;
  NewRow out;
  for (std::size_t i = 0; i < row.cells.size(); ++i) {
    const auto field = std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == header[i].text; });
    out[header[i].text] = field == fields.end() ? row.cells[i].text : table_word(*field, row.cells[i].text);
  }
  return out;
}

void TableEdits::Edited::index() {
  by_key.clear();
  for (std::size_t r = 1; r < rows.size(); ++r) by_key[key_of(before.spec, named(*this, rows[r]))] = r;
}

std::vector<NewRow> TableEdits::rows(const std::string& table) {
  const Edited& t = edited(table);
  std::vector<NewRow> out;
  for (std::size_t r = 1; r < t.rows.size(); ++r) out.push_back(named(t, t.rows[r]));
  return out;
}

void TableEdits::put(const std::string& table, const NewRow& row) {
  Edited& t = edited(table);
  CsvRow written;
  for (const CsvCell& heading : t.rows.front().cells) {
    const auto at = row.find(heading.text);
    written.cells.push_back({at == row.end() ? "" : at->second, 0, 0});
  }
  const auto [at, added] = t.by_key.emplace(key_of(t.before.spec, row), t.rows.size());
  if (added)
    t.rows.push_back(std::move(written));
  else
    t.rows[at->second] = std::move(written);
}

void TableEdits::remove(const std::string& table, const std::function<bool(const NewRow&)>& which) {
  Edited& t = edited(table);
  t.rows.erase(std::remove_if(t.rows.begin() + 1, t.rows.end(), [&](const CsvRow& row) { return which(named(t, row)); }), t.rows.end());
  t.index();
}

std::string TableEdits::bytes_of(const Edited& table, const std::string& text, Problems& problems) const {
  constexpr const char* kBom = "\xEF\xBB\xBF";
  if (has_bom(files_.content.at(table.before.key))) return kBom + text;
  const std::string encoding = encoding_of(table.before.spec, settings_);
  if (encoding == "utf-8") return text;
  if (auto encoded = encode_text(text, encoding)) return std::move(*encoded);
  problems.add({{table.before.key, 0, 0},
                both("新写的行有 {} 编码没有的字", "the new rows have characters that {} has not", encoding),
                {"数据表按 scenario.toml 中的 encoding（编码）保存", "tables are written in the encoding of scenario.toml"},
                {"--source 换用别的字，或改写 encoding = \"GB18030\"", "use other characters in --source, or encoding = \"GB18030\""}});
  return text;
}

std::vector<ChangedTable> TableEdits::finish(const std::string& record, Problems& problems) {
  std::vector<ChangedTable> out;
  Files after = files_;
  for (const auto& [name, table] : tables_) {
    const MergedTable merged = merge_rows(table.before, table.rows);
    if (merged.same) continue;
    ChangedTable changed{table.before.key, table.before.spec.folder == Folder::parameters, merged.added, merged.changed,
                         merged.removed,   bytes_of(table, merged.text, problems)};
    after.content[changed.key] = changed.bytes;
    out.push_back(std::move(changed));
  }
  if (!problems.empty()) return {};
  const Problems found = load(after, {}).problems;
  if (found.empty()) return out;
  problems.add({{record, 0, 0},
                {"写入这份记录后，情景不再成立", "with what this record gives, the scenario does not hold"},
                {"其余各处错误指写入后的表，行号按写入后计",
                 "the other errors are about the tables as they would be written, and so are their lines"},
                {"改正记录，或先改正情景中与它不符的行", "correct the record, or first the rows of the scenario that contradict it"},
                Mistake::file});
  for (const Problem& problem : found.sorted()) problems.add(problem);
  return {};
}

}  // namespace railshift::scenario
