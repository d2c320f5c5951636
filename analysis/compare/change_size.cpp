#include "analysis/compare/change_size.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <utility>

#include "analysis/judge/headlines.hpp"

namespace railshift::analysis {
namespace {

/// What shares a scale: figures of one metric, unit and year, and of one pollutant or ring if it has several headlines.
using Family = std::tuple<std::string, std::string, std::string, std::string>;

Family family_of(const MetricRow& key) {
  const auto metric = metric_from_text(key.metric);
  const bool by_kind = metric == MetricKind::exhaust, by_ring = metric == MetricKind::through_km_inside;
  return {key.metric, key.unit, key.period, by_kind ? key.numerator_kind : by_ring ? key.ring : std::string{}};
}

/// Of the base; of the largest of the runs if the base has none.
double size_of(const FigureRow& row) {
  if (const auto& base = row.runs.front().value; base && *base != 0.0) return std::abs(*base);
  double largest = 0.0;
  for (const RunFigure& run : row.runs) largest = std::max(largest, std::abs(run.value.value_or(0.0)));
  return largest;
}

bool differs(const FigureRow& row) {
  const bool in_base = row.runs.front().value.has_value();
  return std::any_of(row.runs.begin() + 1, row.runs.end(), [in_base](const RunFigure& run) {
    const bool by_seed = run.paired && (run.paired->least != 0.0 || run.paired->greatest != 0.0);
    return run.value.has_value() != in_base || by_seed || run.difference.value_or(0.0) != 0.0;
  });
}

double largest_difference(const FigureRow& row) {
  double largest = 0.0;
  for (const RunFigure& run : row.runs) largest = std::max(largest, std::abs(run.difference.value_or(0.0)));
  return largest;
}

}  // namespace

std::vector<double> natural_scales(const std::vector<FigureRow>& rows) {
  struct Scale {
    double headline = 0.0;
    double largest = 0.0;
  };
  std::map<Family, Scale> scales;
  for (const FigureRow& row : rows) {
    Scale& scale = scales[family_of(row.key)];
    scale.largest = std::max(scale.largest, size_of(row));
    if (is_headline(row.key)) scale.headline = std::max(scale.headline, size_of(row));
  }
  std::vector<double> all;
  for (const FigureRow& row : rows) {
    const Scale& scale = scales.at(family_of(row.key));
    const double natural = scale.headline > 0.0 ? scale.headline : scale.largest;
    all.push_back(row.key.unit == "1" ? 1.0 : std::max(natural, 1.0));
  }
  return all;
}

std::vector<FigureRow> by_size_of_change(const std::vector<FigureRow>& rows) {
  const std::vector<double> scales = natural_scales(rows);
  std::vector<std::pair<double, const FigureRow*>> sized;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (differs(rows[i])) sized.emplace_back(largest_difference(rows[i]) / scales[i], &rows[i]);
  }
  std::stable_sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, is_headline(a.second->key)) > std::pair(b.first, is_headline(b.second->key));
  });
  std::vector<FigureRow> sorted;
  for (const auto& [size, row] : sized) sorted.push_back(*row);
  return sorted;
}

}  // namespace railshift::analysis
