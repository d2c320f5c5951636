#pragma once
/// What orders on trucks owe the rules of sale, and measures the tables that they name.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// What replaces a truck under a retire order does not fall under it again; who picks counties by a figure finds rows of it. Precondition:
/// a world without any other problem.
void check_orders(const Sources& s, Decoder& decoder);

/// A site_change does something to its site and names its own processes; a belt or pipe that opens has a chain to carry for.
void check_openings(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
