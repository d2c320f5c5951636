#include "sim/scenario/load/overrides.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/scenario/toml/toml_reader.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

const Words kForms{"路径写成 表.代码.列、measure.代码.字段、target.代码.字段 或 scenario.键",
                   "a path is table.key.column, measure.id.field, target.id.field or scenario.key"};

struct Path {
  std::string head, key, last;
};

/// head.key.last, where the key may have points itself; `scenario.seed` has no key.
std::optional<Path> split(const std::string& path) {
  const auto first = path.find('.');
  const auto last = path.rfind('.');
  if (first == std::string::npos || first == 0 || last + 1 == path.size()) return std::nullopt;
  const std::string key = last > first ? path.substr(first + 1, last - first - 1) : "";
  return Path{path.substr(0, first), key, path.substr(last + 1)};
}

void unmatched(const Override& change, const Words& rule, const Words& accept, Problems& problems) {
  problems.add({change.place, both("没有与“{}”相符的内容", "\"{}\" matches nothing", change.path), rule, accept});
}

std::string member_text(const TomlNode& table, std::string_view key) {
  const TomlNode* node = table.find(key);
  return node == nullptr ? "" : node->text;
}

void set_member(TomlNode& table, const std::string& key, const Override& change) {
  TomlNode value = value_from_text(change.text, change.place);
  if (TomlNode* node = table.find(key))
    *node = std::move(value);
  else
    table.members.push_back({key, change.place, std::move(value)});
}

/// steps@2024-12-31 is the level of that step.
void set_level(TomlNode& measure, const std::string& name, const Override& change, Problems& problems) {
  const std::size_t at = name.find('@');
  TomlNode* list = measure.find(name.substr(0, at));
  std::vector<std::string> days;
  if (list != nullptr) {
    for (const TomlNode& step : list->items) days.push_back(member_text(step, "due"));
  }
  const auto day = std::find(days.begin(), days.end(), name.substr(at + 1));
  if (day == days.end()) {
    for (std::string& other : days) other.insert(0, name, 0, at + 1);
    unmatched(change, {"字段@日期 要指分级中的一级", "field@day names a step of the measure"},
              hint(name, days, both("已有：{}", "there are: {}", fmt::join(days, ", "))), problems);
    return;
  }
  set_member(list->items[static_cast<std::size_t>(day - days.begin())], "level", change);
}

void set_in_list(const Override& change, const Path& path, TomlNode& root, Problems& problems) {
  std::vector<std::string> ids;
  if (TomlNode* list = root.find(path.head)) {
    for (TomlNode& item : list->items) {
      ids.push_back(member_text(item, "id"));
      if (ids.back() != path.key) continue;
      if (path.last.find('@') != std::string::npos) return set_level(item, path.last, change, problems);
      return set_member(item, path.last, change);
    }
  }
  if (root.incomplete) return;  // it may stand where the file could not be read
  unmatched(change, both("{0}.代码.字段 要指 scenario.toml 中的一个 [[{0}]]", "{0}.id.field names a {0} of scenario.toml", path.head),
            hint(path.key, ids, both("已有代码：{}", "ids: {}", fmt::join(ids, ", "))), problems);
}

Cell changed_to(const std::string& text, const Override& change) { return {text, change.place, nullptr, false, true}; }

/// A number of values.csv from a later day is a row of its own: a copy of the one that is in force on that day. False if the key names
/// none.
bool add_later_value(const Override& change, const Path& path, RawTable& table) {
  const auto at = path.key.find('@');
  if (table.spec.name != "values" || path.last != "value" || at == std::string::npos || !parse_date(path.key.substr(at + 1))) return false;
  const RawRow* before = nullptr;
  for (const RawRow& row : table.rows) {
    if (row.id != path.key.substr(0, at) || row.key >= path.key) continue;
    if (before == nullptr || before->key < row.key) before = &row;
  }
  if (before == nullptr) return false;
  RawRow later = *before;
  later.key = path.key;
  const auto put = [&](const std::string& column, const std::string& text) {
    later.cells.replace(table.column(column), changed_to(text, change));
  };
  put(table.spec.dated, path.key.substr(at + 1));
  put("value", change.text);
  table.rows.push_back(std::move(later));
  return true;
}

void set_in_table(const Override& change, const Path& path, RawTable& table, Problems& problems) {
  std::vector<std::string> columns;
  for (const FieldInfo& f : table.spec.fields) columns.push_back(f.name);
  const auto column = std::find(columns.begin(), columns.end(), path.last);
  if (column == columns.end())
    return unmatched(change, {"表.代码.列 的最后一段是列名", "table.key.column names a column"},
                     hint(path.last, columns, both("可用的列：{}", "columns: {}", fmt::join(columns, ", "))), problems);
  if (!table.readable) return;
  const auto index = static_cast<std::size_t>(column - columns.begin());
  bool matched = false;
  std::vector<std::string> keys;
  for (RawRow& row : table.rows) {
    keys.push_back(row.key);
    if (row.id != row.key) keys.push_back(row.id);
    if (row.key != path.key && row.id != path.key) continue;
    row.cells.replace(index, changed_to(change.text, change));
    matched = true;
  }
  if (!matched && !add_later_value(change, path, table))
    unmatched(change, both("表.代码.列 要指 {} 表中的一行", "table.key.column names a row of {}", table.spec.name),
              hint(path.key, keys,
                   table.spec.name == "values"
                       ? Words{"写行的代码，或 代码@日期；日期更晚则新增一行", "give the id of a row, or id@date; a later date adds a row"}
                       : Words{"写行的代码，或用 代码@日期 指其中一个日期的行", "give the id of a row, or id@date for one of its dates"}),
              problems);
}

}  // namespace

std::vector<Override> overrides_of(const TomlNode& variant, Problems& problems) {
  std::vector<Override> out;
  const TomlNode* set = variant.find("set");
  if (set == nullptr) return out;
  for (const TomlMember& member : set->members) {
    const bool scalar = member.value.kind != Kind::list && member.value.kind != Kind::table;
    if (!scalar)
      problems.add({member.key_place,
                    both("“{}”不是单个值", "\"{}\" is not a single value", member.key),
                    {"[set] 中每行写成 \"路径\" = 值", "[set] has lines \"path\" = value"},
                    {"把整个路径放进引号", "put the whole path in quotes"}});
    else if (member.value.kind != Kind::damaged)
      out.push_back({member.key, member.value.text, member.value.place});
  }
  return out;
}

void merge_variant(TomlNode& root, const TomlNode& variant, Problems& problems) {
  const std::vector<std::string> known{"extends", "measure", "set"};
  for (const TomlMember& member : variant.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    problems.add({member.key_place,
                  both("未知的键“{}”", "unknown key \"{}\"", member.key),
                  {"变体只有 extends、[[measure]] 和 [set]", "a variant has extends, [[measure]] and [set]"},
                  hint(member.key, known, {"删去它", "remove it"})});
  }
  const TomlNode* added = variant.find("measure");
  if (added == nullptr || added->kind != Kind::list || root.kind != Kind::table) return;
  if (root.find("measure") == nullptr) {
    root.members.push_back({"measure", added->place, {}});
    root.members.back().value.kind = Kind::list;
  }
  std::vector<TomlNode>& measures = root.find("measure")->items;
  for (const TomlNode& measure : added->items) {
    const std::string id = member_text(measure, "id");
    const auto same =
        std::find_if(measures.begin(), measures.end(), [&id](const TomlNode& m) { return !id.empty() && member_text(m, "id") == id; });
    if (same == measures.end())
      measures.push_back(measure);
    else
      *same = measure;
  }
}

bool is_base_year_input(const std::string& path) {
  const auto parts = split(path);
  if (!parts) return false;
  return (parts->head == "chains" && parts->last == "base_share") || (parts->head == "scenario" && parts->last == "base_year");
}

bool concerns_toml(const Override& change) {
  const std::string head = change.path.substr(0, change.path.find('.'));
  return head == "scenario" || head == "measure" || head == "target";
}

void apply_to_toml(const Override& change, TomlNode& root, Problems& problems) {
  if (root.kind != Kind::table) return;
  const auto path = split(change.path);
  if (!path || path->key.empty() != (path->head == "scenario"))
    return unmatched(change, kForms, {"路径如 measure.gate-floor.obedience", "write a path such as measure.gate-floor.obedience"},
                     problems);
  if (path->head != "scenario") return set_in_list(change, *path, root, problems);
  if (TomlNode* section = root.find("scenario")) set_member(*section, path->last, change);
}

void apply_to_tables(const Override& change, RawTables& tables, Problems& problems) {
  const auto path = split(change.path);
  if (!path) return unmatched(change, kForms, {"路径如 pools.semi.availability", "write a path such as pools.semi.availability"}, problems);
  const auto table = tables.find(path->head);
  if (table != tables.end() && !path->key.empty()) return set_in_table(change, *path, table->second, problems);
  std::vector<std::string> names{"scenario", "measure", "target"};
  for (const auto& [name, t] : tables) names.push_back(name);
  unmatched(change, kForms, hint(path->head, names, both("可用的表：{}", "tables: {}", fmt::join(names, ", "))), problems);
}

}  // namespace railshift::scenario
