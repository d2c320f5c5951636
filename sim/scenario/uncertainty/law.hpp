#pragma once
/// How a number with a range is distributed: from u in [0, 1) to a value, by the inverse distribution function.
#include <optional>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/scenario/fields/words.hpp"
#include "sim/scenario/uncertainty/ranged_input.hpp"

namespace railshift::scenario {

enum class LawKind : std::uint8_t {
  triangular,  ///< most likely at the value as given
  uniform,     ///< as likely everywhere; the value as given plays no part
  lognormal,   ///< median at the value as given, each side with the spread that its bound says
  discrete     ///< a few positions in the range with weights
};

/// What low and high of a number mean.
enum class LowHigh : std::uint8_t {
  ends,             ///< nothing lies beyond them
  five_ninety_five  ///< a twentieth lies below low, a twentieth above high
};

struct Law {
  LawKind kind = LawKind::triangular;
  LowHigh low_high = LowHigh::ends;
  std::vector<double> positions;  ///< of discrete: -1 is low, 0 the value as given, 1 high, linear between
  std::vector<double> weights;    ///< of discrete, one for each position; need not sum to 1
  friend bool operator==(const Law&, const Law&) = default;
};

template <>
std::vector<Word> words_of<LawKind>();
template <>
std::vector<Word> words_of<LowHigh>();

/// The value below which a share u of the distribution lies. Unit: that of the range. Preconditions: `reason_against` is nothing, u in [0,
/// 1].
///
/// Triangular with low and high at 5 and 95 %: with mode m, p = m - low, q = high - m, the ends a and b are those with
/// F(low) = (low - a)^2 / ((b - a)(m - a)) = 0.05 and 1 - F(high) = (b - high)^2 / ((b - a)(b - m)) = 0.05. With w = b - a and
/// s = (m - a) / w (the share below the mode) these are w f(s) = p and w f(1 - s) = q, where f(s) = s - sqrt(0.05 s). f is 0 at 0.05 and
/// grows, so p f(1 - s) = q f(s) has one root in [0.05, 0.95], and w = (p + q) / (f(s) + f(1 - s)).
/// Uniform so: (high - low) / 18 is added at both ends.
/// Lognormal: value x exp(sigma z(u)), z the normal quantile, sigma = ln(value / low) / z(0.95) below the median and
/// ln(high / value) / z(0.95) above it, so that low and high are the 5 and 95 % quantiles whether or not value^2 = low x high.
[[nodiscard]] double quantile(const Law& law, const Range& range, double u);

/// 第二分布 - another law for the same bounds, to see what hangs on the shape that was assumed: uniform for triangular and lognormal,
/// triangular for uniform, what low and high mean being kept. A discrete law is a list of states and has no other.
[[nodiscard]] Law second_law(const Law& law);

/// Why a law does not fit a range: its value lies outside of it, or lognormal of one that reaches 0 or whose bounds are called ends.
[[nodiscard]] std::optional<Words> reason_against(const Law& law, const Range& range);

}  // namespace railshift::scenario
