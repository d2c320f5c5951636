#include "study/results/result_files.hpp"

#include <unistd.h>

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "sim/core/files/file_bytes.hpp"
#include "sim/core/input_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kFilesKey = ",\n \"files\": {";
constexpr std::string_view kSealKey = ",\n \"manifest_sha256\": \"";
constexpr std::string_view kSealEnd = "\"\n}\n";
constexpr std::size_t kHashLength = 64;

std::string files_text(const FileList& files) {
  std::string text(kFilesKey);
  const char* separator = "\n";
  for (const auto& [name, file] : files) {
    text += fmt::format("{}  {}: {{\"bytes\": {}, \"sha256\": \"{}\"}}", separator, nlohmann::json(name).dump(), file.bytes, file.sha256);
    separator = ",\n";
  }
  return text + (files.empty() ? "}" : "\n }");
}

/// Paths inside of the folder, of everything that is no folder.
std::vector<std::string> names_below(const fs::path& folder, const std::string& but) {
  std::vector<std::string> names;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().lexically_relative(folder).generic_string();
    if ((entry.is_symlink() || !entry.is_directory()) && name != but) names.push_back(name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

bool is_as_listed(const fs::path& file, const FileRecord& record) {
  std::error_code error;
  return fs::is_regular_file(fs::symlink_status(file, error)) && fs::file_size(file, error) == record.bytes && !error &&
         record_of(file) == record;
}

}  // namespace

FileList list_files(const fs::path& folder, const std::string& but) {
  FileList files;
  for (const std::string& name : names_below(folder, but)) files.emplace(name, record_of(folder / name));
  return files;
}

std::string sealed(const std::string& json, const FileList& files) {
  const std::string text = json.substr(0, json.rfind("\n}")) + files_text(files);
  return text + std::string(kSealKey) + sha256_hex(text) + std::string(kSealEnd);
}

Seal read_seal(const std::string& text, Sealed& content) {
  const auto seal = text.rfind(kSealKey);
  const auto list = text.rfind(kFilesKey, seal);
  if (seal == std::string::npos || list == std::string::npos)
    return text.find("\"railshift result ") == std::string::npos ? Seal::none : Seal::broken;
  const std::string body = text.substr(0, seal);
  const bool whole = text.size() == seal + kSealKey.size() + kHashLength + kSealEnd.size() && text.ends_with(kSealEnd);
  if (!whole || text.substr(seal + kSealKey.size(), kHashLength) != sha256_hex(body)) return Seal::broken;
  content.json = text.substr(0, list) + "\n}\n";
  content.files.clear();
  const nlohmann::json parsed = nlohmann::json::parse(text);
  for (const auto& [name, file] : parsed.at("files").items()) content.files[name] = {file.at("bytes"), file.at("sha256")};
  return Seal::sound;
}

Differences compare_with(const fs::path& folder, const FileList& files, const std::string& but) {
  Differences found;
  const std::vector<std::string> present = names_below(folder, but);
  for (const auto& [name, record] : files) {
    if (!std::binary_search(present.begin(), present.end(), name))
      found.missing.push_back(name);
    else if (!is_as_listed(folder / name, record))
      found.changed.push_back(name);
  }
  found.unknown = unknown_files(folder, files, but);
  return found;
}

std::vector<std::string> unknown_files(const fs::path& folder, const FileList& files, const std::string& but) {
  std::vector<std::string> names = names_below(folder, but);
  std::erase_if(names, [&files](const std::string& name) { return files.count(name) > 0; });
  return names;
}

FolderKind kind_of(const fs::path& folder, FileList& files) {
  std::error_code error;
  if (!fs::is_regular_file(folder / kManifest, error)) return FolderKind::something_else;
  const std::string text = read_file(folder / kManifest);
  Sealed content;
  switch (read_seal(text, content)) {
    case Seal::none:
      return FolderKind::something_else;
    case Seal::broken:
      return FolderKind::damaged_manifest;
    case Seal::sound:
      break;
  }
  if (!text.starts_with(std::string("{\n \"format\": \"") + kResultFormat + "\"")) return FolderKind::something_else;
  files = std::move(content.files);
  return FolderKind::result;
}

bool lies_in_a_result(const fs::path& place) {
  FileList files;
  for (fs::path here = fs::weakly_canonical(fs::absolute(place)); here != here.parent_path(); here = here.parent_path()) {
    const fs::path above = here.parent_path();
    // What others keep from us is not ours.
    if (::access((above / kManifest).c_str(), R_OK) == 0 && kind_of(above, files) != FolderKind::something_else) return true;
  }
  return false;
}

}  // namespace railshift::study
