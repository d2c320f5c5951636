#pragma once
/// 方案费用 - what a plan costs: the transport bill of the plan beside that of the baseline, public money, yuan for a tonne shifted and a
/// kilogram of NOx avoided, who pays and who gains. Two runs in, rows out; what has no stated price is said and never filled in.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "sim/core/language.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

enum class CostItem : std::uint8_t {
  bill,         ///< all, or of the legs of a mode (kind truck, rail, belt_pipe)
  bill_goods,   ///< by commodity
  bill_firm,    ///< by firm and the end at which it stands (kind in, out, both)
  bill_flow,    ///< by flow
  same_goods,   ///< what the plan's goods cost more than they would at what a tonne of their flow costs in the baseline
  hires,        ///< kind hire_premium, outside_trucks
  delivered,    ///< tonnes that the bill is of; all, or of a flow
  unpriced,     ///< part of them, on a way for which no price is stated
  rail_tonnes,  ///< by the main haul
  nox,          ///< all sources, kg
  gain,         ///< what a party gets more than in the baseline; less than 0: pays more. kind firms, railway, ...
  public_cost,  ///< of a measure (id; kind investment, subsidy) or of all (no id)
  per_tonne,    ///< same_goods a tonne more by rail; kind bill, bill_and_public
  per_kg_nox    ///< the same a kilogram of NOx less; kinds as per_tonne
};
[[nodiscard]] std::string_view to_text(CostItem item);

/// Why a figure is not there, or what it leaves out.
enum class CostRemark : std::uint8_t {
  none,
  not_stated,       ///< no price is stated
  partly_stated,    ///< measures without a stated price are left out
  outside_period,   ///< money of a year that the runs do not have in common: in no sum
  nothing_shifted,  ///< rail has not a tonne more
  nothing_avoided,  ///< not a kilogram less NOx
  other_goods       ///< delivered tonnes differ by over 1 %, or so many are of flows that the baseline did not deliver
};
[[nodiscard]] std::string_view to_text(CostRemark remark);

struct CostRow {
  CostItem item = CostItem::bill;
  std::string id;      ///< firm, flow, commodity, measure; empty: all
  std::string kind;    ///< see CostItem; empty: all
  std::string period;  ///< 2024, or all years in common: 2023..2025
  std::string unit;
  std::optional<double> baseline, plan;
  std::optional<double> difference;  ///< plan - baseline; of per_tonne and per_kg_nox the figure itself
  std::optional<double> low, high;   ///< of `difference`, from the ranges of public costs
  std::string standing;              ///< as of metrics; of a public cost its own
  CostRemark remark = CostRemark::none;
};
using CostTable = std::vector<CostRow>;

/// One run.
struct CostSide {
  const World* world;
  const ledger::Ledger* ledger;
  const MetricTable* metrics;
};

/// Rows of the years of which both ran the same months, and of all of these together; by item, then id, kind and period. Both on one seed.
/// Empty if a run has no prices or they have no year in common.
[[nodiscard]] CostTable plan_costs(const CostSide& baseline, const CostSide& plan);

/// The period of all years together; empty of an empty table.
[[nodiscard]] std::string whole_period(const CostTable& costs);
/// Null if there is none.
[[nodiscard]] const CostRow* find_cost(const CostTable& costs, CostItem item, std::string_view kind, std::string_view period,
                                       std::string_view id = {});
/// Measures of the plan that state no public cost, in their order.
[[nodiscard]] std::vector<std::string> not_stated(const CostTable& costs);

/// costs.csv, one row a figure.
struct CostColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const CostRow&);
};
[[nodiscard]] const std::vector<CostColumn>& cost_columns();
[[nodiscard]] std::string to_csv(const CostTable& costs);

}  // namespace railshift::analysis
