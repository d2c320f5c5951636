#include "study/stored_run.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "sim/scenario/load/load.hpp"
#include "study/refused.hpp"

namespace railshift::study {

ledger::RunFile open_run(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "manifest.json")) {
    throw Refused{{{fmt::format("{} 不是完整的运行结果（没有 manifest.json）", folder.string()),
                    fmt::format("{} is not a complete run (no manifest.json)", folder.string())}}};
  }
  return ledger::read_run_file(folder / "run.gpkg");
}

World world_of(const ledger::RunFile& run) {
  scenario::Files files;
  files.display_root = run.request.scenario_folder_name;
  for (const InputFile& file : run.inputs) files.content[file.path] = file.content;
  const auto layer = layer_named(run.request.layer);
  if (!layer) throw std::runtime_error("the run file names no layer that there is: " + run.request.layer);
  scenario::LoadRequest request;
  request.layer = *layer;
  if (!run.request.variant.empty()) request.variant = run.request.variant;
  request.set = run.request.set;
  request.removed_measures = run.request.removed_measures;
  scenario::Loaded loaded = scenario::load(files, request);
  if (!loaded.world)
    throw std::runtime_error("the inputs kept in the run file no longer load: " + to_string(loaded.problems.sorted().front()));
  return std::move(*loaded.world);
}

std::optional<Layer> layer_named(const std::string& word) {
  for (const Layer layer : {Layer::baseline, Layer::plan}) {
    if (name_of(layer) == word) return layer;
  }
  return std::nullopt;
}

std::string name_of(Layer layer) { return std::string(to_text(layer)); }

}  // namespace railshift::study
