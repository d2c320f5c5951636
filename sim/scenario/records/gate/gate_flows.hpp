#pragma once
/// Which flow a gate's loads belong to: told only where one flow of the scenario can explain them.
#include <string>
#include <vector>

#include "sim/scenario/records/gate/gate_tally.hpp"

namespace railshift::scenario {

/// Who says on which side of the gate a load was seen: the log, or what goes in and out there in the scenario.
enum class SideBy { log, goods };

struct SeenFlow {
  Id<Flow> flow;
  GateSide side;  ///< with its direction
  SideBy side_by = SideBy::log;
  std::map<Month, GateCount> by_month;
  std::map<int, LineRanges> doubts;        ///< by year: rows that may be loads of the flow or of others
  std::vector<std::string> past_the_gate;  ///< chains of the flow that do not pass this gate by truck; empty: the gate sees all of it
};

struct GateFlows {
  std::vector<SeenFlow> seen;  ///< one a flow, in flow order
  Misfits misfits;             ///< loads that no flow or several flows explain
  std::vector<Words> notes;    ///< flows seen at both ends
};

/// A load belongs to the one flow of its commodity that leaves (enters) the site and has a chain by truck through its gate; without a
/// commodity to the one flow of any commodity. Where the log has no direction it is the one flow on either side. Seen at both ends, the end
/// that sees all of it is taken, else the origin.
[[nodiscard]] GateFlows gate_flows(const World& world, const GateTally& tally);

}  // namespace railshift::scenario
