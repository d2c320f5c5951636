#pragma once
/// Flows are shares of site balances, never typed results; chains say how a flow can travel.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/firm.hpp"
#include "sim/model/network.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

/// Months as shares of a year; may differ by year (lunar new year). `year` 0 holds for every year without a row of its own.
struct Profile {
  std::string id;
  struct Year {
    int year = 0;
    double share[12] = {};
    friend bool operator==(const Year&, const Year&) = default;
  };
  std::vector<Year> years;
  [[nodiscard]] double share(Month month) const;
  friend bool operator==(const Profile&, const Profile&) = default;
};

/// 日内分布 - hours of a day as shares.
struct HourProfile {
  std::string id;
  std::array<double, 24> share{};
  Provenance provenance;
  friend bool operator==(const HourProfile&, const HourProfile&) = default;
};

/// How the truck loads of a month are offered. even: at equal distances with a drawn phase | poisson: a Poisson process whose mean is the
/// month's mass | timetable: at the stated times of every day | stock: all at the month's beginning | order_up_to: every midnight as many
/// as the destination's stockyard lacks.
enum class Release : std::uint8_t { even, poisson, timetable, stock, order_up_to };

/// push: share of the origin's output. pull: share of the destination's need. rest_out / rest_in: share of what pushes and pulls leave
/// of the origin's output / the destination's need. fixed: tonnes a year.
enum class FlowRule : std::uint8_t { push, pull, rest_out, rest_in, fixed };

/// 运输车型 - truck class: a vehicle type with a job (semi, tipper30, mixer ...).
struct TruckClass {
  std::string id;
  std::string name_zh;
  std::string name_en;
  Id<Segment> segment;  ///< part of the register its local trucks belong to
  VehicleType vehicle_type = VehicleType::heavy;
  Kilograms payload;  ///< default payload
  Simulate simulate = Simulate::individual;
  Tonnes tare;  ///< empty weight: mean weight of traffic for road dust
  friend bool operator==(const TruckClass&, const TruckClass&) = default;
};

/// 货流 - flow: one commodity from one site to another.
struct Flow {
  std::string id;
  Id<Commodity> commodity;
  Id<Site> origin;
  Id<Site> destination;
  FlowRule rule = FlowRule::push;
  Dated<double> share_or_t;  ///< shares step at valid_from; `fixed` interpolates like an activity
  Id<Profile> profile;
  Id<TruckClass> truck_class;
  Kilograms payload;
  Release release = Release::even;
  std::optional<Id<HourProfile>> hours;  ///< of even and poisson; absent: the same at all hours
  std::vector<int> times;                ///< of timetable: seconds after midnight, ascending
  int priority = 5;                      ///< 1 is the most urgent; for pools that dispatch by priority
  Provenance provenance;
  friend bool operator==(const Flow&, const Flow&) = default;
};

enum class Mode : std::uint8_t { truck, rail, belt, pipe };
[[nodiscard]] std::string_view to_text(Mode mode);

/// Which trucks a truck leg takes: any | of National VI or new-energy | new-energy alone. What makes rail and clean trucks one chain.
enum class LegTrucks : std::uint8_t { any, china6, new_energy };

/// One leg of a chain. Consecutive rail legs are one train movement over several lines.
struct Leg {
  int seq = 0;
  Mode mode = Mode::truck;
  std::optional<Id<Node>> from_node;  ///< absent: the chain's current place (origin site, or the end of the leg before)
  std::optional<Id<Node>> to_node;    ///< absent: the destination site
  std::optional<Id<Line>> line;
  std::optional<Id<Siding>> siding;  ///< the siding or yard at which this leg loads or unloads
  std::optional<Kilometres> km;      ///< absent: shortest open path on the road network plus outer_km
  std::optional<Hours> hours;        ///< absent: from km and speeds
  YuanPerTonne charges;              ///< handling, siding and terminal charges of the leg; the haul price comes from the tariff rules
  /// Of km, by truck: on no road of the network (a mine's own road). A leg that states them needs no open road.
  std::optional<Kilometres> off_network{};
  LegTrucks trucks = LegTrucks::any;  ///< of truck legs
  friend bool operator==(const Leg&, const Leg&) = default;
};

/// 运输链 - chain. `base_share` is the share in the base year; 0 means it could not be observed then.
struct Chain {
  std::string id;
  Id<Flow> flow;
  double base_share = 0.0;
  std::vector<Leg> legs;  ///< by seq
  Provenance provenance;
  /// 敞顶箱 - net load of one open-top box in which the goods of a rail chain go; absent: in wagons.
  std::optional<Kilograms> box{};

  [[nodiscard]] bool has(Mode m) const;
  /// main haul: rail if any leg is rail, else belt or pipe if any, else truck
  [[nodiscard]] Mode main_mode() const;
  friend bool operator==(const Chain&, const Chain&) = default;
};

}  // namespace railshift
