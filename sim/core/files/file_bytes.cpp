#include "sim/core/files/file_bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"

namespace railshift {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kBufferBytes = 1 << 20;
constexpr mode_t kFileMode = 0666;

void write_all(int file, std::string_view bytes, const fs::path& path) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(file, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) cannot(FileAct::write, path);
    bytes.remove_prefix(static_cast<std::size_t>(done));
  }
}

Words words_of(FileAct act) {
  switch (act) {
    case FileAct::read:
      return {"读取", "read"};
    case FileAct::write:
      return {"写入", "write"};
    case FileAct::write_to_disk:
      return {"存盘", "write to disk"};
    case FileAct::rename_to:
      return {"改名为", "rename to"};
    case FileAct::lock:
      return {"锁定", "lock"};
    case FileAct::remove:
      return {"删除", "remove"};
    case FileAct::replace:
      return {"替换", "replace"};
  }
  RAILSHIFT_EXPECTS(false, "an act has words");
}

}  // namespace

void cannot(FileAct act, const fs::path& file) {
  const std::string cause = std::generic_category().message(errno);
  throw Failed(both("无法{} {}：{}", "cannot {} {}: {}", words_of(act), file.string(), cause));
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
  if (!file_.open()) cannot(FileAct::write, path);
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
  if (::close(std::exchange(file_, Descriptor()).number()) != 0) cannot(FileAct::write, path_);
}

void write_file(const fs::path& path, std::string_view bytes) {
  FileStream file(path);
  file.write(bytes);
  file.close();
}

std::string read_file(const fs::path& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) cannot(FileAct::read, path);
  std::string bytes;
  std::array<char, 1 << 16> block{};
  while (true) {
    const ssize_t got = ::read(file.number(), block.data(), block.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) cannot(FileAct::read, path);
    if (got == 0) return bytes;
    bytes.append(block.data(), static_cast<std::size_t>(got));
  }
}

void sync_to_disk(const fs::path& file_or_folder) {
  const Descriptor file(::open(file_or_folder.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file.open()) cannot(FileAct::write_to_disk, file_or_folder);
  while (::fsync(file.number()) != 0) {
    if (errno == EINTR) continue;
    if (errno == EINVAL || errno == ENOTSUP) return;
    cannot(FileAct::write_to_disk, file_or_folder);
  }
}

void sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_symlink() && (entry.is_regular_file() || entry.is_directory())) sync_to_disk(entry.path());
  }
  sync_to_disk(folder);
}

void rename_durably(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) cannot(FileAct::rename_to, to);
  sync_to_disk(folder_of(to));
}

fs::path folder_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

}  // namespace railshift
