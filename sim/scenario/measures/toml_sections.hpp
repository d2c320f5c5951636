#pragma once
/// Repeated sections of scenario.toml that are rows of one kind: [[target]], [[caveat]].
#include <set>
#include <string>
#include <vector>

#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

struct SectionName {
  std::string one;  ///< as it stands in brackets
  Words many;       ///< in messages
};

/// All sections of the name as rows with an `id`, each id once; unknown keys and missing ones are reported. Rows without an id are left
/// out.
template <class Row>
std::vector<Row> read_sections(const TomlNode& root, const SectionName& name, const Fields<Row>& fields, Decoder& decoder) {
  std::vector<Row> rows;
  const TomlNode* list = root.find(name.one);
  if (list == nullptr) return rows;
  if (list->kind != TomlNode::Kind::list) {
    decoder.problem(list->place, both("“{}”不是由节组成的列表", "\"{}\" is not a list of sections", name.one),
                    both("{}写成节 [[{}]]", "{} are sections [[{}]]", name.many, name.one),
                    both("写 [[{}]]，两层方括号", "write [[{}]] with two brackets", name.one));
    return rows;
  }
  std::vector<std::string> known;
  for (const auto& f : fields) known.push_back(f.info.name);
  std::set<std::string> ids;
  for (const TomlNode& node : list->items) {
    Row row;
    read_members(row, node, fields, decoder);
    report_unknown_keys(node, known, decoder);
    if (row.id.empty()) continue;
    if (!ids.insert(row.id).second) {
      decoder.problem(node.find("id")->place, both("“{}”重复", "\"{}\" again", row.id),
                      both("{}的代码不能重复", "ids of {} are unique", name.many), {"另给代码", "give it another id"});
      continue;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace railshift::scenario
