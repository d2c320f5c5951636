#include "sim/core/files/file_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <stdexcept>
#include <system_error>
#include <utility>

namespace railshift {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;
constexpr mode_t kFileMode = 0666;

void write_all(int file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) cannot("write", path);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

}  // namespace

void cannot(const char* what, const fs::path& file) {
  const int code = errno;
  throw std::runtime_error(std::string("cannot ") + what + " " + file.string() + ": " + std::generic_category().message(code));
}

Descriptor::~Descriptor() {
  if (open()) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

FileStream::FileStream(const fs::path& path)
    : path_(path), file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kFileMode)) {
  if (!file_.open()) cannot("write", path);
}

void FileStream::write(std::string_view bytes) {
  buffer_ += bytes;
  if (buffer_.size() < kBufferBytes) return;
  write_all(file_.number(), buffer_, path_);
  buffer_.clear();
}

void FileStream::close() {
  write_all(file_.number(), buffer_, path_);
  buffer_.clear();
  if (::close(std::exchange(file_, Descriptor()).number()) != 0) cannot("write", path_);
}

void write_file(const fs::path& path, std::string_view bytes) {
  FileStream file(path);
  file.write(bytes);
  file.close();
}

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) cannot("read", path);
  std::string bytes;
  std::array<char, 1 << 16> block{};
  while (true) {
    const ssize_t got = ::read(file.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot("read", path);
    if (got == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
}

void sync_to_disk(const fs::path& file_or_folder) {
  const Descriptor file(::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) cannot("write to disk", file_or_folder);
  while (::fsync(file.number()) != 0) {
    if (errno == EINTR) continue;
    if (errno == EINVAL || errno == ENOTSUP) return;
    cannot("write to disk", file_or_folder);
  }
}

void sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_symlink() && (entry.is_regular_file() || entry.is_directory())) sync_to_disk(entry.path());
  }
  sync_to_disk(folder);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) cannot("rename to", to);
  sync_to_disk(folder_of(to));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

}  // namespace railshift
