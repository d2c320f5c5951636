#include "sim/scenario/difference/input_state.hpp"

#include <algorithm>

#include "sim/scenario/load/overrides.hpp"
#include "sim/scenario/load/read_tables.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/toml/toml_reader.hpp"

namespace railshift::scenario {
namespace {

TomlNode parsed(const Files& files, const std::string& key) {
  Problems none;
  const auto text = text_of(files, key, "utf-8", none);
  return text ? read_toml(*text, display_name(files, key), none) : TomlNode{};
}

void leave_out(TomlNode& root, const std::vector<std::string>& measures) {
  TomlNode* list = root.find("measure");
  if (list == nullptr) return;
  std::erase_if(list->items, [&measures](const TomlNode& measure) {
    const TomlNode* id = measure.find("id");
    return id != nullptr && std::find(measures.begin(), measures.end(), id->text) != measures.end();
  });
}

}  // namespace

InputState input_state(const Files& files, const LoadRequest& request) {
  Problems none;
  InputState state;
  state.root = parsed(files, "scenario.toml");
  std::vector<Override> changes;
  if (request.variant) {
    const TomlNode variant = parsed(files, *request.variant);
    changes = overrides_of(variant, none);
    merge_variant(state.root, variant, none);
  }
  for (const auto& [path, value] : request.set) changes.push_back({path, value, {}});
  for (const Override& change : changes) {
    if (concerns_toml(change)) apply_to_toml(change, state.root, none);
  }
  leave_out(state.root, request.removed_measures);
  KeyBook keys;
  Decoder decoder(keys, none);
  state.tables = read_tables(files, state.root, read_settings(state.root, decoder), none);
  for (const Override& change : changes) {
    if (!concerns_toml(change)) apply_to_tables(change, state.tables, none);
  }
  for (auto& [name, table] : state.tables) table.index();
  return state;
}

}  // namespace railshift::scenario
