#include "sim/scenario/measures/targets.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/model/truck_set.hpp"
#include "sim/rules/roads/haul_class.hpp"
#include "sim/scenario/measures/toml_sections.hpp"

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

/// Of a county code: the digits that name its prefecture.
constexpr std::size_t kPrefectureDigits = 4;

void check_haul_class(const TomlMember& member, Decoder& decoder) {
  std::vector<std::string> known;
  for (const rules::HaulClass haul : rules::kHaulClasses) known.emplace_back(to_text(haul));
  known.emplace_back(rules::kMediumAndLong);
  if (std::find(known.begin(), known.end(), member.value.text) != known.end()) return;
  decoder.problem(member.value.place, fmt::format("haul_class is \"{}\"", member.value.text), fmt::format("{}", fmt::join(known, ", ")),
                  hint(member.value.text, known, "write one of them"));
}

void check_scope_value(const TomlMember& member, Decoder& decoder) {
  const std::string& text = member.value.text;
  if (member.key == "haul_class") return check_haul_class(member, decoder);
  if (!text.empty() && text.front() == '*') return check_set(member, decoder);
  const std::vector<std::pair<std::string, std::string>> referring{
      {"firm", "firms"}, {"rail_station", "node"}, {"commodity", "commodities"}, {"segment", "segments"}};
  for (const auto& [key, table] : referring) {
    if (member.key != key || !decoder.keys().knows(table) || decoder.keys().rank(table, text)) continue;
    decoder.problem(member.value.place, fmt::format("{} is \"{}\"", key, text), "an id of " + table,
                    hint(text, decoder.keys().ids(table), "correct the id"));
  }
}

}  // namespace

std::vector<std::string> scope_fields() {
  return {"firm",      "county",  "rail_station", "commodity",  "haul_class", "numerator_kind", "basis", "denominator_kind",
          "direction", "segment", "standard",     "powertrain", "ring",       "period",         "unit"};
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
  return read_sections<Target>(root, {"target", "targets"}, target_fields(), decoder);
}

void check_target_counties(const TomlNode& root, const World& world, Decoder& decoder) {
  const TomlNode* list = root.find("target");
  if (list == nullptr || list->kind != TomlNode::Kind::list) return;
  std::set<std::string> counties;
  for (const Site& site : world.sites) counties.insert(site.county);
  for (const Node& node : world.nodes) counties.insert(node.county);
  const auto known = [&counties](const std::string& code) {
    return std::any_of(counties.begin(), counties.end(), [&](const std::string& of) {
      return of == code || (code.size() == kPrefectureDigits && of.size() > kPrefectureDigits && of.starts_with(code));
    });
  };
  for (const TomlNode& target : list->items) {
    const TomlNode* scope = target.find("scope");
    const TomlNode* county = scope == nullptr || scope->kind != TomlNode::Kind::table ? nullptr : scope->find("county");
    if (county == nullptr || county->text.empty() || county->text.front() == '*' || known(county->text)) continue;
    decoder.problem(county->place, fmt::format("county is \"{}\"", county->text),
                    "the county of a site or station, or its first four digits", "write a county that stands in sites.csv or node.csv");
  }
}

}  // namespace railshift::scenario
