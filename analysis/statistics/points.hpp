#pragma once
/// 抽样点 - points of a design, what runs them, and orders drawn by key.
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/core/draw.hpp"

namespace railshift::analysis::statistics {

/// A value in [0, 1) for each factor: the share of its law that lies below. The quantile of the law turns it into a value of the factor.
using Point = std::vector<double>;
using Points = std::vector<Point>;

/// What a caller computes: a finite value for each point, in their order. All points come at once, so that he may run them side by side.
using Evaluate = std::function<std::vector<double>(const Points&)>;

/// The values of points. Precondition (of what the caller returns): a finite value for each.
[[nodiscard]] std::vector<double> evaluated(const Evaluate& evaluate, const Points& points);

/// Precondition of designs: ids of factors (or players) are not empty and differ, or two of them would share their draws.
void expect_different(const std::vector<std::string>& ids);

/// What a draw is for, without the id that it is drawn by.
struct DrawnFor {
  std::uint32_t seed = 0;
  Purpose purpose{};
  std::uint32_t block = 0;
};

/// 0 .. size - 1 in an order drawn for one id: all orders are equally likely. Draws are keyed by (id, place, block).
[[nodiscard]] std::vector<std::size_t> drawn_order(const DrawnFor& what, const std::string& id, std::size_t size);
/// The places of `ids` in a drawn order. Each id has a draw of its own, keyed by (id, number, block): one more leaves the others in their
/// order among themselves.
[[nodiscard]] std::vector<std::size_t> drawn_order(const DrawnFor& what, const std::vector<std::string>& ids, std::uint32_t number);

}  // namespace railshift::analysis::statistics
