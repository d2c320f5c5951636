#pragma once
/// The folder of a result while it is made. It is absent, old or new, and whole at every moment: the new one is written beside its place
/// (`<out>.partial`) and takes it by a rename. Two runs never write into one folder.
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/files/file_lock.hpp"
#include "sim/core/language.hpp"

namespace railshift::study {

enum class Replace : std::uint8_t { no, yes };
/// What an interrupted run left beside the place.
enum class Leftovers : std::uint8_t { clear, keep };

/// The path that ends with the folder's own name: `DIR/` and `DIR/.` are DIR, `.` and `..` what they stand for.
[[nodiscard]] std::filesystem::path by_name(std::filesystem::path folder);

class ResultFolder {
 public:
  /// The place must be free: absent, an empty folder, or, with Replace::yes, a result of ours (results/result_files.hpp) with nothing else
  /// in it. A link is followed. A finished result that lies beside a vacant place takes it first, and none is cleared away unless a whole
  /// one stands. Throws Refused, also while another process makes results there; the lock ends with this object or process.
  ResultFolder(const std::filesystem::path& out, Replace replace, Leftovers leftovers = Leftovers::clear);

  /// Where the new result is written; exists, empty unless leftovers are kept.
  [[nodiscard]] const std::filesystem::path& partial() const { return partial_; }
  /// Brings the new result to the disk and to its place; the old one goes last. Throws std::runtime_error; the new result then stays where
  /// it was written, and the old one where it was.
  void finish();

 private:
  std::filesystem::path out_;
  std::filesystem::path partial_;
  Replace replace_;
  std::optional<FileLock> lock_;
};

/// For readers: if the place is vacant (absent or an empty folder) because a process was cut off before its last rename or between the
/// two of a replacement, the new result, or else the old one, gets it. Never removes anything that is not replaced by a whole result.
void repair(const std::filesystem::path& out);

}  // namespace railshift::study
