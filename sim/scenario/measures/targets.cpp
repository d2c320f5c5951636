#include "sim/scenario/measures/targets.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/model/truck_set.hpp"

namespace railshift::scenario {
namespace {

/// A named set of rows: of trucks those of the closed list, of firms *over_threshold.
void check_set(const TomlMember& member, Decoder& decoder) {
  if (member.key != "segment" || truck_set_named(member.value.text) != nullptr) return;
  std::vector<std::string> names;
  for (const TruckSet& set : truck_sets()) names.emplace_back(set.name);
  decoder.problem(member.value.place, fmt::format("segment is \"{}\"", member.value.text), "an id of segments, or a named set of trucks",
                  hint(member.value.text, names, fmt::format("sets: {}", fmt::join(names, ", "))));
}

void check_scope_value(const TomlMember& member, Decoder& decoder) {
  const std::string& text = member.value.text;
  if (!text.empty() && text.front() == '*') return check_set(member, decoder);
  const std::vector<std::pair<std::string, std::string>> referring{
      {"firm", "firms"}, {"commodity", "commodities"}, {"segment", "segments"}};
  for (const auto& [key, table] : referring) {
    if (member.key != key || !decoder.keys().knows(table) || decoder.keys().rank(table, text)) continue;
    decoder.problem(member.value.place, fmt::format("{} is \"{}\"", key, text), "an id of " + table,
                    hint(text, decoder.keys().ids(table), "correct the id"));
  }
}

}  // namespace

std::vector<std::string> scope_fields() {
  return {"firm",      "county",  "commodity", "haul_class", "numerator_kind", "basis",  "denominator_kind",
          "direction", "segment", "standard",  "powertrain", "ring",           "period", "unit"};
}

Fields<Target> target_fields() {
  Fields<Target> fields{
      field(&Target::id, id("id", "目标代码", "id")),
      field(&Target::clause, ref("clause", "条款", "clause that states the target")),
      field(&Target::metric, word("metric", "指标", "what is measured")),
      field(&Target::op, word("operator", "关系", "how the value compares")),
      field(&Target::value, number("value", "目标值", "threshold")),
      field(&Target::unit, text("unit", "单位", "unit of the value")),
      field(&Target::due, date("due", "时限", "a stock is judged at 24:00 of this day, a yearly figure in its year")),
      field(&Target::force, word("force", "措辞力度", "force of the wording")),
      field(&Target::tolerance, number("tolerance", "容差", "tolerance in the unit of the value; default 0").at_least(0).optional()),
  };
  FieldInfo scope = make_info(FieldType::scope, "scope", "范围", "for whom; a missing field means all").optional();
  fields.push_back({std::move(scope), [](Target& target, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
                      if (cell.node == nullptr || cell.node->kind != TomlNode::Kind::table)
                        return decoder.wrong(cell, info, "write scope = { firm = \"...\" }");
                      report_unknown_keys(*cell.node, scope_fields(), decoder);
                      for (const TomlMember& member : cell.node->members) {
                        std::string value;
                        decode(value, Cell::from(member.value), text(member.key.c_str(), "", ""), decoder);
                        if (!value.empty()) check_scope_value(member, decoder);
                        target.scope[member.key] = value;
                      }
                    }});
  return fields;
}

std::vector<Target> read_targets(const TomlNode& root, Decoder& decoder) {
  std::vector<Target> out;
  const TomlNode* list = root.find("target");
  if (list == nullptr) return out;
  if (list->kind != TomlNode::Kind::list) {
    decoder.problem(list->place, "\"target\" is not a list of sections", "targets are sections [[target]]",
                    "write [[target]] with two brackets");
    return out;
  }
  const Fields<Target> fields = target_fields();
  std::vector<std::string> known;
  for (const auto& f : fields) known.push_back(f.info.name);
  std::set<std::string> ids;
  for (const TomlNode& node : list->items) {
    Target target;
    read_members(target, node, fields, decoder);
    report_unknown_keys(node, known, decoder);
    if (target.id.empty()) continue;
    if (!ids.insert(target.id).second) {
      decoder.problem(node.find("id")->place, fmt::format("\"{}\" again", target.id), "ids of targets are unique", "give it another id");
      continue;
    }
    out.push_back(std::move(target));
  }
  return out;
}

}  // namespace railshift::scenario
