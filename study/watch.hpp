#pragma once
/// What a study tells whoever started it while it works.
#include <cstddef>
#include <functional>

namespace railshift::study {

/// Any of them may be left empty.
struct Watch {
  /// Runs to be simulated, and those kept from an interrupted study.
  struct Start {
    std::size_t runs = 0;
    std::size_t kept = 0;
  };
  std::function<void(const Start&)> started;
  /// The base year is run before them; `progress` and `simulated` tell of it too.
  std::function<void()> settling;
  /// Gets the share done of all runs, 0..1. False ends the study with Interrupted.
  std::function<bool(double)> progress;
  /// Every run is over; figures and files follow.
  std::function<void()> simulated;
};

}  // namespace railshift::study
