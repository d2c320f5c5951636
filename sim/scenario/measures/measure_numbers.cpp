#include "sim/scenario/measures/measure_numbers.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/measures/origin.hpp"
#include "sim/scenario/measures/settings.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

bool is_number(const FieldInfo& f) {
  const bool counted = f.type == FieldType::integer && f.needs_standing;  // a ring is a name, not a number
  return counted || f.type == FieldType::number || f.type == FieldType::tonnes || f.type == FieldType::date || f.type == FieldType::steps;
}

}  // namespace

const TomlNode* number_of(const TomlNode& measure, const std::string& name) {
  const std::size_t at = name.find('@');
  const TomlNode* value = measure.find(name.substr(0, at));
  if (value == nullptr || at == std::string::npos) return value;
  for (const TomlNode& step : value->items) {
    const TomlNode* due = step.find("due");
    if (due != nullptr && due->text == name.substr(at + 1)) return step.find("level");
  }
  return nullptr;
}

std::vector<FieldInfo> number_entry_infos() {
  return {text("field", "字段", "field of the measure; of one level of several steps: steps@2024-12-31"),
          text("low", "下限", "number or day").optional(),
          text("high", "上限", "number or day").optional(),
          word("standing", "数据性质", "what the number rests on").of(words_of<Standing>()),
          text("source", "来源", "document or page").optional(),
          text("reason", "理由", "formula or reason").optional()};
}

namespace {

/// A bound as a number; days count as days.
std::optional<double> bound(const TomlNode* node) {
  if (node == nullptr) return std::nullopt;
  if (node->kind == Kind::date) {
    if (const auto day = parse_date(node->text)) return static_cast<double>(day->days);
  }
  return parse_decimal(node->text);
}

/// Whether a value is one that the field accepts at all; otherwise it was reported already.
bool in_bounds(const std::vector<FieldInfo>& fields, const std::string& name, double value) {
  const std::string field = name.substr(0, name.find('@'));
  return std::all_of(fields.begin(), fields.end(), [&](const FieldInfo& f) {
    if (f.name != field) return true;
    return f.type == FieldType::steps ? value >= 0.0 && value <= 1.0 : value >= f.low && value <= f.high;
  });
}

/// steps@2024-12-31 for each step that stands in a list of them.
std::vector<std::string> step_names(const TomlNode& measure, const std::string& field) {
  std::vector<std::string> names;
  const TomlNode* list = measure.find(field);
  if (list == nullptr || list->kind != Kind::list) return names;
  for (const TomlNode& step : list->items) {
    if (const TomlNode* due = step.find("due")) names.push_back(field + '@' + due->text);
  }
  return names;
}

/// What an entry may speak of.
std::vector<std::string> number_names(const TomlNode& measure, const std::vector<FieldInfo>& fields) {
  std::vector<std::string> names{"from", "due"};
  for (const FieldInfo& f : fields) {
    if (!is_number(f)) continue;
    names.push_back(f.name);
    for (std::string& step : step_names(measure, f.name)) names.push_back(std::move(step));
  }
  return names;
}

/// What the range of an entry would accept.
Words accepted_range(const TomlNode& entry) {
  const TomlNode* low = entry.find("low");
  const TomlNode* high = entry.find("high");
  if (high == nullptr) return both("写不小于 {} 的数或日期，或改正 low", "write {} or more, or correct low", low->text);
  if (low == nullptr) return both("写不大于 {} 的数或日期，或改正 high", "write {} or less, or correct high", high->text);
  return both("写 {} 至 {} 之间的数或日期，或改正 low、high", "write {} to {}, or correct low and high", low->text, high->text);
}

struct NumberEntry {
  std::string name;
  Provenance provenance;
};

NumberEntry read_entry(const TomlNode& entry, Decoder& decoder) {
  NumberEntry read;
  const std::vector<FieldInfo> infos = number_entry_infos();
  const auto get = [&](std::size_t i, auto& value) {
    const TomlNode* node = entry.find(infos[i].name);
    if (node == nullptr && infos[i].need == Need::required) decoder.missing_key(entry, infos[i]);
    if (node != nullptr && decoder.is_there(Cell::from(*node), infos[i])) decode(value, Cell::from(*node), infos[i], decoder);
  };
  get(0, read.name);
  get(3, read.provenance.standing);
  get(4, read.provenance.source);
  get(5, read.provenance.reason);
  report_unknown_keys(entry, {"field", "low", "high", "standing", "source", "reason"}, decoder);
  return read;
}

/// An entry whose bounds are missing, or stand the wrong way round; false if nothing is wrong.
bool wrong_range(const TomlNode& entry, const NumberEntry& read, bool lever, Decoder& decoder) {
  const auto low = bound(entry.find("low")), high = bound(entry.find("high"));
  const bool whole = low && high;
  if (read.provenance.standing == Standing::assumed && !whole)
    decoder.problem(entry.place, {"缺少 low（下限）或 high（上限）", "low or high is missing"},
                    {"假设的数要有范围", "an assumed number has a range"},
                    {"补上 low 和 high：写数，或不加引号的日期", "add low and high: numbers, or days without quotes"});
  else if (read.provenance.standing != Standing::published && lever && !whole)
    decoder.problem(
        entry.place, {"缺少 low（下限）或 high（上限）", "low or high is missing"},
        {"杠杆（条款没有写明、可以调整的数）要有范围", "a lever, a number of a measure that no document states, has a range"},
        {"补上 low 和 high，或写 standing = \"published\" 和来源", "add low and high, or standing = \"published\" and its source"});
  else if (whole && *low > *high)
    decoder.problem(entry.place_of("low"), {"low（下限）大于 high（上限）", "low is above high"}, {"下限不大于上限", "low is at most high"},
                    {"两者对调", "swap them"});
  else
    return false;
  return true;
}

/// Several levels under one entry: one range cannot hold for all of them.
void check_levels(const TomlNode& entry, const NumberEntry& read, const TomlNode& measure, Decoder& decoder) {
  const bool ranged = entry.find("low") != nullptr || entry.find("high") != nullptr;
  if (read.provenance.standing != Standing::assumed && !ranged) return;
  const std::vector<std::string> steps = step_names(measure, read.name);
  decoder.problem(entry.place_of("field"), both("“{}”有 {} 级", "\"{}\" has {} levels", read.name, steps.size()),
                  {"假设的分级各有各的范围，各写一项", "assumed levels have a range each, in an entry of their own"},
                  both("每级一项，写 field = \"{}\"、low、high", "an entry a level, with field = \"{}\", low, high",
                       steps.empty() ? read.name + "@2024-12-31" : steps.front()));
}

void check_entry(const TomlNode& entry, const TomlNode& measure, const std::vector<FieldInfo>& fields, Decoder& decoder) {
  const NumberEntry read = read_entry(entry, decoder);
  const std::vector<std::string> names = number_names(measure, fields);
  if (!read.name.empty() && std::find(names.begin(), names.end(), read.name) == names.end()) {
    const FieldInfo field = number_entry_infos().front();
    decoder.problem(entry.place_of("field"), both("{}写的是“{}”", "{} is \"{}\"", named(field), read.name),
                    {"要写这类措施的数值字段", "a number of this kind of measure"},
                    hint(read.name, names, both("以下之一：{}", "one of {}", fmt::join(names, ", "))));
    return;
  }
  check_origin(entry, read.provenance, decoder);
  const TomlNode* number = number_of(measure, read.name);
  if (number != nullptr && number->kind == Kind::list) return check_levels(entry, read, measure, decoder);
  const bool lever = std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == read.name && f.needs_standing; });
  if (wrong_range(entry, read, lever, decoder)) return;
  const auto low = bound(entry.find("low")), high = bound(entry.find("high")), value = bound(number);
  if (!value || number->changed || !in_bounds(fields, read.name, *value)) return;
  if ((low && *value < *low) || (high && *value > *high))
    decoder.problem(number->place, both("{} 为 {}", "{} is {}", read.name, number->text),
                    {"数要在其范围之内，即 low（下限）至 high（上限）", "a number lies in its own range, from low to high"},
                    accepted_range(entry));
}

/// The first number of a field that no entry speaks of; nothing if all are named.
std::optional<std::string> unnamed(const TomlNode& measure, const std::string& field, const std::set<std::string>& given) {
  if (given.contains(field)) return std::nullopt;
  const std::vector<std::string> steps = step_names(measure, field);
  if (steps.empty()) return field;
  const auto without = std::find_if(steps.begin(), steps.end(), [&](const std::string& step) { return !given.contains(step); });
  return without == steps.end() ? std::nullopt : std::optional(*without);
}

}  // namespace

void check_numbers(const TomlNode& measure, const std::vector<FieldInfo>& fields, const std::optional<Id<Clause>>& clause,
                   Decoder& decoder) {
  std::set<std::string> given;
  if (const TomlNode* list = measure.find("numbers"); list != nullptr && list->kind == Kind::list) {
    for (const TomlNode& entry : list->items) {
      check_entry(entry, measure, fields, decoder);
      if (const TomlNode* name = entry.find("field")) given.insert(name->text);
    }
  }
  if (const TomlNode* list = measure.find("numbers"); list != nullptr && list->kind != Kind::list && list->kind != Kind::damaged) {
    decoder.problem(list->place, {"“numbers”不是由节组成的列表", "\"numbers\" is not a list of sections"},
                    {"各项写成节 [[measure.numbers]]", "entries are sections [[measure.numbers]]"},
                    {"写 [[measure.numbers]]，两层方括号", "write [[measure.numbers]] with two brackets"});
  }
  const Words several{"一组值", "given"};
  const bool cited = clause.has_value() || measure.find("clause") != nullptr;
  for (const FieldInfo& f : fields) {
    const TomlNode* node = measure.find(f.name);
    if (node == nullptr || !is_number(f) || (cited && !f.needs_standing)) continue;
    const auto missing = unnamed(measure, f.name, given);
    if (!missing) continue;
    decoder.problem(
        node->place,
        both("{} 写的是 {}，没有数据性质", "{} is {} without a standing", named(f), node->text.empty() ? several : same(node->text)),
        {"条款没有写明的每个数，都要在 [[measure.numbers]] 中有一项",
         "every number that no clause states has an entry in [[measure.numbers]]"},
        both("补上 [[measure.numbers]]，写 field = \"{}\"、standing、reason、low、high",
             "add [[measure.numbers]] with field = \"{}\", standing, reason, low, high", *missing));
  }
}

}  // namespace railshift::scenario
