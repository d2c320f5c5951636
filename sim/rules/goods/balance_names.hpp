#pragma once
/// What readers call the sites and goods of a balance.
#include <string>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Both languages; where one is missing the other one, then the id.
[[nodiscard]] Words site_name(const World& world, Id<Site> site);
/// A commodity by its name; a need group, which has none of its own, by those of its members: 动力煤或中煤.
[[nodiscard]] Words goods_name(const World& world, const std::string& commodity_or_group);

}  // namespace railshift::rules
