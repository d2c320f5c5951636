/// Tasks as child processes, and branches as processes of theirs.
#include <catch2/catch.hpp>

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "sim/core/failed.hpp"
#include "sim/ensemble/isolated.hpp"

namespace isolated_test {

using namespace railshift::ensemble;
namespace fs = std::filesystem;

namespace {

/// A file that all processes write to, one character at a time.
class Notes {
 public:
  Notes() : path_(fs::temp_directory_path() / ("railshift-notes-" + std::to_string(::getpid()))) { fs::remove(path_); }
  Notes(const Notes&) = delete;
  Notes& operator=(const Notes&) = delete;
  ~Notes() { fs::remove(path_); }
  void add(char c) const {
    const int file = open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    if (write(file, &c, 1) != 1) _exit(9);
    close(file);
  }
  [[nodiscard]] std::string text() const {
    std::ifstream file(path_);
    return {std::istreambuf_iterator<char>(file), {}};
  }

 private:
  fs::path path_;
};

constexpr auto kGoOn = [](double) { return true; };

/// A task whose three branches leave it one after the other; task and branches end with codes of their own.
Task family(const std::string& name, int code, const Notes& notes) {
  return {name,
          [&notes, code](Self& self) {
            int mine = code;
            notes.add('+');
            for (std::size_t b = 0; b < 3 && mine == code; ++b) {
              usleep(5'000);
              if (!self.branch(b)) continue;
              mine = code + static_cast<int>(b) + 1;
              notes.add('+');
            }
            usleep(20'000);
            notes.add('-');
            return mine;
          },
          {{name + ".1"}, {name + ".2"}, {name + ".3"}}};
}

int most_at_a_time(const std::string& notes) {
  int now = 0, most = 0;
  for (const char c : notes) {
    now += c == '+' ? 1 : -1;
    most = std::max(most, now);
  }
  return most;
}

}  // namespace

TEST_CASE("results stand in the order of the list, every task before its branches, whatever the number of processes", "[ensemble]") {
  const int jobs = GENERATE(1, 2, 4);
  const Notes notes;
  const auto results = run_tasks({family("a", 10, notes), family("b", 20, notes)}, jobs, kGoOn);
  std::vector<std::pair<std::string, int>> seen;
  for (const TaskResult& r : results) seen.emplace_back(r.name, r.code);
  CHECK(seen == std::vector<std::pair<std::string, int>>{
                    {"a", 10}, {"a.1", 11}, {"a.2", 12}, {"a.3", 13}, {"b", 20}, {"b.1", 21}, {"b.2", 22}, {"b.3", 23}});
}

TEST_CASE("no more than the given number of processes work at a time", "[ensemble]") {
  const int jobs = GENERATE(1, 2, 3);
  const Notes notes;
  CHECK(run_tasks({family("a", 0, notes), family("b", 0, notes)}, jobs, kGoOn).size() == 8);
  REQUIRE(notes.text().size() == 16);
  CHECK(most_at_a_time(notes.text()) <= jobs);
}

TEST_CASE("the progress of all never falls and ends at the whole", "[ensemble]") {
  const Notes notes;
  std::vector<double> seen;
  const auto note = [&](double done) {
    seen.push_back(done);
    return true;
  };
  CHECK(run_tasks({family("a", 0, notes), family("b", 0, notes)}, 2, note).size() == 8);
  CHECK(std::is_sorted(seen.begin(), seen.end()));
  CHECK(seen.back() == 1.0);
}

TEST_CASE("an error in a task or a branch is its message and code 1, the others go on", "[ensemble]") {
  const Task task{"task",
                  [](Self& self) -> int {
                    if (self.branch(0)) throw std::runtime_error("the branch broke");
                    if (self.branch(1)) return 0;
                    throw std::runtime_error("the task broke");
                  },
                  {{"broken"}, {"sound"}}};
  const auto results = run_tasks({task}, 2, kGoOn);
  CHECK((results[0].code == 1 && results[0].message == railshift::Words{"the task broke", "the task broke"}));
  CHECK((results[1].code == 1 && results[1].message.en == "the branch broke"));
  CHECK((results[2].code == 0 && results[2].message.empty()));
}

TEST_CASE("what breaks in a task is told in both languages where it has words in both", "[ensemble]") {
  const auto results = run_tasks({{"task",
                                   [](Self&) -> int {
                                     throw railshift::Failed({"坏了", "broken"});
                                   }},
                                  {"killed", [](Self&) { return raise(SIGKILL); }}},
                                 1, kGoOn);
  CHECK(results[0].message == railshift::Words{"坏了", "broken"});
  CHECK(results[1].message.zh.find("子进程被信号终止") == 0);
  CHECK(results[1].message.en.find("the child process was ended by signal") == 0);
}

TEST_CASE("a branch that is killed, or never forked, has no result and does not hold up the others", "[ensemble]") {
  const Task task{"task",
                  [](Self& self) -> int {
                    if (self.branch(0)) return raise(SIGKILL);
                    return self.branch(1) ? 0 : 0;
                  },
                  {{"killed"}, {"sound"}, {"never"}}};
  const auto results = run_tasks({task}, 1, kGoOn);
  CHECK(results[0].code == 0);
  CHECK((results[1].code == 1 && !results[1].message.empty()));
  CHECK(results[2].code == 0);
  CHECK((results[3].code == 1 && !results[3].message.empty()));
}

TEST_CASE("a task that is killed takes its branches along and says by which signal", "[ensemble]") {
  const Task task{"task",
                  [](Self& self) -> int {
                    if (self.branch(0)) pause();
                    usleep(50'000);
                    return raise(SIGKILL);
                  },
                  {{"branch"}}};
  const auto results = run_tasks({task, {"other", [](Self&) { return 0; }}}, 3, kGoOn);
  CHECK(results[0].code == 128 + SIGKILL);
  CHECK(results[1].code == 1);
  CHECK(results[2].code == 0);
}

TEST_CASE("an interrupt ends tasks, branches that work and branches that wait", "[ensemble]") {
  const Notes notes;
  const Task task{"task",
                  [&notes](Self& self) -> int {
                    if (self.branch(0)) notes.add('!');
                    notes.add('.');
                    pause();
                    return 0;
                  },
                  {{"waits"}}};
  const auto results = run_tasks({task, {"later", [](Self&) { return 0; }}}, 1, [&](double) { return notes.text().empty(); });
  for (const TaskResult& r : results) CHECK(r.code == 3);
  CHECK(notes.text() == ".");
  // No child is left.
  CHECK(waitpid(-1, nullptr, WNOHANG) == -1);
}

TEST_CASE("a branch can have branches of its own", "[ensemble]") {
  const int jobs = GENERATE(1, 3);
  const Task task{"task",
                  [](Self& self) -> int {
                    if (self.branch(2)) return 12;
                    if (!self.branch(0)) return 0;
                    if (self.branch(1)) return self.branch(3) ? 13 : 11;
                    return 10;
                  },
                  {{"0"}, {"1", 1.0, 0}, {"2"}, {"3", 1.0, 1}}};
  const auto results = run_tasks({task}, jobs, kGoOn);
  REQUIRE(results.size() == 5);
  CHECK((results[0].code == 0 && results[1].code == 10 && results[2].code == 11 && results[3].code == 12 && results[4].code == 13));
}

TEST_CASE("a branch that dies takes what grows from it along, and nothing else", "[ensemble]") {
  const Task task{"task",
                  [](Self& self) -> int {
                    if (self.branch(2)) return 0;
                    if (!self.branch(0)) return 0;
                    if (self.branch(1)) pause();
                    usleep(20'000);
                    return raise(SIGKILL);
                  },
                  {{"dies"}, {"goes with it", 1.0, 0}, {"lives"}}};
  const auto results = run_tasks({task}, 4, kGoOn);
  CHECK((results[0].code == 0 && results[1].code == 1 && results[2].code == 1 && results[3].code == 0));
}

}  // namespace isolated_test
