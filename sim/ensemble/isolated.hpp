#pragma once
/// Every run lives in a process of its own: SimGrid allows one engine a process, and a crash takes nothing else along. A run that shares
/// its past with another one branches off it, as a process of that process.
/// Fork rules: no thread, no open database and no pending output at the fork; the child ends with _exit and dies with its parent.
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/core/language.hpp"

namespace railshift::ensemble {

/// A run that grows out of a task's run, or out of another of its branches.
struct Branch {
  std::string name;
  double share = 1.0;                          ///< of a whole run that it has to do, for the progress of all
  std::optional<std::size_t> grows_from = {};  ///< number of another branch that stands before it; absent: the task itself
};

/// A child process as its own body sees it.
class Self {
 public:
  /// `line` leads to the process that runs the tasks; `lines` are those of the branches, by number.
  Self(int line, std::vector<int> lines, const std::vector<Branch>& branches)
      : line_(line), lines_(std::move(lines)), branches_(branches) {}
  /// Reports the share done (0..1) of what this process has to do; cheap, may be called often.
  void report(double done) const;
  /// Forks. True in the new process, which from now on stands for that branch of the task: its reports, exit code and messages are the
  /// branch's. There the call comes back when the branch has its place among the `jobs`. Every branch once, from the process it grows from.
  [[nodiscard]] bool branch(std::size_t number);
  /// The end of the process; waits for its branches, which would die with it.
  [[noreturn]] void end(int code, const Words& message);

 private:
  /// Whether a branch is this one or grows from it, over others if need be.
  [[nodiscard]] bool belongs_to(std::size_t branch, std::size_t other) const;
  void hang_up(std::size_t branch);

  int line_;
  std::vector<int> lines_;  ///< of branches not forked yet that belong to this process; -1 for others
  const std::vector<Branch>& branches_;
};

/// What a child does. Its return value is its exit code (0 done). Exceptions become code 1 with their message.
struct Task {
  std::string name;
  std::function<int(Self&)> body;
  std::vector<Branch> branches = {};
};

/// The code of a task that was ended because the user interrupted.
inline constexpr int kEnded = 3;

struct TaskResult {
  std::string name;
  int code = 0;   ///< exit code; 128 + signal if a signal ended a task's process
  Words message;  ///< of an exception, or empty
};

/// Runs the tasks in at most `jobs` children at a time, in order of the list, then the branches that wait where they were forked. Results
/// in list order whatever the jobs, each task followed by its branches.
/// `on_progress` gets the mean share done of all whenever a child reports. If it returns false (the user interrupted), all are ended and
/// those not done get code 3. `on_step` hears before that which of them reported (its place in the results) and the share that it has done.
[[nodiscard]] std::vector<TaskResult> run_tasks(const std::vector<Task>& tasks, int jobs, const std::function<bool(double)>& on_progress,
                                                const std::function<void(std::size_t, double)>& on_step = {});

}  // namespace railshift::ensemble
