#include "sim/scenario/difference/input_state.hpp"

#include <algorithm>
#include <set>

#include "sim/scenario/load/overrides.hpp"
#include "sim/scenario/load/read_tables.hpp"
#include "sim/scenario/load/taking_part.hpp"
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

std::set<std::string> ids_of_measures(const TomlNode& root) {
  std::set<std::string> ids;
  const TomlNode* list = root.find("measure");
  if (list == nullptr) return ids;
  for (const TomlNode& measure : list->items) {
    if (const TomlNode* id = measure.find("id")) ids.insert(id->text);
  }
  return ids;
}

/// 基准 and baseline.
std::optional<Layer> layer_of_measure(const TomlNode& measure) {
  const TomlNode* layer = measure.find("layer");
  if (layer == nullptr) return std::nullopt;
  for (const Word& word : words_of<Layer>()) {
    if (word.text == layer->text || std::find(word.zh.begin(), word.zh.end(), layer->text) != word.zh.end())
      return static_cast<Layer>(word.value);
  }
  return std::nullopt;
}

void add_member(TomlNode& table, const char* key, TomlNode::Kind kind, const std::string& text) {
  TomlNode value;
  value.kind = kind;
  value.text = text;
  table.members.push_back({key, {}, std::move(value)});
}

/// The layer of the run, and which measures take part in it.
void add_layer(TomlNode& root, Layer run, const std::set<std::string>& of_variant) {
  if (TomlNode* section = root.find("scenario")) add_member(*section, kLayerOfRun, TomlNode::Kind::text, std::string(to_text(run)));
  TomlNode* list = root.find("measure");
  if (list == nullptr) return;
  for (TomlNode& measure : list->items) {
    const TomlNode* id = measure.find("id");
    const auto layer = layer_of_measure(measure);
    if (id == nullptr || !layer) continue;
    const bool acts = takes_part(id->text, *layer, run, of_variant);
    add_member(measure, kTakesPart, TomlNode::Kind::boolean, acts ? "true" : "false");
  }
}

}  // namespace

InputState input_state(const Files& files, const LoadRequest& request, const AskedOfRun& asked) {
  Problems none;
  InputState state;
  state.root = parsed(files, "scenario.toml");
  std::vector<Override> changes;
  std::set<std::string> of_variant;
  if (request.variant) {
    const TomlNode variant = parsed(files, *request.variant);
    changes = overrides_of(variant, none);
    of_variant = ids_of_measures(variant);
    merge_variant(state.root, variant, none);
  }
  for (const auto& [path, value] : request.set) changes.push_back({path, value, {}});
  if (asked.seed) changes.push_back({"scenario.seed", std::to_string(*asked.seed), {}});
  if (asked.end) changes.push_back({"scenario.end", *asked.end, {}});
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
  add_layer(state.root, request.layer, of_variant);
  return state;
}

}  // namespace railshift::scenario
