#pragma once
/// Clauses, measures (instruments) and targets (outcomes). The engine never reads targets.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sim/core/problem.hpp"
#include "sim/model/flow.hpp"
#include "sim/model/operations.hpp"

namespace railshift {

/// 措辞力度 - force of the wording of a clause.
enum class Force : std::uint8_t {
  must,          ///< 达到, 完成, 清零
  strive,        ///< 力争
  about,         ///< 左右
  stable,        ///< 保持稳定
  in_principle,  ///< 原则上
  basically,     ///< 基本
  encourage      ///< 鼓励, 推动, 加快
};
[[nodiscard]] std::string_view to_text(Force f);

struct Clause {
  std::string id;  ///< TY-11
  std::string document;
  std::string item;  ///< 三-12-2
  std::string quote;
  Force force = Force::must;
  std::string offices;
  friend bool operator==(const Clause&, const Clause&) = default;
};

enum class Layer : std::uint8_t { baseline, plan, what_if };
[[nodiscard]] std::string_view to_text(Layer l);

/// A level that a document demands from a day on (a duty or quota, never a result).
struct RequiredStep {
  Date due;
  double level = 0.0;
  friend bool operator==(const RequiredStep&, const RequiredStep&) = default;
};

/// A siding enters service. built and in_service are two dates.
struct SidingOpens {
  Id<Siding> siding;
  Date built;
  Date in_service;
  friend bool operator==(const SidingOpens&, const SidingOpens&) = default;
};

/// Trucks below a standard are refused at the gates of industrial firms over a yearly tonnage (in + out, all modes, calendar year before
/// `from`, frozen list) or of named firms; new-energy powertrains always pass. Each firm obeys or not, drawn once.
struct GateFloor {
  TonnesPerYear threshold;
  std::vector<Id<Firm>> firms;  ///< non-empty: exactly these
  Standard floor = Standard::china6;
  double obedience = 1.0;
  friend bool operator==(const GateFloor&, const GateFloor&) = default;
};

/// A firm below the required rail share of its bulk goods (rolling 12 months) pays a price on the tonnes it sends by road.
struct RailDuty {
  TonnesPerYear threshold;
  std::vector<Id<Firm>> firms;
  std::vector<RequiredStep> required;
  YuanPerTonne price;
  double fade = 0.05;  ///< the price falls to 0 over this many share points up to `required`
  friend bool operator==(const RailDuty&, const RailDuty&) = default;
};

/// Owners of trucks at or below a standard must remove them between from and due.
struct RetireOrder {
  std::vector<Id<Segment>> segments;  ///< empty: all
  Standard up_to = Standard::china3;
  std::vector<Powertrain> powertrains;  ///< empty: all that burn fuel
  double obedience = 1.0;
  int delivery_lag_days = 0;
  friend bool operator==(const RetireOrder&, const RetireOrder&) = default;
};

/// A cumulative share of a frozen base stock must be removed by dated steps.
struct FrozenBaseOrder {
  Id<Segment> segment;
  Standard standard = Standard::china4;
  Date base_date;
  std::vector<RequiredStep> steps;
  double obedience = 1.0;
  friend bool operator==(const FrozenBaseOrder&, const FrozenBaseOrder&) = default;
};

/// A share of the stock of some segments must be new-energy by dated steps: owners replace a truck in drawn order.
struct StockQuota {
  std::vector<Id<Segment>> segments;
  std::vector<RequiredStep> steps;
  double obedience = 1.0;
  friend bool operator==(const StockQuota&, const StockQuota&) = default;
};

/// New registrations in some segments must be new-energy.
struct NewOnly {
  std::vector<Id<Segment>> segments;
  double obedience = 1.0;
  friend bool operator==(const NewOnly&, const NewOnly&) = default;
};

/// From the opening of a road on, through trucks must keep out of links enclosed by `ring` or more ring roads.
struct ThroughDiversion {
  std::string when_opens;  ///< Link::road
  int ring = 1;
  double obedience = 1.0;
  friend bool operator==(const ThroughDiversion&, const ThroughDiversion&) = default;
};

/// The standard that new trucks must meet; a baseline measure (national law).
struct SalesStandard {
  std::vector<VehicleType> vehicle_types;
  std::vector<Powertrain> powertrains;
  Standard standard = Standard::china6;
  friend bool operator==(const SalesStandard&, const SalesStandard&) = default;
};

using MeasureBody =
    std::variant<SidingOpens, GateFloor, RailDuty, RetireOrder, FrozenBaseOrder, StockQuota, NewOnly, ThroughDiversion, SalesStandard>;
/// The word of `kind` in scenario.toml: siding_opens, gate_floor, rail_duty, retire_order, frozen_base_order, stock_quota, new_only,
/// through_diversion, sales_standard.
[[nodiscard]] std::string_view kind_of(const MeasureBody& body);

/// 措施 - measure: an instrument with from and due; nothing moves before `from`.
struct Measure {
  std::string id;
  Layer layer = Layer::plan;
  Date from;
  std::optional<Date> due;
  std::optional<Id<Clause>> clause;
  MeasureBody body;
  Place place;  ///< where it stands in scenario.toml, for messages
  friend bool operator==(const Measure&, const Measure&) = default;
};

/// What a verdict can be about; the scope says for whom.
enum class MetricKind : std::uint8_t {
  rail_share,
  rail_tonnes,
  clean_share,
  register_stock,
  retired_share,
  new_energy_stock_share,
  new_energy_new_share,
  through_km_inside,
  exhaust,
  tonnes_by_chain,
  tonnes_by_reason
};
[[nodiscard]] std::string_view to_text(MetricKind kind);
[[nodiscard]] std::optional<MetricKind> metric_from_text(std::string_view text);

enum class Operator : std::uint8_t { at_least, at_most, equals };
[[nodiscard]] std::string_view to_text(Operator op);  ///< >=, <=, =

/// 目标 - target: an outcome to be judged, never an input of the engine.
struct Target {
  std::string id;
  Id<Clause> clause;
  MetricKind metric = MetricKind::rail_share;
  std::map<std::string, std::string> scope;  ///< scope fields of a metric row (contracts.md); a missing field means all
  Operator op = Operator::at_least;
  double value = 0.0;
  std::string unit;
  Date due;  ///< a stock is judged at 24:00 of this day; a yearly figure in the year of this day
  Force force = Force::must;
  double tolerance = 0.0;
  friend bool operator==(const Target&, const Target&) = default;
};

/// Which quantity a measure orders (by_design of its kind): verdicts on it are `ordered`, not `emergent`.
/// Examples: a rail_duty declares rail_share; a retire_order declares register_stock; a siding declares nothing.
struct Declared {
  MetricKind metric;
  std::vector<Id<Segment>> segments;
};
[[nodiscard]] std::vector<Declared> declares(const Measure& measure);

}  // namespace railshift
