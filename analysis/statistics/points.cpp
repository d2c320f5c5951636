#include "analysis/statistics/points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "sim/core/contract.hpp"

namespace railshift::analysis::statistics {
namespace {

std::uint64_t sort_key(const DrawnFor& what, std::uint64_t id_hash, std::uint32_t number) {
  const auto words = draw_block(what.seed, what.purpose, id_hash, number, what.block);
  return (static_cast<std::uint64_t>(words[0]) << 32) | words[1];
}

/// Sixty-four bits leave no ties to speak of; the place breaks those that there are.
std::vector<std::size_t> sorted_places(const std::vector<std::uint64_t>& keys) {
  std::vector<std::size_t> places(keys.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
  return places;
}

}  // namespace

std::vector<double> evaluated(const Evaluate& evaluate, const Points& points) {
  std::vector<double> values = evaluate(points);
  RAILSHIFT_EXPECTS(values.size() == points.size(), "every point of a design has a value");
  RAILSHIFT_EXPECTS(std::all_of(values.begin(), values.end(), [](double v) { return std::isfinite(v); }), "values of a design are finite");
  return values;
}

void expect_different(const std::vector<std::string>& ids) {
  RAILSHIFT_EXPECTS(!ids.empty(), "a design has a factor");
  RAILSHIFT_EXPECTS(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size(), "factors of a design have ids of their own");
}

std::vector<std::size_t> drawn_order(const DrawnFor& what, const std::string& id, std::size_t size) {
  const std::uint64_t hash = hash_text(id);
  std::vector<std::uint64_t> keys(size);
  for (std::size_t i = 0; i < size; ++i) keys[i] = sort_key(what, hash, static_cast<std::uint32_t>(i));
  return sorted_places(keys);
}

std::vector<std::size_t> drawn_order(const DrawnFor& what, const std::vector<std::string>& ids, std::uint32_t number) {
  std::vector<std::uint64_t> keys(ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) keys[i] = sort_key(what, hash_text(ids[i]), number);
  return sorted_places(keys);
}

}  // namespace railshift::analysis::statistics
