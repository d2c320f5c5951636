#pragma once
/// A look as one page of HTML.
#include <string>
#include <string_view>

#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

/// Stands in the first kilobytes of every such page and in no other file: by it a page is known that may be written anew.
inline constexpr std::string_view kPageMark = "table.look th { vertical-align: bottom; }";

/// look.html: self-contained, inline SVG and style, no request, no script.
[[nodiscard]] std::string page(const World& world, const Look& look, Language language);

}  // namespace railshift::analysis::look
