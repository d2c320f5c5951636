#pragma once
/// Measuring: every body runs in a child process of its own, because SimGrid allows one engine a process and memory is only known per
/// process. Times are CPU times, so that other work on the machine moves them little.
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace railshift::bench {

/// What a body says about itself; plain data, sent through a pipe. What does not apply stays 0.
struct Figures {
  double cpu_seconds = 0.0;  ///< of the part that is measured, without loading the scenario
  std::int64_t loads = 0;
  std::int64_t kg = 0;
  std::int64_t events = 0;
  std::uint64_t checksum = 0;
  std::int64_t allocations = 0;  ///< calls of operator new in the measured part
  std::int64_t months = 0;
  std::int64_t rows = 0;          ///< of all ledger tables
  std::int64_t ledger_bytes = 0;  ///< of these rows in memory
  std::int64_t trips = 0;
  std::int64_t metres = 0;
  double wait_hours = 0.0;  ///< of loads at stations
};

struct Measured {
  Figures figures;
  double process_cpu_seconds = 0.0;  ///< user and system time of the child and its own children, from start to end
  double peak_mib = 0.0;             ///< the largest resident set of the child or one of its own children
};

/// Runs `body` in a child. Throws std::runtime_error with the child's message if it fails.
[[nodiscard]] Measured in_child(const std::function<Figures()>& body);
/// Runs a program with arguments in a child, its output thrown away.
[[nodiscard]] Measured program(const std::vector<std::string>& command);

/// CPU seconds of this process so far.
[[nodiscard]] double cpu_seconds();

/// Median of what `value` takes from each run. Precondition: there are runs.
[[nodiscard]] double median(const std::vector<Measured>& runs, const std::function<double(const Measured&)>& value);
[[nodiscard]] double median_cpu(const std::vector<Measured>& runs);

}  // namespace railshift::bench
