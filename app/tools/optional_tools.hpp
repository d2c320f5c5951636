#pragma once
/// Programs that railshift does without, and what each adds.
#include <optional>
#include <string>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::app {

/// One of them. Any of `programs` will do; the first that is there is asked.
struct OptionalTool {
  std::string name;
  std::vector<std::string> programs;
  std::vector<std::string> asked;  ///< words that make it say its version
  Words unlocks;
};
[[nodiscard]] const std::vector<OptionalTool>& optional_tools();

/// What stands on this machine of a tool.
struct FoundTool {
  std::string program;                 ///< path; empty: it is not there
  std::optional<std::string> version;  ///< as it says it
};
[[nodiscard]] FoundTool look_for(const OptionalTool& tool);

}  // namespace railshift::app
