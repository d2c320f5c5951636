#pragma once
/// Rows of the four tables of counted months, and their field tables.
#include <array>
#include <optional>
#include <string>

#include "sim/model/observed_series.hpp"
#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

/// A node at which chains load or unload trains; only its rank among them is an id.
struct RailStop {};
template <>
inline const char* table_name<RailStop>() {
  return "stations";
}

/// One row of any of them; members of other tables stay as they are.
struct ObservedRow {
  std::optional<Month> month;
  std::optional<Id<RailStop>> stop;
  std::optional<Id<Siding>> siding;
  std::optional<Id<Site>> site;
  std::optional<Id<Firm>> firm;
  StockSide direction = StockSide::out;
  Mode mode = Mode::truck;
  std::optional<Id<Commodity>> commodity;
  Id<Segment> segment;
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;
  double value = 0.0;
  std::string source;
};

inline constexpr std::array kObservedKinds{ObservedKind::rail, ObservedKind::gate, ObservedKind::cancelled, ObservedKind::stock};
[[nodiscard]] TableOf<ObservedRow> table_of(ObservedKind kind);

}  // namespace railshift::scenario
