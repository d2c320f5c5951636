#include "study/single_run.hpp"

#include <fmt/format.h>

#include "analysis/judge/caveats.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/base_years.hpp"
#include "study/execute.hpp"
#include "study/refused.hpp"
#include "study/replications.hpp"
#include "study/report_parts.hpp"
#include "study/simulate.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// The month that a run has in hand; of replications which of them.
Step step_of(const RunJob& job, const std::string& run, double done) {
  const Settings& settings = job.world->settings;
  return {run, {}, {}, month_reached(settings.day_zero(), job.until.value_or(settings.end), done), done};
}

Replicated simulate_once(const RunJob& job, const Watch& watch) {
  const auto tell = [&job](std::size_t, double done) { return step_of(job, "run", done); };
  const auto results = simulate({{"run", [&job](ensemble::Self& self) { return execute(job, self); }}}, 1, watch, 0, tell);
  if (!results) throw Interrupted{job.folder};
  const ensemble::TaskResult& result = results->front();
  if (result.code != 0 && !fs::exists(job.folder / "child.json")) throw Failed(result.message);
  return read_replications({job.folder});
}

/// `kept`: what an earlier run has left whole.
Replicated simulate_replications(const RunJob& job, const Request& request, const WholeParts& kept, const Watch& watch) {
  const std::vector<RunJob> replications = replications_of(job, *request.replications);
  keep_whole_parts(replications, kept);
  const std::vector<ensemble::Task> tasks = missing_parts(replications, kept);
  const auto tell = [&](std::size_t run, double done) { return step_of(job, tasks[run].name, done); };
  const auto results = simulate(tasks, request.jobs, watch, count_of(kept), tell);
  const auto whole_now = [&] { return count_of(whole_parts(replications)); };
  if (!results) throw Interrupted{job.folder, whole_now()};
  for (const ensemble::TaskResult& result : *results) {
    if (result.code != 0) throw PartFailed{both("{}：{}", "{}: {}", result.name, result.message), whole_now(), replications.size()};
  }
  return merge_parts(replications);
}

RunJob job_of(const Request& request, const scenario::Loaded& loaded) {
  RunJob job;
  job.world = &*loaded.world;
  job.request = recorded(request, loaded.world->settings);
  job.inputs = &loaded.inputs;
  job.until = until_of(request);
  return job;
}

/// A list beside the result takes its place after it.
std::optional<PendingFile> begun(const std::optional<fs::path>& list) {
  if (!list) return std::nullopt;
  return std::make_optional<PendingFile>(*list);
}

std::optional<fs::path> unfinished(const std::optional<PendingFile>& list) {
  return list ? std::optional(list->unfinished()) : std::nullopt;
}

}  // namespace

RunOutcome run(const Request& request, const Watch& watch) {
  const scenario::Loaded loaded = load_scenario(request.scenario, load_request(request));
  const World& world = *loaded.world;
  check(request, world.settings);
  RunOutcome outcome;
  outcome.folder = run_folder(request, world.settings);
  RunJob job = job_of(request, loaded);
  ResultFolder results(outcome.folder, request.replace, request.replications ? Leftovers::keep : Leftovers::clear);
  job.folder = results.partial();
  std::optional<PendingFile> trips = begun(request.trips), trains = begun(request.trains);
  job.trips = unfinished(trips);
  job.trains = unfinished(trains);
  const WholeParts kept = request.replications ? whole_parts(replications_of(job, *request.replications)) : WholeParts{};
  BaseYears base_years(request, watch, {job.folder, count_of(kept)});
  job.base = base_years.with(load_request(request));
  const Replicated simulated = request.replications ? simulate_replications(job, request, kept, watch) : simulate_once(job, watch);
  outcome.verdicts = verdicts_of(world, simulated);
  outcome.estimate = job.request.is_estimate();
  if (outcome.estimate) analysis::mark_estimates(outcome.verdicts);
  outcome.names = analysis::names_of(world);
  outcome.caveats = analysis::caveats_of_run(world, outcome.estimate ? analysis::RunKind::estimate : analysis::RunKind::full);
  outcome.observed = analysis::beside_observed(world, simulated.metrics);
  outcome.rail_wishes = analysis::rail_wishes(simulated.metrics.front());
  outcome.records = simulated.records;
  write_run_document(job, request, simulated, outcome.verdicts);
  complete(job, outcome.verdicts, request.replications ? outcome.records : std::vector<ChildRecord>{});
  if (request.replications) remove_parts({job});
  results.finish();
  for (std::optional<PendingFile>* list : {&trips, &trains}) {
    if (*list) (*list)->take_place();
  }
  return outcome;
}

}  // namespace railshift::study
