#pragma once
/// docs/schema.md, generated from the field tables that the loader itself uses.
#include <string>

namespace railshift::scenario {

[[nodiscard]] std::string schema_markdown();

}  // namespace railshift::scenario
