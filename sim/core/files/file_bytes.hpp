#pragma once
/// Bytes into files and out of them. Every error of the system is noticed and said: Failed names the file and the cause.
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace railshift {

/// An open file of this process, closed with the object.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor();
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  Descriptor(Descriptor&& other) noexcept;
  Descriptor& operator=(Descriptor&& other) noexcept;
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

enum class FileAct : std::uint8_t { read, write, write_to_disk, rename_to, lock, remove, replace };
/// The error of the last call of the system, as "cannot write FILE: cause" (Failed).
[[noreturn]] void cannot(FileAct act, const std::filesystem::path& file);

/// A file that is written from its beginning, in pieces.
class FileStream {
 public:
  explicit FileStream(const std::filesystem::path& path);
  void write(std::string_view bytes);
  /// Hands everything to the system; call it before the file counts as written.
  void close();

 private:
  std::filesystem::path path_;
  Descriptor file_;
  std::string buffer_;
};

void write_file(const std::filesystem::path& path, std::string_view bytes);
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Comes back when a file, or the names in a folder, would survive a power failure. File systems that cannot promise it are not asked to.
void sync_to_disk(const std::filesystem::path& file_or_folder);
/// The same for a folder with all that lies in it.
void sync_tree(const std::filesystem::path& folder);
/// Renames and makes the new name last.
void rename_durably(const std::filesystem::path& from, const std::filesystem::path& to);
/// The folder in which a path lies: "." for a bare name.
[[nodiscard]] std::filesystem::path folder_of(const std::filesystem::path& path);

}  // namespace railshift
