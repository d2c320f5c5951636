#pragma once
/// All red flags of a look, worst first.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Flags flags_of(const World& world, const Look& look);

}  // namespace railshift::analysis::look
