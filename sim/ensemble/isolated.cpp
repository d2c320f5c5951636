#include "sim/ensemble/isolated.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <stdexcept>
#include <string>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"
#include "sim/ensemble/lines.hpp"

namespace railshift::ensemble {
namespace {

/// Forks a process that dies with its parent. Pending output would be written twice.
pid_t fork_child() {
  std::fflush(nullptr);
  const pid_t parent = getpid();
  const pid_t pid = fork();
  if (pid < 0) throw Failed({"无法启动子进程", "no child process could be started"});
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent) _exit(1);
  }
  return pid;
}

/// Both languages of a message as one text; no message holds the divider.
constexpr char kDivider = '\0';
std::string on_line(const Words& message) { return message.zh + kDivider + message.en; }
Words both_languages(const std::string& text) {
  const std::size_t divider = text.find(kDivider);
  RAILSHIFT_EXPECTS(divider != std::string::npos, "a message comes in both languages");
  return {text.substr(0, divider), text.substr(divider + 1)};
}

/// How far a task or branch has come.
enum class Stage { unborn, waiting, working, done, gone };

struct Member {
  const Task* task = nullptr;  ///< absent: a branch
  double share = 1.0;
  Stage stage = Stage::unborn;
  pid_t pid = -1;  ///< of a task; a branch is the child of its task's process
  int line = -1;
  std::string unread = {};
  double progress = 0.0;
};

class Crew {
 public:
  Crew(const std::vector<Task>& tasks, int jobs, const std::function<void(std::size_t, double)>& on_step)
      : jobs_(std::max(1, jobs)), on_step_(on_step) {
    for (const Task& task : tasks) {
      add(task.name, {&task});
      for (const Branch& branch : task.branches) add(branch.name, {nullptr, branch.share});
    }
    // The branches of a task that dies become children of this process, which sees their end.
    prctl(PR_SET_CHILD_SUBREAPER, 1);
  }

  std::vector<TaskResult> work(const std::function<bool(double)>& on_progress) {
    while (std::any_of(members_.begin(), members_.end(), [](const Member& m) { return m.stage != Stage::gone; })) {
      fill_places();
      listen();
      if (!on_progress(progress())) return stop();
    }
    bury();
    return results_;
  }

 private:
  void add(const std::string& name, Member member) {
    members_.push_back(std::move(member));
    results_.push_back({name, kEnded, {}});
  }

  [[nodiscard]] double progress() const {
    double done = 0.0, all = 0.0;
    for (const Member& m : members_) {
      done += m.share * m.progress;
      all += m.share;
    }
    return all > 0.0 ? done / all : 1.0;
  }

  /// Whole runs first: they are the longest, and a branch waits where it is.
  void fill_places() {
    for (std::size_t i = 0; i < members_.size() && working() < jobs_; ++i) {
      if (members_[i].task != nullptr && members_[i].stage == Stage::unborn) start(i);
    }
    for (std::size_t i = 0; i < members_.size() && working() < jobs_; ++i) {
      if (members_[i].stage != Stage::waiting) continue;
      members_[i].stage = Stage::working;
      give_leave(members_[i].line);
    }
  }
  [[nodiscard]] std::ptrdiff_t working() const {
    return std::count_if(members_.begin(), members_.end(), [](const Member& m) { return m.stage == Stage::working; });
  }

  void start(std::size_t i) {
    const Task& task = *members_[i].task;
    std::vector<int> child_ends;
    for (std::size_t k = i; k <= i + task.branches.size(); ++k) {
      const Line line = new_line();
      members_[k].line = line.parent_end;
      child_ends.push_back(line.child_end);
    }
    const pid_t pid = fork_child();
    if (pid == 0) live_as_child(task, child_ends);
    for (const int end : child_ends) close(end);
    members_[i].pid = pid;
    members_[i].stage = Stage::working;
  }

  [[noreturn]] void live_as_child(const Task& task, const std::vector<int>& ends) const {
    for (const Member& m : members_) {
      if (m.line >= 0) close(m.line);
    }
    std::signal(SIGINT, SIG_IGN);  // the parent decides what an interrupt means
    std::signal(SIGTERM, SIG_DFL);
    Self self(ends.front(), {ends.begin() + 1, ends.end()}, task.branches);
    int code = 1;
    Words message;
    try {
      code = task.body(self);
    } catch (const std::exception& e) {
      message = words_of(e);
    }
    self.end(code, message);
  }

  void listen() {
    std::vector<pollfd> fds;
    std::vector<std::size_t> whose;
    for (std::size_t i = 0; i < members_.size(); ++i) {
      if (members_[i].line < 0) continue;
      fds.push_back({members_[i].line, POLLIN, 0});
      whose.push_back(i);
    }
    poll(fds.data(), fds.size(), 200);
    for (std::size_t k = 0; k < fds.size(); ++k) {
      if ((fds[k].revents & (POLLIN | POLLHUP | POLLERR)) != 0) hear(whose[k]);
    }
  }

  void hear(std::size_t i) {
    Member& member = members_[i];
    char buffer[4096];
    const ssize_t n = read(member.line, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) return;
    if (n <= 0) return lose(i);
    member.unread.append(buffer, static_cast<std::size_t>(n));
    while (const auto word = take_word(member.unread)) heed(member, results_[i], *word);
    if (on_step_) on_step_(i, member.progress);
  }

  static void heed(Member& member, TaskResult& result, const Word& word) {
    switch (word.kind) {
      case Word::Kind::progress:
        member.progress = word.done;
        return;
      case Word::Kind::waiting:
        member.stage = Stage::waiting;
        return;
      case Word::Kind::error:
        result.message = both_languages(word.text);
        return;
      case Word::Kind::code:
        result.code = word.code;
        member.stage = Stage::done;
        member.progress = 1.0;
        return;
    }
  }

  /// The line has ended, and so has the process (or, for a branch that was never forked, the process of its task).
  void lose(std::size_t i) {
    Member& member = members_[i];
    TaskResult& result = results_[i];
    close(member.line);
    member.line = -1;
    const int status = member.pid > 0 ? reap(member.pid) : 0;
    if (member.stage != Stage::done) {
      const bool by_signal = member.pid > 0 && WIFSIGNALED(status);
      result.code = by_signal ? 128 + WTERMSIG(status) : 1;
      if (by_signal) result.message = both("子进程被信号终止：{}", "the child process was ended by signal {}", strsignal(WTERMSIG(status)));
      if (result.message.empty()) result.message = {"子进程没有结果就结束了", "the child process ended without a result"};
    }
    member.stage = Stage::gone;
    member.progress = 1.0;
  }

  static int reap(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    return status;
  }

  /// Waits for all that is left of this process's children.
  static void bury() {
    while (waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
  }

  std::vector<TaskResult> stop() {
    for (const Member& m : members_) {
      if (m.pid > 0 && m.line >= 0) kill(m.pid, SIGKILL);  // its branches die with it
    }
    bury();
    for (std::size_t i = 0; i < members_.size(); ++i) {
      Member& m = members_[i];
      if (m.line >= 0) close(m.line);
      const bool has_result = m.stage == Stage::done || (m.stage == Stage::gone && results_[i].code == 0);
      if (!has_result) results_[i] = {results_[i].name, kEnded, {"已中断", "interrupted"}};
    }
    return results_;
  }

  std::ptrdiff_t jobs_;
  const std::function<void(std::size_t, double)>& on_step_;
  std::vector<Member> members_;  ///< every task followed by its branches
  std::vector<TaskResult> results_;
};

}  // namespace

void Self::report(double done) const { say(line_, {Word::Kind::progress, done, 0, {}}); }

bool Self::belongs_to(std::size_t branch, std::size_t other) const {
  std::optional<std::size_t> at = branch;
  while (at && *at != other) at = branches_[*at].grows_from;
  return at.has_value();
}

void Self::hang_up(std::size_t branch) {
  if (lines_[branch] >= 0) close(lines_[branch]);
  lines_[branch] = -1;
}

bool Self::branch(std::size_t number) {
  const int line = lines_.at(number);
  if (line < 0) throw std::logic_error("a branch is forked once, by the process it grows from");
  const bool parent = fork_child() != 0;
  // Every line is held by one process alone, so that its end is that process's end.
  if (!parent) {
    close(line_);
    line_ = line;
    lines_[number] = -1;
  }
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    if (belongs_to(i, number) == parent) hang_up(i);
  }
  if (parent) return false;
  say(line_, {Word::Kind::waiting, 0.0, 0, {}});
  if (!wait_for_leave(line_)) _exit(kEnded);
  return true;
}

void Self::end(int code, const Words& message) {
  if (!message.empty()) say(line_, {Word::Kind::error, 0.0, 0, on_line(message)});
  std::fflush(nullptr);
  say(line_, {Word::Kind::code, 0.0, code, {}});
  for (std::size_t i = 0; i < lines_.size(); ++i) hang_up(i);
  while (wait(nullptr) > 0 || errno == EINTR) {
  }
  _exit(code);
}

std::vector<TaskResult> run_tasks(const std::vector<Task>& tasks, int jobs, const std::function<bool(double)>& on_progress,
                                  const std::function<void(std::size_t, double)>& on_step) {
  return Crew(tasks, jobs, on_step).work(on_progress);
}

}  // namespace railshift::ensemble
