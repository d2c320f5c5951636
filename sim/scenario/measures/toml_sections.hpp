#pragma once
/// Repeated sections of scenario.toml that are rows of one kind: [[target]], [[caveat]].
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/scenario/fields/field.hpp"

namespace railshift::scenario {

struct SectionName {
  std::string one;   ///< as it stands in brackets
  std::string many;  ///< in messages
};

/// All sections of the name as rows with an `id`, each id once; unknown keys and missing ones are reported. Rows without an id are left
/// out.
template <class Row>
std::vector<Row> read_sections(const TomlNode& root, const SectionName& name, const Fields<Row>& fields, Decoder& decoder) {
  std::vector<Row> rows;
  const TomlNode* list = root.find(name.one);
  if (list == nullptr) return rows;
  if (list->kind != TomlNode::Kind::list) {
    decoder.problem(list->place, fmt::format("\"{}\" is not a list of sections", name.one),
                    fmt::format("{} are sections [[{}]]", name.many, name.one), fmt::format("write [[{}]] with two brackets", name.one));
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
      decoder.problem(node.find("id")->place, fmt::format("\"{}\" again", row.id), fmt::format("ids of {} are unique", name.many),
                      "give it another id");
      continue;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace railshift::scenario
