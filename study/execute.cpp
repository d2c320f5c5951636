#include "study/execute.hpp"

#include "analysis/audit/audit.hpp"
#include "analysis/map/map_layers.hpp"
#include "analysis/metrics/choice_constants.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/operations/box_figures.hpp"
#include "analysis/operations/funnel.hpp"
#include "analysis/operations/operations.hpp"
#include "analysis/operations/stock_figures.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/ledger/trips_csv.hpp"
#include "study/manifest.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace {

/// One process that lives through a run, or through the rest of a branch.
class RunProcess {
 public:
  RunProcess(const RunJob& job, ensemble::Self& self, const std::vector<BranchJob>& branches)
      : job_(&job), self_(self), branches_(branches) {
    record_.start = wall_clock();
  }

  int live() {
    engine::Replication replication;
    replication.seed = job_->request.seed;
    replication.base = job_->base;
    replication.kernel = job_->request.kernel == "step" ? engine::Kernel::step : engine::Kernel::ahead;
    replication.until = job_->until;
    replication.on_progress = [this](double done) { self_.report((done - shared_) / (1.0 - shared_)); };
    if (!branches_.empty()) replication.before_month = [this](Month month) { return turn(month); };
    std::optional<ledger::TripsCsv> trips;
    if (job_->trips) {
      trips.emplace(*job_->trips, *job_->world);
      replication.on_trips = [&trips](Month month, std::span<const ledger::LegRecord> records, const RouteBook& routes) {
        trips->append(month, records, routes);
      };
    }
    std::optional<ledger::TrainsCsv> trains;
    if (job_->trains) {
      trains.emplace(*job_->trains, *job_->world);
      replication.on_train = [&trains](const ledger::TrainEvent& event) { trains->append(event); };
    }
    engine::RunResult result =
        job_->request.is_estimate() ? engine::run_by_months(*job_->world, replication) : engine::run(*job_->world, replication);
    if (trips) trips->close();
    if (trains) trains->close();
    return write(result);
  }

 private:
  std::optional<engine::Turn> turn(Month month) {
    for (std::size_t i = 0; i < branches_.size(); ++i) {
      if (branches_[i].at != month || branches_[i].grows_from != branch_ || !self_.branch(i)) continue;
      branch_ = i;
      job_ = &branches_[i].job;
      record_.start = wall_clock();
      const Month first = engine::first_month(*job_->world);
      shared_ = static_cast<double>(month - first) / (engine::end_month(*job_->world, job_->until) - first);
      return engine::Turn{job_->world, job_->until};
    }
    return std::nullopt;
  }

  int write(engine::RunResult& result) {
    const RunJob& job = *job_;
    const analysis::RunLabel label{job.world->settings.id, job.request.layer, job.request.variant, job.replication};
    const analysis::MetricTable metrics = analysis::measure(*job.world, result.ledger, label);
    write_text(job.folder / "metrics.csv", analysis::to_csv(metrics));
    write_text(job.folder / "stations.csv",
               analysis::to_csv(*job.world, analysis::station_figures(*job.world, result.ledger), job.replication));
    write_text(job.folder / "pools.csv", analysis::to_csv(*job.world, analysis::pool_figures(*job.world, result.ledger), job.replication));
    write_text(job.folder / "stocks.csv",
               analysis::to_csv(*job.world, analysis::stock_figures(*job.world, result.ledger), job.replication));
    write_text(job.folder / "funnel.csv",
               analysis::to_csv(*job.world, analysis::funnel_figures(*job.world, result.ledger), job.replication));
    write_text(job.folder / "boxes.csv", analysis::to_csv(*job.world, analysis::box_figures(*job.world, result.ledger), job.replication));
    if (job.base != nullptr && job.parts == RunJob::Parts::everything)
      write_text(job.folder / "choice.csv", analysis::choice_csv(*job.world, job.base->constants));
    record_.statistics = result.statistics;
    record_.unserved = result.unserved;
    record_.long_waits = result.long_waits;
    record_.first_acts = analysis::first_acts(result.ledger.effects);
    record_.pool_runs = analysis::pool_runs(*job.world, result.ledger);
    if (job.parts != RunJob::Parts::metrics_only) {
      record_.breaches = analysis::audit(*job.world, result.ledger, metrics).breaches;
      record_.table_hashes = ledger::table_hashes(result.ledger);
    }
    if (job.parts == RunJob::Parts::everything) {
      ledger::RunFile file{job.request, *job.inputs, std::move(result.ledger)};
      ledger::write_run_file(job.folder / "run.gpkg", *job.world, file, analysis::run_layers({job.world, &file.ledger}));
    }
    record_.end = wall_clock();
    write_text(job.folder / "child.json", to_json(record_));
    return record_.breaches.empty() ? 0 : 1;
  }

  const RunJob* job_;  ///< what this process does now
  ensemble::Self& self_;
  const std::vector<BranchJob>& branches_;
  std::optional<std::size_t> branch_;  ///< that this process has become
  double shared_ = 0.0;                ///< of the run, lived before it branched off
  ChildRecord record_;
};

}  // namespace

int execute(const RunJob& job, ensemble::Self& self, const std::vector<BranchJob>& branches) {
  return RunProcess(job, self, branches).live();
}

}  // namespace railshift::study
