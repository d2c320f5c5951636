#pragma once
/// docs/results.md: the columns of the files of a run folder, from the tables that write them.
#include <string>

namespace railshift::analysis {

[[nodiscard]] std::string results_markdown();

}  // namespace railshift::analysis
