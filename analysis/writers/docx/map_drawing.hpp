#pragma once
/// A laid out map as a group of shapes of DrawingML, which needs no picture and stays sharp.
#include <string>

#include "analysis/writers/docx/map_scene.hpp"

namespace railshift::analysis::writers::office {

/// The run that holds the group; `title` is its text for readers that show no drawings. Ids of shapes start at `first_id`.
[[nodiscard]] std::string map_drawing(const MapScene& scene, const std::string& title, int first_id);
/// How many ids it takes.
[[nodiscard]] int drawing_ids(const MapScene& scene);

}  // namespace railshift::analysis::writers::office
