#include "app/progress.hpp"

#include <csignal>
#include <cstdlib>

#include <fmt/format.h>
#include <unistd.h>

#include "app/words.hpp"

namespace railshift::app {
namespace {

volatile std::sig_atomic_t interrupted = 0;  // set by the signal handler; the only state that a handler may touch

void note_interrupt(int) { interrupted = 1; }

}  // namespace

bool colours_wanted() { return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

Progress::Progress(std::string what)
    : what_(std::move(what)), terminal_(isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()), last_(start_) {
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
}

Progress::~Progress() {
  clear();
  std::signal(SIGINT, SIG_DFL);
  std::signal(SIGTERM, SIG_DFL);
}

void Progress::clear() {
  if (drawn_) fmt::print(stderr, "\r\033[K");
  drawn_ = false;
}

bool Progress::show(double done) {
  const auto now = std::chrono::steady_clock::now();
  if (terminal_ && now - last_ > std::chrono::milliseconds(100)) {
    last_ = now;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const std::string left =
        done > 0.01 ? fmt::format(fmt::runtime(say({"，还需约 {:.0f} 秒", ", about {:.0f} s left"})), seconds * (1.0 - done) / done) : "";
    fmt::print(stderr, "\r\033[K{} {:3.0f} %{}", what_, 100.0 * done, left);
    std::fflush(stderr);
    drawn_ = true;
  }
  return interrupted == 0;
}

study::Watch watch_on(std::optional<Progress>& shown, std::function<std::string(const study::Watch::Start&)> title) {
  study::Watch watch;
  watch.started = [&shown, title = std::move(title)](const study::Watch::Start& start) { shown.emplace(title(start)); };
  watch.settling = [&shown] { shown.emplace(say({"基准年", "base year"})); };
  watch.progress = [&shown](double done) { return shown->show(done); };
  watch.simulated = [&shown] { shown.reset(); };
  return watch;
}

}  // namespace railshift::app
