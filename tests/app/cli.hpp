#pragma once
/// The command line as a user types it: the program runs as a process of its own, with its own surroundings.
#include <sys/types.h>

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace railshift::cli {

/// A folder of its own, gone with the object.
class Scratch {
 public:
  Scratch();
  ~Scratch();
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Surroundings {
  std::map<std::string, std::string> environment = {{"LC_ALL", "en_US.UTF-8"}};
  std::filesystem::path folder = {};  ///< working directory; empty: that of the test
};

struct Answer {
  int code = 0;  ///< exit code; 128 + signal
  std::string out;
  std::string err;
};

/// What railshift answers to these words.
[[nodiscard]] Answer ask(const std::vector<std::string>& words, const Surroundings& surroundings = {});

/// Any program of the path.
[[nodiscard]] Answer call(const std::vector<std::string>& command, const Surroundings& surroundings = {});

/// railshift in the background; killed with the object. What it says to stderr goes to a file.
class Background {
 public:
  explicit Background(const std::vector<std::string>& words, const std::filesystem::path& err = "/dev/null");
  ~Background();
  Background(const Background&) = delete;
  Background& operator=(const Background&) = delete;
  void send(int signal) const;
  /// Exit code as in Answer.
  int wait();
  /// Child processes that it has now.
  [[nodiscard]] std::vector<pid_t> children() const;
  /// Children of its children.
  [[nodiscard]] std::vector<pid_t> grandchildren() const;

 private:
  pid_t pid_ = -1;
};

/// Waits for something to become true: five minutes, since a sanitizer build on a machine with other work loads a city in half of one.
[[nodiscard]] bool soon(const std::function<bool()>& true_at_last);
/// Whether a process still runs (a zombie does not).
[[nodiscard]] bool alive(pid_t pid);

[[nodiscard]] std::filesystem::path scenario(const std::string& name);
/// A copy of scenarios/tiny that a test may damage.
[[nodiscard]] std::filesystem::path copy_of_tiny(const Scratch& scratch, const std::string& name = "tiny");
[[nodiscard]] std::string text_of(const std::filesystem::path& path);
void write_to(const std::filesystem::path& path, const std::string& text);
/// Replaces the only occurrence of a text in a file; ends the test if there is none or more than one.
void replace_in(const std::filesystem::path& path, const std::string& from, const std::string& to);

}  // namespace railshift::cli
