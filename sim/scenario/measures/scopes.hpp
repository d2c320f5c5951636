#pragma once
/// 口径 - scope: which fields a target or an observed value may name for its metric, and which words each of them takes. All lists are
/// closed: a word that no row of results can carry would never find a figure.
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/target.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

/// What stands in a field. Counties are those of sites, of roads (those of sites and stations among them, which exhaust knows too), or of
/// stations, which prefectures join by the first four digits.
enum class ScopeValue : std::uint8_t {
  word,
  firm,
  county_of_sites,
  county_of_roads,
  county_of_stations,
  rail_station,
  commodity,
  segment,
  day
};

struct ScopeField {
  std::string name;
  ScopeValue value = ScopeValue::word;
  std::vector<std::string> words;  ///< of a word: all that it may be; else what it may be besides: named sets, no county
};

struct MetricScope {
  std::vector<ScopeField> fields;  ///< in the order of the columns; those that every metric has (period, unit) left out
  std::vector<std::pair<std::string, std::string>> apart;     ///< no row has both of these
  std::vector<std::pair<std::string, std::string>> together;  ///< rows with the first one have the second one too
  std::vector<std::string> needed;                            ///< every row has it
};
[[nodiscard]] MetricScope metric_scope(MetricKind metric, const World& world);

/// What a figure of the metric counts, and so its units.
enum class JudgedQuantity : std::uint8_t { share, growth, tonnes, vehicles, kilometres };
/// Growth: rail_tonnes with denominator_kind base_year.
[[nodiscard]] JudgedQuantity quantity_of(MetricKind metric, const Scope& scope);
/// Those of its figures that have a name (model/judged_unit.hpp).
[[nodiscard]] std::vector<std::string> units_of(JudgedQuantity quantity);

}  // namespace railshift::scenario
