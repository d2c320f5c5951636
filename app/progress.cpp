#include "app/progress.hpp"

#include <cmath>
#include <csignal>
#include <cstdlib>
#include <memory>

#include <fmt/format.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include "app/words.hpp"

namespace railshift::app {
namespace {

volatile std::sig_atomic_t interrupted = 0;  // set by the signal handler; the only state that a handler may touch

void note_interrupt(int) { interrupted = 1; }

double rounded(double share) { return std::round(share * 1e4) / 1e4; }

}  // namespace

bool colours_wanted() { return isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

Progress::Progress(ProgressAbout about)
    : about_(std::move(about)), terminal_(isatty(STDERR_FILENO) != 0), start_(std::chrono::steady_clock::now()), last_(start_) {
  std::signal(SIGINT, note_interrupt);
  std::signal(SIGTERM, note_interrupt);
  if (about_.form == ProgressForm::json) write(0.0);
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

std::optional<double> Progress::seconds_left(double done) const {
  if (done <= 0.01) return std::nullopt;
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count() * (1.0 - done) / done;
}

void Progress::draw(double done) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || now - last_ <= std::chrono::milliseconds(100)) return;
  last_ = now;
  const auto seconds = seconds_left(done);
  const std::string left = seconds ? fmt::format(fmt::runtime(say({"，还需约 {:.0f} 秒", ", about {:.0f} s left"})), *seconds) : "";
  fmt::print(stderr, "\r\033[K{} {:3.0f} %{}", about_.title, 100.0 * done, left);
  std::fflush(stderr);
  drawn_ = true;
}

void Progress::write(double done) {
  const int per_cent = static_cast<int>(100.0 * done);
  const bool run_is_done = step_ && step_->done >= 1.0;
  if (per_cent == per_cent_ && !run_is_done) return;
  per_cent_ = per_cent;
  nlohmann::ordered_json line{{"command", about_.command}, {"phase", about_.phase}, {"runs", about_.runs}, {"kept", about_.kept}};
  if (about_.cases > 0) {
    line["case"] = about_.study_case;
    line["case_number"] = about_.case_number;
    line["cases"] = about_.cases;
  }
  if (step_) {
    line["run"] = step_->run;
    if (step_->member) line["member"] = *step_->member;
    if (step_->mover) line["engine"] = *step_->mover == study::Mover::months ? "months" : "events";
    if (step_->month) line["month"] = to_string(*step_->month);
    line["run_done"] = rounded(step_->done);
  }
  line["done"] = rounded(done);
  const auto seconds = seconds_left(done);
  line["seconds_left"] = seconds ? nlohmann::ordered_json(std::round(*seconds)) : nlohmann::ordered_json();
  fmt::print(stderr, "{}\n", line.dump());
  std::fflush(stderr);
  step_.reset();
}

bool Progress::show(double done) {
  if (about_.form == ProgressForm::json)
    write(done);
  else
    draw(done);
  return interrupted == 0;
}

study::Watch watch_on(std::optional<Progress>& shown, const Telling& telling,
                      std::function<std::string(const study::Watch::Start&)> title) {
  const auto about = std::make_shared<ProgressAbout>();
  about->form = telling.form;
  about->command = telling.command;
  study::Watch watch;
  watch.started = [&shown, about, title = std::move(title)](const study::Watch::Start& start) {
    about->phase = "runs";
    about->title = title(start);
    about->runs = start.runs;
    about->kept = start.kept;
    shown.emplace(*about);
  };
  watch.settling = [&shown, about] {
    about->phase = "base_year";
    about->title = say({"基准年", "base year"});
    about->runs = 1;
    about->kept = 0;
    shown.emplace(*about);
  };
  watch.drawing = [&shown, about] {
    about->phase = "members";
    about->title = say({"抽取成员", "drawing members"});
    about->runs = 0;
    about->kept = 0;
    shown.emplace(*about);
  };
  watch.study_case = [about](const std::string& id, std::size_t at, std::size_t of) {
    about->study_case = id;
    about->case_number = at + 1;
    about->cases = of;
  };
  watch.step = [&shown](const study::Step& step) {
    if (shown) shown->note(step);
  };
  watch.progress = [&shown](double done) { return shown->show(done); };
  watch.simulated = [&shown] { shown.reset(); };
  return watch;
}

}  // namespace railshift::app
