#pragma once
/// Progress with time left: redrawn on a terminal for people, or a line of JSON a step for programs; and the user's interrupt.
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "study/watch.hpp"

namespace railshift::app {

enum class ProgressForm : std::uint8_t { terminal, json };

/// What is said of the runs as a whole.
struct ProgressAbout {
  ProgressForm form = ProgressForm::terminal;
  std::string command;         ///< "run"
  std::string phase = "runs";  ///< or "base_year"
  std::string title{};         ///< for people
  std::size_t runs = 0;        ///< to be made, and those kept from an interrupted study
  std::size_t kept = 0;
  std::string study_case{};     ///< of a study: which case, and of how many
  std::size_t case_number = 0;  ///< from 1
  std::size_t cases = 0;
};

class Progress {
 public:
  explicit Progress(ProgressAbout about);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// A run has come further; `show` follows.
  void note(const study::Step& step) { step_ = step; }
  /// On a terminal draws at most ten times a second; as JSON writes a line for every whole per cent and for every run that is done. Returns
  /// false once the user has pressed Ctrl-C.
  bool show(double done);

 private:
  void clear();
  void draw(double done);
  void write(double done);
  [[nodiscard]] std::optional<double> seconds_left(double done) const;

  ProgressAbout about_;
  bool terminal_;
  bool drawn_ = false;
  int per_cent_ = -1;  ///< of the last line
  std::optional<study::Step> step_;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// Whose progress is shown, and how.
struct Telling {
  std::string command;
  ProgressForm form = ProgressForm::terminal;
};
/// Shows the progress of a study in `shown`, which must outlive it, from its start until the last run is over.
[[nodiscard]] study::Watch watch_on(std::optional<Progress>& shown, const Telling& telling,
                                    std::function<std::string(const study::Watch::Start&)> title);

/// Colours and redrawing only where a person looks: a terminal, without NO_COLOR.
[[nodiscard]] bool colours_wanted();

}  // namespace railshift::app
