#include "study/results/own_program.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <cstdlib>
#include <optional>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "sim/core/failed.hpp"
#include "sim/core/input_file.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kStarted = "/proc/self/exe";

/// The path of a line of /proc/self/maps ("start-end flags offset device inode   path"); nothing if the address lies elsewhere.
std::optional<std::string> path_at(const std::string& line, std::uintptr_t address) {
  std::istringstream words(line);
  std::string range, flags, offset, device, inode, path;
  words >> range >> flags >> offset >> device >> inode;
  const std::size_t dash = range.find('-');
  if (!words || dash == std::string::npos) return std::nullopt;
  if (address < std::stoull(range.substr(0, dash), nullptr, 16) || address >= std::stoull(range.substr(dash + 1), nullptr, 16))
    return std::nullopt;
  std::getline(words >> std::ws, path);
  return path;
}

fs::path own_file() {
  static const char here = 0;  // lies in the file that this code was loaded from
  std::istringstream lines(read_text("/proc/self/maps"));
  for (std::string line; std::getline(lines, line);) {
    if (const auto path = path_at(line, reinterpret_cast<std::uintptr_t>(&here))) return *path;
  }
  throw Failed({"系统未说明本程序的文件", "the system does not say which file this program is"});
}

std::string host_name() {
  std::array<char, 256> name{};
  if (gethostname(name.data(), name.size() - 1) != 0 || name.front() == '\0') return "host";
  return name.data();
}

std::string plain(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) == 0 && c != '-'; }, '_');
  return text;
}

}  // namespace

fs::path own_program() { return own_file(); }

const std::string& own_program_sha256() {
  static const std::string hash = [] {
    const fs::path file = own_file();
    // What /proc/self/exe leads to can be read even when its name is gone; of a loader it is not the program.
    return sha256_hex(read_text(fs::read_symlink(kStarted) == file ? fs::path(kStarted) : file));
  }();
  return hash;
}

std::string writer_name() {
  std::string job;
  for (const char* name : {"SLURM_JOB_ID", "PBS_JOBID"}) {
    const char* id = std::getenv(name);
    if (job.empty() && id != nullptr && *id != '\0') job = "job-" + plain(id) + ".";
  }
  return fmt::format("{}{}.{}", job, plain(host_name()), getpid());
}

bool writer_has_ended(std::string_view writer) {
  const std::size_t dot = writer.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::size_t before = writer.rfind('.', dot - 1);
  const std::string_view host = writer.substr(before == std::string_view::npos ? 0 : before + 1, dot - (before + 1));
  pid_t pid = 0;
  const auto end = std::from_chars(writer.data() + dot + 1, writer.data() + writer.size(), pid);
  if (end.ec != std::errc{} || end.ptr != writer.data() + writer.size() || pid <= 0 || host != plain(host_name())) return false;
  return kill(pid, 0) != 0 && errno == ESRCH;
}

}  // namespace railshift::study
