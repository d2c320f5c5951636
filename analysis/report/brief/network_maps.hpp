#pragma once
/// Maps of the report, from the scenario's own network.
#include <cstdint>

#include "analysis/loads/network_loads.hpp"
#include "analysis/report/page.hpp"

namespace railshift::analysis::report {

/// Periods of a map: years alone on paper; where one can choose, all months of the run too.
enum class MapExtent : std::uint8_t { years, months };

/// Trucks a day on links: plan less baseline, with months behind it the plan; of a run alone what it has.
[[nodiscard]] document::Map flow_map(Page& page, const std::string& id, MapExtent extent);
/// Tonnes a day on rail sections and how full sidings are.
[[nodiscard]] document::Map rail_map(Page& page, const std::string& id);
/// Works of listed firms by rail share.
[[nodiscard]] document::Map firm_map(Page& page, const std::string& id);

}  // namespace railshift::analysis::report
