#pragma once
/// What `run` and `assess` say of a run besides its verdicts.
#include <string>
#include <vector>

#include "study/closing_statement.hpp"
#include "study/ending.hpp"
#include "study/single_run.hpp"

namespace railshift::app {

/// What was turned away, and who could not be served for a day or longer, over the runs of one layer; `layer` is its word where there are
/// several.
void print_not_served(const std::vector<study::ChildRecord>& seeds, const std::string& layer = {});
/// Who waited longer for a truck than a run promises and why, over the runs of one layer; a broken promise goes to stderr.
void print_long_waits(const std::vector<study::ChildRecord>& seeds, const std::string& layer = {});
/// What of a demand does not hold, to stderr.
void print_not_held(study::Demand demand, const std::vector<analysis::Verdict>& verdicts, const std::vector<study::ChildRecord>& demanded);
/// Of the first replication loads, trains, empty running; where the results are; what was not served in any of them.
void print_summary(const study::RunOutcome& outcome);

}  // namespace railshift::app
