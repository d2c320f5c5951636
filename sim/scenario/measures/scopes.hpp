#pragma once
/// 口径 - scope: which fields a target or an observed value may name for its metric, and which words each of them takes. All lists are
/// closed: a word that no row of results can carry would never find a figure.
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/model/target.hpp"
#include "sim/model/world.hpp"

namespace railshift::scenario {

/// What stands in a field.
enum class ScopeValue : std::uint8_t { word, firm, county, rail_station, commodity, segment, day };

struct ScopeField {
  std::string name;
  ScopeValue value = ScopeValue::word;
  std::vector<std::string> words;  ///< of a word: all that it may be; of a segment or firm: the named sets
};

/// Fields of a metric's rows, in the order of the columns; those that every metric has (period, unit) left out.
[[nodiscard]] std::vector<ScopeField> scope_fields_of(MetricKind metric, const World& world);

/// What a figure of the metric counts, and so its units.
enum class Quantity : std::uint8_t { share, growth, tonnes, vehicles, kilometres };
/// Growth: rail_tonnes with denominator_kind base_year.
[[nodiscard]] Quantity quantity_of(MetricKind metric, const std::map<std::string, std::string>& scope);
/// 1, share, % / t, 吨, 万吨, Mt, 亿吨 / vehicles, trucks, 辆 / km, 万公里, vehicle-km
[[nodiscard]] std::vector<std::string> units_of(Quantity quantity);

}  // namespace railshift::scenario
