#pragma once
/// Commands about several scenario folders at once.
#include <filesystem>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::app {

/// UsageError for a folder that stands twice.
void refuse_twice(const std::vector<std::string>& folders);
/// What each is called beside the others: its id, or the folder as it was typed where two have one id.
[[nodiscard]] std::vector<std::string> labels_of(const std::vector<std::string>& folders, const std::vector<World>& worlds);

}  // namespace railshift::app
