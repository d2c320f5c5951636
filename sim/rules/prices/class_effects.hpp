#pragma once
/// What upgrades of firm classes change for other measures.
#include <cstdint>
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/prices/price_rolls.hpp"

namespace railshift::rules {

/// Of every class_upgrade. A measure binds or spares a firm otherwise where its conditions (Whom) hold with the upgrade and not without it,
/// or the other way round, and, where it binds firms over a tonnage, the firm is on its list.
[[nodiscard]] std::vector<UpgradeRoll> upgrade_rolls(const World& world, std::uint32_t seed);

/// bound_otherwise of one upgrade in a month, in firm-months. in_scope: firms whose class it asks for. acted and changed: those that on the
/// first day a measure in force binds or spares otherwise.
[[nodiscard]] policy::Effect class_effect(const UpgradeRoll& roll, Month month);
/// How far it came: nobody obeys; nobody asks (no_way) where firms are raised and no measure in force tells them by it.
[[nodiscard]] policy::Binding class_binding(const UpgradeRoll& roll, Month month);

}  // namespace railshift::rules
