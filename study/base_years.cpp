#include "study/base_years.hpp"

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/engine/run.hpp"
#include "sim/ensemble/isolated.hpp"
#include "sim/scenario/load/overrides.hpp"
#include "study/base_state_file.hpp"
#include "study/work_folder.hpp"

namespace railshift::study {
namespace {

/// SimGrid allows one engine a process, so the base year runs in one of its own and leaves its state in a file.
rules::BaseState settled(const World& world, Mover mover, const Watch& watch, const Interrupted& left) {
  if (!rules::has_choice(world)) return rules::prior_state(world);
  if (watch.settling) watch.settling();
  const auto settle = mover == Mover::months ? &engine::settle_by_months : &engine::settle;
  const WorkFolder work;
  const auto file = work.path() / "base-state.json";
  const ensemble::Task task{"base year", [&](ensemble::Self& self) {
                              write_state(file, settle(world, [&self](double done) { self.report(done); }));
                              return 0;
                            }};
  const auto results = ensemble::run_tasks({task}, 1, [&watch](double done) { return !watch.progress || watch.progress(done); });
  if (watch.simulated) watch.simulated();
  if (results.front().code == ensemble::kEnded) throw left;
  if (results.front().code != 0) throw Failed(both("基年：{}", "base year: {}", results.front().message));
  return read_state(file);
}

scenario::LoadRequest folder_alone() {
  scenario::LoadRequest request;
  request.layer = Layer::baseline;
  return request;
}

}  // namespace

BaseYears::BaseYears(const Request& request, const Watch& watch, const Interrupted& left)
    : BaseYears([folder = request.scenario](const scenario::LoadRequest& asked) { return load_scenario(folder, asked); }, request.mover,
                watch, left) {}

BaseYears::BaseYears(LoadScenario load, Mover mover, const Watch& watch, const Interrupted& left) : load_(std::move(load)) {
  state_ = settled(*load_(folder_alone()).world, mover, watch, left);
}

const rules::BaseYear* BaseYears::with(const scenario::LoadRequest& changes) {
  scenario::LoadRequest request = changes;
  request.layer = Layer::baseline;
  request.removed_measures.clear();
  request.changes = scenario::Changes::of_base_year;
  const scenario::Loaded loaded = load_(request);
  auto& kept = fitted_[loaded.changes];
  if (!kept) kept = std::make_unique<rules::BaseYear>(fitted(*loaded.world, state_));
  return kept.get();
}

}  // namespace railshift::study
