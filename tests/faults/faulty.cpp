/// railshift_faulty HOW N RECORD COMMAND...: runs a command and lets its N-th call that changes a file fail, in whichever of its processes.
/// HOW: count (nothing fails), eio, enospc, or kill (the process that calls ends there). Add "-stepwise" to let no file system swap two
/// names at once. RECORD gets the number of calls and the name of the one that failed. Exit code: that of the command, 128 + signal if a
/// signal ended it.
///
/// Calls are stopped by seccomp and counted by ptrace, so that those of SQLite, libxlsxwriter and the C library count too.
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

/// Calls by which a file or a folder changes.
const std::map<long, const char*>& calls() {
  static const std::map<long, const char*> names = {{SYS_write, "write"},   {SYS_pwrite64, "pwrite"},     {SYS_writev, "writev"},
                                                    {SYS_fsync, "fsync"},   {SYS_fdatasync, "fdatasync"}, {SYS_ftruncate, "ftruncate"},
                                                    {SYS_rename, "rename"}, {SYS_renameat, "renameat"},   {SYS_renameat2, "renameat2"},
                                                    {SYS_open, "open"},     {SYS_openat, "openat"},       {SYS_creat, "creat"},
                                                    {SYS_unlink, "unlink"}, {SYS_unlinkat, "unlinkat"},   {SYS_rmdir, "rmdir"},
                                                    {SYS_mkdir, "mkdir"},   {SYS_mkdirat, "mkdirat"},     {SYS_link, "link"},
                                                    {SYS_linkat, "linkat"}, {SYS_fchmod, "fchmod"},       {SYS_fchmodat, "fchmodat"}};
  return names;
}

void stop_at_calls() {
  std::vector<sock_filter> filter = {BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr))};
  for (const auto& call : calls()) {
    filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(call.first), 0, 1));
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_TRACE));
  }
  filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
  const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) _exit(125);
}

[[noreturn]] void become(char** command) {
  if (ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) != 0) _exit(125);
  raise(SIGSTOP);
  stop_at_calls();
  execvp(command[0], command);
  _exit(127);
}

bool is_regular(pid_t pid, unsigned long long descriptor) {
  struct stat about {};
  const std::string link = "/proc/" + std::to_string(pid) + "/fd/" + std::to_string(descriptor);
  return stat(link.c_str(), &about) == 0 && S_ISREG(about.st_mode);
}

/// Writes to the terminal, into pipes and sockets change no file; nor does opening one to read it.
bool changes_a_file(pid_t pid, const user_regs_struct& r) {
  const auto writes = [](unsigned long long flags) { return (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) != 0; };
  switch (static_cast<long>(r.orig_rax)) {
    case SYS_write:
    case SYS_pwrite64:
    case SYS_writev:
      return r.rdi > STDERR_FILENO && is_regular(pid, r.rdi);
    case SYS_open:
      return writes(r.rsi);
    case SYS_openat:
      return writes(r.rdx);
    default:
      return true;
  }
}

class Tracer {
 public:
  Tracer(std::string how, long n) : how_(std::move(how)), n_(n) {
    const auto dash = how_.find("-stepwise");
    stepwise_ = dash != std::string::npos;
    how_ = how_.substr(0, dash);
  }

  int follow(pid_t first) {
    int status = 0, code = 0;
    waitpid(first, &status, 0);
    ptrace(PTRACE_SETOPTIONS, first, nullptr,
           PTRACE_O_TRACESECCOMP | PTRACE_O_TRACEFORK | PTRACE_O_TRACEVFORK | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL);
    ptrace(PTRACE_CONT, first, nullptr, nullptr);
    for (pid_t pid = 0; (pid = waitpid(-1, &status, __WALL)) > 0 || errno == EINTR;) {
      if (pid > 0 && WIFSTOPPED(status)) go_on(pid, status);
      if (pid == first && !WIFSTOPPED(status)) code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return code;
  }
  [[nodiscard]] std::string record() const { return std::to_string(count_) + " " + hit_ + "\n"; }

 private:
  void go_on(pid_t pid, int status) {
    const int event = status >> 16;
    if (event == PTRACE_EVENT_SECCOMP) at_call(pid);
    const int signal = WSTOPSIG(status);
    const bool news = event != 0 || signal == SIGTRAP || signal == SIGSTOP;
    ptrace(PTRACE_CONT, pid, nullptr, static_cast<long>(news ? 0 : signal));
  }

  void at_call(pid_t pid) {
    user_regs_struct r{};
    ptrace(PTRACE_GETREGS, pid, nullptr, &r);
    if (stepwise_ && r.orig_rax == SYS_renameat2) return answer(pid, r, EINVAL);
    if (!changes_a_file(pid, r) || ++count_ != n_ || how_ == "count") return;
    hit_ = calls().at(static_cast<long>(r.orig_rax));
    if (how_ == "kill") kill(pid, SIGKILL);
    if (how_ != "kill") answer(pid, r, how_ == "eio" ? EIO : ENOSPC);
  }

  /// The call is not made.
  static void answer(pid_t pid, user_regs_struct& r, int error) {
    r.orig_rax = static_cast<unsigned long long>(-1);
    r.rax = static_cast<unsigned long long>(-error);
    ptrace(PTRACE_SETREGS, pid, nullptr, &r);
  }

  std::string how_;
  long n_;
  bool stepwise_ = false;
  long count_ = 0;
  std::string hit_ = "-";
};

}  // namespace

int main(int count, char** words) {
  if (count < 5) return 2;
  const pid_t pid = fork();
  if (pid == 0) become(words + 4);
  Tracer tracer(words[1], std::strtol(words[2], nullptr, 10));
  const int code = tracer.follow(pid);
  if (std::FILE* record = std::fopen(words[3], "w")) {
    std::fputs(tracer.record().c_str(), record);
    std::fclose(record);
  }
  return code;
}
