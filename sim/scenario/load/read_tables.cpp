#include "sim/scenario/load/read_tables.hpp"

#include <algorithm>
#include <utility>

#include "sim/core/text.hpp"
#include "sim/scenario/tables/all_tables.hpp"

namespace railshift::scenario {
namespace {

/// Whether a key of [scenario] says what it says: it could be read, or is surely not there.
bool is_said(const TomlNode& root, const char* key) {
  const TomlNode* section = root.kind == TomlNode::Kind::table ? root.find("scenario") : nullptr;
  if (section == nullptr) return false;
  const TomlNode* node = section->find(key);
  return node == nullptr ? !section->incomplete : node->kind != TomlNode::Kind::damaged;
}

/// Whether bytes that are no UTF-8 may be what a declaration that could not be read calls them.
bool looks_like_gb18030(const Files& files, const std::string& key) {
  const auto at = files.content.find(key);
  return at != files.content.end() && first_bad_utf8(at->second) && !decode_text(at->second, "gb18030").bad_byte;
}

/// Whether every row has an id that others can name.
bool all_have_ids(const RawTable& table) {
  for (const std::string& name : table.spec.key) {
    const std::size_t column = table.column(name);
    const FieldInfo& info = table.spec.fields[column];
    if (info.type != FieldType::id) continue;
    const bool sound =
        std::all_of(table.rows.begin(), table.rows.end(), [&](const RawRow& row) { return is_id(row.cells.text(column), info.letters); });
    if (!sound) return false;
  }
  return true;
}

}  // namespace

RawTables read_tables(const Files& files, const TomlNode& root, const SettingsRow& settings, Problems& problems) {
  const bool folder_is_said = is_said(root, "parameters");
  const bool encoding_is_said = is_said(root, "encoding");
  RawTables tables;
  for (const TableSpec& spec : all_tables()) {
    const std::string key = spec.path(settings.parameters);
    if (const auto elsewhere = files.rows.find(key); elsewhere != files.rows.end()) {
      tables.emplace(spec.name, read_table(spec, elsewhere->second.name, elsewhere->second.rows, problems));
      continue;
    }
    if (spec.may_be_left_out && files.content.count(key) == 0 && files.unreadable.count(key) == 0) {
      RawTable none;
      none.spec = spec;
      none.file = display_name(files, key);
      none.readable = true;
      tables.emplace(spec.name, std::move(none));
      continue;
    }
    RawTable table;
    table.spec = spec;
    table.file = display_name(files, key);
    const bool elsewhere =
        spec.folder == Folder::parameters && !folder_is_said && files.content.count(key) == 0 && files.unreadable.count(key) == 0;
    if (!elsewhere) {
      // parameters are shared by folders that may each have their own encoding, so they are always UTF-8
      std::string encoding = spec.folder == Folder::parameters ? "utf-8" : settings.encoding;
      if (spec.folder != Folder::parameters && !encoding_is_said && looks_like_gb18030(files, key)) encoding = "gb18030";
      if (const auto text = text_of(files, key, encoding, problems)) table = read_table(spec, table.file, *text, problems);
    }
    tables.emplace(spec.name, std::move(table));
  }
  return tables;
}

std::set<std::string> incomplete_tables(const RawTables& tables, const Problems& problems) {
  std::set<std::string> files;
  for (const Problem& p : problems.as_added()) {
    if (p.mistake != Mistake::content) files.insert(p.place.file);
  }
  std::set<std::string> names;
  for (const auto& [name, table] : tables) {
    if (!table.readable || files.count(table.file) > 0 || !all_have_ids(table)) names.insert(name);
  }
  return names;
}

}  // namespace railshift::scenario
