#include "sim/scenario/load/no_scenario.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace railshift::scenario {
namespace {

namespace fs = std::filesystem;

constexpr const char* kScenarioFile = "scenario.toml";
constexpr std::size_t kNamed = 5;

bool has_toml(const fs::path& folder) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(folder / kScenarioFile, ignored));
}

/// Manifests of results begin so (study/results/result_files.hpp, which stands above this layer).
bool is_result(const fs::path& folder) {
  std::string beginning(200, '\0');
  std::ifstream manifest(folder / "manifest.json", std::ios::binary);
  manifest.read(beginning.data(), static_cast<std::streamsize>(beginning.size()));
  return beginning.find("\"format\": \"railshift result ") != std::string::npos;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder, fs::directory_options::skip_permission_denied, ignored)) {
    if (entry.is_directory(ignored)) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<fs::path> scenarios_in(const fs::path& folder) {
  std::vector<fs::path> found = folders_in(folder);
  std::erase_if(found, [](const fs::path& inside) { return !has_toml(inside); });
  return found;
}

/// In it, or else one folder deeper.
std::vector<fs::path> scenarios_below(const fs::path& folder) {
  std::vector<fs::path> found = scenarios_in(folder);
  if (!found.empty()) return found;
  for (const fs::path& inside : folders_in(folder)) {
    for (fs::path& deeper : scenarios_in(inside)) found.push_back(std::move(deeper));
  }
  return found;
}

/// Paths as the user writes them: from the working folder, unless the one that was given is absolute.
class Advice {
 public:
  explicit Advice(const fs::path& given) : absolute_(given.is_absolute()), folder_(fs::weakly_canonical(fs::absolute(given))) {
    if (!folder_.has_filename()) folder_ = folder_.parent_path();
  }

  [[nodiscard]] Words text() const {
    if (const auto above = from_above()) return *above;
    std::error_code ignored;
    const auto below = fs::is_directory(folder_, ignored) ? scenarios_below(folder_) : std::vector<fs::path>{};
    if (!below.empty())
      return below.size() == 1 ? both("写其中的情景：{}", "name the scenario in it: {}", listed(below))
                               : both("写其中一个情景：{}", "name one of the scenarios in it: {}", listed(below));
    const auto beside = scenarios_in(folder_.parent_path());
    if (const auto meant = meant_by_name(beside)) return both("是否指 {}？", "did you mean {}?", *meant);
    if (!beside.empty()) return both("写一个情景，如旁边的：{}", "name a scenario, such as those beside it: {}", listed(beside));
    return {"改正路径，或用 railshift new 新建情景", "correct the path, or begin a scenario with railshift new"};
  }

 private:
  [[nodiscard]] std::optional<Words> from_above() const {
    int up = 1;
    for (fs::path above = folder_.parent_path(); above != above.parent_path(); above = above.parent_path(), ++up) {
      if (!has_toml(above)) continue;
      return up == 1 ? both("情景在上一层文件夹：{}", "the scenario is one folder up: {}", shown(above))
                     : both("情景在上 {} 层文件夹：{}", "the scenario is {} folders up: {}", up, shown(above));
    }
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::string> meant_by_name(const std::vector<fs::path>& beside) const {
    std::vector<std::string> names;
    for (const fs::path& scenario : beside) names.push_back(scenario.filename().string());
    const auto near = nearest(folder_.filename().string(), names);
    return near ? std::optional(shown(folder_.parent_path() / *near)) : std::nullopt;
  }

  [[nodiscard]] std::string shown(const fs::path& path) const { return (absolute_ ? path : fs::proximate(path)).generic_string(); }

  [[nodiscard]] std::string listed(const std::vector<fs::path>& scenarios) const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(kNamed, scenarios.size()); ++i) names.push_back(shown(scenarios[i]));
    return fmt::format("{}{}", fmt::join(names, ", "), scenarios.size() > kNamed ? ", ..." : "");
  }

  bool absolute_;
  fs::path folder_;
};

}  // namespace

std::optional<Problem> no_scenario(const fs::path& folder) {
  if (has_toml(folder)) return std::nullopt;
  const std::string name = folder.generic_string();
  const auto problem = [&](const Words& found, const Words& accept) {
    return Problem{
        {name, 0, 0}, found, {"情景是含有 scenario.toml 的文件夹", "a scenario is a folder with scenario.toml"}, accept, Mistake::file};
  };
  std::error_code ignored;
  const auto status = fs::status(folder, ignored);
  if (!fs::exists(status)) return problem({"没有这个文件夹", "there is no such folder"}, Advice(folder).text());
  if (!fs::is_directory(status)) return problem({"这是文件，不是文件夹", "it is a file, not a folder"}, Advice(folder).text());
  if (is_result(folder))
    return problem({"这是结果文件夹", "it is a folder of results"},
                   {"写生成该结果的情景；读结果用 railshift audit",
                    "name the scenario that they were made from; railshift audit is what reads results"});
  return problem({"这里没有 scenario.toml", "there is no scenario.toml here"}, Advice(folder).text());
}

}  // namespace railshift::scenario
