#pragma once
/// The network and what it carries, as inline SVG.
#include <string>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

/// The network with its sites and the tonnes of the base year, from node coordinates alone.
[[nodiscard]] std::string map(const World& world, const Look& look, Language language);

}  // namespace railshift::analysis::look
