#include "bench/measured.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <exception>
#include <stdexcept>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace railshift::bench {
namespace {

double seconds(const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6; }

/// Waits for the child and reads the bill that the kernel kept for it.
Measured reap(pid_t pid, const std::string& what) {
  int status = 0;
  rusage usage{};
  while (wait4(pid, &status, 0, &usage) < 0 && errno == EINTR) {
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) throw std::runtime_error(what + " failed");
  Measured measured;
  measured.process_cpu_seconds = seconds(usage.ru_utime) + seconds(usage.ru_stime);
  measured.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024.0;
  return measured;
}

[[noreturn]] void live_as_child(const std::function<Figures()>& body, int fd) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  int code = 1;
  try {
    const Figures figures = body();
    if (write(fd, &figures, sizeof figures) == static_cast<ssize_t>(sizeof figures)) code = 0;
  } catch (const std::exception& e) {
    std::fprintf(stderr, "%s\n", e.what());
  }
  std::fflush(nullptr);
  _exit(code);
}

}  // namespace

Measured in_child(const std::function<Figures()>& body) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe for a measurement");
  std::fflush(nullptr);
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("no child process for a measurement");
  if (pid == 0) {
    close(ends[0]);
    live_as_child(body, ends[1]);
  }
  close(ends[1]);
  Figures figures;
  const ssize_t got = read(ends[0], &figures, sizeof figures);
  close(ends[0]);
  Measured measured = reap(pid, "a measured child process");
  if (got != static_cast<ssize_t>(sizeof figures)) throw std::runtime_error("a measured child process said nothing");
  measured.figures = figures;
  return measured;
}

Measured program(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::fflush(nullptr);
  const pid_t pid = fork();
  if (pid < 0) throw std::runtime_error("no child process for " + command.front());
  if (pid == 0) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    dup2(nowhere, STDOUT_FILENO);
    execv(arguments[0], arguments.data());
    _exit(127);
  }
  return reap(pid, command.front());
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double median(const std::vector<Measured>& runs, const std::function<double(const Measured&)>& value) {
  std::vector<double> values;
  for (const Measured& run : runs) values.push_back(value(run));
  std::sort(values.begin(), values.end());
  const std::size_t n = values.size();
  return n % 2 == 1 ? values[n / 2] : 0.5 * (values[n / 2 - 1] + values[n / 2]);
}

double median_cpu(const std::vector<Measured>& runs) {
  return median(runs, [](const Measured& run) { return run.figures.cpu_seconds; });
}

}  // namespace railshift::bench
