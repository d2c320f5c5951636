#include "sim/scenario/fields/cell.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/fields/number_advice.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

bool is_scalar(const Cell& cell) { return cell.node == nullptr || (cell.node->kind != Kind::list && cell.node->kind != Kind::table); }

/// Whether a TOML value has one of the kinds; cells of tables and values of --set are plain text and always fit.
bool has_kind(const Cell& cell, Kind a, Kind b) { return cell.node == nullptr || cell.node->kind == a || cell.node->kind == b; }

}  // namespace

bool is_id(std::string_view text, Letters letters) {
  for (const char c : text) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    if (!plain && !(upper && letters == Letters::any)) return false;
  }
  return !text.empty();
}

Words hint(std::string_view word, const std::vector<std::string>& candidates, const Words& fallback) {
  const auto near = nearest(word, candidates);
  return near ? both("是否指“{}”？", "did you mean \"{}\"?", *near) : fallback;
}

Words named(const FieldInfo& info) { return {info.zh.empty() ? info.name : fmt::format("{}（{}）", info.name, info.zh), info.name}; }

bool Decoder::is_there(const Cell& cell, const FieldInfo& info) {
  if (cell.absent || (cell.node != nullptr && cell.node->kind == Kind::damaged)) return false;
  if (!is_scalar(cell) || !cell.text.empty()) return true;
  if (info.need == Need::required)
    problem(cell.place, both("{}为空", "{} is empty", named(info)), both("必填：{}", "required: {}", accepted(info)),
            {"填写一个值", "write a value"});
  return false;
}

void Decoder::wrong(const Cell& cell, const FieldInfo& info, const Words& accept) {
  const Words shown = is_scalar(cell)                 ? both("“{}”", "\"{}\"", cell.text)
                      : cell.node->kind == Kind::list ? Words{"列表", "a list"}
                                                      : Words{"表", "a table"};
  problem(cell.place, both("{}写的是{}", "{} is {}", named(info), shown), accepted(info), accept);
}

void Decoder::missing_key(const TomlNode& table, const FieldInfo& info) {
  if (table.incomplete) return;
  problem(table.place, both("缺少键“{}”", "key \"{}\" is missing", named(info)), both("必填：{}", "required: {}", accepted(info)),
          both("添加 {} = ...", "add {} = ...", info.name));
}

std::optional<std::uint32_t> Decoder::reference(const Cell& cell, const FieldInfo& info) {
  if (!has_kind(cell, Kind::text, Kind::text)) {
    wrong(cell, info, {"把代码写在引号内", "write an id in quotes"});
    return std::nullopt;
  }
  const auto rank = keys_.rank(info.table, cell.text);
  if (!rank && !keys_.knows(info.table)) {
    ++untold_;
    return std::nullopt;
  }
  if (!rank) {
    // an id that was renamed in its own table is one mistake, however many rows name it
    const bool empty = keys_.ids(info.table).empty();
    const auto [known, first] = unknown_ids_.try_emplace({info.table, empty ? "" : cell.text}, problems_.size());
    if (!first) {
      problems_.add_place(known->second, cell.place);
      ++untold_;
      return std::nullopt;
    }
    problem(cell.place, both("{}写的是“{}”", "{} is \"{}\"", named(info), cell.text), accepted(info),
            empty ? both("{} 表没有行，请补上", "{} has no rows; add them", info.table)
                  : hint(cell.text, keys_.ids(info.table), {"补上该行，或改正代码", "add the row or correct the id"}));
  }
  return rank;
}

std::optional<int> Decoder::word(const Cell& cell, const FieldInfo& info) {
  std::vector<std::string> all;
  if (has_kind(cell, Kind::text, Kind::text)) {
    for (const Word& w : info.words) {
      if (w.text == cell.text) return w.value;
      all.push_back(w.text);
      for (const std::string& zh : w.zh) {
        if (zh == cell.text) return w.value;
      }
    }
  }
  wrong(cell, info, hint(cell.text, all, {"从这些词中选写一个", "write one of these words"}));
  return std::nullopt;
}

void Decoder::look_at_usual(const Cell& cell, const FieldInfo& info, double value) {
  const UsualRange* usual = info.usual;
  if (usual == nullptr || value == 0.0 || (value >= usual->low && value <= usual->high)) return;
  unusual_.push_back({"", "", info.name, cell.text, info.unit, usual->low, usual->high, usual->zh, usual->en});
}

std::vector<Cell> Decoder::items(const Cell& cell, const FieldInfo& info) {
  std::vector<Cell> out;
  if (cell.node == nullptr || cell.node->kind != Kind::list) {
    wrong(cell, info, {"写成列表：[...]", "write a list: [...]"});
    return out;
  }
  for (const TomlNode& item : cell.node->items) {
    if (item.kind != Kind::damaged) out.push_back(Cell::from(item));
  }
  return out;
}

void decode(std::string& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (!(cell.changed && is_scalar(cell)) && !has_kind(cell, Kind::text, Kind::text)) {
    decoder.wrong(cell, info, {"把文字写在引号内", "write text in quotes"});
    return;
  }
  if (info.type == FieldType::id && !is_id(cell.text, info.letters)) {
    decoder.wrong(cell, info, {"只用小写字母、数字、'-'、'_' 和 '.'", "write lower-case letters, digits, '-', '_' and '.' only"});
    return;
  }
  if (info.type == FieldType::word) {
    if (const auto value = decoder.word(cell, info)) out = info.words[static_cast<std::size_t>(*value)].text;
    return;
  }
  const bool names_row = info.type == FieldType::reference || info.type == FieldType::references;
  if (names_row && !decoder.reference(cell, info)) return;
  out = cell.text;
}

void decode(double& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (!has_kind(cell, Kind::integer, Kind::number)) {
    const bool quoted = cell.node->kind == Kind::text && parse_decimal(cell.text);
    decoder.wrong(cell, info,
                  quoted ? both("数不加引号：{}", "write the number without quotes: {}", cell.text) : number_advice(cell.text, info));
    return;
  }
  const auto value = stated_number(cell.text, info.unit);
  if (!value)
    decoder.wrong(cell, info, number_advice(cell.text, info));
  else if (*value < info.low || *value > info.high)
    decoder.wrong(cell, info, range_advice(info));
  else
    decoder.look_at_usual(cell, info, out = *value);
}

void decode(int& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (info.type == FieldType::zero_one && cell.text != "0" && cell.text != "1") {
    decoder.wrong(cell, info, {"写 0 或 1", "write 0 or 1"});
    return;
  }
  const auto value = has_kind(cell, Kind::integer, Kind::integer) ? parse_integer(cell.text) : std::nullopt;
  const double as_number = value ? static_cast<double>(*value) : 0.0;
  if (!value)
    decoder.wrong(cell, info, whole_number_advice(cell.text, info));
  else if (as_number < std::max(info.low, -2147483648.0) || as_number > std::min(info.high, 2147483647.0))
    decoder.wrong(cell, info, range_advice(info));
  else {
    out = static_cast<int>(*value);
    decoder.look_at_usual(cell, info, as_number);
  }
}

void decode(std::uint32_t& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  const auto value = has_kind(cell, Kind::integer, Kind::integer) ? parse_integer(cell.text) : std::nullopt;
  if (!value || *value < 0 || *value > 4294967295LL)
    decoder.wrong(cell, info, {"写 0 至 4294967295 的整数", "write a whole number from 0 to 4294967295"});
  else
    out = static_cast<std::uint32_t>(*value);
}

void decode(bool& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  const std::string& t = cell.text;
  const bool numeric = info.type == FieldType::zero_one;
  if (!has_kind(cell, Kind::boolean, Kind::boolean))
    decoder.wrong(cell, info, {"写 true 或 false", "write true or false"});
  else if (numeric ? t == "1" : (t == "yes" || t == "是" || t == "true"))
    out = true;
  else if (numeric ? t == "0" : (t == "no" || t == "否" || t == "false"))
    out = false;
  else
    decoder.wrong(cell, info, numeric ? Words{"写 0 或 1", "write 0 or 1"} : Words{"写 yes 或 no（是、否）", "write yes or no"});
}

void decode(Date& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  const auto day = parse_date(cell.text);
  if (!has_kind(cell, Kind::date, Kind::date))
    decoder.wrong(cell, info,
                  day ? both("日期不加引号：{}", "write the date without quotes: {}", cell.text)
                      : Words{"写日期：2024-12-31", "write a date: 2024-12-31"});
  else if (!day)
    decoder.wrong(cell, info, {"写存在的日期，如 2024-12-31", "write a day that exists, as 2024-12-31"});
  else
    out = *day;
}

void decode(Kilograms& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  double tonnes = std::numeric_limits<double>::quiet_NaN();
  decode(tonnes, cell, info, decoder);
  if (std::isfinite(tonnes)) out = to_kilograms(Tonnes{tonnes});
}

void decode(RequiredStep& out, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
  if (cell.node == nullptr || cell.node->kind != Kind::table) {
    decoder.wrong(cell, info, {"写 {due = 2024-12-31, level = 0.85}", "write {due = 2024-12-31, level = 0.85}"});
    return;
  }
  const FieldInfo due = date("due", "期限", "last day of the step");
  const FieldInfo level = share("level", "水平", "required level");
  const auto member = [&](const FieldInfo& i, auto& value) {
    const TomlNode* node = cell.node->find(i.name);
    if (node == nullptr) return decoder.missing_key(*cell.node, i);
    if (decoder.is_there(Cell::from(*node), i)) decode(value, Cell::from(*node), i, decoder);
  };
  member(due, out.due);
  member(level, out.level);
  report_unknown_keys(*cell.node, {"due", "level"}, decoder);
}

void report_unknown_keys(const TomlNode& table, const std::vector<std::string>& known, Decoder& decoder) {
  for (const TomlMember& member : table.members) {
    if (std::find(known.begin(), known.end(), member.key) != known.end()) continue;
    decoder.problem(member.key_place, both("未知的键“{}”", "unknown key \"{}\"", member.key),
                    {"此处只能写格式说明中的键", "only keys of the schema may stand here"},
                    hint(member.key, known, both("可用的键：{}", "accepted keys: {}", fmt::join(known, ", "))));
  }
}

}  // namespace railshift::scenario
