#pragma once
/// Progress with time left, on a terminal only; and the user's interrupt.
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "study/watch.hpp"

namespace railshift::app {

class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Draws at most ten times a second. Returns false once the user has pressed Ctrl-C.
  bool show(double done);

 private:
  void clear();

  std::string what_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

/// Shows the progress of a study in `shown`, which must outlive it, from its start until the last run is over.
[[nodiscard]] study::Watch watch_on(std::optional<Progress>& shown, std::function<std::string(const study::Watch::Start&)> title);

/// Colours and redrawing only where a person looks: a terminal, without NO_COLOR.
[[nodiscard]] bool colours_wanted();

}  // namespace railshift::app
