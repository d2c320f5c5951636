#include "sim/scenario/measures/targets.hpp"

#include "sim/scenario/measures/toml_sections.hpp"

namespace railshift::scenario {

std::vector<std::string> scope_fields() {
  return {"firm",      "county", "rail_station", "commodity", "haul_class", "numerator_kind", "basis",  "denominator_kind",
          "direction", "level",  "segment",      "standard",  "powertrain", "ring",           "period", "unit"};
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
      field(&Target::reading_of, text("reading_of", "口径所属目标",
                                      "id of the main target that this one reads in another way: same clause, due, operator and force")
                                     .optional()),
  };
  const auto named_in = [&fields](std::string Words::*language, FieldInfo info) {
    fields.push_back({std::move(info), [language](Target& target, const Cell& cell, const FieldInfo& i, Decoder& d) {
                        decode(target.reading.*language, cell, i, d);
                      }});
  };
  named_in(&Words::zh, text("reading_zh", "口径名称", "what an office calls the reading, in Chinese: 门口口径·名单合计").optional());
  named_in(&Words::en, text("reading_en", "口径英文名称", "the same in English").optional());
  FieldInfo scope = make_info(FieldType::scope, "scope", "范围", "for whom; a missing field means all").optional();
  fields.push_back({std::move(scope), [](Target& target, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
                      if (cell.node == nullptr || cell.node->kind != TomlNode::Kind::table)
                        return decoder.wrong(cell, info, {"写 scope = { firm = \"...\" }", "write scope = { firm = \"...\" }"});
                      report_unknown_keys(*cell.node, scope_fields(), decoder);
                      for (const TomlMember& member : cell.node->members) {
                        std::string value;
                        decode(value, Cell::from(member.value), text(member.key.c_str(), "", ""), decoder);
                        target.scope[member.key] = value;
                      }
                    }});
  return fields;
}

std::vector<Target> read_targets(const TomlNode& root, Decoder& decoder) {
  return read_sections<Target>(root, {"target", {"目标", "targets"}}, target_fields(), decoder);
}

}  // namespace railshift::scenario
