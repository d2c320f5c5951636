#pragma once
/// Targets (outcomes): never an input of the engine.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/language.hpp"
#include "sim/model/clause.hpp"

namespace railshift {

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
  tonnes_by_reason,
  rail_station_tonnes,
  firms_passing,
  siding_access,
  clean_ok
};
[[nodiscard]] std::string_view to_text(MetricKind kind);
[[nodiscard]] std::optional<MetricKind> metric_from_text(std::string_view text);

/// Scope fields of a metric row by name.
using Scope = std::map<std::string, std::string>;
/// field=value;field=value. "<=china3" holds an equals sign of its own: the first one of a piece parts field and value. Nothing if a piece
/// has none, or a field stands twice.
[[nodiscard]] std::optional<Scope> scope_from_text(std::string_view text);

enum class Operator : std::uint8_t { at_least, at_most, equals };
[[nodiscard]] std::string_view to_text(Operator op);  ///< >=, <=, =

/// 目标 - target: an outcome to be judged, never an input of the engine.
struct Target {
  std::string id;
  Id<Clause> clause;
  MetricKind metric = MetricKind::rail_share;
  Scope scope;  ///< a missing field means all
  Operator op = Operator::at_least;
  double value = 0.0;
  std::string unit;
  Date due;  ///< a stock is judged at 24:00 of this day; a yearly figure in the year of this day
  Force force = Force::must;
  double tolerance = 0.0;
  std::string reading_of{};  ///< 口径: id of the main target that this one reads in another way; empty: it is no reading of another
  Words reading{};           ///< what an office calls the reading; of a main target that has readings too
  friend bool operator==(const Target&, const Target&) = default;
};

}  // namespace railshift
