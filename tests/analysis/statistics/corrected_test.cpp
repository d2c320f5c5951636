/// The cheap model corrected by pairs: regressions, chances, ranges and differences worked by hand.
#include <catch2/catch.hpp>

#include <cmath>
#include <set>

#include "analysis/statistics/corrected.hpp"
#include "sim/core/contract.hpp"

namespace corrected_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

namespace {

Demand at_least(double threshold) {
  return [threshold](double value) { return value >= threshold; };
}
Demand at_most(double threshold) {
  return [threshold](double value) { return value <= threshold; };
}

/// Cheap 0 to 19 of twenty members, full 2 x cheap + 3 of every second one.
PairedSample on_a_line() {
  PairedSample sample;
  for (std::size_t m = 0; m < 20; ++m) {
    sample.cheap.emplace_back(m);
    if (m % 2 == 0) sample.full[m] = 2.0 * static_cast<double>(m) + 3.0;
  }
  return sample;
}

/// Four pairs (0, 0), (1, 1), (2, 2), (3, 5) and a member at 4.
const PairedSample kFour{{0.0, 1.0, 2.0, 3.0, 4.0}, {{0, 0.0}, {1, 1.0}, {2, 2.0}, {3, 5.0}}};

}  // namespace

TEST_CASE("a pair is corrected by the other pairs alone, a member that is none by all", "[statistics]") {
  // Without the last, the line is full = cheap: 3 and not 5, residual 2 (over all four it would be 4.4, residual 0.6). Without the first:
  // slope 2 through (2, 8/3): -4/3. Without the second: 11/7, 9/7. Without the third: 12/7, 22/7. Over all: slope 8/5 through (1.5, 2).
  const Correction correction = correction_of(kFour);
  CHECK(*correction.fitted[3] == Approx(3.0));
  CHECK(*correction.residuals.at(3) == Approx(2.0));
  CHECK(*correction.fitted[0] == Approx(-4.0 / 3.0));
  CHECK(*correction.residuals.at(0) == Approx(4.0 / 3.0));
  CHECK(*correction.fitted[1] == Approx(9.0 / 7.0));
  CHECK(*correction.fitted[2] == Approx(22.0 / 7.0));
  CHECK(*correction.fitted[4] == Approx(6.0));
  CHECK(correction.residuals.count(4) == 0);
}

TEST_CASE("two pairs, or pairs of one cheap value, say what to add and no slope", "[statistics]") {
  const Correction two = correction_of({{1.0, 2.0, 10.0}, {{0, 4.0}, {1, 7.0}}});
  CHECK(*two.fitted[2] == Approx(14.0));  // + (3 + 5) / 2
  CHECK(*two.fitted[0] == Approx(6.0));   // by the second, + 5
  const Correction flat = correction_of({{2.0, 2.0, 2.0, 10.0}, {{0, 3.0}, {1, 5.0}, {2, 7.0}}});
  CHECK(*flat.fitted[3] == Approx(13.0));
  const Correction lonely = correction_of({{1.0}, {{0, 4.0}}});
  CHECK(*lonely.fitted[0] == Approx(1.0));
  CHECK(*lonely.residuals.at(0) == Approx(3.0));
}

TEST_CASE("where the full model is a line of the cheap one, chance and mean are those of the line", "[statistics]") {
  // full >= 22.9 from cheap = 10 on: 10 of 20; error sqrt(s^2 / 20), s^2 = 0.25 x 20 / 19. Just above 23, from 11 on.
  const Estimate chance = corrected_chance(on_a_line(), at_least(22.9));
  CHECK(chance.value == Approx(0.5));
  CHECK(*chance.error == Approx(std::sqrt(0.25 / 19.0)).epsilon(1e-6));
  CHECK(corrected_chance(on_a_line(), at_least(23.1)).value == Approx(0.45));
  CHECK(corrected_chance(on_a_line(), at_most(22.9)).value == Approx(0.5));
  // 2 x 9.5 + 3; the squares of 0 to 19 around 9.5 are 665 = 19 x 35: error sqrt(4 x 35 / 20).
  const auto mean = corrected_mean(on_a_line());
  REQUIRE(mean.has_value());
  CHECK(mean->value == Approx(22.0));
  CHECK(*mean->error == Approx(std::sqrt(7.0)).epsilon(1e-6));
}

TEST_CASE("full members that failed to serve are not met: two of ten pairs leave 80 % of what cannot be missed", "[statistics]") {
  // Ten members that are no pair: 8 of 10 residuals serve. Two failed pairs: 8 of 9 others; eight that served: 7 of 9.
  // 10 x 0.8 + 2 x 8/9 + 8 x 7/9 = 16 of 20.
  PairedSample sample = on_a_line();
  sample.full[4] = std::nullopt;
  sample.full[10] = std::nullopt;
  const Estimate chance = corrected_chance(sample, at_least(-1000.0));
  CHECK(chance.value == Approx(0.8));
  CHECK(*chance.error > 0.1);  // about sqrt(0.8 x 0.2 / 9) of the pairs
  // A mean is of those that serve, and the others do not count as 0.
  CHECK(corrected_mean(sample)->value == Approx(22.0).margin(0.5));
  for (auto& [member, full] : sample.full) full = std::nullopt;
  CHECK(corrected_chance(sample, at_least(-1000.0)).value == 0.0);
  CHECK_FALSE(corrected_mean(sample).has_value());
}

TEST_CASE("a cheap member that failed is as the full model says of such members, and not met where it says nothing", "[statistics]") {
  PairedSample sample = on_a_line();
  for (int i = 0; i < 4; ++i) sample.cheap.emplace_back(std::nullopt);
  CHECK(corrected_chance(sample, at_least(-1000.0)).value == Approx(20.0 / 24.0));
  // Two of the four are pairs, one of which serves in the full model: each of the two by the other, 0 and 1; the other two 1/2.
  sample.full[20] = 50.0;
  sample.full[21] = std::nullopt;
  CHECK(corrected_chance(sample, at_least(-1000.0)).value == Approx(22.0 / 24.0));
  CHECK(corrected_chance(sample, at_least(51.0)).value == Approx(0.0).margin(1e-9));
}

TEST_CASE("a chance needs ten pairs", "[statistics]") {
  PairedSample sample = on_a_line();
  CHECK_NOTHROW(corrected_chance(sample, at_least(20.0)));
  sample.full.erase(0);
  CHECK_THROWS_AS(corrected_chance(sample, at_least(20.0)), BrokenPromise);
  CHECK_THROWS_AS(corrected_mean(sample), BrokenPromise);
  CHECK_THROWS_AS(correction_of({{1.0}, {{1, 4.0}}}), BrokenPromise);
  CHECK_THROWS_AS(correction_of({{std::nan("")}, {}}), BrokenPromise);
}

TEST_CASE("a corrected value is the fitted one and the residual of another pair, each of which is drawn by some seed", "[statistics]") {
  const Correction correction = correction_of(kFour);
  std::set<double> of_pair, of_other;
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    const auto values = corrected_values(kFour, seed);
    of_pair.insert(*values[3]);
    of_other.insert(*values[4]);
  }
  CHECK(of_pair.size() == 3);
  CHECK(of_pair.count(*correction.fitted[3] + *correction.residuals.at(3)) == 0);
  CHECK(of_other.size() == 4);
  CHECK(of_other.count(*correction.fitted[4] + *correction.residuals.at(3)) == 1);
  CHECK(corrected_values(kFour, 7) == corrected_values(kFour, 7));
}

TEST_CASE("a member draws the same pair for every metric, and no value where that pair failed", "[statistics]") {
  PairedSample other = kFour;
  for (auto& [member, full] : other.full) *full = 100.0 - 3.0 * *full;  // residuals -3 times the first
  const Correction first = correction_of(kFour), second = correction_of(other);
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    const double one = *corrected_values(kFour, seed)[4] - *first.fitted[4];
    CHECK(*corrected_values(other, seed)[4] - *second.fitted[4] == Approx(-3.0 * one).margin(1e-9));
  }
  PairedSample failed = kFour;
  failed.full[0] = std::nullopt;
  int without = 0;
  for (std::uint32_t seed = 0; seed < 400; ++seed) without += corrected_values(failed, seed)[4] ? 0 : 1;
  CHECK(std::abs(without - 100) < 29);  // a quarter; 3.29 errors sqrt(400 x 3/16)
}

TEST_CASE("from few pairs the range is the share with the largest error taken off and added", "[statistics]") {
  // Cheap 1 to 10, largest error 1.5. At least 5: 6.5 and more are 4 members, 3.5 and more 7. At most 5: up to 3.5 are 3, up to 6.5 six.
  PairedSample sample;
  for (int i = 1; i <= 10; ++i) sample.cheap.emplace_back(i);
  sample.full = {{0, 2.5}, {9, 9.5}};
  CHECK(few_pairs_range(sample, at_least(5.0)).low == Approx(0.4));
  CHECK(few_pairs_range(sample, at_least(5.0)).high == Approx(0.7));
  CHECK(few_pairs_range(sample, at_most(5.0)).low == Approx(0.3));
  CHECK(few_pairs_range(sample, at_most(5.0)).high == Approx(0.6));
  // A third pair in which the full model failed: two thirds of both.
  sample.full[5] = std::nullopt;
  CHECK(few_pairs_range(sample, at_least(5.0)).low == Approx(0.4 * 2.0 / 3.0));
  CHECK(few_pairs_range(sample, at_least(5.0)).high == Approx(0.7 * 2.0 / 3.0));
  CHECK_THROWS_AS(few_pairs_range({{1.0}, {}}, at_least(5.0)), BrokenPromise);
}

TEST_CASE("150 of 200 met and 2 of 20 pairs lost: 0.65 with an error of 0.074", "[statistics]") {
  const Estimate chance = met_difference({200, 150, 20, 0, 2});
  CHECK(chance.value == Approx(0.65));
  CHECK(*chance.error == Approx(0.07374).margin(0.000005));  // sqrt(0.1875 / 200 + 0.09 / 20) = sqrt(0.0054375)
  // As many gained as lost move nothing and widen: sqrt(0.1875 / 200 + 0.2 / 20).
  const Estimate both = met_difference({200, 150, 20, 2, 2});
  CHECK(both.value == Approx(0.75));
  CHECK(*both.error == Approx(0.1046).margin(0.00005));
}

TEST_CASE("pairs are counted as gained or lost, a failed full member as lost and a failed cheap one as missed", "[statistics]") {
  // Demand 5 or more. Met: 6, 7, 8. Pairs: 6 -> 4 lost, 7 -> failed lost, 8 -> 9 neither, 1 -> 5 gained, failed -> 5 gained, 2 -> 3
  // neither.
  const PairedSample sample{{6.0, 7.0, 8.0, 1.0, std::nullopt, 2.0, 3.0},
                            {{0, 4.0}, {1, std::nullopt}, {2, 9.0}, {3, 5.0}, {4, 5.0}, {5, 3.0}}};
  const MetCounts counts = met_counts(sample, at_least(5.0));
  CHECK(counts.members == 7);
  CHECK(counts.met == 3);
  CHECK(counts.pairs == 6);
  CHECK(counts.gained == 2);
  CHECK(counts.lost == 2);
  CHECK_THROWS_AS(met_difference({0, 0, 1, 0, 0}), BrokenPromise);
  CHECK_THROWS_AS(met_difference({1, 0, 0, 0, 0}), BrokenPromise);
}

TEST_CASE("members of another law are corrected by the pairs of this one, and the pairs' own members do not count", "[statistics]") {
  // full = 2 x cheap + 3 without a residual: 0 and 4 are 3 and 11, none is not met. Ten pairs, of which nine have 5 or more.
  const std::vector<std::optional<double>> others{0.0, 4.0, 4.0, std::nullopt};
  CHECK(corrected_chance(on_a_line(), others, at_least(5.0)).value == Approx(0.5));
  CHECK(corrected_chance(on_a_line(), others, at_least(3.0)).value == Approx(0.75));
  CHECK(corrected_chance(on_a_line(), others, at_least(11.5)).value == Approx(0.0).margin(1e-12));
  // Shares 0, 1, 1, 0 of four: sqrt(1/3 / 4), and pairs on a line add nothing.
  CHECK(*corrected_chance(on_a_line(), others, at_least(5.0)).error == Approx(std::sqrt(1.0 / 12.0)));
}

TEST_CASE("few pairs: their largest error is taken off and added to members of another law", "[statistics]") {
  // Errors 0, 0, 0 and 2: of 1, 3, 5 and 7 at least 5 have two with none, one with 2 taken off, three with 2 added.
  const ChanceRange range = few_pairs_range(kFour, {1.0, 3.0, 5.0, 7.0}, at_least(5.0));
  CHECK(range.low == Approx(0.25));
  CHECK(range.high == Approx(0.75));
}

}  // namespace corrected_test
