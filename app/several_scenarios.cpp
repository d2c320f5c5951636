#include "app/several_scenarios.hpp"

#include <algorithm>
#include <system_error>

#include "app/command.hpp"
#include "sim/core/both.hpp"

namespace railshift::app {

void refuse_twice(const std::vector<std::string>& folders) {
  for (std::size_t i = 0; i < folders.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      std::error_code ignored;  // of a folder that is not there, which is said when it is read
      if (folders[i] == folders[j] || std::filesystem::equivalent(folders[i], folders[j], ignored))
        throw UsageError{say(both("{} 写了两次；每个情景只写一次", "{} stands twice; name each scenario once", folders[i]))};
    }
  }
}

std::vector<std::string> labels_of(const std::vector<std::string>& folders, const std::vector<World>& worlds) {
  std::vector<std::string> labels;
  for (std::size_t i = 0; i < worlds.size(); ++i) {
    const std::string& id = worlds[i].settings.id;
    const auto same = std::count_if(worlds.begin(), worlds.end(), [&id](const World& world) { return world.settings.id == id; });
    labels.push_back(same > 1 ? folders[i] : id);
  }
  return labels;
}

}  // namespace railshift::app
