#pragma once
/// Flows that stand in two folders: the same goods between the same places, each city having one end inside.
#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "analysis/across/city.hpp"

namespace railshift::analysis::across {

/// What one city counts of something: the rows by id and their tonnes in the common days.
struct Counted {
  std::vector<std::string> rows;
  Tonnes tonnes;
};

/// Flows of one commodity that match each other, directly or over a third; a city may have them apart (each mine) or as one (宁武).
struct FlowsTwice {
  std::string commodity;  ///< id, the same in both
  Id<Flow> example;       ///< the first of the first city, for names
  Counted a, b;
  Kilometres farthest;  ///< largest distance of two ends that match
  /// No more than the smaller of the two can be the same goods.
  [[nodiscard]] Tonnes at_most() const { return std::min(a.tonnes, b.tonnes); }
};
/// Flows match if they have one commodity and both ends match (same_site).
[[nodiscard]] std::vector<FlowsTwice> flows_twice(const City& a, const City& b, const Span& span);

/// Flows of one city whose outside end stands for a site of the other one, which has no flow that matches: its balance gives these goods
/// another end, or they are not there at all. By outside place, commodity and direction.
struct FlowsOfOne {
  std::string commodity;
  Id<Site> place;  ///< the outside place in the city that has the flows
  NearSite near;   ///< of the other city, whatever it does: which city the place belongs to
  /// Of the other city, the nearest that has these goods at the same end of a flow; nothing: none within kSameCounty has.
  std::optional<NearSite> trades;
  Counted counted;
};
/// `matched`: ids of flows of `of` that flows_twice has.
[[nodiscard]] std::vector<FlowsOfOne> flows_of_one(const City& of, const World& other, const Span& span,
                                                   const std::set<std::string>& matched);

}  // namespace railshift::analysis::across
