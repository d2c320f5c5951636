#include "sim/scenario/load/load.hpp"

#include <algorithm>
#include <initializer_list>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/check/check_balances.hpp"
#include "sim/scenario/check/check_chains.hpp"
#include "sim/scenario/check/check_clauses.hpp"
#include "sim/scenario/check/check_completeness.hpp"
#include "sim/scenario/check/check_figures.hpp"
#include "sim/scenario/check/check_mileage.hpp"
#include "sim/scenario/check/check_operations.hpp"
#include "sim/scenario/check/check_orders.hpp"
#include "sim/scenario/check/check_paths.hpp"
#include "sim/scenario/check/check_pools.hpp"
#include "sim/scenario/check/check_rows.hpp"
#include "sim/scenario/check/check_size.hpp"
#include "sim/scenario/check/check_stations.hpp"
#include "sim/scenario/check/check_sums.hpp"
#include "sim/scenario/check/check_ways.hpp"
#include "sim/scenario/load/assemble.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/load/overrides.hpp"
#include "sim/scenario/load/read_tables.hpp"
#include "sim/scenario/load/taking_part.hpp"
#include "sim/scenario/measures/caveats.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/measures/target_readings.hpp"
#include "sim/scenario/measures/targets.hpp"
#include "sim/scenario/tables/readings.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "sim/scenario/uncertainty/patterns.hpp"
#include "sim/scenario/uncertainty/ranged_inputs.hpp"

namespace railshift::scenario {
namespace {

constexpr const char* kToml = "scenario.toml";

/// A file as it stands in the folder, wherever the folder lies: tables/flows.csv, ../parameters/values.csv.
std::string in_folder(const Files& files, const std::string& path) {
  return std::filesystem::path(path).lexically_proximate(files.display_root).generic_string();
}

/// The key of the variant file among the files.
std::string variant_key(const Files& files, const std::string& path) {
  return files.content.count(path) > 0 ? path : in_folder(files, path);
}

/// scenario.toml or a variant; `damaged` if it cannot be read at all.
TomlNode toml_of(const Files& files, const std::string& key, Problems& problems) {
  const auto text = text_of(files, key, "utf-8", problems);
  return text ? read_toml(*text, display_name(files, key), problems) : TomlNode{};
}

bool stays(const ReadMeasure& read, const LoadRequest& request, const std::set<std::string>& of_variant) {
  const Measure& m = read.measure;
  const auto& removed = request.removed_measures;
  if (!read.enabled || std::find(removed.begin(), removed.end(), m.id) != removed.end()) return false;
  return takes_part(m.id, m.layer, request.layer, of_variant);
}

std::set<std::string> measure_ids(const TomlNode& root) {
  std::set<std::string> ids;
  const TomlNode* list = root.find("measure");
  if (list == nullptr) return ids;
  for (const TomlNode& item : list->items) {
    if (const TomlNode* id = item.find("id")) ids.insert(id->text);
  }
  return ids;
}

class Loading {
 public:
  Loading(const Files& files, const LoadRequest& request) : files_(files), request_(request) {}

  Loaded run() {
    read_toml_files();
    for (const Override& change : changes_) {
      if (concerns_toml(change)) apply_to_toml(change, root_, problems_);
    }
    KeyBook none;
    Problems settings_problems;
    Decoder for_settings(none, settings_problems);
    settings_ = read_settings(root_, for_settings);
    settings_sound_ = settings_problems.empty() && period_is_there();
    for (const Problem& p : settings_problems.sorted()) problems_.add(p);
    read_tables();
    decode();
    return finish();
  }

 private:
  void read_toml_files() {
    root_ = toml_of(files_, kToml, problems_);
    report_sections();
    if (request_.variant) {
      const std::string key = variant_key(files_, *request_.variant);
      if (files_.content.count(key) == 0)
        problems_.add({{*request_.variant, 0, 0},
                       {"缺少该文件", "the file is missing"},
                       {"变体是一个文件", "the variant is a file"},
                       {"改正路径", "correct the path"},
                       Mistake::file});
      else
        variant_ = toml_of(files_, key, problems_);
      changes_ = overrides_of(variant_, problems_);
      // A variant's measures are changes too, and none of the base year.
      if (request_.changes == Changes::all) merge_variant(root_, variant_, problems_);
      if (variant_.kind == TomlNode::Kind::table && variant_.find("extends") == nullptr && !variant_.incomplete) {
        problems_.add({variant_.place,
                       {"缺少键“extends”", "key \"extends\" is missing"},
                       {"变体要写明它改的是哪个文件夹", "a variant names the folder it changes"},
                       {"补上 extends = \"..\"，路径从变体文件所在处算起", "add extends = \"..\", relative to the variant file"}});
      }
    }
    for (const auto& [path, value] : request_.set) changes_.push_back({path, value, {"--set " + path, 0, 0}});
    if (request_.changes == Changes::of_base_year) std::erase_if(changes_, [](const Override& c) { return !is_base_year_input(c.path); });
  }

  /// Values that were damaged in the text leave no problem behind when the section is read.
  [[nodiscard]] bool period_is_there() const {
    const TomlNode* section = root_.find("scenario");
    if (section == nullptr) return false;
    for (const char* key : {"start", "end", "base_year"}) {
      const TomlNode* node = section->find(key);
      if (node == nullptr || node->kind == TomlNode::Kind::damaged) return false;
    }
    return true;
  }

  [[nodiscard]] std::set<std::string> set_by_hand() const {
    std::set<std::string> paths;
    for (const Override& change : changes_) paths.insert(change.path);
    return paths;
  }

  void report_sections() {
    KeyBook none;
    Decoder decoder(none, problems_);
    report_unknown_keys(root_, {"scenario", "caveat", "measure", "target", "uncertainty"}, decoder);
  }

  void read_tables() {
    tables_ = scenario::read_tables(files_, root_, settings_, problems_);
    incomplete_ = incomplete_tables(tables_, problems_);
    for (const Override& change : changes_) {
      if (!concerns_toml(change)) apply_to_tables(change, tables_, problems_);
    }
    for (auto& [name, table] : tables_) {
      table.index();
      if (table.readable) drop_duplicates(table, problems_);
    }
  }

  void decode() {
    KeyBook keys = keys_of(tables_);
    for (const std::string& name : incomplete_) may_have_more(keys, name);
    Decoder decoder(keys, problems_);
    readings_ = read_all(tables_, decoder);
    world_ = assemble(readings_);
    world_.settings = settings_;
    take_measures(read_measures(root_, decoder));
    world_.targets = Table<Target>(read_targets(root_, decoder));
    world_.caveats = Table<Caveat>(read_caveats(root_, decoder));
    uncertainty_ = read_uncertainty(root_, decoder);
    const Sources sources{tables_, readings_, world_, settings_, settings_sound_};
    check_across_tables(sources, keys);
    if (!balances_can_be_judged()) return;
    world_.index();
    check_openings(sources, decoder);
    check_balances(sources, decoder);
    if (problems_.empty() && !request_.variant) check_clauses(sources, orders_, decoder);
    if (problems_.empty()) check_paths(sources, decoder);
    if (problems_.empty()) check_size(sources, decoder);
    if (problems_.empty()) check_reading_data(root_, world_, decoder);
    if (problems_.empty()) check_ways(sources, decoder);
    if (problems_.empty()) check_mileage(sources, decoder);
    if (problems_.empty()) check_orders(sources, decoder);
    // A variant may take the range of a number away: its groups are those of the folder, which was checked.
    if (problems_.empty() && !request_.variant)
      check_groups({tables_, root_, ranged_inputs(tables_, root_, measure_ids(root_)), set_by_hand()}, uncertainty_, decoder);
  }

  /// What a scenario must be like as a whole, as far as the tables that it shows in could be read.
  void check_across_tables(const Sources& sources, const KeyBook& keys) {
    Problems found;
    Decoder decoder(keys, found);
    const auto whole = [this](std::initializer_list<const char*> tables) {
      return std::none_of(tables.begin(), tables.end(), [this](const char* name) { return incomplete_.count(name) > 0; });
    };
    const bool scopes = whole({"firms", "commodities", "sites", "node", "sidings", "segments", "emission_factors"});
    if (scopes && toml_is_whole()) check_targets(root_, world_, decoder);
    if (toml_is_whole() && incomplete_.count("clauses") == 0) check_readings(root_, world_, decoder);
    if (scopes) check_observed(sources, decoder);
    if (whole({"node"}) && toml_is_whole()) check_area(root_, world_, decoder);
    check_rows(sources, decoder);
    if (whole({"flows", "chains", "sites", "commodities", "process_io"})) check_sums(sources, decoder);
    if (whole({"flows", "chains", "legs", "sites", "node", "sidings", "rail_sections"})) check_chains(sources, decoder);
    if (whole({"sites", "sidings", "stations_service"})) check_stations(sources, decoder);
    if (whole({"flows", "truck_classes", "segments", "register"})) check_pools(sources, decoder);
    if (whole({"flows", "sites", "link", "stations_service"})) check_operations(sources, decoder);
    if (whole({"flows", "chains", "truck_classes", "segments", "register", "outside_mix", "pools", "commodities", "emission_factors",
               "survival", "mileage", "purchase_shares"}))
      check_completeness(sources, decoder);
    std::set<std::string> half_read;
    for (const std::string& name : incomplete_) half_read.insert(tables_.at(name).file);
    problems_.take_from(std::move(found), [&half_read](const Problem& p) { return half_read.count(p.place.file) == 0; });
  }

  void take_measures(std::vector<ReadMeasure> all) {
    const std::set<std::string> of_variant = measure_ids(variant_);
    std::vector<std::string> ids;
    std::vector<Measure> kept;
    for (ReadMeasure& read : all) {
      ids.push_back(read.measure.id);
      if (read.measure.layer != Layer::what_if) orders_.push_back({read.measure.id, read.measure.clause});
      if (stays(read, request_, of_variant)) kept.push_back(std::move(read.measure));
    }
    world_.measures = Table<Measure>(std::move(kept));
    if (root_.kind != TomlNode::Kind::table || root_.incomplete) return;
    for (const std::string& id : request_.removed_measures) {
      if (std::find(ids.begin(), ids.end(), id) != ids.end()) continue;
      problems_.add({{"--without " + id, 0, 0},
                     both("没有与“{}”相符的措施", "\"{}\" matches nothing", id),
                     {"要写措施代码", "the id of a measure"},
                     hint(id, ids, both("已有代码：{}", "ids: {}", fmt::join(ids, ", ")))});
    }
  }

  [[nodiscard]] bool toml_is_whole() const {
    const auto& all = problems_.as_added();
    const std::set<std::string> files{root_.place.file, variant_.place.file};
    return root_.kind == TomlNode::Kind::table && std::none_of(all.begin(), all.end(), [&files](const Problem& p) {
             return p.mistake != Mistake::content && files.count(p.place.file) > 0;
           });
  }

  /// Balances rest on these tables only, so that mistakes elsewhere do not hide theirs.
  [[nodiscard]] bool balances_can_be_judged() const {
    if (!settings_sound_) return false;
    // Ids of rows that name nothing stay 0, which a table without rows does not have.
    const auto there = [&](const Chain& chain) { return chain.flow.index < world_.flows.size(); };
    if (!std::all_of(world_.chains.begin(), world_.chains.end(), there)) return false;
    std::set<std::string> behind;
    for (const char* name : {"commodities", "sites", "firms", "processes", "process_io", "flows", "profiles", "truck_classes"}) {
      if (!tables_.at(name).readable) return false;
      behind.insert(tables_.at(name).file);
    }
    const auto& all = problems_.as_added();
    return std::none_of(all.begin(), all.end(),
                        [&behind](const Problem& p) { return behind.count(p.place.file) > 0 || p.place.line == 0; });
  }

  Loaded finish() {
    Loaded loaded;
    for (const auto& [path, content] : files_.content) loaded.inputs.push_back({path, content, sha256_hex(content)});
    for (const Override& change : changes_) loaded.changes[change.path] = change.text;
    loaded.unusual = std::move(readings_.unusual);
    for (Unusual& found : loaded.unusual) found.file = in_folder(files_, found.file);
    if (problems_.empty()) {
      world_.index();
      std::set<std::string> taking_part;
      for (const Measure& measure : world_.measures) taking_part.insert(measure.id);
      loaded.ranged = ranged_inputs(tables_, root_, taking_part);
      loaded.uncertainty = uncertainty_of({tables_, root_, world_, loaded.ranged, set_by_hand()}, uncertainty_);
      loaded.world = std::move(world_);
    }
    loaded.problems = std::move(problems_);
    return loaded;
  }

  const Files& files_;
  const LoadRequest& request_;
  Problems problems_;
  TomlNode root_;
  TomlNode variant_;
  std::vector<Override> changes_;
  SettingsRow settings_;
  bool settings_sound_ = false;
  RawTables tables_;
  std::set<std::string> incomplete_;  ///< names of tables
  Readings readings_;
  std::vector<ClauseOrder> orders_;  ///< of baseline and plan
  std::vector<UncertaintyRow> uncertainty_;
  World world_;
};

}  // namespace

Loaded load(const Files& files, const LoadRequest& request) {
  if (!files.no_scenario) return Loading(files, request).run();
  Loaded none;
  none.problems.add(*files.no_scenario);
  return none;
}

Loaded load(const std::filesystem::path& folder, const LoadRequest& request) {
  Problems problems;
  std::optional<std::filesystem::path> variant;
  if (request.variant) variant = *request.variant;
  const Files files = read_files(folder, variant, problems);
  Loaded loaded = load(files, request);
  for (const Problem& p : problems.sorted()) loaded.problems.add(p);
  if (!loaded.problems.empty()) loaded.world.reset();
  return loaded;
}

}  // namespace railshift::scenario
