#pragma once
/// 建议的运输链 - rail chains that the networks allow and the tables lack. Pure: a world in, rows to accept out; nothing is changed.
#include <optional>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Why a flow without a rail chain gets none.
enum class NoChain : std::uint8_t {
  end_at_origin,  ///< no siding, yard within reach or known station there
  end_at_destination,
  no_line,  ///< no sections with a path left join the two ends
  counted,  ///< its trucks are counted by the month: nobody brings them to a train
};

/// A chain with base share 0.
struct ProposedChain {
  Chain chain;
  double t_per_year = 0.0;  ///< of its flow
  double drayage_km = 0.0;  ///< truck legs at both ends
  bool drayage_by_line = false;
  double rail_km = 0.0;      ///< on the modelled network
  double yuan_per_t = 0.0;   ///< hauls and charges (rules::freight_price)
  double dearer_yuan = 0.0;  ///< generalised cost less that of the flow's cheapest road, January of the year; below 0: cheaper
  double capacity_t = 0.0;   ///< of the year, by the least of its limits, others left out
};

struct Unconnected {
  Id<Flow> flow;
  double t_per_year = 0.0;
  NoChain why = NoChain::no_line;
};

struct ChainRequest {
  Kilometres within{30.0};  ///< truck leg between site and yard
  int year = 0;
};

/// Tonnes a year of the listed firms: flows with an end at one of their works inside, each once.
struct ListedTonnes {
  double all = 0.0;
  double without_rail = 0.0;  ///< no rail chain in the tables
  double proposed = 0.0;      ///< of them, with a proposed chain
};

struct Proposals {
  std::vector<ProposedChain> chains;     ///< by text id; the cheapest of each flow by generalised cost
  std::vector<Unconnected> unconnected;  ///< in flow order
  ListedTonnes listed;
};

/// Of flows that carry something in the year and have no rail chain.
[[nodiscard]] Proposals propose_chains(const World& world, const ChainRequest& request);

/// The world with the proposed chains in its tables, as if all were accepted.
[[nodiscard]] World with_chains(const World& world, const std::vector<Chain>& chains);

}  // namespace railshift::analysis
