#include "app/scenario_input.hpp"

#include <fmt/format.h>

#include "app/command.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace {

/// Whoever has more mistakes than this corrects their cause first.
constexpr std::size_t kMostShown = 200;

}  // namespace

void print_problems(const Problems& problems) {
  const std::vector<Problem> shown = problems.first(kMostShown);
  for (const Problem& problem : shown) fmt::print(stderr, "{}\n", to_string(problem, language()));
  if (problems.size() > shown.size())
    fmt::print(stderr, fmt::runtime(say({"另有 {} 处未列出\n", "and {} more\n"})), problems.size() - shown.size());
  fmt::print(stderr, fmt::runtime(say({"共 {} 处错误，未运行，未写任何文件\n", "{} error(s); nothing was run, nothing was written\n"})),
             problems.size());
}

std::optional<scenario::Loaded> load_or_explain(const std::filesystem::path& folder, const scenario::LoadRequest& request) {
  scenario::Loaded loaded = scenario::load(folder, request);
  if (loaded.problems.empty()) return loaded;
  print_problems(loaded.problems);
  return std::nullopt;
}

std::optional<scenario::Files> files_or_explain(const std::filesystem::path& folder) {
  Problems problems;
  scenario::Files files = scenario::read_files(folder, std::nullopt, problems);
  const scenario::Loaded loaded = scenario::load(files, {});
  for (const Problem& problem : loaded.problems.sorted()) problems.add(problem);
  if (problems.empty()) return files;
  print_problems(problems);
  return std::nullopt;
}

Layer layer_of(const std::string& word) {
  const auto layer = study::layer_named(word);
  if (!layer)
    throw UsageError{fmt::format(fmt::runtime(say({"--layer {}：只接受 baseline 或 plan", "--layer {}: baseline or plan"})), word)};
  return *layer;
}

}  // namespace railshift::app
