#pragma once
/// What `run` and `assess` say of a run besides its verdicts.
#include <cstdint>
#include <string>
#include <vector>

#include "study/closing_statement.hpp"
#include "study/replications.hpp"
#include "study/single_run.hpp"

namespace railshift::app {

/// What --assert demands of the results of `run` and `assess`.
enum class Demand : std::uint8_t {
  nothing,
  targets,  ///< every target is met
  served    ///< every load of every run was carried in time (study::served)
};

/// What was turned away, and who could not be served for a day or longer; `layer` is the word of the runs where there are several kinds.
void print_not_served(const study::ChildRecord& record, const std::string& layer = {});
/// Says who waited longer for a truck than a run promises and why, and of several seeds in how many. False if somebody did without a cause
/// in the inputs.
bool promise_kept(const std::vector<study::SharedWait>& waits, const std::string& layer = {});
/// Whether what --assert demands holds over the records of all runs that it is about.
[[nodiscard]] bool holds(Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<study::ChildRecord>& records);
/// Loads, trains, where the results are; what was turned away; who could not be served for a day or longer. Of the first replication.
void print_summary(const study::RunOutcome& outcome);

}  // namespace railshift::app
