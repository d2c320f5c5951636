#pragma once
/// The world that a run lives in. At the beginning of a month another one may take its place (docs/decisions/shared-past.md), so the engine
/// holds this and nothing of what is in it.
#include "sim/model/world.hpp"

namespace railshift::engine {

/// Owns today's world. Whoever lives longer than a call keeps a reference to the LiveWorld and Ids or copies of rows: references to rows,
/// their texts and vectors end with `replace`. What a rule keeps of `now()` is the World itself, which stays where it is; its rows do not.
class LiveWorld {
 public:
  explicit LiveWorld(World world) : world_(std::move(world)) {}
  LiveWorld(const LiveWorld&) = delete;
  LiveWorld& operator=(const LiveWorld&) = delete;

  [[nodiscard]] const World& now() const { return world_; }
  const World* operator->() const { return &world_; }
  void replace(World other) { world_ = std::move(other); }

 private:
  World world_;
};

}  // namespace railshift::engine
