#pragma once
/// 企业可用途径 - what a listed firm can do with the tonnes that it moves by road: a siding, boxes over a goods station, a belt, new-energy
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

/// What stands against more tonnes on a way.
enum class WayLimit : std::uint8_t {
  none,
  refuses,     ///< the railway refused part of what the run asked of these chains in the year
  base_share,  ///< belts and pipes keep their base share (rules/rail/choice): no tonne of the road can go by them
};
[[nodiscard]] std::string_view to_text(WayLimit limit);

struct FirmWay {
  Way way = Way::siding;
  double tonnes = 0.0;                ///< of its road tonnes, those that have such a way in the year
  std::optional<double> yuan_per_t;   ///< generalised cost of the cheapest such chain - that of the road chain, mean over the tonnes;
                                      ///< nothing: the model has no price for it, or no tonne can go
  std::optional<double> nox_g_per_t;  ///< likewise; negative: less than now; nothing: no truck of the firm was run, or no factor
  std::optional<Date> from;           ///< first day on which some tonne can take it
  double cheapest_t = 0.0;            ///< of the tonnes, those for which it is the cheaper way by rail
  WayLimit limit = WayLimit::none;
};

/// Which trucks make up for what clean modes leave short, by the rules of the firm's works (clean_rules.csv), the hardest of them. In the
/// order in which one outweighs the other.
enum class TrucksAsked : std::uint8_t {
  national_vi,  ///< National VI or new-energy ones
  new_energy,   ///< new-energy ones alone
  none,         ///< the share of clean modes alone counts
  no_rule       ///< a kind of its works has no rule
};

/// What National VI trucks are to a firm beside the railway, where firms with a siding are judged by their rail share and others by clean
/// transport.
enum class ViAnswer : std::uint8_t {
  no_road_tonnes,
  does_not_comply,   ///< its siding stands on the first day of the year: the rail share is asked
  no_rule,           ///< of clean transport, for a kind of its works: cannot be said
  share_alone,       ///< its rule counts no truck as clean
  needs_new_energy,  ///< its rule counts new-energy trucks alone
  only_way,          ///< no rail chain is open to any of its road tonnes
  pays_below,        ///< as long as they cost less than rail_yuan_per_t a tonne more than the trucks of now: no tonne need go by rail
  rail_no_dearer
};
[[nodiscard]] std::string_view to_text(ViAnswer answer);

struct FirmWays {
  std::string firm;
  Words name;
  double road_t = 0.0;                      ///< delivered by road in the year, bulk goods without dangerous ones
  double no_chain_t = 0.0;                  ///< of them, those without a rail chain that is open
  std::vector<FirmWay> ways;                ///< that some tonnes have, in the order of Way; none without road tonnes
  double rail_t = 0.0;                      ///< of the road tonnes, those that have a siding or a box
  std::optional<double> rail_yuan_per_t{};  ///< of them, each by its cheaper way, mean
  TrucksAsked trucks_asked = TrucksAsked::national_vi;
  bool siding_stands = false;  ///< own or shared (rules::siding_access), on the first day of the year
  /// By rail, the way that is the cheaper one for most tonnes; nothing if there is none.
  [[nodiscard]] const FirmWay* main_rail_way() const;
  [[nodiscard]] ViAnswer vi_answer() const;
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
