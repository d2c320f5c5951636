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

enum class Distribution : std::uint8_t { constant, uniform, exponential, erlang, lognormal, triangular, empirical };

/// What a truck does that finds the waiting room of a station full: it waits outside, in order of arrival (the room is counted, nobody is
/// lost), or it is turned away: its load is refused and the truck goes back to where it came from.
enum class WhenFull : std::uint8_t { wait_outside, turn_away };

/// 实测时长 - one value of a measured service time with its weight.
struct MeasuredTime {
  double minutes = 0.0;
  double weight = 0.0;
  friend bool operator==(const MeasuredTime&, const MeasuredTime&) = default;
};

/// A place with servers where trucks wait first come, first served. Parameters in minutes, by distribution:
/// constant p1 | uniform p1..p2 | exponential mean p1 | erlang mean p1, p2 phases | lognormal mean p1, p2 sigma of log | triangular p1 low,
/// p2 mode, p3 high | empirical: the values of `measured`, each in proportion to its weight.
struct Station {
  std::string id;
  Id<Site> site;
  StationKind kind = StationKind::load;
  int servers = 1;
  Distribution distribution = Distribution::constant;
  double p1 = 0.0;
  double p2 = 0.0;
  double p3 = 0.0;
  int order = 0;                    ///< sequence of the stations of one site that a truck passes: gate, weighbridge, load ...
  std::optional<int> waiting_room;  ///< trucks that may wait, those in service not counted; absent: any number
  WhenFull when_full = WhenFull::wait_outside;
  double feedback = 0.0;  ///< probability that a truck must pass a station again after this one (re-weigh, repair of a load)
  std::optional<Id<Station>> feedback_to;  ///< which one: this or an earlier station on the same way through the site; absent: this
  std::vector<MeasuredTime> measured;      ///< of `empirical`, by minutes
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

/// Which waiting load a truck takes that becomes free: the one that has waited longest, the one whose origin is reached first, or the one
/// of the most urgent flow (Flow::priority), or the nearest one within a radius that grows as a load waits (Pool::reach_growth). Ties: the
/// load that has waited longest.
enum class Dispatch : std::uint8_t { longest_waiting, nearest_load, priority, growing_reach };

/// 在用车池 - pool: the trucks of one class that carry the modelled flows.
struct Pool {
  std::string id;
  Id<TruckClass> truck_class;
  Hours shift;  ///< duty hours a day of a truck
  double availability = 0.85;
  std::optional<Id<Flow>> closed_shuttle;  ///< trucks that serve this flow alone
  std::optional<int> trucks;               ///< absent: sized from base-year truck-hours
  Dispatch dispatch = Dispatch::longest_waiting;
  std::optional<Hours> reach_start;    ///< of growing_reach: empty driving for a new load
  std::optional<double> reach_growth;  ///< of growing_reach: hours of empty driving more for every hour that the load has waited
  std::optional<Hours> driving_between_breakdowns;  ///< mean driving hours, exponential; absent: no breakdowns
  std::optional<Id<Site>> repair_site;              ///< whose repair stations mend the trucks of this pool
  Provenance provenance;
  friend bool operator==(const Pool&, const Pool&) = default;
};

/// 封闭 - closure: from one hour to another nobody starts work at a site, or enters a road, or sets out on the truck legs of a chain.
/// Trucks wait and go on in order of arrival when it ends; at most `vehicles_per_hour` a direction of travel, if given, until the queue is
/// gone. Exactly one of site, road and chain is there. A road that closes for good is a date of its links (traffic is routed around it).
struct Closure {
  std::string id;
  std::optional<Id<Site>> site;
  std::string road;  ///< empty: none
  std::optional<Id<Chain>> chain;
  Date from_day;
  double from_h = 0.0;
  Date to_day;
  double to_h = 0.0;
  std::optional<double> vehicles_per_hour;
  Provenance provenance;
  friend bool operator==(const Closure&, const Closure&) = default;
};

enum class StockSide : std::uint8_t { in, out };

/// 堆场 - stockyard: the stock of one commodity at a site, event by event. `in`: trucks fill it, the site uses t_per_day; a truck that
/// finds no room waits. `out`: the site makes t_per_day until the yard is full, trucks empty it; a truck that finds too little waits.
struct Stockyard {
  std::string id;
  Id<Site> site;
  Id<Commodity> commodity;
  StockSide side = StockSide::in;
  Tonnes opening;
  std::optional<Tonnes> capacity;      ///< absent: any amount
  double t_per_day = 0.0;              ///< mean over a year
  std::optional<Id<Profile>> profile;  ///< seasons; absent: the same every day
  std::optional<Tonnes> order_up_to;   ///< level that flows released `order_up_to` fill up to, every midnight
  Provenance provenance;
  friend bool operator==(const Stockyard&, const Stockyard&) = default;
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
