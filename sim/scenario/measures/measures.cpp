#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"
#include "sim/scenario/measures/public_costs.hpp"
#include "sim/scenario/measures/settings.hpp"

namespace railshift::scenario {
namespace {

using Kind = TomlNode::Kind;

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
    decoder.problem(c.field.empty() ? node.place : node.place_of(c.field), c.found, c.rule, c.accept);
}

void check_head(const MeasureHead& head, const TomlNode& node, Decoder& decoder) {
  if (head.due && *head.due < head.from) {
    decoder.problem(node.place_of("due"),
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
      decoder.problem(node.place_of("id"), both("“{}”重复", "\"{}\" again", read->measure.id),
                      {"措施的代码不能重复", "ids of measures are unique"}, {"另给代码", "give it another id"});
      continue;
    }
    if (!read->measure.id.empty()) out.push_back(std::move(*read));
  }
  return out;
}

}  // namespace railshift::scenario
