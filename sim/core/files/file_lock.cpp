#include "sim/core/files/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace railshift {

bool leads_to(const std::filesystem::path& path, const Descriptor& file) {
  struct stat there {};
  struct stat open {};
  return ::stat(path.c_str(), &there) == 0 && ::fstat(file.number(), &open) == 0 && there.st_dev == open.st_dev &&
         there.st_ino == open.st_ino;
}

std::optional<Descriptor> open_alone(const std::filesystem::path& path) {
  while (true) {
    Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file.open()) cannot(FileAct::write, path);
    if (::flock(file.number(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK) return std::nullopt;
      cannot(FileAct::lock, path);
    }
    // Whoever held it before may have removed the file between the two calls: then this is a lock on a file without a name.
    if (leads_to(path, file)) return file;
  }
}

std::optional<FileLock> FileLock::take(const std::filesystem::path& path) {
  auto file = open_alone(path);
  if (!file) return std::nullopt;
  return FileLock(path, std::move(*file));
}

FileLock::~FileLock() {
  if (file_.open() && leads_to(path_, file_)) ::unlink(path_.c_str());
}

}  // namespace railshift
