/// Quantile bands: type 7, as R and NumPy have it.
#include <catch2/catch.hpp>

#include <cmath>

#include "analysis/statistics/bands.hpp"
#include "sim/core/contract.hpp"

namespace bands_test {

using namespace railshift;
using namespace railshift::analysis::statistics;

TEST_CASE("quantiles of 1, 2, 4 and 8 lie on the lines between them", "[statistics]") {
  // Places 0, 1/3, 2/3, 1. At 0.25: 3/4 of the way from 1 to 2; at 0.5: half way from 2 to 4; at 0.95: place 2.85, 4 + 0.85 x 4.
  CHECK(quantile({8, 1, 4, 2}, 0.25) == Approx(1.75));
  CHECK(quantile({8, 1, 4, 2}, 0.5) == Approx(3.0));
  CHECK(quantile({8, 1, 4, 2}, 0.95) == Approx(7.4));
  CHECK(quantile({8, 1, 4, 2}, 0.0) == 1.0);
  CHECK(quantile({8, 1, 4, 2}, 1.0) == 8.0);
  CHECK(quantile({5}, 0.3) == 5.0);
}

TEST_CASE("a band of the numbers 0 to 100 has its five shares as figures", "[statistics]") {
  std::vector<std::optional<double>> values;
  for (int i = 100; i >= 0; --i) values.emplace_back(i);
  const auto band = band_of(values);
  REQUIRE(band.has_value());
  CHECK(band->members == 101);
  CHECK(band->without == 0);
  CHECK(band->p05 == Approx(5.0));
  CHECK(band->p25 == Approx(25.0));
  CHECK(band->p50 == Approx(50.0));
  CHECK(band->p75 == Approx(75.0));
  CHECK(band->p95 == Approx(95.0));
}

TEST_CASE("members without a figure are counted beside the band, and a year that nobody has is left out", "[statistics]") {
  const auto bands = yearly_bands({{2024, {1.0, std::nullopt, 3.0}}, {2025, {std::nullopt, std::nullopt}}, {2026, {}}});
  REQUIRE(bands.size() == 1);
  CHECK(bands.at(2024).members == 2);
  CHECK(bands.at(2024).without == 1);
  CHECK(bands.at(2024).p50 == Approx(2.0));
}

TEST_CASE("there is no quantile of nothing, of what is no number, or beyond all", "[statistics]") {
  CHECK_THROWS_AS(quantile({}, 0.5), BrokenPromise);
  CHECK_THROWS_AS(quantile({1.0}, 1.01), BrokenPromise);
  CHECK_THROWS_AS(quantile({1.0}, -0.01), BrokenPromise);
  CHECK_THROWS_AS(band_of({1.0, std::nan("")}), BrokenPromise);
}

}  // namespace bands_test
