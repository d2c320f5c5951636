#pragma once
/// Tables about trucks: gates, stations, pools, counted trips.
#include "analysis/look/tables/scribe.hpp"

namespace railshift::analysis::look {

[[nodiscard]] Sheet gate_sheet(const Scribe& s);
[[nodiscard]] Sheet station_sheet(const Scribe& s);
[[nodiscard]] Sheet pool_sheet(const Scribe& s);
[[nodiscard]] Sheet counted_sheet(const Scribe& s);

}  // namespace railshift::analysis::look
