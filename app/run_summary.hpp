#pragma once
/// What `run` says of a run besides its verdicts.
#include "study/replications.hpp"
#include "study/single_run.hpp"

namespace railshift::app {

/// Whether every load was carried or has waited for less than a day, and none waited longer for a truck than a run promises.
[[nodiscard]] bool served(const study::ChildRecord& record);
/// Says who waited longer for a truck than a run promises and why, and of several seeds in how many; `layer` is the word of the runs where
/// there are two kinds. False if somebody did without a cause in the inputs.
bool promise_kept(const std::vector<study::SharedWait>& waits, const std::string& layer = {});
/// Loads, trains, where the results are; what was turned away; who could not be served for a day or longer. Of the first replication.
void print_summary(const study::RunOutcome& outcome);

}  // namespace railshift::app
