#include "bench/scenario_folder.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "sim/core/csv.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/tables/all_tables.hpp"

namespace railshift::bench {
namespace {

namespace fs = std::filesystem;

void write_table(const fs::path& file, const scenario::TableSpec& spec, const std::vector<Cells>& rows) {
  std::ofstream out(file);
  for (std::size_t i = 0; i < spec.fields.size(); ++i) out << (i > 0 ? "," : "") << spec.fields[i].name;
  out << '\n';
  for (const Cells& cells : rows) {
    for (std::size_t i = 0; i < spec.fields.size(); ++i) {
      const auto cell = cells.find(spec.fields[i].name);
      out << (i > 0 ? "," : "") << (cell == cells.end() ? "" : csv_cell(cell->second));
    }
    out << '\n';
  }
  if (!out) throw std::runtime_error("cannot write " + file.string());
}

bool has_column(const std::string& table, const std::string& column) {
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    if (spec.name != table) continue;
    return std::any_of(spec.fields.begin(), spec.fields.end(), [&](const auto& field) { return field.name == column; });
  }
  throw std::invalid_argument("no such table: " + table);
}

}  // namespace

ScenarioFolder::ScenarioFolder() : temporary_(true) {
  std::string name = (fs::temp_directory_path() / "railshift-bench-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  path_ = name;
  prepare();
}

ScenarioFolder::ScenarioFolder(fs::path path) : path_(std::move(path)) { prepare(); }

ScenarioFolder::~ScenarioFolder() {
  std::error_code ignored;
  if (temporary_) fs::remove_all(path_, ignored);
}

void ScenarioFolder::prepare() const {
  for (const char* part : {"tables", "network"}) fs::create_directories(path_ / part);
  fs::copy(fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / "parameters", path_ / "parameters",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
}

void ScenarioFolder::add(const std::string& table, Cells cells) {
  if (has_column(table, "standing")) {
    cells.emplace("standing", "derived_from_assumed");
    cells.emplace("reason", "invented: a round number for a benchmark");
  }
  rows_[table].push_back(std::move(cells));
}

void ScenarioFolder::write(const std::string& scenario_toml) const {
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    if (spec.folder == scenario::Folder::parameters) continue;
    const auto rows = rows_.find(spec.name);
    write_table(path_ / spec.path(""), spec, rows == rows_.end() ? std::vector<Cells>{} : rows->second);
  }
  std::ofstream(path_ / "scenario.toml") << scenario_toml;
}

World load_world(const fs::path& folder) {
  scenario::Loaded loaded = scenario::load(folder, {});
  if (!loaded.world) throw std::runtime_error("the generated scenario has problems: " + to_string(loaded.problems.sorted().front()));
  return std::move(*loaded.world);
}

}  // namespace railshift::bench
