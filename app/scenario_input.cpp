#include "app/scenario_input.hpp"

#include <stdexcept>

#include <fmt/format.h>

#include "app/options.hpp"

namespace railshift::app {
void print_problems(const Problems& problems) {
  for (const Problem& p : problems.sorted()) fmt::print(stderr, "{}\n", to_string(p));
  fmt::print(stderr, fmt::runtime(say({"共 {} 处错误，未运行，未写任何文件\n", "{} error(s); nothing was run, nothing was written\n"})),
             problems.size());
}

std::optional<scenario::Loaded> load_or_explain(const std::filesystem::path& folder, const scenario::LoadRequest& request) {
  scenario::Loaded loaded = scenario::load(folder, request);
  if (loaded.problems.empty()) return loaded;
  print_problems(loaded.problems);
  return std::nullopt;
}

ledger::RunFile open_run(const std::filesystem::path& folder) {
  if (!std::filesystem::exists(folder / "manifest.json")) {
    throw UsageError{
        fmt::format(fmt::runtime(say({"{} 不是完整的运行结果（没有 manifest.json）", "{} is not a complete run (no manifest.json)"})),
                    folder.string())};
  }
  return ledger::read_run_file(folder / "run.gpkg");
}

World world_of(const ledger::RunFile& run) {
  scenario::Files files;
  files.display_root = run.request.scenario_folder_name;
  for (const InputFile& file : run.inputs) files.content[file.path] = file.content;
  scenario::LoadRequest request;
  request.layer = layer_of(run.request.layer);
  if (!run.request.variant.empty()) request.variant = run.request.variant;
  request.set = run.request.set;
  request.removed_measures = run.request.removed_measures;
  scenario::Loaded loaded = scenario::load(files, request);
  if (!loaded.world)
    throw std::runtime_error("the inputs kept in the run file no longer load: " + to_string(loaded.problems.sorted().front()));
  return std::move(*loaded.world);
}

Layer layer_of(const std::string& word) {
  if (word == "baseline") return Layer::baseline;
  if (word == "plan") return Layer::plan;
  throw UsageError{fmt::format(fmt::runtime(say({"--layer {}：只接受 baseline 或 plan", "--layer {}: baseline or plan"})), word)};
}

}  // namespace railshift::app
