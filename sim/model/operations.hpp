#pragma once
/// Stations at sites, truck pools, the register as it stands on the first day, and through traffic.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/firm.hpp"
#include "sim/model/flow.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

enum class StationKind : std::uint8_t { gate, weighbridge, load, unload, repair };
[[nodiscard]] std::string_view to_text(StationKind kind);

enum class Distribution : std::uint8_t { constant, uniform, exponential, erlang, lognormal, triangular };

/// A place with servers where trucks wait first come, first served. Parameters in minutes, by distribution:
/// constant p1 | uniform p1..p2 | exponential mean p1 | erlang mean p1, p2 phases | lognormal mean p1, p2 sigma of log | triangular p1 low,
/// p2 mode, p3 high.
struct Station {
  std::string id;
  Id<Site> site;
  StationKind kind = StationKind::load;
  int servers = 1;
  Distribution distribution = Distribution::constant;
  double p1 = 0.0;
  double p2 = 0.0;
  double p3 = 0.0;
  int order = 0;  ///< sequence of the stations of one site that a truck passes: gate, weighbridge, load ...
  Provenance provenance;
  friend bool operator==(const Station&, const Station&) = default;
};

/// One line of the register (车管所) on the first day.
struct RegisterRow {
  std::string id;
  Id<Segment> segment;
  VehicleType vehicle_type = VehicleType::heavy;
  Standard standard = Standard::china5;
  Powertrain powertrain = Powertrain::diesel;
  int registered_year = 0;
  Owner owner = Owner::local;
  std::string county;
  int count = 0;
  Provenance provenance;
  friend bool operator==(const RegisterRow&, const RegisterRow&) = default;
};

/// 在用车池 - pool: the trucks of one class that carry the modelled flows.
struct Pool {
  std::string id;
  Id<TruckClass> truck_class;
  Hours shift;  ///< duty hours a day of a truck
  double availability = 0.85;
  std::optional<Id<Flow>> closed_shuttle;  ///< trucks that serve this flow alone
  std::optional<int> trucks;               ///< absent: sized from base-year truck-hours
  Provenance provenance;
  friend bool operator==(const Pool&, const Pool&) = default;
};

/// 过境 - through traffic between two gateways, as monthly counts.
struct Through {
  std::string id;
  Id<Node> gateway_in;
  Id<Node> gateway_out;
  Id<TruckClass> truck_class;
  struct Point {
    Date valid_from;
    double loaded_trips_per_year = 0.0;
    friend bool operator==(const Point&, const Point&) = default;
  };
  std::vector<Point> points;  ///< interpolated like an activity
  double empty_share = 0.0;   ///< empty trips per loaded trip, in the opposite direction
  int paths = 3;              ///< alternatives offered by route choice
  Provenance provenance;
  friend bool operator==(const Through&, const Through&) = default;
};

/// Standard and powertrain mix of trucks that are not of the local register, by year.
struct OutsideMix {
  std::string id;
  Owner owner = Owner::through;
  VehicleType vehicle_type = VehicleType::heavy;
  int year = 0;
  Standard standard = Standard::china5;
  Powertrain powertrain = Powertrain::diesel;
  double share = 0.0;
  Provenance provenance;
  friend bool operator==(const OutsideMix&, const OutsideMix&) = default;
};

}  // namespace railshift
