#pragma once
/// Two months of a small world whose books balance to 0 kg, 0 trucks and 0 ticks; the arithmetic stands beside the numbers in the .cpp.
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace audit_fixture {

/// fl-coal mine -> plant: ch-a-road, ch-b-rail (from the mine's siding, 50 t trains), ch-c-yard (truck to a yard, 60 t trains); payload 30
/// t. fl-coke plant -> mine: ch-d-coke by road; payload 20 t. fl-gravel mine -> plant: ch-e-gravel, counted trips; payload 10 t.
[[nodiscard]] railshift::World world();
/// January and February 2024. Every bound has slack of more than 1, so that only equations notice a change by 1.
[[nodiscard]] railshift::ledger::Ledger balanced();

inline const railshift::Month kJanuary = railshift::make_month(2024, 1);
inline const railshift::Month kFebruary = railshift::make_month(2024, 2);

}  // namespace audit_fixture
