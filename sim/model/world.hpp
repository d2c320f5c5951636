#pragma once
/// World: everything the input says, checked, resolved and immutable during a run.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/dated.hpp"
#include "sim/core/ids.hpp"
#include "sim/model/firm.hpp"
#include "sim/model/flow.hpp"
#include "sim/model/network.hpp"
#include "sim/model/operations.hpp"
#include "sim/model/policy.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

struct Settings {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string city_zh;
  Date start;                 ///< first day
  Date end;                   ///< first day after the run (half-open)
  std::optional<Date> as_of;  ///< observed values stand beside simulated ones from here back
  int base_year = 2020;       ///< year of the base shares
  int warmup_months = 1;      ///< months simulated before `start` and not reported
  std::uint32_t seed = 1;

  /// First simulated day, where tick 0 stands: the first day of the month of `start`, less the warm-up months.
  [[nodiscard]] Date day_zero() const { return first_day(month_of(start) + -warmup_months); }
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// A named number of parameters/values.csv, dated, with its unit and standing.
struct Parameter {
  std::string id;  ///< name, e.g. choice.cost_coefficient
  std::string unit;
  Dated<double> value;
  Provenance provenance;  ///< of the last row
  friend bool operator==(const Parameter&, const Parameter&) = default;
};

/// 铁路运价 - rail tariff: base_1 + (base_2 + fund + surcharge) x km, yuan a tonne.
struct RailTariff {
  std::string id;  ///< rail class
  YuanPerTonne base_1;
  double yuan_per_t_km = 0.0;  ///< all distance-dependent parts
  Provenance provenance;
  friend bool operator==(const RailTariff&, const RailTariff&) = default;
};

/// 公路运价 - road rate band: from `over_km` on, fixed + per_km x km, yuan a tonne.
struct RoadRate {
  std::string id;
  Kilometres over;
  YuanPerTonne fixed;
  double yuan_per_t_km = 0.0;
  Provenance provenance;
  friend bool operator==(const RoadRate&, const RoadRate&) = default;
};

/// Conditional survival of trucks: S(age) = exp(-(age/life)^shape), compulsory end at max_age.
struct SurvivalCurve {
  std::string id;
  VehicleType vehicle_type = VehicleType::heavy;
  std::optional<Powertrain> powertrain;  ///< absent: all others
  double life_years = 10.0;
  double shape = 3.0;
  double max_age_years = 15.0;
  Provenance provenance;
  friend bool operator==(const SurvivalCurve&, const SurvivalCurve&) = default;
};

/// Share of a powertrain in new registrations of a segment without any order, by year.
struct PurchaseShare {
  std::string id;
  Id<Segment> segment;
  int year = 0;
  Powertrain powertrain = Powertrain::electric;
  double share = 0.0;  ///< the rest is diesel (gasoline for mini)
  Provenance provenance;
  friend bool operator==(const PurchaseShare&, const PurchaseShare&) = default;
};

/// Exhaust factor of one cell; grams a kilometre at operating conditions (factor set `measured`).
struct EmissionFactor {
  std::string id;
  VehicleType vehicle_type = VehicleType::heavy;
  Powertrain powertrain = Powertrain::diesel;
  Standard standard = Standard::china5;
  std::string pollutant;  ///< NOx, PM2.5, CO2_ttw, ...
  GramsPerKilometre loaded;
  GramsPerKilometre empty;
  Provenance provenance;
  friend bool operator==(const EmissionFactor&, const EmissionFactor&) = default;
};

/// Yearly kilometres of registered trucks that the modelled flows do not use.
struct Mileage {
  std::string id;
  VehicleType vehicle_type = VehicleType::heavy;
  Kilometres new_truck_per_year;
  double decay_per_year = 0.0;  ///< km(age) = new x exp(-decay x age)
  Provenance provenance;
  friend bool operator==(const Mileage&, const Mileage&) = default;
};

/// A value from outside to stand beside a simulated one.
struct Observed {
  std::string id;
  std::string metric;
  std::string scope;   ///< field=value;field=value
  std::string period;  ///< 2024 or 2024-03
  double value = 0.0;
  std::string unit;
  std::string source;
  friend bool operator==(const Observed&, const Observed&) = default;
};

struct World {
  Settings settings;

  Table<Commodity> commodities;
  Table<Segment> segments;
  Table<TruckClass> truck_classes;
  Table<Parameter> parameters;
  Table<RailTariff> rail_tariffs;
  Table<RoadRate> road_rates;
  Table<SurvivalCurve> survival;
  Table<PurchaseShare> purchase_shares;
  Table<OutsideMix> outside_mix;
  Table<EmissionFactor> emission_factors;
  Table<Mileage> mileage;

  Table<Firm> firms;
  Table<Site> sites;
  Table<Process> processes;
  Table<Profile> profiles;
  Table<HourProfile> hour_profiles;
  Table<Flow> flows;
  Table<Chain> chains;
  Table<Node> nodes;
  Table<Link> links;
  Table<Line> lines;
  Table<RailSection> rail_sections;
  Table<Siding> sidings;
  Table<Station> stations;
  Table<Closure> closures;
  Table<Stockyard> stockyards;
  Table<RegisterRow> register_rows;
  Table<Pool> pools;
  Table<Through> through;
  Table<Clause> clauses;
  Table<Observed> observed;

  Table<Measure> measures;  ///< those of the layers of this run, switched on
  Table<Target> targets;

  /// The value of a named parameter on a day. Broken promise if missing: `check` demands every name the program uses.
  [[nodiscard]] double parameter(std::string_view name, Date day) const;
  /// Chains of a flow in text-id order.
  [[nodiscard]] const std::vector<Id<Chain>>& chains_of(Id<Flow> flow) const;
  /// Called once by the loader when all tables stand.
  void index();
  friend bool operator==(const World&, const World&) = default;

 private:
  std::vector<std::vector<Id<Chain>>> chains_of_flow_;
};

}  // namespace railshift
