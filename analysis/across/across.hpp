#pragma once
/// What two cities both count, pair by pair, and in words.
#include <optional>
#include <string>
#include <vector>

#include "analysis/across/flows_twice.hpp"
#include "analysis/across/rails_twice.hpp"
#include "analysis/across/roads_twice.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis::across {

struct Pair {
  City a, b;
  std::optional<Span> span;  ///< nothing: no common day, and nothing was compared
  std::vector<FlowsTwice> flows;
  std::vector<FlowsOfOne> flows_of_a, flows_of_b;
  std::vector<RailsTwice> rails_of_a;  ///< background of a that holds trains of b
  std::vector<RailsTwice> rails_of_b;
  std::vector<RoadsTwice> roads;
};
/// `all`: the cities that are compared; an outside place is taken for a site of that one which has the nearest.
[[nodiscard]] Pair pair_of(const City& a, const City& b, const std::vector<City>& all);

/// What `check` prints about several folders: every pair in their order, what both count with its tonnes, what the match rests on, and what
/// a sum over the two leaves out.
[[nodiscard]] std::string across_report(const std::vector<City>& cities, Language language);

}  // namespace railshift::analysis::across
