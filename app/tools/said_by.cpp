#include "app/tools/said_by.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <filesystem>

extern char** environ;

namespace railshift::app {
namespace {

using Clock = std::chrono::steady_clock;

/// Both ends of a pipe, closed with the object.
class Pipe {
 public:
  Pipe() { made_ = pipe2(ends_.data(), O_CLOEXEC) == 0; }
  ~Pipe() {
    close_writing();
    if (made_) close(ends_[0]);
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  [[nodiscard]] bool made() const { return made_; }
  [[nodiscard]] int reading() const { return ends_[0]; }
  [[nodiscard]] int writing() const { return ends_[1]; }
  void close_writing() {
    if (made_ && ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool made_ = false;
};

std::optional<pid_t> start(const std::vector<std::string>& command, const Pipe& pipe) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, pipe.writing(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);  // what it starts itself is ended with it
  pid_t child = -1;
  const int failed = posix_spawnp(&child, words[0], &actions, &attributes, words.data(), environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return failed == 0 ? std::optional(child) : std::nullopt;
}

/// Everything up to the end of the first line with a word in it, or what came until the time was over.
std::string read_line(int from, Clock::time_point end) {
  std::string text;
  std::array<char, 512> bytes{};
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now()).count();
    pollfd waiting{from, POLLIN, 0};
    if (left <= 0 || poll(&waiting, 1, static_cast<int>(left)) <= 0) return text;
    const ssize_t count = read(from, bytes.data(), bytes.size());
    if (count <= 0) return text;
    text.append(bytes.data(), static_cast<std::size_t>(count));
    const std::size_t word = text.find_first_not_of(" \t\r\n");
    if (word != std::string::npos && text.find('\n', word) != std::string::npos) return text;
  }
}

std::string first_line(const std::string& text) {
  const std::size_t word = text.find_first_not_of(" \t\r\n");
  if (word == std::string::npos) return "";
  const std::string line = text.substr(word, text.find_first_of("\r\n", word) - word);
  return line.substr(0, line.find_last_not_of(" \t") + 1);
}

}  // namespace

std::optional<std::string> program_in_path(const std::string& name) {
  const char* path = std::getenv("PATH");
  const std::string folders = path == nullptr ? "" : path;
  for (std::size_t from = 0; from <= folders.size();) {
    const std::size_t to = std::min(folders.find(':', from), folders.size());
    const std::filesystem::path file = std::filesystem::path(folders.substr(from, to - from)) / name;
    std::error_code ignored;
    if (to > from && std::filesystem::is_regular_file(file, ignored) && access(file.c_str(), X_OK) == 0) return file.string();
    from = to + 1;
  }
  return std::nullopt;
}

std::optional<std::string> first_line_of(const std::vector<std::string>& command, std::chrono::milliseconds at_most) {
  Pipe pipe;
  if (!pipe.made()) return std::nullopt;
  const auto child = start(command, pipe);
  if (!child) return std::nullopt;
  pipe.close_writing();
  const std::string line = first_line(read_line(pipe.reading(), Clock::now() + at_most));
  kill(-*child, SIGKILL);
  waitpid(*child, nullptr, 0);
  return line.empty() ? std::nullopt : std::optional(line);
}

}  // namespace railshift::app
