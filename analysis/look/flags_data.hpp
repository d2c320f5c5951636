#pragma once
/// Flags on flows, profiles, chains and sites that contradict themselves.
#include "analysis/look/look.hpp"

namespace railshift::analysis::look {

void data_flags(const World& world, const Look& look, Flags& flags);

}  // namespace railshift::analysis::look
