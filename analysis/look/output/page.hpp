#pragma once
/// A look as one page of HTML.
#include <string>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

/// look.html: self-contained, inline SVG and style, no request, no script.
[[nodiscard]] std::string page(const World& world, const Look& look, Language language);

}  // namespace railshift::analysis::look
