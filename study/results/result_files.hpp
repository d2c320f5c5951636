#pragma once
/// The files of a result and how they are known again: manifest.json lists every other file with its size and SHA-256, and ends with the
/// SHA-256 of its own text.
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "sim/core/files/file_hash.hpp"

namespace railshift::study {

inline constexpr const char* kManifest = "manifest.json";
/// First member of every manifest of ours.
inline constexpr const char* kResultFormat = "railshift result 1";

/// By path inside of the folder, parted by "/".
using FileList = std::map<std::string, FileRecord>;

/// Everything in the folder and below but the file of this name at its top: the list cannot list itself.
[[nodiscard]] FileList list_files(const std::filesystem::path& folder, const std::string& but);

/// A JSON object as text, with the list and the hash of the whole as its last members.
[[nodiscard]] std::string sealed(const std::string& json, const FileList& files);

/// A text that `sealed` has made, taken apart.
struct Sealed {
  std::string json;  ///< what was sealed, without the members that sealing adds
  FileList files;
};
/// What a text is that should be sealed.
enum class Seal : std::uint8_t { sound, broken, none };
/// `broken`: it was sealed once and is altered. Fills `content` if it is sound.
[[nodiscard]] Seal read_seal(const std::string& text, Sealed& content);

/// Where a folder differs from its list; file names in text order.
struct Differences {
  std::vector<std::string> missing;
  std::vector<std::string> changed;  ///< other size or SHA-256
  std::vector<std::string> unknown;  ///< not in the list
  [[nodiscard]] bool none() const { return missing.empty() && changed.empty() && unknown.empty(); }
};
[[nodiscard]] Differences compare_with(const std::filesystem::path& folder, const FileList& files, const std::string& but);

/// The last of them alone, without a look into any file.
[[nodiscard]] std::vector<std::string> unknown_files(const std::filesystem::path& folder, const FileList& files, const std::string& but);

/// What a folder is.
enum class FolderKind : std::uint8_t {
  result,            ///< its manifest is ours and sound
  damaged_manifest,  ///< ours once, but altered
  something_else
};
[[nodiscard]] FolderKind kind_of(const std::filesystem::path& folder, FileList& files);

/// Whether a file or folder lies, or would lie, in a folder of results, however deep; its manifest may be altered. Links are followed.
[[nodiscard]] bool lies_in_a_result(const std::filesystem::path& place);

}  // namespace railshift::study
