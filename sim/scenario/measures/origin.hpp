#pragma once
/// What has to stand beside a number of scenario.toml.
#include "sim/core/standing.hpp"
#include "sim/scenario/fields/cell.hpp"

namespace railshift::scenario {

/// A published number has a source; any other has a reason.
void check_origin(const TomlNode& entry, const Provenance& origin, Decoder& decoder);

}  // namespace railshift::scenario
