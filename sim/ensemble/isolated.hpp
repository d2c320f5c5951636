#pragma once
/// Every run lives in a process of its own: SimGrid allows one engine a process, and a crash takes nothing else along.
/// Fork rules: no thread, no open database and no pending output at the fork; the child ends with _exit and dies with its parent.
#include <functional>
#include <string>
#include <vector>

namespace railshift::ensemble {

/// Reports the share done (0..1) to the parent; cheap, may be called often.
using ReportProgress = std::function<void(double)>;

/// What a child does. Its return value is its exit code (0 done). Exceptions become code 1 with their message.
struct Task {
  std::string name;
  std::function<int(const ReportProgress&)> body;
};

struct TaskResult {
  std::string name;
  int code = 0;         ///< exit code; 128 + signal if a signal ended the child
  std::string message;  ///< of an exception, or empty
};

/// Runs the tasks in at most `jobs` children at a time, in order of the list; results in list order whatever the jobs.
/// `on_progress` gets the mean share done of all tasks whenever a child reports. If it returns false (the user interrupted), children
/// are ended and the tasks not done get code 3.
[[nodiscard]] std::vector<TaskResult> run_tasks(const std::vector<Task>& tasks, int jobs, const std::function<bool(double)>& on_progress);

}  // namespace railshift::ensemble
