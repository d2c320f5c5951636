#pragma once
/// Proposed chains as rows that a user may take into the tables of a scenario.
#include <string>

#include "analysis/chains/proposals.hpp"

namespace railshift::analysis {

/// Rows of tables/chains.csv and tables/legs.csv, with the columns of the schema, and what is known of each chain.
struct ProposalTables {
  std::string chains;
  std::string legs;
  std::string proposals;  ///< chain, flow, commodity, t a year, distances, prices, capacity
};
[[nodiscard]] ProposalTables to_csv(const World& world, const Proposals& proposals, const ChainRequest& request);

}  // namespace railshift::analysis
