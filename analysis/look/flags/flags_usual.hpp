#pragma once
/// Flags on single numbers outside of their usual range.
#include <vector>

#include "analysis/look/flags/flag.hpp"
#include "sim/model/unusual.hpp"

namespace railshift::analysis::look {

void usual_flags(const std::vector<Unusual>& unusual, Flags& flags);

}  // namespace railshift::analysis::look
