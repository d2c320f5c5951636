#pragma once
/// 成员 - the plan with its uncertain inputs at one point of their ranges: one run of many.
#include <cstdint>
#include <map>
#include <string>

#include "analysis/metrics/metrics.hpp"
#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::study {

/// Path -> value, as `--set` takes them.
using MemberChanges = std::map<std::string, std::string>;

struct Member {
  int number = 1;  ///< in the order of the design, from 1
  std::uint32_t seed = 0;
  MemberChanges base;  ///< inputs of the base year: its state and the constants of the choice are worked out anew with them
  MemberChanges all;   ///< what it is run with: the same, and inputs of the years after
};

/// What a member left. One of `refused` and `failed` is filled if it has no metrics.
struct MemberRun {
  enum class State : std::uint8_t {
    run,      ///< it has figures, or says why it has none
    ended,    ///< it ended by anything but a promise that it broke (killed, out of memory, a file not written): says nothing of the plan
    missing,  ///< not run yet
  };
  int number = 1;
  analysis::MetricTable metrics;  ///< kept_rows of its run
  Words refused{};                ///< what the scenario says against these numbers: its first problem
  Words failed{};                 ///< the promise that its run broke; of other states how its process ended, or that it was not run
  State state = State::run;
  [[nodiscard]] bool has_figures() const { return !metrics.empty(); }
};

/// Of a run's metrics what a study reads: of every target and every observed value the rows of all periods, what was left behind, how many
/// months were run, and yearly headlines.
[[nodiscard]] analysis::MetricTable kept_rows(const World& world, const analysis::MetricTable& metrics);

}  // namespace railshift::study
