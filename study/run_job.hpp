#pragma once
/// One run of a study, and a run that grows out of another one.
#include <cstddef>
#include <filesystem>
#include <optional>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/input_file.hpp"
#include "sim/ledger/run_file.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/calibration.hpp"

namespace railshift::study {

/// Everything that makes one run; `parts` says what the child leaves behind.
struct RunJob {
  const World* world = nullptr;
  ledger::RunRequest request;
  const rules::BaseYear* base = nullptr;  ///< as in engine::Replication
  const std::vector<InputFile>* inputs = nullptr;
  std::filesystem::path folder;  ///< where the files go; exists
  int replication = 1;
  std::optional<Date> until;
  std::optional<std::filesystem::path> trips;
  std::optional<std::filesystem::path> trains;
  /// audited_metrics: metrics and the record of an audit and of all tables' hashes, but no run file.
  enum class Parts { everything, audited_metrics, metrics_only } parts = Parts::everything;
};

/// A run that another run turns into at the beginning of a month.
struct BranchJob {
  RunJob job;
  Month at;
  std::optional<std::size_t> grows_from = {};  ///< number of another branch; absent: the first run
};

}  // namespace railshift::study
