#include "sim/core/files/pending_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include "sim/core/files/file_lock.hpp"
#include "sim/core/refused.hpp"

namespace railshift {
namespace fs = std::filesystem;
namespace {

bool is_stream(const fs::path& place) {
  std::error_code ignored;
  const fs::file_status status = fs::status(place, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

fs::path beside(const fs::path& place) { return folder_of(place) / ("." + place.filename().string() + ".railshift-partial"); }

/// A new file has the rights of the one that it replaces.
void keep_rights(const Descriptor& file, const fs::path& place) {
  struct stat old {};
  if (::stat(place.c_str(), &old) == 0 && ::fchmod(file.number(), old.st_mode & 07777) != 0) cannot(FileAct::write, place);
}

}  // namespace

PendingFile::PendingFile(fs::path place) : place_(std::move(place)) {
  if (is_stream(place_)) {
    unfinished_ = place_;
    return;
  }
  if (fs::is_symlink(place_)) place_ = fs::weakly_canonical(place_);
  unfinished_ = beside(place_);
  auto file = open_alone(unfinished_);
  if (!file) throw Refused{{{"另一次运行正在写 " + place_.string(), "another run is writing " + place_.string()}}};
  lock_ = std::move(*file);
}

PendingFile::~PendingFile() {
  if (lock_.open() && leads_to(unfinished_, lock_)) ::unlink(unfinished_.c_str());
}

void PendingFile::take_place() {
  if (!lock_.open()) return;
  keep_rights(lock_, place_);
  sync_to_disk(unfinished_);
  if (::rename(unfinished_.c_str(), place_.c_str()) != 0) cannot(FileAct::write, place_);
  lock_ = Descriptor();
  sync_to_disk(folder_of(place_));
}

void replace_file(const fs::path& place, std::string_view bytes) {
  PendingFile file(place);
  write_file(file.unfinished(), bytes);
  file.take_place();
}

}  // namespace railshift
