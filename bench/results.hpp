#pragma once
/// The one table of a benchmark run: what was measured, against what, and whether the ratio that was asked for is reached.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace railshift::bench {

struct Result {
  std::string workload;
  std::string size;
  std::string subject;
  std::string yardstick;  ///< what ran beside it, or the limit that was set; empty: a figure without a yardstick
  std::optional<double> ratio;
  double value = 0.0;  ///< of the subject
  std::string unit;
  std::optional<double> target;  ///< the ratio holds from here up
  /// Targets hold or not; what has none says nothing.
  [[nodiscard]] std::string verdict() const;
};

/// A figure that must not exceed a limit: the ratio is limit / value, so that 1 and more holds.
[[nodiscard]] Result limited(Result figure, double limit);

/// Where, how and beside what the figures were measured.
struct Machine {
  std::string processor;
  int cores = 0;
  std::string compiler;
  std::string flags;
  std::string date;
  std::string load_before;  ///< load averages of 1, 5 and 15 minutes
  std::string load_after;
};
[[nodiscard]] Machine this_machine();
[[nodiscard]] std::string load_average();

/// results.csv: workload,size,subject,yardstick,ratio,value,unit.
void write_csv(const std::filesystem::path& file, const std::vector<Result>& results);
/// The table with the machine above it, as Markdown.
[[nodiscard]] std::string markdown(const Machine& machine, const std::vector<Result>& results);

}  // namespace railshift::bench
