#pragma once
/// Which measures of a scenario take part in a run of a layer.
#include <set>
#include <string>

#include "sim/model/world.hpp"

namespace railshift::scenario {

/// Whether the measure `id` of layer `of` takes part in a run of layer `run`: baseline drops those of plan and what_if, plan those of
/// what_if that the variant does not add (`of_variant`: the ids that it does), what_if none.
[[nodiscard]] bool takes_part(const std::string& id, Layer of, Layer run, const std::set<std::string>& of_variant);

}  // namespace railshift::scenario
