#include "sim/scenario/uncertainty/patterns.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/date.hpp"

namespace railshift::scenario {
namespace {

bool is_like(const std::string& text, const std::string& pattern) { return fnmatch(pattern.c_str(), text.c_str(), 0) == 0; }

std::string member_of(const TomlNode& node, const std::string& key) {
  const TomlNode* found = node.find(key);
  return found == nullptr ? std::string() : found->text;
}

const TomlNode* measure_of(const TomlNode& root, const std::string& id) {
  const TomlNode* list = root.find("measure");
  if (list == nullptr) return nullptr;
  const auto found = std::find_if(list->items.begin(), list->items.end(), [&](const TomlNode& m) { return member_of(m, "id") == id; });
  return found == list->items.end() ? nullptr : &*found;
}

/// One pattern of a section and where it stands.
struct WrittenPattern {
  const UncertaintyRow& row;
  std::string text;
  Place place;
};

std::vector<WrittenPattern> patterns_of(const TomlNode& root, const std::vector<UncertaintyRow>& rows) {
  std::vector<WrittenPattern> all;
  for (const UncertaintyRow& row : rows) {
    for (const TomlNode& node : root.find("uncertainty")->items) {
      if (member_of(node, "id") != row.id) continue;
      for (const char* key : {"inputs", "against"}) {
        const TomlNode* list = node.find(key);
        if (list == nullptr) continue;
        for (const TomlNode& item : list->items) all.push_back({row, item.text, item.place});
      }
      break;
    }
  }
  return all;
}

class GroupCheck {
 public:
  GroupCheck(const Patterns& patterns, const GroupSources& sources, Decoder& decoder)
      : patterns_(patterns), all_(sources.all), set_by_hand_(sources.set_by_hand), decoder_(decoder) {}

  void check(const WrittenPattern& pattern) {
    bool fits = false, told = false;
    for (const RangedInput& input : all_) {
      if (!patterns_.fits(pattern.text, pattern.row, input)) continue;
      fits = true;
      // Of a pattern one number that is wrong is told; the others are wrong in the same way.
      if (!told) told = is_taken(pattern, input) || is_misfit(pattern, input);
      taken_.emplace(input.path, std::pair(pattern.row.id, pattern.text));
    }
    if (!fits) nothing_fits(pattern);
  }

 private:
  bool is_taken(const WrittenPattern& pattern, const RangedInput& input) {
    const auto before = taken_.find(input.path);
    if (before == taken_.end()) return false;
    const auto& [group, text] = before->second;
    if (group == pattern.row.id && text == pattern.text) return false;
    decoder_.problem(pattern.place,
                     both("“{}”已由不确定组“{}”的“{}”变动", "\"{}\" is moved by group \"{}\" already, as \"{}\"", input.path, group, text),
                     {"一个数只在一个不确定组里", "a number stands in one group"},
                     {"改窄其中一个通配", "make one of the patterns narrower"});
    return true;
  }

  bool is_misfit(const WrittenPattern& pattern, const RangedInput& input) {
    if (is_set(set_by_hand_, input.path)) return false;
    const Law law{pattern.row.law, pattern.row.low_high, pattern.row.values, pattern.row.weights};
    const auto range = drawn_range(input);
    const auto reason = range ? reason_against(law, *range) : std::optional(Words{"它的上下限不是数", "its bounds are no numbers"});
    const bool is_day = input.written == Written::day && pattern.row.law == LawKind::lognormal;
    if (!reason && !is_day) return false;
    decoder_.problem(
        pattern.place, both("“{}”：{}", "\"{}\": {}", input.path, is_day ? Words{"它是日期", "it is a day"} : *reason),
        {"分布要与组内每个数的值、下限和上限相容", "a law fits value, low and high of every number of its group"},
        {"改正该数的上下限，换一种分布，或把它移出本组", "correct the bounds, take another law, or leave the number out of the group"});
    return true;
  }

  void nothing_fits(const WrittenPattern& pattern) {
    std::vector<std::string> paths;
    for (const RangedInput& input : all_) paths.push_back(input.path);
    std::set<std::string> tables;
    for (const RangedInput& input : all_) tables.insert(input.table);
    if (patterns_.names_a_number(pattern.text)) {
      decoder_.problem(pattern.place, both("“{}”没有下限和上限", "\"{}\" has no low and high", pattern.text),
                       {"只有 low 小于 high 的数可以变动", "only numbers whose low is below their high can move"},
                       {"在该行补上 low 和 high", "add low and high to its row"});
      return;
    }
    decoder_.problem(
        pattern.place,
        both("“{}”与任何有区间的数都不相符{}", "\"{}\" fits no number with a range{}", pattern.text,
             pattern.row.where.empty() ? Words{} : Words{"（按 where 所限的行）", " (in the rows of where)"}),
        {"通配要与至少一个 表.代码.列 或 measure.代码.字段 相符", "a pattern fits a table.key.column or measure.id.field at least"},
        hint(pattern.text, paths,
             tables.empty() ? Words{"没有任何数带 low 和 high", "no number of the scenario has a range"}
                            : both("有区间的表：{}", "tables with ranges: {}", fmt::join(tables, ", "))));
  }

  const Patterns& patterns_;
  const std::vector<RangedInput>& all_;
  const std::set<std::string>& set_by_hand_;
  Decoder& decoder_;
  std::map<std::string, std::pair<std::string, std::string>> taken_;  ///< path -> group and pattern that moves it
};

void check_where(const RawTables& tables, const TomlNode& root, const std::vector<UncertaintyRow>& rows, Decoder& decoder) {
  for (const UncertaintyRow& row : rows) {
    for (const std::string& condition : row.where) {
      const std::string column = condition.substr(0, condition.find('='));
      std::set<std::string> columns;
      for (const auto& [name, table] : tables) {
        for (const FieldInfo& f : table.spec.fields) columns.insert(f.name);
      }
      for (const char* key : {"kind", "layer", "clause"}) columns.insert(key);
      if (columns.count(column) > 0) continue;
      for (const TomlNode& node : root.find("uncertainty")->items) {
        if (member_of(node, "id") == row.id)
          decoder.problem(node.find("where")->place,
                          both("where 中的列“{}”不存在", "where names a column \"{}\" that does not exist", column),
                          {"where 的列是表的列，或措施的键", "a column of where is one of a table or a key of a measure"},
                          hint(column, {columns.begin(), columns.end()}, {"改正列名", "correct the name"}));
      }
    }
  }
}

}  // namespace

std::string Patterns::said(const RangedInput& input, const std::string& column) const {
  if (input.table == "measure") {
    const TomlNode* measure = measure_of(root_, input.row);
    return measure == nullptr ? std::string() : member_of(*measure, column);
  }
  const RawTable& table = tables_.at(input.table);
  const auto known = [&](const FieldInfo& f) { return f.name == column; };
  if (std::none_of(table.spec.fields.begin(), table.spec.fields.end(), known)) return "";
  // table.key.column: the key is what stands between the first point and the last
  const std::size_t from = input.path.find('.') + 1;
  const std::string key = input.path.substr(from, input.path.rfind('.') - from);
  const auto row =
      std::lower_bound(table.rows.begin(), table.rows.end(), key, [](const RawRow& r, const std::string& k) { return r.key < k; });
  return row == table.rows.end() || row->key != key ? std::string() : table.cell(*row, column).text;
}

bool Patterns::fits(const std::string& pattern, const UncertaintyRow& row, const RangedInput& input) const {
  if (!is_like(input.path, pattern)) return false;
  return std::all_of(row.where.begin(), row.where.end(), [&](const std::string& condition) {
    const std::size_t sign = condition.find('=');
    return is_like(said(input, condition.substr(0, sign)), condition.substr(sign + 1));
  });
}

bool Patterns::fits_any(const std::vector<std::string>& patterns, const UncertaintyRow& row, const RangedInput& input) const {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& p) { return fits(p, row, input); });
}

bool Patterns::names_a_number(const std::string& path) const {
  const std::size_t first = path.find('.'), last = path.rfind('.');
  if (first == std::string::npos || first == last) return false;
  const std::string head = path.substr(0, first), key = path.substr(first + 1, last - first - 1), column = path.substr(last + 1);
  if (head == "measure") {
    const TomlNode* measure = measure_of(root_, key);
    return measure != nullptr && number_of(*measure, column) != nullptr;
  }
  const auto table = tables_.find(head);
  if (table == tables_.end()) return false;
  const auto& fields = table->second.spec.fields;
  return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == column && f.ranged; }) &&
         std::any_of(table->second.rows.begin(), table->second.rows.end(), [&](const RawRow& r) { return r.key == key || r.id == key; });
}

void check_groups(const GroupSources& sources, const std::vector<UncertaintyRow>& rows, Decoder& decoder) {
  if (rows.empty()) return;
  const std::size_t before = decoder.problems();
  check_where(sources.tables, sources.root, rows, decoder);
  if (decoder.problems() != before) return;
  const Patterns patterns(sources.tables, sources.root);
  GroupCheck group_check(patterns, sources, decoder);
  for (const WrittenPattern& pattern : patterns_of(sources.root, rows)) group_check.check(pattern);
}

bool is_set(const std::set<std::string>& set_by_hand, const std::string& path) {
  if (set_by_hand.count(path) > 0) return true;
  const std::size_t day = path.find('@'), column = path.rfind('.');
  return day != std::string::npos && day < column && set_by_hand.count(path.substr(0, day) + path.substr(column)) > 0;
}

std::optional<Range> drawn_range(const RangedInput& input) {
  if (input.written != Written::day) return input.range;
  const auto value = parse_date(input.value), low = parse_date(input.low), high = parse_date(input.high);
  if (!value || !low || !high) return std::nullopt;
  return Range{static_cast<double>(value->days), static_cast<double>(low->days), static_cast<double>(high->days)};
}

}  // namespace railshift::scenario
