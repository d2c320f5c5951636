#pragma once
/// Part of the world: the settings of the scenario and the named numbers of parameters/values.csv.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/core/dated.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"

namespace railshift {

/// [scenario]: who, when, from which seed.
struct Settings {
  std::string id;
  std::string title_zh;
  std::string title_en;
  std::string city_zh;
  std::string area_code;      ///< GB/T 2260: four digits of the prefecture, six of a district; empty: every station is the city's
  Date start;                 ///< first day
  Date end;                   ///< first day after the run (half-open)
  std::optional<Date> as_of;  ///< observed values stand beside simulated ones from here back
  int base_year = 2020;       ///< year of the base shares
  int warmup_months = 1;      ///< months simulated before `start` and not reported
  std::uint32_t seed = 1;
  bool key_region = false;  ///< 重点区域: rules of clean transport are stricter there

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

/// What every part of the model may read.
struct ValueWorld {
  Settings settings;
  Table<Parameter> parameters;

  /// The value of a named parameter on a day. Broken promise if missing: `check` demands every name the program uses.
  [[nodiscard]] double parameter(std::string_view name, Date day) const;
  friend bool operator==(const ValueWorld&, const ValueWorld&) = default;
};

}  // namespace railshift
