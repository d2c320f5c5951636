#include "sim/scenario/uncertainty/group_name.hpp"

#include <algorithm>

#include "sim/core/both.hpp"
#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/tables/required_values.hpp"

namespace railshift::scenario {
namespace {

/// A description says more after its first stop.
std::string first_part(const std::string& text) { return text.substr(0, text.find_first_of(",;:")); }

std::string spaced(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

const FieldInfo* find_field(const std::vector<FieldInfo>& fields, const std::string& name) {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FieldInfo& field) { return field.name == name; });
  return found == fields.end() ? nullptr : &*found;
}

Words column_words(const std::vector<FieldInfo>& fields, const std::string& name) {
  const FieldInfo* field = find_field(fields, name);
  return {field == nullptr ? name : field->zh, spaced(name)};
}

/// A key that several kinds have is told of by the first.
Words key_of_measures(const std::string& name) {
  std::vector<FieldInfo> fields = infos_of(measure_head_fields());
  for (const MeasureKind& kind : measure_kinds()) fields.insert(fields.end(), kind.fields.begin(), kind.fields.end());
  return column_words(fields, name);
}

}  // namespace

Words default_group_name(const RangedInput& input) {
  const std::string column = input.path.substr(input.path.rfind('.') + 1);
  if (input.table == "measure") {
    const Words key = key_of_measures(column);
    return both("措施：{}", "measures: {}", key);
  }
  if (input.table == "values") {
    for (const RequiredValue& value : required_values()) {
      if (value.name == input.row) return {value.zh, first_part(value.en)};
    }
    return same(input.row);
  }
  for (const TableSpec& table : all_tables()) {
    if (table.name != input.table) continue;
    const Words its = column_words(table.fields, column);
    return both("{}：{}", "{}: {}", Words{table.zh, first_part(table.en)}, its);
  }
  return same(input.path);
}

}  // namespace railshift::scenario
