#pragma once
/// One layer of a scenario on one seed, or on several.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/observed.hpp"
#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/rail_wishes.hpp"
#include "analysis/words/scope_words.hpp"
#include "study/manifest.hpp"
#include "study/replications.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What a run left, and what it says.
struct RunOutcome {
  std::filesystem::path folder;
  std::vector<analysis::Verdict> verdicts;  ///< over all replications
  std::vector<analysis::BesideObserved> observed;
  analysis::Names names;                                    ///< of firms, segments and goods
  std::vector<Caveat> caveats;                              ///< analysis::caveats_of the world
  std::map<std::string, analysis::RailWishes> rail_wishes;  ///< by year, of the first replication
  bool estimate = false;                                    ///< by months
  std::vector<ChildRecord> records;                         ///< by replication; broken conservation laws stand there and are no error
};

/// How the runs of a job are made.
struct RunPlan {
  std::optional<int> replications;  ///< absent: one run
  int jobs = 1;                     ///< processes at a time
  WholeParts kept;                  ///< of replications, what an earlier run has left whole
};
/// Simulates a job and leaves every file of its result in the job's folder but verdicts.csv and manifest.json. Throws as `run` does.
[[nodiscard]] Replicated simulate_job(const RunJob& job, const RunPlan& plan, const Watch& watch);

/// Takes the folder runs/<scenario>-<layer> unless the request names one. With `replications`, parts that an interrupted run of the same
/// request left whole are not simulated again. Throws WrongScenario, Refused (both before anything is written), Interrupted, and
/// std::runtime_error if a run fails.
[[nodiscard]] RunOutcome run(const Request& request, const Watch& watch);

}  // namespace railshift::study
