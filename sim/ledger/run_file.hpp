#pragma once
/// run.gpkg: the ledger, the journal and a copy of every input in one SQLite file laid out as a GeoPackage; manifest.json is the commit
/// mark.
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/core/input_file.hpp"
#include "sim/ledger/spatial/spatial_layer.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::ledger {

/// How the run was asked for; enough to run it again.
struct RunRequest {
  std::string scenario_folder_name;           ///< last path component only: no machine paths in results
  std::string layer;                          ///< baseline | plan
  std::string variant;                        ///< path of the variant file among the inputs, or empty
  std::map<std::string, std::string> set;     ///< --set path -> value
  std::vector<std::string> removed_measures;  ///< measures left out on purpose (assess)
  std::uint32_t seed = 1;
  std::string until;              ///< YYYY-MM-DD or empty
  std::string kernel;             ///< ahead | step
  std::string engine = "events";  ///< events | months: what comes of months is an estimate
  [[nodiscard]] bool is_estimate() const { return engine == "months"; }
};

struct RunFile {
  RunRequest request;
  std::vector<InputFile> inputs;
  Ledger ledger;
};

/// Writes path.tmp, closes, renames. Link geometries from the world's nodes as a features layer; fold tables as attributes with integer
/// indices plus dimension tables (dim_flow, dim_site, ...) and one readable view a table; `layers` for maps (spatial_layer.hpp), which are
/// made of the ledger and not read back; `column_meaning` with what every column says. Throws std::runtime_error on disk errors.
void write_run_file(const std::filesystem::path& path, const World& world, const RunFile& run,
                    const std::vector<SpatialLayer>& layers = {});
/// Reads it back. Throws std::runtime_error with a sentence if the file is not a complete run file.
[[nodiscard]] RunFile read_run_file(const std::filesystem::path& path);

/// SHA-256 of each fold table's rows in key order (canonical text), by table name: what `manifest.json` and determinism tests compare.
[[nodiscard]] std::map<std::string, std::string> table_hashes(const Ledger& ledger);

}  // namespace railshift::ledger
