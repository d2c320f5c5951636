#pragma once
/// Part of the world: what is judged and measured after a run. The engine reads none of it.
#include <optional>
#include <string>
#include <vector>

#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"
#include "sim/model/clause.hpp"
#include "sim/model/firm.hpp"
#include "sim/model/target.hpp"
#include "sim/model/vehicle.hpp"

namespace railshift {

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

/// A value from outside to stand beside a simulated one.
struct Observed {
  std::string id;
  std::string metric;
  std::string scope;   ///< field=value;field=value
  std::string period;  ///< 2024 or 2024-03
  double value = 0.0;
  std::string unit;
  std::string source;
  std::optional<double> deviation{};  ///< standard deviation of the value, in its unit; absent: not stated, and then never assumed
  friend bool operator==(const Observed&, const Observed&) = default;
};

/// 数据短板 - caveat: what the data of a scenario cannot carry, said before any of its figures. No rule reads it.
struct Caveat {
  std::string id;
  std::string text_zh;
  std::string text_en;
  std::vector<MetricKind> concerns;  ///< figures to read with it in mind; empty: all
  Standing standing = Standing::assumed;
  std::string source;  ///< where the shortcoming shows
  friend bool operator==(const Caveat&, const Caveat&) = default;
};

/// 清洁运输规则 - when the works of one sector transport cleanly: clean modes carry `level` of its bulk goods at the gate, or what is short
/// of it goes by clean trucks.
struct CleanRule {
  std::string id;
  SiteKind site_kind = SiteKind::steel_works;
  bool key_region = false;
  double level = 0.8;         ///< share of clean modes that is enough by itself
  bool fallback = true;       ///< below it, the works are ok if all remaining loaded trucks are new-energy or National VI
  bool inbound_only = false;  ///< raw materials and fuel alone count, in both halves of the rule
  /// What is short of the level must go by new-energy trucks, this share of it; absent: new-energy or National VI, all remaining trucks.
  std::optional<double> shortfall_new_energy;
  std::optional<Date> shortfall_until;  ///< last day on which that share is enough; after it all of the shortfall; absent: no end
  Provenance provenance;
  friend bool operator==(const CleanRule&, const CleanRule&) = default;
};

/// Clauses and targets, observed values, emission factors, rules of clean transport, caveats.
struct JudgedWorld {
  Table<Clause> clauses;
  Table<Target> targets;
  Table<Observed> observed;
  Table<EmissionFactor> emission_factors;
  Table<CleanRule> clean_rules;
  Table<Caveat> caveats;
  friend bool operator==(const JudgedWorld&, const JudgedWorld&) = default;
};

}  // namespace railshift
