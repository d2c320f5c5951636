#pragma once
/// Names on a map where they cover nothing.
#include "analysis/writers/docx/map_frame.hpp"

namespace railshift::analysis::writers::office {

/// Names of points by the rank of their kind, of equal rank in the order of the map; a name without a free place beside its sign is left
/// out.
[[nodiscard]] std::vector<MapLabel> map_labels(const document::Map& map, const MapFrame& frame, double size);
/// A label whose box is as wide as its text.
[[nodiscard]] MapLabel label_at(const std::string& text, Place upper_left, double size);

}  // namespace railshift::analysis::writers::office
