#pragma once
/// 进度系数 - how what was counted stands to what runs say, and how much of it is carried on into the months to come
/// (docs/decisions/tracking-by-runs.md).
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/tracking/counted_rows.hpp"

namespace railshift::analysis {

/// Months that a fit reads at most: the last year that was counted.
inline constexpr int kFitMonths = 12;
/// Within this many standard deviations of the runs a difference is one that runs have too.
inline constexpr double kRunsReach = 2.0;
/// A difference can grow where runs make it grow: counted months before an opening dilute what follows it.
inline constexpr double kMostCarried = 3.0;

/// Counted months of a series below which nothing says how far its pace may be off.
inline constexpr int kLeastMonths = 3;

/// Where a pace comes from, or why there is none; without one the months to come are those of the runs.
enum class PaceBasis : std::uint8_t {
  fitted,             ///< counted over simulated; 0 where nothing was counted and runs have something
  nothing_simulated,  ///< no run has anything in the counted months
  other_direction,    ///< the stock changed one way, in all runs the other
  one_month           ///< a stock that was counted once: no change is known
};
[[nodiscard]] std::string_view to_text(PaceBasis basis);

struct PaceFit {
  Month first{}, last{};  ///< months that the fit reads
  int months = 0;
  double observed = 0.0;   ///< in them: t, or trucks; of a register by how many the stock changed
  double simulated = 0.0;  ///< mean of the runs
  PaceBasis basis = PaceBasis::fitted;
  std::optional<double> level;  ///< observed / simulated (geometric mean of the runs); 0 where nothing was counted; nothing without a pace
  double spread = 0.0;          ///< standard deviation of the runs in it, in logarithms
  double carried = 1.0;         ///< share of a difference that runs carry from these months into those after
  std::optional<double> pace;   ///< what the months to come are multiplied with in a run of the mean level
  double scatter = 0.0;         ///< standard deviation of a month beyond that of any run, in logarithms; what is drawn
  std::vector<double> logs;     ///< by run: logarithm of what its months to come are multiplied with, drawn error of the level included;
                                ///< minus infinity of 0
};

/// Of one series. With x the logarithm of the sum over the last kFitMonths counted months (of a register: of the change over them), of run
/// i x_i, of what was counted x_o, mean m and standard deviation s of the x_i, y_i the same of the months to come:
///   b = slope of y on x over the runs, held in 0..1, in 0..kMostCarried where it explains half of y (1 with fewer than three runs or where
///   they do not differ), c(z) = b z for |z| <= 2 s; what lies beyond is carried in full: c(z) = z -+ (1 - b) 2 s, pace = exp(c(x_o - m)),
///   of run i exp(c(x_o - m) - c(x_i - m)): a run that was what was counted goes on as it is.
/// Where nothing was counted (of a stock: no change) pace is 0, and runs that have nothing in these months either go on as they are.
/// Scatter: of ln(observed month / mean of the runs) around its mean, in excess of the run that scatters most, sqrt(max(0, v_o - max v_i)),
/// from three months on. It is drawn with a mean factor of 1: scatter / sqrt(months) on the level, once a run.
/// Preconditions: a run; the months of the series end with the last known one. `seed` of what is drawn.
[[nodiscard]] PaceFit fit_pace(const ObservedSeries& series, const std::vector<std::map<Month, double>>& runs, std::uint32_t seed);

/// A standard normal number of the series, run and month (0: of the level).
[[nodiscard]] double drawn_normal(const ObservedSeries& series, std::uint32_t seed, std::size_t run, std::uint32_t month);

}  // namespace railshift::analysis
