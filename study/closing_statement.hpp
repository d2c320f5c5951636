#pragma once
/// What was not served and who waited, as sentences: the same after `run`, after `assess` and in the report.
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "study/replications.hpp"

namespace railshift::study {

/// Rows shown of a list; of a longer one, one line more says how many are left out.
inline constexpr std::size_t kWaitsShown = 10;

/// Whether every load was carried or has waited for less than a day, and none waited longer for a truck than a run promises.
[[nodiscard]] bool served(const ChildRecord& record);

/// What was turned away in the runs of one layer, and who still waits at the end for a day or longer and for what, the longest waits
/// first; of several seeds the greatest figures, and in how many. Empty if there is neither in any of them.
[[nodiscard]] std::vector<Words> not_served(const std::vector<ChildRecord>& seeds);

/// Who waited longer for a truck in the runs of one layer than a run promises and why, and of several seeds in how many; broken promises
/// first, then the longest waits.
struct WaitSentence {
  Words words;
  bool broken = false;  ///< nothing in the inputs is the cause: the run breaks its own promise (of "and 3 more": in one of the three)
};
[[nodiscard]] std::vector<WaitSentence> long_waits(const std::vector<ChildRecord>& seeds);

}  // namespace railshift::study
