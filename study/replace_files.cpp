#include "study/replace_files.hpp"

#include "study/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;

void replace_files(const std::vector<NewFile>& files) {
  std::vector<std::pair<fs::path, fs::path>> renames;
  try {
    for (const NewFile& file : files) {
      fs::path partial = file.path;
      partial += ".partial";
      if (file.path.has_parent_path()) fs::create_directories(file.path.parent_path());
      renames.emplace_back(partial, file.path);
      write_text(partial, file.bytes);
    }
  } catch (...) {
    std::error_code ignored;
    for (const auto& [partial, path] : renames) fs::remove(partial, ignored);
    throw;
  }
  for (const auto& [partial, path] : renames) fs::rename(partial, path);
}

}  // namespace railshift::study
