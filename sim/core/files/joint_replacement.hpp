#pragma once
/// Several files that change together: all or none, whatever happens in between. A journal in their folder says what is to be put in place;
/// whoever opens the folder next finishes it.
#include <filesystem>
#include <string>
#include <vector>

#include "sim/core/files/file_lock.hpp"

namespace railshift {

struct NewFile {
  std::filesystem::path path;  ///< from the folder that changes: "tables/flows.csv", "../parameters/values.csv"
  std::string bytes;
};

/// While it lives no other process changes the files of the folder. Throws Refused if another one is at it.
class FolderChange {
 public:
  /// Finishes what an earlier one left, and clears away what one that never began has left.
  explicit FolderChange(const std::filesystem::path& folder);
  /// Until the journal is on the disk an error leaves everything as it was; afterwards the next `finish_change` goes on, in whatever
  /// process.
  void replace(const std::vector<NewFile>& files);

 private:
  std::filesystem::path folder_;
  FileLock lock_;
};

/// Finishes what an interrupted FolderChange began in this folder or, with it as one of several, in another; nothing if there is none.
/// Throws Refused while another process is changing the folder, or if a file is neither the old nor the new one.
void finish_change(const std::filesystem::path& folder);

}  // namespace railshift
