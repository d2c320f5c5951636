#pragma once
/// 企业合规途径 - what a listed firm can do with the tonnes that it moves by road: a siding, boxes over a goods station, a belt, new-energy
/// or National VI trucks; what each costs and emits beside the road chain of now, as far as the model has prices and factors.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/emissions/redeployment.hpp"
#include "sim/core/date.hpp"
#include "sim/core/language.hpp"
#include "sim/rules/rail/base_state.hpp"

namespace railshift::analysis {

enum class Way : std::uint8_t {
  siding,      ///< by rail through the gate
  box,         ///< by rail over a goods station or yard, trucks between gate and station
  belt,        ///< belt or pipe
  new_energy,  ///< trucks without exhaust
  national_vi
};
[[nodiscard]] std::string_view to_text(Way way);

struct FirmWay {
  Way way = Way::siding;
  double tonnes = 0.0;                ///< of its road tonnes, those that have such a way in the year
  std::optional<double> yuan_per_t;   ///< generalised cost of the cheapest such chain - that of the road chain, mean over the tonnes;
                                      ///< nothing: the model has no price for it
  std::optional<double> nox_g_per_t;  ///< likewise; negative: less than now; nothing: no truck of the firm was run, or no factor
  std::optional<Date> from;           ///< first day on which some tonne can take it
};

struct FirmWays {
  std::string firm;
  Words name;
  double road_t = 0.0;        ///< delivered by road in the year, bulk goods without dangerous ones
  double no_chain_t = 0.0;    ///< of them, those that no chain but the road can carry
  std::vector<FirmWay> ways;  ///< that some tonnes have, in the order of Way; none without road tonnes
  /// Of the ways that have a price the cheapest; nothing if none has.
  [[nodiscard]] const FirmWay* cheapest() const;
  /// National VI trucks let the firm comply without a tonne by rail as long as they cost less than this a tonne more than the trucks of
  /// now: what the cheapest priced way costs more than the road. Nothing if there is no such way, or it is no dearer than the road.
  [[nodiscard]] std::optional<double> vi_pays_below() const;
  /// The rail target does not bind the firm: no chain but the road has a price that is not above it.
  [[nodiscard]] bool rail_is_pointless() const;
};

/// Of every listed firm in this order, what its road tonnes of a year can do. Costs are those of January of the year at the delays and
/// rates of the base year, without any duty; NOx is that of trucks (with the firm's own empty runs) and of rail traction on the modelled
/// lines, at the mix of trucks that carried its goods. Haul rates know no standard and no powertrain: trucks have no price of their own.
[[nodiscard]] std::vector<FirmWays> firm_ways(const RunView& plan, const rules::BaseState& base, int year);

/// ways.csv, a row for each firm and way.
struct WayColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const FirmWays&, const FirmWay&);
};
[[nodiscard]] const std::vector<WayColumn>& way_columns();
[[nodiscard]] std::string to_csv(const std::vector<FirmWays>& firms);

}  // namespace railshift::analysis
