#pragma once
/// 一企一策 - one sheet a listed firm: how its goods pass its gates, why not by rail, what its sidings carry, how many trucks come, where
/// it stands in each reading, whether it transports cleanly.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/levers/firm_ways.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/core/language.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/reason.hpp"
#include "sim/model/world.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {

inline constexpr std::size_t kChainClasses = 4;

/// Delivered tonnes of bulk goods without dangerous ones, as they pass the gate; a flow between two works of the firm counts at both.
struct GateTonnes {
  std::array<double, kChainClasses> in{}, out{};  ///< by rules::ChainClass, seen from this gate: rail_yard goes by truck to a train
  [[nodiscard]] double of(rules::ChainClass way) const { return in[static_cast<std::size_t>(way)] + out[static_cast<std::size_t>(way)]; }
  [[nodiscard]] double all() const;
};

/// A siding that loads or unloads goods of the firm, or stands at its works.
struct FirmSiding {
  Id<Siding> siding;
  std::optional<Date> in_service;  ///< nothing: never
  double of_firm_t = 0.0;          ///< loaded and unloaded there for the firm, in the year
  double all_t = 0.0;              ///< of everybody
  std::optional<double> load;      ///< all_t over what it can take on its days in service; nothing before it opens
};

/// Where the firm stands in a reading of a target on the list.
struct FirmReading {
  std::string target;  ///< its id
  Words reading;       ///< empty: the target has no name for it
  Operator op = Operator::at_least;
  double threshold = 0.0;
  std::string unit;
  std::optional<double> value;  ///< nothing: the firm has no such figure in the year
  bool holds = false;           ///< of a value
};

struct FirmSheet {
  Id<Firm> firm;
  std::string year;
  GateTonnes tonnes;
  std::array<double, kReasons> reasons_t{};  ///< planned tonnes that went by road, by what stopped them; all goods that touch its gates
  std::vector<FirmSiding> sidings;           ///< those of its own works first, then by tonnes
  double trucks_per_day = 0.0;               ///< loaded trips that begin or end at its works, over the days of the year that were run
  std::vector<FirmReading> readings;         ///< of the year's targets on rail share of the list, in their order
  std::optional<bool> clean;                 ///< 清洁运输 in every month of the year; nothing: no rule, or not known
  const FirmWays* ways = nullptr;            ///< what it can do; of a quick assessment nothing
  [[nodiscard]] double road_reasons_t() const;
};

struct SheetQuestion {
  const World& world;
  const ledger::Ledger& ledger;
  const MetricTable& metrics;
  const std::vector<Verdict>& verdicts;
  const std::vector<FirmWays>& ways;
  std::string year;
};
/// Of every listed firm, those with most road tonnes first; none without a year. Sheets point into `ways`.
[[nodiscard]] std::vector<FirmSheet> firm_sheets(const SheetQuestion& question);

/// The cheapest way by which the firm's road tonnes comply: of those with a price the one of least yuan a tonne; nothing if none has one.
[[nodiscard]] const FirmWay* cheapest_way(const FirmWays& ways);

}  // namespace railshift::analysis
