#include "study/shared_past.hpp"

#include <algorithm>

#include "sim/engine/run.hpp"
#include "sim/rules/past/first_difference.hpp"
#include "study/execute.hpp"

namespace railshift::study {
namespace {

std::string name_of(const RunJob& job) { return job.folder.filename().string(); }

Month end_of(const RunJob& job) { return engine::end_month(*job.world, job.until); }

/// A run and what grows out of it.
struct Trunk {
  const RunJob* job = nullptr;
  std::vector<BranchJob> branches = {};
};

bool may_share(const RunJob& trunk, const RunJob& job) {
  return trunk.request.seed == job.request.seed && trunk.request.kernel == job.request.kernel &&
         trunk.request.engine == job.request.engine && !trunk.trips && !job.trips && !trunk.trains && !job.trains &&
         end_of(job) <= end_of(trunk);
}

/// The month before which a run must leave its trunk; nothing if they have no month in common.
std::optional<Month> leaves_at(const RunJob& trunk, const RunJob& job) {
  if (!may_share(trunk, job)) return std::nullopt;
  const auto day = rules::first_difference(*trunk.world, *job.world);
  const Month at = day ? std::min(month_of(*day), end_of(job)) : end_of(job);
  return at > engine::first_month(*trunk.world) ? std::optional(at) : std::nullopt;
}

/// Where a job may leave a run that stands already.
struct Fork {
  Trunk* trunk = nullptr;
  std::optional<std::size_t> grows_from;  ///< a branch of the trunk
  Month at;
};

/// The latest of all places: as much past in common as there is.
std::optional<Fork> best_fork(std::vector<Trunk>& trunks, const RunJob& job) {
  std::optional<Fork> best;
  const auto consider = [&](Trunk& trunk, std::optional<std::size_t> from, std::optional<Month> at) {
    if (at && (!best || *at > best->at)) best = Fork{&trunk, from, *at};
  };
  for (Trunk& trunk : trunks) {
    consider(trunk, std::nullopt, leaves_at(*trunk.job, job));
    for (std::size_t i = 0; i < trunk.branches.size(); ++i) {
      const auto at = leaves_at(trunk.branches[i].job, job);
      if (at && *at > trunk.branches[i].at) consider(trunk, i, at);
    }
  }
  return best;
}

std::vector<Trunk> trunks_of(const std::vector<RunJob>& jobs) {
  std::vector<Trunk> trunks;
  for (const RunJob& job : jobs) {
    if (const auto fork = best_fork(trunks, job))
      fork->trunk->branches.push_back({job, fork->at, fork->grows_from});
    else
      trunks.push_back({&job});
  }
  return trunks;
}

ensemble::Task task_of(const Trunk& trunk) {
  ensemble::Task task{name_of(*trunk.job), {}};
  const Month first = engine::first_month(*trunk.job->world);
  const double whole = end_of(*trunk.job) - first;
  for (const BranchJob& branch : trunk.branches) {
    task.branches.push_back({name_of(branch.job), (end_of(branch.job) - branch.at) / whole, branch.grows_from});
  }
  task.body = [trunk](ensemble::Self& self) { return execute(*trunk.job, self, trunk.branches); };
  return task;
}

}  // namespace

std::vector<ensemble::Task> tasks_of(const std::vector<RunJob>& jobs) {
  std::vector<ensemble::Task> tasks;
  for (const Trunk& trunk : trunks_of(jobs)) tasks.push_back(task_of(trunk));
  return tasks;
}

}  // namespace railshift::study
