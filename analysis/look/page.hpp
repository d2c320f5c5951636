#pragma once
/// What a look becomes: a page, a summary for the terminal.
#include <string>

#include "analysis/look/sheets.hpp"

namespace railshift::analysis::look {

/// look.html: self-contained, inline SVG and style, no request, no script.
[[nodiscard]] std::string page(const World& world, const Look& look, Language language);

/// The network with its sites and the tonnes of the base year, from node coordinates alone; inline SVG.
[[nodiscard]] std::string map(const World& world, const Look& look, Language language);

}  // namespace railshift::analysis::look
