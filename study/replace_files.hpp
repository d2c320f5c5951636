#pragma once
/// Several files at once: all are written beside their places before the first one takes the place of an old one.
#include <filesystem>
#include <string>
#include <vector>

namespace railshift::study {

struct NewFile {
  std::filesystem::path path;
  std::string bytes;
};

/// Throws if a file cannot be written; then none has been replaced.
void replace_files(const std::vector<NewFile>& files);

}  // namespace railshift::study
