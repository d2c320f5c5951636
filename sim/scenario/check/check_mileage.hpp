#pragma once
/// Registered trucks can drive what the flows ask.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// By segment: kilometres of the flows in the base year at base shares, there and back on the roads of the first day, are no more than the
/// mileage table gives to its local trucks; pools of stated size are left out with the trucks that they take from the register, since they
/// may hold some that it does not have. The audit of a run demands the same of every year. Precondition: the tables are free of problems.
void check_mileage(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
