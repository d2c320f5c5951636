#pragma once
/// A map as static SVG: the network of the scenario and nothing else, the first layer in its last year.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers::html {

/// Lines with a value are paths of class "flow", the most changed ones with their number and sign; points are of class "place".
[[nodiscard]] std::string map_svg(const document::Map& map, Language language);

}  // namespace railshift::analysis::writers::html
