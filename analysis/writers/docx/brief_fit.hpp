#pragma once
/// What a brief takes on its page, so that it takes one.
#include "analysis/writers/docx/manner.hpp"

namespace railshift::analysis::writers::office {

/// Height that all of a document takes in a manner without the drawings of its maps, mm: lines are counted by the widths of their signs.
[[nodiscard]] double height_without_maps(const document::Document& document, const Manner& manner);

/// The largest type (10.5 to 9 pt) and the largest map (42 to 80 mm) with which the brief takes one page; the smallest of both where none
/// does.
[[nodiscard]] Manner fitted(const document::Document& document, Manner manner);

}  // namespace railshift::analysis::writers::office
