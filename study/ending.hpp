#pragma once
/// How a study that was simulated to its end is to be called: first what the program promises, then what its user demands.
#include <cstdint>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "sim/core/language.hpp"
#include "study/manifest.hpp"

namespace railshift::study {

/// What a user may demand of the results.
enum class Demand : std::uint8_t {
  nothing,
  targets,  ///< every target is met, of a clause in several readings the main one
  served    ///< every load of every run was carried in time (served() of closing_statement.hpp)
};

enum class Ending : std::uint8_t {
  done,
  promise_broken,  ///< by the program, whatever is demanded
  not_held         ///< what is demanded does not hold
};

/// Whether a run kept what every run promises: no conservation law is broken, and nobody waited too long for a truck without a cause in
/// the inputs.
[[nodiscard]] bool kept(const ChildRecord& run);

/// The ending of a study with these verdicts. The demand is about the runs of `demanded` alone; those beside them promise the same.
[[nodiscard]] Ending ending_of(Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<ChildRecord>& demanded,
                               const std::vector<ChildRecord>& beside);

/// What of a demand does not hold, a line each behind a heading: the targets that are not met with their figures and why; the number of
/// runs with goods left behind. Empty if it holds.
[[nodiscard]] std::vector<Words> not_held(Demand demand, const std::vector<analysis::Verdict>& verdicts,
                                          const std::vector<ChildRecord>& demanded);

}  // namespace railshift::study
