#include "tests/app/cli.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace railshift::cli {
namespace {

namespace fs = std::filesystem;

int exit_code(pid_t pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void send_to(int descriptor, const fs::path& file) {
  const int fd = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  dup2(fd, descriptor);
  close(fd);
}

pid_t start(const std::vector<std::string>& command, const Surroundings& surroundings, const fs::path& out, const fs::path& err) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  const pid_t pid = fork();
  if (pid != 0) return pid;
  send_to(STDOUT_FILENO, out);
  send_to(STDERR_FILENO, err);
  for (const auto& [name, value] : surroundings.environment) setenv(name.c_str(), value.c_str(), 1);
  if (!surroundings.folder.empty() && chdir(surroundings.folder.c_str()) != 0) _exit(127);
  execvp(words[0], words.data());
  _exit(127);
}

std::vector<pid_t> children_of(pid_t pid) {
  const std::string id = std::to_string(pid);
  std::ifstream list("/proc/" + id + "/task/" + id + "/children");
  return {std::istream_iterator<pid_t>(list), {}};
}

std::vector<std::string> with_program(const std::vector<std::string>& words) {
  std::vector<std::string> command = {RAILSHIFT_BINARY};
  command.insert(command.end(), words.begin(), words.end());
  return command;
}

}  // namespace

Scratch::Scratch() {
  std::string pattern = (fs::temp_directory_path() / "railshift-cli-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = pattern;
}

Scratch::~Scratch() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Answer call(const std::vector<std::string>& command, const Surroundings& surroundings) {
  const Scratch scratch;
  const pid_t pid = start(command, surroundings, scratch / "out", scratch / "err");
  const int code = exit_code(pid);
  return {code, text_of(scratch / "out"), text_of(scratch / "err")};
}

Answer ask(const std::vector<std::string>& words, const Surroundings& surroundings) { return call(with_program(words), surroundings); }

Background::Background(const std::vector<std::string>& words, const fs::path& err)
    : pid_(start(with_program(words), {}, "/dev/null", err)) {}

Background::~Background() {
  if (pid_ <= 0) return;
  kill(pid_, SIGKILL);
  exit_code(pid_);
}

void Background::send(int signal) const { kill(pid_, signal); }

int Background::wait() {
  const int code = exit_code(pid_);
  pid_ = -1;
  return code;
}

std::vector<pid_t> Background::children() const { return children_of(pid_); }

std::vector<pid_t> Background::grandchildren() const {
  std::vector<pid_t> all;
  for (const pid_t child : children()) {
    const std::vector<pid_t> more = children_of(child);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

bool soon(const std::function<bool()>& true_at_last) {
  for (int n = 0; n < 30'000; ++n) {
    if (true_at_last()) return true;
    usleep(10'000);
  }
  return false;
}

bool alive(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  const std::string text{std::istreambuf_iterator<char>(stat), {}};
  const auto name_end = text.rfind(") ");
  return name_end != std::string::npos && text[name_end + 2] != 'Z' && text[name_end + 2] != 'X';
}

fs::path scenario(const std::string& name) { return fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / name; }

fs::path copy_of_tiny(const Scratch& scratch, const std::string& name) {
  fs::copy(scenario("tiny"), scratch / name, fs::copy_options::recursive);
  return scratch / name;
}

std::string text_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

void write_to(const fs::path& path, const std::string& text) { std::ofstream(path, std::ios::binary) << text; }

void replace_in(const fs::path& path, const std::string& from, const std::string& to) {
  std::string text = text_of(path);
  const auto at = text.find(from);
  if (at == std::string::npos || text.find(from, at + 1) != std::string::npos) {
    throw std::runtime_error(path.string() + " does not hold exactly once: " + from);
  }
  write_to(path, text.replace(at, from.size(), to));
}

}  // namespace railshift::cli
