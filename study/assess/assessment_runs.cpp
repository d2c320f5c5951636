#include "study/assess/assessment_runs.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/judge/verdicts.hpp"
#include "sim/core/both.hpp"
#include "sim/core/contract.hpp"
#include "study/counterfactuals.hpp"
#include "study/plans/contributions.hpp"
#include "study/stored_run.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// The settings come on top of those of the request.
scenario::Loaded load_without(const Request& request, Layer layer, const LeavingOut& left_out) {
  scenario::LoadRequest load_it = load_request(request);
  load_it.layer = layer;
  for (const auto& [path, value] : left_out.set) load_it.set[path] = value;
  load_it.removed_measures = left_out.removed;
  return load_scenario(request.scenario, load_it);
}

RunJob job_of(const scenario::Loaded& loaded, const Request& request, const rules::BaseYear* base, const fs::path& folder) {
  RunJob job;
  job.base = base;
  job.world = &*loaded.world;
  job.request = recorded(request, loaded.world->settings);
  job.inputs = &loaded.inputs;
  job.folder = folder;
  job.until = until_of(request);
  fs::create_directories(job.folder);
  return job;
}

}  // namespace

std::vector<LeftOut> sets_to_run(const World& plan) {
  std::set<LeftOut> sets;
  for (const LeftOut& set : sets_to_leave_out(plan)) {
    if (run_without(plan, set) == RunWithout::own) sets.insert(set);
  }
  for (const LeftOut& set : contribution_sets(plan)) sets.insert(set);
  std::vector<LeftOut> order(sets.begin(), sets.end());
  std::stable_sort(order.begin(), order.end(), [](const LeftOut& a, const LeftOut& b) { return a.size() > b.size(); });
  return order;
}

Variants load_variants(const Request& request) {
  Variants variants;
  variants.plan = load_without(request, Layer::plan, {});
  const World& plan = *variants.plan.world;
  check(request, plan.settings);
  variants.baseline = load_without(request, Layer::baseline, {});
  const std::vector<ExecutedChange> changes = executed_changes(variants.plan);
  if (!changes.empty()) variants.executed = Executed{changes, load_without(request, Layer::plan, {{}, settings_of(changes)})};
  if (request.depth == Depth::quick) return variants;
  for (const LeftOut& measures : sets_to_run(plan))
    variants.without.push_back({measures, load_without(request, Layer::plan, leaving_out(plan, measures))});
  return variants;
}

Date end_of_use(const World& plan, const LeftOut& measures, const std::optional<Date>& until) {
  std::vector<Date> due;
  for (const Target& target : plan.targets) {
    const auto ids = analysis::ordering_measures(plan, target);
    if (std::any_of(ids.begin(), ids.end(), [&](const auto& id) { return measures.count(id) > 0; })) due.push_back(target.due);
  }
  return end_of_last_year(plan, due, until);
}

Date end_of_contributions(const World& plan, const std::optional<Date>& until) {
  std::vector<Date> due;
  for (const Target& target : plan.targets) {
    if (target.due >= plan.settings.start) due.push_back(target.due);
  }
  return due.empty() ? until.value_or(plan.settings.end) : end_of_last_year(plan, due, until);
}

AssessmentRuns assessment_runs(const Variants& variants, const Request& request, BaseYears& base_years, const fs::path& root) {
  const rules::BaseYear* base = base_years.with(load_request(request));
  Request asked = request;
  asked.layer = Layer::baseline;
  AssessmentRuns runs;
  runs.baseline = job_of(variants.baseline, asked, base, root / "baseline");
  runs.baseline.request.seed = seed_of(request, variants.plan.world->settings);
  asked.layer = Layer::plan;
  for (int r = 1; r <= kSeeds; ++r) {
    runs.plan.push_back(job_of(variants.plan, asked, base, r == 1 ? root / "plan" : root / "parts" / fmt::format("plan-{}", r)));
    RunJob& job = runs.plan.back();
    job.replication = r;
    job.request.seed += static_cast<std::uint32_t>(r - 1);
    if (r > 1) job.parts = RunJob::Parts::metrics_only;
  }
  if (variants.executed) {
    runs.executed = job_of(variants.executed->loaded, asked, base, root / "parts" / "executed");
    RunJob& job = *runs.executed;
    job.request.seed = runs.plan.front().request.seed;
    for (const auto& [path, value] : settings_of(variants.executed->changes)) job.request.set[path] = value;
    job.parts = RunJob::Parts::metrics_only;
  }
  const World& plan = *variants.plan.world;
  const std::vector<LeftOut> for_contributions = contribution_sets(plan);
  for (const Without& without : variants.without) {
    const bool contributes = std::binary_search(for_contributions.begin(), for_contributions.end(), without.measures);
    runs.without.push_back(job_of(without.loaded, asked, base, root / "parts" / fmt::format("without-{}", runs.without.size() + 1)));
    RunJob& job = runs.without.back();
    job.request.seed = runs.plan.front().request.seed;
    job.request.removed_measures = {without.measures.begin(), without.measures.end()};
    job.until = contributes ? end_of_contributions(plan, until_of(request)) : end_of_use(plan, without.measures, until_of(request));
    job.parts = RunJob::Parts::metrics_only;
  }
  return runs;
}

const RunJob& AssessmentRuns::run_of(const Variants& variants, const LeftOut& measures) const {
  switch (run_without(*variants.plan.world, measures)) {
    case RunWithout::plan:
      return plan.front();
    case RunWithout::baseline:
      return baseline;
    case RunWithout::own:
      break;
  }
  const auto found = std::find_if(variants.without.begin(), variants.without.end(),
                                  [&](const Without& candidate) { return candidate.measures == measures; });
  RAILSHIFT_EXPECTS(found != variants.without.end(), "what was left out was run");
  return without[static_cast<std::size_t>(found - variants.without.begin())];
}

LeverRuns::LeverRuns(const Variants& variants, const Request& request, BaseYears& base_years, const fs::path& root)
    : request_(request), base_(base_years.with(load_request(request))), root_(root) {
  const World& plan = *variants.plan.world;
  request_.layer = Layer::plan;
  seed_ = seed_of(request, plan.settings);
  std::vector<Date> due;
  for (const Target& target : plan.targets) due.push_back(target.due);
  end_ = end_of_last_year(plan, due, until_of(request));
  if (request.depth == Depth::quick) return;
  levers_ = levers_of(variants.plan);
  for (std::size_t i = kMostLevers; i < levers_.size(); ++i) left_out_.push_back(levers_[i].path);
  levers_.resize(std::min(levers_.size(), kMostLevers));
}

std::vector<RunJob> LeverRuns::prepare(const std::vector<LeverSettings>& settings) {
  prepared_.clear();
  std::vector<RunJob> jobs;
  for (const LeverSettings& turned_to : settings) {
    scenario::LoadRequest load_it = load_request(request_);
    for (const auto& [path, value] : turned_to) load_it.set[path] = value;
    Prepared& one =
        prepared_.emplace_back(Prepared{scenario::load(request_.scenario, load_it), root_ / "parts" / fmt::format("levers-{}", ++runs_)});
    if (!one.loaded.world) continue;
    jobs.push_back(job_of(one.loaded, request_, base_, one.folder));
    jobs.back().request.seed = seed_;
    jobs.back().request.set = load_it.set;
    jobs.back().until = end_;
    jobs.back().parts = RunJob::Parts::metrics_only;
  }
  return jobs;
}

std::vector<LeverRun> LeverRuns::read() const {
  std::vector<LeverRun> runs;
  for (const Prepared& one : prepared_) {
    LeverRun& run = runs.emplace_back();
    if (one.loaded.world) {
      run.verdicts = analysis::judge(*one.loaded.world, {read_metrics(one.folder)});
      fs::remove_all(one.folder);
    } else {
      const Problem first = one.loaded.problems.sorted().front();
      run.refused = both("{}；{}", "{}; {}", first.found, first.rule);
    }
  }
  return runs;
}

std::vector<RunJob> AssessmentRuns::all() const {
  std::vector<RunJob> all = {plan.front(), baseline};
  if (executed) all.push_back(*executed);
  all.insert(all.end(), plan.begin() + 1, plan.end());
  all.insert(all.end(), without.begin(), without.end());
  return all;
}

}  // namespace railshift::study
