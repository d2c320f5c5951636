#pragma once
/// Kilometres that loaded trucks drove on no road of the network, as legs state them.
#include <optional>

#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Over a whole run: sum over chains of delivered loads x off_network_km of its truck legs; nothing if no leg states any.
[[nodiscard]] std::optional<double> off_network_km(const World& world, const ledger::Ledger& ledger);

}  // namespace railshift::analysis
