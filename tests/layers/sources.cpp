#include "tests/layers/sources.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace railshift::layers {
namespace {

namespace fs = std::filesystem;

/// The target of an include line, brackets kept, quotes dropped; empty for any other line.
std::string included_by(const std::string& line) {
  const auto start = line.find_first_not_of(" \t");
  if (start == std::string::npos || line.compare(start, 8, "#include") != 0) return {};
  const auto open = line.find_first_of("\"<", start + 8);
  if (open == std::string::npos) return {};
  const auto close = line.find(line[open] == '<' ? '>' : '"', open + 1);
  return line[open] == '<' ? line.substr(open, close - open + 1) : line.substr(open + 1, close - open - 1);
}

Source read(const fs::path& root, const fs::path& path) {
  Source source;
  source.path = fs::relative(path, root).generic_string();
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    source.lines.push_back(line);
    const std::string target = included_by(line);
    if (!target.empty()) source.includes.push_back({static_cast<int>(source.lines.size()), target});
  }
  return source;
}

}  // namespace

std::vector<Source> sources_under(const std::vector<std::string>& folders) {
  const fs::path root = RAILSHIFT_SOURCE_DIR;
  std::vector<Source> sources;
  for (const std::string& folder : folders) {
    const std::size_t before = sources.size();
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension == ".hpp" || extension == ".cpp") sources.push_back(read(root, entry.path()));
    }
    if (sources.size() == before) throw std::runtime_error("no source file under " + folder);
  }
  std::sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.path < b.path; });
  return sources;
}

}  // namespace railshift::layers
