#pragma once
/// A folder for figures between two steps of a study, gone with the object.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

namespace railshift::study {

class WorkFolder {
 public:
  WorkFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "railshift-study-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr)
      throw Failed(both("无法在 {} 中建立文件夹", "cannot make a folder in {}", std::filesystem::temp_directory_path().string()));
    path_ = pattern;
  }
  ~WorkFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace railshift::study
