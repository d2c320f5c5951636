#pragma once
/// What the rows of one table owe each other: ids, dates, places.
#include "sim/scenario/check/check_sources.hpp"

namespace railshift::scenario {

/// Rows of one id that must agree, first dates, days in the wrong order.
void check_rows(const Sources& s, Decoder& decoder);

}  // namespace railshift::scenario
