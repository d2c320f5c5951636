#include "sim/scenario/workbook/folder_tables.hpp"

#include <algorithm>

#include "sim/core/contract.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/toml/toml_node.hpp"
#include "sim/scenario/toml/toml_reader.hpp"

namespace railshift::scenario {

SettingsRow folder_settings(const Files& files, Problems& problems) {
  constexpr const char* kToml = "scenario.toml";
  if (files.no_scenario) {
    problems.add(*files.no_scenario);
    return {};
  }
  const auto text = text_of(files, kToml, "utf-8", problems);
  if (!text) return {};
  Problems left_to_load;
  const KeyBook none;
  Decoder decoder(none, left_to_load);
  return read_settings(read_toml(*text, display_name(files, kToml), left_to_load), decoder);
}

std::string encoding_of(const TableSpec& spec, const SettingsRow& settings) {
  return spec.folder == Folder::parameters ? "utf-8" : settings.encoding;
}

bool is_left_out(const Files& files, const TableSpec& spec, const SettingsRow& settings) {
  return spec.may_be_left_out && files.content.count(spec.path(settings.parameters)) == 0;
}

FolderTable read_folder_table(const Files& files, const TableSpec& spec, const SettingsRow& settings, Problems& problems) {
  FolderTable table;
  table.spec = spec;
  table.key = spec.path(settings.parameters);
  const std::size_t before = problems.size();
  auto text = text_of(files, table.key, encoding_of(spec, settings), problems);
  if (!text) return table;
  table.text = std::move(*text);
  const std::string name = display_name(files, table.key);
  table.rows = read_csv(table.text, name, problems);
  // only for what it says about header and row lengths
  (void)read_table(spec, name, table.rows, problems);
  table.readable = problems.size() == before;
  return table;
}

std::vector<std::size_t> schema_positions(const TableSpec& spec, const CsvRow& header) {
  std::vector<std::size_t> out;
  for (const CsvCell& cell : header.cells) {
    const auto at = std::find_if(spec.fields.begin(), spec.fields.end(), [&](const FieldInfo& f) { return f.name == cell.text; });
    RAILSHIFT_EXPECTS(at != spec.fields.end(), "the header was matched with the schema");
    out.push_back(static_cast<std::size_t>(at - spec.fields.begin()));
  }
  return out;
}

}  // namespace railshift::scenario
