#pragma once
/// What a study tells whoever started it while it works.
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "sim/core/date.hpp"
#include "study/request.hpp"

namespace railshift::study {

/// How far one of several runs has come.
struct Step {
  std::string run;               ///< what is run: "plan", "replication 2", "member 3", ...
  std::optional<int> member;     ///< number of a member or replication
  std::optional<Mover> mover{};  ///< of a member
  std::optional<Month> month{};  ///< the month that it has reached, if that is known
  double done = 0.0;             ///< share of this run, 0..1
};

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
  /// Members are drawn before they are run; `progress` and `simulated` tell of it too.
  std::function<void()> drawing;
  /// Which of the cases of a study follows, from 0, and of how many.
  std::function<void(const std::string& id, std::size_t at, std::size_t of)> study_case;
  /// A run has come further; `progress` follows.
  std::function<void(const Step&)> step;
  /// Gets the share done of all runs, 0..1. False ends the study with Interrupted.
  std::function<bool(double)> progress;
  /// Every run is over; figures and files follow.
  std::function<void()> simulated;
};

}  // namespace railshift::study
