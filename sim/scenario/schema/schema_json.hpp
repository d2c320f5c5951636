#pragma once
/// A JSON Schema for scenario.toml, generated from what the loader itself uses.
#include <string>

namespace railshift::scenario {

[[nodiscard]] std::string schema_json();

}  // namespace railshift::scenario
