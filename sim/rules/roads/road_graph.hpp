#pragma once
/// Shortest-time paths over the open links of one regime. Ties are broken by the order of the link table, never by chance.
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::rules {

using LinkPath = std::vector<Id<Link>>;  ///< in order of travel

class RoadGraph {
 public:
  RoadGraph(const RoadWorld& world, std::vector<bool> open);
  ~RoadGraph();
  RoadGraph(RoadGraph&&) noexcept;
  RoadGraph& operator=(RoadGraph&&) noexcept;

  /// Milliseconds at free speed, at least 1.
  [[nodiscard]] std::int64_t milliseconds(Id<Link> link) const { return milliseconds_[link.index]; }
  /// Quickest path; `avoid_ring` above 0 leaves out links enclosed by that many rings or more. The tree of every (from, avoid_ring) is
  /// kept.
  [[nodiscard]] std::optional<LinkPath> quickest(Id<Node> from, Id<Node> to, int avoid_ring) const;
  /// Path of least total weight; weights by link index.
  [[nodiscard]] std::optional<LinkPath> least(Id<Node> from, Id<Node> to, const std::vector<std::int64_t>& weights) const;

 private:
  struct Net;                               // Boost.Graph stays in the .cpp
  using Tree = std::vector<std::uint32_t>;  // arc by which each node is reached
  [[nodiscard]] const Net& net(int avoid_ring) const;

  const RoadWorld* world_;
  std::vector<bool> open_;
  std::vector<std::int64_t> milliseconds_;
  mutable std::map<int, std::unique_ptr<Net>> nets_;
  mutable std::map<std::pair<Id<Node>, int>, Tree> trees_;
};

}  // namespace railshift::rules
