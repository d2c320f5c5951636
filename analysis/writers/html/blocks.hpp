#pragma once
/// Blocks of a section as HTML.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

/// A block of this document. A run whose figure the document has is <span class="fig" data-figure="ID">TEXT</span>; an estimate is marked
/// behind it. Runs that lead to a section that the document has not are text.
[[nodiscard]] std::string block_html(const document::Block& block, const document::Document& of);
/// Where the contents and links lead: the id of the element of a section.
[[nodiscard]] std::string section_anchor(const std::string& id);

}  // namespace railshift::analysis::writers::html
