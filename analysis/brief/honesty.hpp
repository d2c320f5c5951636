#pragma once
/// 可信程度 - what a chief must know before he believes a figure: how far the base year is off, what is assumed, what is left out.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/observed.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Delivered tonnes of the base year: by rail as simulated, and as base shares divide the same tonnes.
struct BaseYearGap {
  double rail_t = 0.0;
  double stated_rail_t = 0.0;
  double all_t = 0.0;
  [[nodiscard]] double gap() const { return (rail_t - stated_rail_t) / all_t; }  ///< of a share
};
/// Main haul, all goods that touch the study area; nothing if the run reports no month of the base year.
[[nodiscard]] std::optional<BaseYearGap> base_year_gap(const World& world, const ledger::Ledger& ledger);

struct Honesty {
  std::optional<BaseYearGap> base_year;
  std::optional<double> empty_ratio;       ///< empty kilometres a loaded one, all pools, whole run
  const MetricRow* no_chain = nullptr;     ///< road tonnes without a rail chain, of the year
  std::vector<const MetricRow*> assumed;   ///< tonnes of flows whose row is assumed or derived from assumed ones, of the year
  const MetricRow* not_carried = nullptr;  ///< share of goods left behind, of the year
  const MetricRow* through_nox = nullptr;  ///< NOx of through trucks inside, of the year
  const MetricRow* all_nox = nullptr;
  Checked checked;  ///< against counts
  [[nodiscard]] std::optional<double> through_share() const;
  [[nodiscard]] double assumed_t() const;
};
/// Of the plan's run; rows point into `metrics`.
[[nodiscard]] Honesty honesty(const World& world, const ledger::Ledger& ledger, const MetricTable& metrics, const std::string& year,
                              const std::vector<BesideObserved>& observed);

}  // namespace railshift::analysis
