#pragma once
/// The figures by which parts of a plan are compared: every target in its own reading, and a few of the whole city in the years in which
/// targets are due.
#include <optional>
#include <string>
#include <vector>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// What a target asks.
struct Demand {
  Operator op = Operator::at_least;
  double threshold = 0.0;  ///< in the unit of the figure
};

struct ContributionFigure {
  std::string target;  ///< its id; empty: a figure of the whole city
  std::string metric;
  Scope scope;
  std::string period;
  std::string unit;              ///< of a target its own
  std::optional<Demand> demand;  ///< of a target
  std::string reading_of{};      ///< of a target, as it has it
};

/// Targets with a simulated figure in their order; then, year by year, in the order of the table: rail tonnes (main haul), NOx, PM2.5 and
/// CO2, trucks of National III and IV or below, those without exhaust, the share of new-energy trucks, through kilometres inside each
/// ring, the transport bill of the city. Years are those in which a target is due and all months of which the plan ran; if there is none,
/// the last whole year.
[[nodiscard]] std::vector<ContributionFigure> contribution_figures(const std::vector<Verdict>& verdicts, const MetricTable& plan);

/// One value a figure, in their order.
using FigureValues = std::vector<std::optional<double>>;
/// What was simulated, and its figures.
struct FiguresOfRun {
  const World& world;
  const MetricTable& metrics;
};
/// Of one run; nothing for a figure that it does not have, of a year that it did not run whole, where too much was left behind for a figure
/// of what was carried (too_much_left), or that depends on firms with a siding (depends_on_sidings) that are others than the plan's: a set
/// that gains or loses a firm says nothing of what a measure brings.
[[nodiscard]] FigureValues values_of(const World& plan, const std::vector<ContributionFigure>& figures, const FiguresOfRun& run);

}  // namespace railshift::analysis
