#pragma once
/// Roads and railways. GMNS node and link tables plus county, ring, road class and dates; rail lines as sections with path slots.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/dated.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"

namespace railshift {

struct Site;

enum class NodeType : std::uint8_t { junction, gateway, site, station };

struct Node {
  std::string id;
  std::string name_zh;
  double lon = 0.0;
  double lat = 0.0;
  NodeType type = NodeType::junction;
  std::string county;
  int trains_per_day = 0;  ///< that a station passes on or exchanges, both directions; 0: not limited
  friend bool operator==(const Node&, const Node&) = default;
};

enum class RoadClass : std::uint8_t { motorway, trunk, primary, urban, local };
inline constexpr int kRoadClasses = 5;
[[nodiscard]] std::string_view to_text(RoadClass c);

/// A road link. `ring` counts the ring roads that enclose it: 0 outside all, 1 inside the outer (second) ring, 2 inside the inner ring.
/// A ring road itself lies outside of what it encloses.
struct Link {
  std::string id;
  std::string name_zh;
  std::string road;  ///< the road it belongs to (g2001, nw2 ...); an event or a rule names roads, not links
  Id<Node> from;
  Id<Node> to;
  bool directed = false;
  Kilometres length;
  int lanes = 1;
  double capacity_pcu_h = 0.0;
  KilometresPerHour free_speed;
  RoadClass road_class = RoadClass::primary;
  std::string county;
  int ring = 0;
  std::optional<Date> opens;
  std::optional<Date> closes;
  bool tolled = false;
  Provenance provenance;
  friend bool operator==(const Link&, const Link&) = default;
};

enum class Traction : std::uint8_t { electric, diesel };

/// 铁路线 - line: its sections in order.
struct Line {
  std::string id;
  std::vector<std::uint32_t> sections;  ///< indices into World::rail_sections, by seq
  friend bool operator==(const Line&, const Line&) = default;
};

/// One section of a line with its timetable: N path slots a day and direction at fixed headway.
struct RailSection {
  std::string id;
  std::string name_zh;
  Id<Line> line;
  int seq = 0;
  Id<Node> from;
  Id<Node> to;
  int slots_per_day = 0;  ///< per direction
  Kilometres length;
  KilometresPerHour speed;
  Traction traction = Traction::electric;
  Dated<double> background_per_day;  ///< background trains a day and direction that do not give way to trains of the flows
  Kilograms path_load;               ///< trains are joined up to this net load on one path (组合列车); 0: a train a path
  bool single_track = false;         ///< trains of the two directions meet at its ends
  Provenance provenance;
  friend bool operator==(const RailSection&, const RailSection&) = default;
};

enum class SidingEnd : std::uint8_t { fence, yard };

/// 铁路专用线/装车站 - siding or public yard. `fence`: rail reaches the firm's gate (gate mode rail). `yard`: a truck leg at the gate.
struct Siding {
  std::string id;
  std::string name_zh;
  std::optional<Id<Site>> site;  ///< absent: a public yard
  Id<Node> station;
  std::optional<Date> built;
  std::optional<Date> in_service;  ///< absent: never, unless a measure opens it
  TonnesPerDay capacity;           ///< loaded plus unloaded
  int tracks = 1;                  ///< trains at the same time
  SidingEnd ends_at = SidingEnd::fence;
  Kilometres drayage;
  Kilograms train_load;    ///< net load of one train
  Hours train_hours;       ///< track occupation for loading or unloading one train
  Hours unload_hours;      ///< for unloading one, where it is another; 0: train_hours
  int unload_tracks = 0;   ///< that are for unloading alone; 0: trains load and unload on `tracks`
  int wagons = 0;          ///< that are given to it (配车) for loading; 0: not limited
  Kilograms wagon_load;    ///< net load of one
  double turn_days = 0.0;  ///< 车辆周转时间: from loading until it can be loaded again
  Provenance provenance;
  friend bool operator==(const Siding&, const Siding&) = default;
};

}  // namespace railshift
