#pragma once
/// 校正估计 - what many members of a cheap model say of an expensive one, corrected by the members that both computed.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <vector>

#include "analysis/statistics/estimate.hpp"

namespace railshift::analysis::statistics {

/// One metric of a study. "No value": the member failed to serve; it meets nothing and is never left out. A metric that served but has no
/// figure of its own is not for this file.
struct PairedSample {
  std::vector<std::optional<double>> cheap;           ///< by member, all of the cheap model
  std::map<std::size_t, std::optional<double>> full;  ///< by member, those that the full model computed too: the pairs
};
/// Whether a figure meets what is asked.
using Demand = std::function<bool(double)>;

/// With fewer pairs a chance is a range (few_pairs_range).
inline constexpr std::size_t kLeastPairs = 10;

/// 校正 - what the regression full = offset + slope x cheap over the pairs makes of each member.
struct Correction {
  /// By member: of a pair from the regression over the *other* pairs, of all other members from that over all; nothing without a cheap
  /// value. The slope is 1 where fewer than three pairs have both values, or their cheap values do not differ.
  std::vector<std::optional<double>> fitted;
  /// Of the pairs with a cheap value: full - fitted, so that no pair was corrected by itself; nothing where the full model failed.
  std::map<std::size_t, std::optional<double>> residuals;
};
/// Precondition (of all below too): pairs are members, values finite.
[[nodiscard]] Correction correction_of(const PairedSample& sample);

/// A value for each member, as the full model might have it: fitted + the residual of a pair drawn by seed and number of the member (of a
/// pair: another one's). Drawn a failed pair, the member has no value. A member without a cheap value takes what the full model says of a
/// pair without one. Members draw the same pair for every metric of a study whose pairs failed alike.
[[nodiscard]] std::vector<std::optional<double>> corrected_values(const PairedSample& sample, std::uint32_t seed);

/// The chance that the full model meets a demand: the share over corrected values, each member with every residual that it may draw in
/// turn, which is what drawing tends to and has no noise of its own. Error: sqrt(s^2 / N + jackknife over pairs), s the deviation of the
/// members' shares (n - 1), the jackknife (Efron and Stein, Ann. Stat. 9, 1981, 586-596) with the regression done again without each pair.
/// Preconditions: at least kLeastPairs pairs.
[[nodiscard]] Estimate corrected_chance(const PairedSample& sample, const Demand& demand);
/// The chance of members that are none of the sample (of another law), corrected by its pairs: the line over all pairs, and every residual.
/// What pairs say of the difference between the models is taken to hold for them too. Error and preconditions as above, two others or more.
[[nodiscard]] Estimate corrected_chance(const PairedSample& sample, const std::vector<std::optional<double>>& others, const Demand& demand);
/// The mean of the metric in the full model, in the same way, over members that have a value; nothing if none has.
[[nodiscard]] std::optional<Estimate> corrected_mean(const PairedSample& sample);

/// For few pairs: the share of members that meet with the largest paired error |full - cheap| taken off, and with it added, lower first.
/// Of both, the share of pairs in which the full model failed where the cheap one did not is not met. Precondition: a pair.
struct ChanceRange {
  double low = 0.0;
  double high = 0.0;
};
[[nodiscard]] ChanceRange few_pairs_range(const PairedSample& sample, const Demand& demand);
/// The same of members that are none of the sample, by the errors of its pairs.
[[nodiscard]] ChanceRange few_pairs_range(const PairedSample& sample, const std::vector<std::optional<double>>& others,
                                          const Demand& demand);

/// 差值估计 - the plain check on met and missed, without any metric.
struct MetCounts {
  int members = 0, met = 0;  ///< of the cheap model
  int pairs = 0;
  int gained = 0;  ///< pairs missed by the cheap model and met by the full one
  int lost = 0;    ///< the other way round, failed full members among them
};
[[nodiscard]] MetCounts met_counts(const PairedSample& sample, const Demand& demand);
/// p + (gained - lost) / n with p = met / N; error sqrt(p (1 - p) / N + v / n), v = (gained + lost) / n - ((gained - lost) / n)^2. May lie
/// outside of [0, 1], as cutting it off would pull its mean away from the truth. Preconditions: members >= 1, pairs >= 1.
[[nodiscard]] Estimate met_difference(const MetCounts& counts);

}  // namespace railshift::analysis::statistics
