#pragma once
/// The project's own source files, read for rules that a compiler does not check.
#include <string>
#include <vector>

namespace railshift::layers {

struct Include {
  int line = 0;
  std::string target;  ///< "sim/core/date.hpp", or "<vector>" with its brackets
};

struct Source {
  std::string path;  ///< from the repository root
  std::vector<std::string> lines;
  std::vector<Include> includes;
  [[nodiscard]] bool header() const { return path.ends_with(".hpp"); }
  /// Whether the file lies in a folder ("sim/engine").
  [[nodiscard]] bool in(const std::string& folder) const { return path.starts_with(folder + "/"); }
};

/// All .hpp and .cpp files under these folders, sorted by path. Ends the test if a folder holds none.
[[nodiscard]] std::vector<Source> sources_under(const std::vector<std::string>& folders);

}  // namespace railshift::layers
