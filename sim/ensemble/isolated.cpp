#include "sim/ensemble/isolated.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <numeric>
#include <stdexcept>

#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace railshift::ensemble {
namespace {

constexpr int kInterrupted = 3;

/// What a child says on its pipe: 'p' and a double, or 'e' and text up to the end.
void say(int fd, char tag, const void* data, std::size_t size) {
  std::string bytes(1, tag);
  bytes.append(static_cast<const char*>(data), size);
  std::size_t sent = 0;
  while (sent < bytes.size()) {
    const ssize_t n = write(fd, bytes.data() + sent, bytes.size() - sent);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;  // the parent is gone; the death signal follows
    sent += static_cast<std::size_t>(n);
  }
}

[[noreturn]] void live_as_child(const Task& task, int fd, pid_t parent) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);
  std::signal(SIGINT, SIG_IGN);  // the parent decides what an interrupt means
  int code = 1;
  try {
    code = task.body([fd](double done) { say(fd, 'p', &done, sizeof done); });
  } catch (const std::exception& e) {
    say(fd, 'e', e.what(), std::strlen(e.what()));
  }
  std::fflush(nullptr);
  _exit(code);
}

struct Child {
  std::size_t task = 0;
  pid_t pid = -1;
  int fd = -1;
  std::string unread;
  double done = 0.0;
};

/// Takes complete messages out of what was read; an error message is all that follows its tag.
void digest(Child& child, TaskResult& result) {
  while (child.unread.size() > sizeof(double) && child.unread[0] == 'p') {
    std::memcpy(&child.done, child.unread.data() + 1, sizeof(double));
    child.unread.erase(0, 1 + sizeof(double));
  }
  if (!child.unread.empty() && child.unread[0] == 'e') result.message = child.unread.substr(1);
}

class Crew {
 public:
  Crew(const std::vector<Task>& tasks, int jobs)
      : tasks_(tasks), jobs_(static_cast<std::size_t>(std::max(1, jobs))), done_(tasks.size(), 0.0) {
    for (const Task& t : tasks) results_.push_back({t.name, kInterrupted, {}});
  }

  std::vector<TaskResult> work(const std::function<bool(double)>& on_progress) {
    while (!children_.empty() || next_ < tasks_.size()) {
      while (children_.size() < jobs_ && next_ < tasks_.size()) start();
      listen();
      if (!on_progress(std::accumulate(done_.begin(), done_.end(), 0.0) / static_cast<double>(tasks_.size()))) return stop();
    }
    return results_;
  }

 private:
  void start() {
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe for a child process");
    std::fflush(nullptr);
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid < 0) throw std::runtime_error("no child process could be started");
    if (pid == 0) {
      close(ends[0]);
      for (const Child& other : children_) close(other.fd);
      live_as_child(tasks_[next_], ends[1], parent);
    }
    close(ends[1]);
    children_.push_back({next_++, pid, ends[0], {}, 0.0});
  }

  void listen() {
    std::vector<pollfd> fds;
    for (const Child& c : children_) fds.push_back({c.fd, POLLIN, 0});
    poll(fds.data(), fds.size(), 200);
    for (std::size_t i = fds.size(); i-- > 0;) {
      if ((fds[i].revents & (POLLIN | POLLHUP | POLLERR)) != 0) hear(i);
    }
  }

  void hear(std::size_t i) {
    Child& child = children_[i];
    char buffer[4096];
    const ssize_t n = read(child.fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) return;
    if (n > 0) {
      child.unread.append(buffer, static_cast<std::size_t>(n));
      digest(child, results_[child.task]);
      done_[child.task] = child.done;
      return;
    }
    reap(child);
    children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(i));
  }

  void reap(Child& child) {
    close(child.fd);
    int status = 0;
    while (waitpid(child.pid, &status, 0) < 0 && errno == EINTR) {
    }
    TaskResult& result = results_[child.task];
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    if (WIFSIGNALED(status)) result.message = std::string("the child process was ended by signal ") + strsignal(WTERMSIG(status));
    done_[child.task] = 1.0;
  }

  std::vector<TaskResult> stop() {
    for (Child& child : children_) {
      kill(child.pid, SIGKILL);
      reap(child);
      results_[child.task].code = kInterrupted;
      results_[child.task].message = "interrupted";
    }
    children_.clear();
    return results_;
  }

  const std::vector<Task>& tasks_;
  std::size_t jobs_;
  std::size_t next_ = 0;
  std::vector<Child> children_;
  std::vector<double> done_;
  std::vector<TaskResult> results_;
};

}  // namespace

std::vector<TaskResult> run_tasks(const std::vector<Task>& tasks, int jobs, const std::function<bool(double)>& on_progress) {
  return Crew(tasks, jobs).work(on_progress);
}

}  // namespace railshift::ensemble
