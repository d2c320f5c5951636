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

namespace {

/// Names of the tasks and their branches, in the order of the results.
std::vector<std::string> names_of(const std::vector<ensemble::Task>& tasks) {
  std::vector<std::string> names;
  for (const ensemble::Task& task : tasks) {
    names.push_back(task.name);
    for (const ensemble::Branch& branch : task.branches) names.push_back(branch.name);
  }
  return names;
}

}  // namespace

std::optional<std::vector<ensemble::TaskResult>> simulate(const std::vector<ensemble::Task>& tasks, int jobs, const Watch& watch,
                                                          std::size_t kept, const Teller& tell) {
  if (watch.started) watch.started({runs_of(tasks), kept});
  const std::vector<std::string> names = names_of(tasks);
  const auto on_step = [&](std::size_t run, double done) {
    if (watch.step) watch.step(tell ? tell(run, done) : Step{names[run], {}, {}, {}, done});
  };
  auto results = ensemble::run_tasks(
      tasks, jobs, [&watch](double done) { return !watch.progress || watch.progress(done); }, on_step);
  if (watch.simulated) watch.simulated();
  const bool ended = std::any_of(results.begin(), results.end(), [](const auto& result) { return result.code == ensemble::kEnded; });
  if (ended) return std::nullopt;
  return results;
}

Month month_reached(Date start, Date end, double done) {
  const Month first = month_of(start);
  const int months = std::max(1, month_of(end - 1) + 1 - first);
  return first + std::clamp(static_cast<int>(done * months + 0.5), 0, months - 1);
}

}  // namespace railshift::study
