#pragma once
/// Part of the world: who makes and needs what, and how it can travel.
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/model/firm.hpp"
#include "sim/model/flow.hpp"

namespace railshift {

/// Firms, sites, processes, flows and chains, and figures of the counties in which they lie.
struct GoodsWorld {
  Table<Commodity> commodities;
  Table<Firm> firms;
  Table<Site> sites;
  Table<CountyFigure> county_figures;
  Table<Process> processes;
  Table<Profile> profiles;
  Table<Flow> flows;
  Table<Chain> chains;

  /// Chains of a flow in text-id order.
  [[nodiscard]] const std::vector<Id<Chain>>& chains_of(Id<Flow> flow) const;
  /// Called once by the loader when flows and chains stand.
  void index();
  friend bool operator==(const GoodsWorld&, const GoodsWorld&) = default;

 private:
  std::vector<std::vector<Id<Chain>>> chains_of_flow_;
};

}  // namespace railshift
