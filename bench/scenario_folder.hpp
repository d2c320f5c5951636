#pragma once
/// A scenario folder that a benchmark writes: ordinary files, read by the ordinary loader.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::bench {

/// Cells of one row by column name; columns that are left out are empty.
using Cells = std::map<std::string, std::string>;

class ScenarioFolder {
 public:
  /// A folder among the temporary files that goes with its owner. Parameters are copied from the shared parameter tables.
  ScenarioFolder();
  /// A folder that stays.
  explicit ScenarioFolder(std::filesystem::path path);
  ~ScenarioFolder();
  ScenarioFolder(const ScenarioFolder&) = delete;
  ScenarioFolder& operator=(const ScenarioFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  /// Adds a row to a table of the schema; `standing` and `reason` are filled in where the table has them.
  void add(const std::string& table, Cells cells);
  /// Writes every table of the schema (header only where no row was added) and scenario.toml.
  void write(const std::string& scenario_toml) const;

 private:
  void prepare() const;

  std::filesystem::path path_;
  bool temporary_ = false;
  std::map<std::string, std::vector<Cells>> rows_;
};

/// The world of a folder. Throws std::runtime_error with the loader's first problem.
[[nodiscard]] World load_world(const std::filesystem::path& folder);

}  // namespace railshift::bench
