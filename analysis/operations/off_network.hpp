#pragma once
/// Kilometres that loaded trucks drove on no road of the network, as legs state them.
#include <optional>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Of the reported months that were run, sum over chains of delivered loads x off_network_km of its truck legs.
struct OffNetwork {
  double km = 0.0;
  Month first, last;  ///< the months
};
/// Nothing if no leg states any, or no month was reported.
[[nodiscard]] std::optional<OffNetwork> off_network(const World& world, const ledger::Ledger& ledger);

}  // namespace railshift::analysis
