#pragma once
/// What each measure did to the register in a month: by the departures that carry its name, and by the departures of the same month
/// without it.
#include <vector>

#include "sim/policy/effect.hpp"
#include "sim/rules/register/month_departures.hpp"

namespace railshift::rules {

/// trucks_removed: acted = removals in the measure's name; changed = those whose truck would have stayed without it.
/// brought_forward: for the same trucks the months until their own end, known from their draws.
/// purchases_changed: acted = departures whose replacement it decided; changed = those that would buy another powertrain (or leave no
/// truck to replace) without it.
/// standards_set: acted = replacements whose standard is that of this law; changed = those whose standard would be lower without it.
/// in_scope: present trucks of an order, stock of a quota, replacements that a rule on new trucks speaks of.
/// By measure, then kind; nothing where nothing was in scope.
[[nodiscard]] std::vector<policy::Effect> register_effects(const RegisterOffice& office, const Departures& departures);

}  // namespace railshift::rules
