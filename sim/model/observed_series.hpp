#pragma once
/// 调度观测 - months that were counted: one quantity at one place (or of one set of trucks), month by month. They replace simulated months
/// when a plan is tracked; a run never reads them.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sim/core/date.hpp"
#include "sim/core/problem.hpp"
#include "sim/model/world.hpp"

namespace railshift {

enum class ObservedKind : std::uint8_t {
  rail,       ///< tonnes that trains load (out) or unload (in) at a station or siding
  gate,       ///< tonnes through the gate of a site or of all sites of a firm, by one mode
  cancelled,  ///< trucks that left the register in the month, whatever the cause
  stock       ///< trucks in the register at the end of the month
};
/// The file that holds the kind: rail, gate, cancellations, register.
[[nodiscard]] constexpr std::string_view file_of(ObservedKind kind) {
  switch (kind) {
    case ObservedKind::rail:
      return "rail";
    case ObservedKind::gate:
      return "gate";
    case ObservedKind::cancelled:
      return "cancellations";
    case ObservedKind::stock:
      return "register";
  }
  return "";
}
[[nodiscard]] constexpr bool counts_tonnes(ObservedKind kind) { return kind == ObservedKind::rail || kind == ObservedKind::gate; }

struct ObservedSeries {
  ObservedKind kind = ObservedKind::rail;
  std::string id;  ///< the file and what its rows are told by: "rail/sd-works/in"; what draws are keyed by
  // of tonnes; an absent member means all
  std::optional<Id<Node>> station;
  std::optional<Id<Siding>> siding;
  std::optional<Id<Site>> site;
  std::optional<Id<Firm>> firm;
  StockSide direction = StockSide::out;
  Mode mode = Mode::truck;  ///< at the gate
  std::optional<Id<Commodity>> commodity;
  // of trucks
  Id<Segment> segment;
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;
  Place place;                     ///< of its first row
  std::map<Month, double> months;  ///< t, or trucks; without a gap
};

}  // namespace railshift
