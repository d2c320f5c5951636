#pragma once
/// A measure and a clause as a reader knows them.
#include <string>

#include "sim/core/language.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// The number by which its document has it: 三-12-2; its id if the table gives none.
[[nodiscard]] std::string clause_number(const Clause& clause);

/// Its kind, the siding that it opens, and the clause behind it or the day from which it holds: 国六门禁（三-12-2）. Where another measure
/// has the same words, with the fleets that it binds, then with its day, then with its id.
[[nodiscard]] Words measure_name(const World& world, const Measure& measure);

}  // namespace railshift::analysis
