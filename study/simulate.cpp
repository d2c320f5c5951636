#include "study/simulate.hpp"

#include <algorithm>

namespace railshift::study {
namespace {

std::size_t runs_of(const std::vector<ensemble::Task>& tasks) {
  std::size_t runs = 0;
  for (const ensemble::Task& task : tasks) runs += 1 + task.branches.size();
  return runs;
}

}  // namespace

std::optional<std::vector<ensemble::TaskResult>> simulate(const std::vector<ensemble::Task>& tasks, int jobs, const Watch& watch,
                                                          std::size_t kept) {
  if (watch.started) watch.started({runs_of(tasks), kept});
  auto results = ensemble::run_tasks(tasks, jobs, [&watch](double done) { return !watch.progress || watch.progress(done); });
  if (watch.simulated) watch.simulated();
  const bool ended = std::any_of(results.begin(), results.end(), [](const auto& result) { return result.code == ensemble::kEnded; });
  if (ended) return std::nullopt;
  return results;
}

}  // namespace railshift::study
