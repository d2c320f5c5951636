#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/scenario/measures/origin.hpp"
#include "sim/scenario/measures/public_costs.hpp"
#include "sim/scenario/measures/settings.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

bool is_number(const FieldInfo& f) {
  const bool counted = f.type == FieldType::integer && f.needs_standing;  // a ring is a name, not a number
  return counted || f.type == FieldType::number || f.type == FieldType::tonnes || f.type == FieldType::date || f.type == FieldType::steps;
}

Place place_of(const TomlNode& table, const std::string& key) {
  const TomlNode* node = table.find(key);
  return node == nullptr ? table.place : node->place;
}

const FieldInfo& kind_info() {
  static const FieldInfo info = [] {
    std::vector<Word> words;
    for (const MeasureKind& kind : measure_kinds()) words.push_back({kind.kind, {kind.zh}, static_cast<int>(words.size())});
    return word("kind", "类别", "kind of measure").of(std::move(words));
  }();
  return info;
}

/// What the members of one kind must not contradict, with its place.
void check_body(const Measure& measure, const TomlNode& node, Decoder& decoder) {
  policy::Contradictions found;
  const auto written = [&node](std::string_view field) {
    const TomlNode* value = node.find(std::string(field));
    return value != nullptr && (value->kind != Kind::list || !value->items.empty());
  };
  policy::check(measure, written, found);
  for (const policy::Contradiction& c : found)
    decoder.problem(c.field.empty() ? node.place : place_of(node, c.field), c.found, c.rule, c.accept);
}

void check_head(const MeasureHead& head, const TomlNode& node, Decoder& decoder) {
  if (head.due && *head.due < head.from) {
    decoder.problem(place_of(node, "due"),
                    both("due（期限）为 {}，from（起始日）为 {}", "due is {}, from is {}", to_string(*head.due), to_string(head.from)),
                    {"措施的起始日不晚于期限", "a measure starts before it is due"}, {"改正其中一个日期", "correct one of the days"});
  }
  if (head.layer == Layer::plan && node.find("clause") == nullptr) {
    decoder.problem(node.place, both("plan（方案）层的措施“{}”没有条款", "measure \"{}\" of layer plan has no clause", head.id),
                    {"方案中新增的措施要引条款", "what a plan adds is cited"},
                    {"补上 clause = \"...\"（tables/clauses.csv 中的条款），或改用 what_if（假想）层",
                     "add clause = \"...\" from tables/clauses.csv, or use layer what_if"});
  }
}

std::optional<ReadMeasure> read_measure(const TomlNode& node, Decoder& decoder) {
  const std::size_t before = decoder.problems();
  MeasureHead head;
  read_members(head, node, measure_head_fields(), decoder);
  const std::vector<MeasureKind> kinds = measure_kinds();
  const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const MeasureKind& k) { return k.kind == head.kind; });
  if (kind == kinds.end()) return std::nullopt;
  std::vector<std::string> known{"numbers", kPublicCost};
  for (const auto& f : measure_head_fields()) known.push_back(f.info.name);
  for (const FieldInfo& f : kind->fields) known.push_back(f.name);
  report_unknown_keys(node, known, decoder);
  Measure measure{
      head.id, head.layer, head.from, head.due, head.clause, kind->read(node, decoder), node.place, read_public_costs(node, decoder)};
  if (!node.has_damage()) check_numbers(node, kind->fields, head.clause, decoder);
  if (decoder.problems() == before && !node.has_damage()) {
    check_head(head, node, decoder);
    check_body(measure, node, decoder);
  }
  return ReadMeasure{std::move(measure), head.enabled};
}

}  // namespace

Fields<MeasureHead> measure_head_fields() {
  using T = MeasureHead;
  return {field(&T::id, id("id", "措施代码", "id")),
          field(&T::kind, kind_info()),
          field(&T::layer, word("layer", "层", "baseline: would happen anyway; plan: what the document adds; what_if: asked by the user")),
          field(&T::from, date("from", "起始日", "first day; nothing moves before it")),
          field(&T::due, date("due", "期限", "last day by which the order is to be met").optional()),
          field(&T::clause, ref("clause", "条款", "clause; required for layer plan").optional()),
          field(&T::enabled, yes_no("enabled", "启用", "false switches the measure off; default true").optional())};
}

std::vector<ReadMeasure> read_measures(const TomlNode& root, Decoder& decoder) {
  std::vector<ReadMeasure> out;
  const TomlNode* list = root.find("measure");
  if (list == nullptr) return out;
  if (list->kind != Kind::list) {
    decoder.problem(list->place, {"“measure”不是由节组成的列表", "\"measure\" is not a list of sections"},
                    {"措施写成节 [[measure]]", "measures are sections [[measure]]"},
                    {"写 [[measure]]，两层方括号", "write [[measure]] with two brackets"});
    return out;
  }
  std::set<std::string> ids;
  for (const TomlNode& node : list->items) {
    auto read = read_measure(node, decoder);
    if (!read) continue;
    if (!read->measure.id.empty() && !ids.insert(read->measure.id).second) {
      decoder.problem(place_of(node, "id"), both("“{}”重复", "\"{}\" again", read->measure.id),
                      {"措施的代码不能重复", "ids of measures are unique"}, {"另给代码", "give it another id"});
      continue;
    }
    if (!read->measure.id.empty()) out.push_back(std::move(*read));
  }
  return out;
}

std::vector<FieldInfo> number_entry_infos() {
  return {text("field", "字段", "field of the measure"),
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
  return std::all_of(fields.begin(), fields.end(),
                     [&](const FieldInfo& f) { return f.name != name || (value >= f.low && value <= f.high); });
}

/// What the range of an entry would accept.
Words accepted_range(const TomlNode& entry) {
  const TomlNode* low = entry.find("low");
  const TomlNode* high = entry.find("high");
  if (high == nullptr) return both("写不小于 {} 的数或日期，或改正 low", "write {} or more, or correct low", low->text);
  if (low == nullptr) return both("写不大于 {} 的数或日期，或改正 high", "write {} or less, or correct high", high->text);
  return both("写 {} 至 {} 之间的数或日期，或改正 low、high", "write {} to {}, or correct low and high", low->text, high->text);
}

bool wants_standing(const std::vector<FieldInfo>& fields, const std::string& name) {
  return std::any_of(fields.begin(), fields.end(), [&](const FieldInfo& f) { return f.name == name && f.needs_standing; });
}

void check_entry(const TomlNode& entry, const TomlNode& measure, const std::vector<FieldInfo>& fields, Decoder& decoder) {
  Provenance p;
  std::string name;
  const std::vector<FieldInfo> infos = number_entry_infos();
  const auto get = [&](std::size_t i, auto& value) {
    const TomlNode* node = entry.find(infos[i].name);
    if (node == nullptr && infos[i].need == Need::required) decoder.missing_key(entry, infos[i]);
    if (node != nullptr && decoder.is_there(Cell::from(*node), infos[i])) decode(value, Cell::from(*node), infos[i], decoder);
  };
  get(0, name);
  get(3, p.standing);
  get(4, p.source);
  get(5, p.reason);
  report_unknown_keys(entry, {"field", "low", "high", "standing", "source", "reason"}, decoder);
  std::vector<std::string> numbers{"from", "due"};
  for (const FieldInfo& f : fields) {
    if (is_number(f)) numbers.push_back(f.name);
  }
  if (!name.empty() && std::find(numbers.begin(), numbers.end(), name) == numbers.end()) {
    decoder.problem(place_of(entry, "field"), both("{}写的是“{}”", "{} is \"{}\"", named(infos[0]), name),
                    {"要写这类措施的数值字段", "a number of this kind of measure"},
                    hint(name, numbers, both("以下之一：{}", "one of {}", fmt::join(numbers, ", "))));
    return;
  }
  const auto low = bound(entry.find("low"));
  const auto high = bound(entry.find("high"));
  const auto value = bound(measure.find(name));
  check_origin(entry, p, decoder);
  const TomlNode* number = measure.find(name);
  const bool single = number == nullptr || number->kind != Kind::list;
  if (p.standing == Standing::assumed && single && (!low || !high))
    decoder.problem(entry.place, {"缺少 low（下限）或 high（上限）", "low or high is missing"},
                    {"假设的数要有范围", "an assumed number has a range"},
                    {"补上 low 和 high：写数，或不加引号的日期", "add low and high: numbers, or days without quotes"});
  else if (p.standing != Standing::published && p.standing != Standing::assumed && single && wants_standing(fields, name) &&
           (!low || !high))
    decoder.problem(
        entry.place, {"缺少 low（下限）或 high（上限）", "low or high is missing"},
        {"杠杆（条款没有写明、可以调整的数）要有范围", "a lever, a number of a measure that no document states, has a range"},
        {"补上 low 和 high，或写 standing = \"published\" 和来源", "add low and high, or standing = \"published\" and its source"});
  else if (low && high && *low > *high)
    decoder.problem(place_of(entry, "low"), {"low（下限）大于 high（上限）", "low is above high"},
                    {"下限不大于上限", "low is at most high"}, {"两者对调", "swap them"});
  else if (value && !measure.find(name)->changed && in_bounds(fields, name, *value) &&
           ((low && *value < *low) || (high && *value > *high))) {
    decoder.problem(place_of(measure, name), both("{} 为 {}", "{} is {}", name, measure.find(name)->text),
                    {"数要在其范围之内，即 low（下限）至 high（上限）", "a number lies in its own range, from low to high"},
                    accepted_range(entry));
  }
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
    const bool counts = is_number(f) && (f.needs_standing || !cited);
    if (node == nullptr || !counts || given.count(f.name) > 0) continue;
    decoder.problem(
        node->place,
        both("{} 写的是 {}，没有数据性质", "{} is {} without a standing", named(f), node->text.empty() ? several : same(node->text)),
        {"条款没有写明的每个数，都要在 [[measure.numbers]] 中有一项",
         "every number that no clause states has an entry in [[measure.numbers]]"},
        both("补上 [[measure.numbers]]，写 field = \"{}\"、standing、reason、low、high",
             "add [[measure.numbers]] with field = \"{}\", standing, reason, low, high", f.name));
  }
}

}  // namespace railshift::scenario
