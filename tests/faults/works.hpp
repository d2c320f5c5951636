#pragma once
/// Commands that write, each with what stands there before and where it writes.
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace railshift::faults {

/// What a command writes to: it is old or new as a whole.
struct Place {
  enum class Kind { file, result, scenario } kind;
  std::string name;  ///< inside the folder of the work
};

struct Work {
  std::string name;
  std::vector<std::string> words;  ///< of the command; "@" stands for the folder of the work
  std::vector<Place> places;
  std::function<void(const std::filesystem::path&)> prepare;  ///< makes in the folder what the command finds
};

[[nodiscard]] std::vector<Work> all_works();

}  // namespace railshift::faults
