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

/// How much of a year was run says nothing of the city.
bool is_of_the_run(const MetricRow& key) { return key.metric == "reported_months"; }

bool changes(const FigureRow& row) {
  return std::any_of(row.runs.begin() + 1, row.runs.end(), [](const RunFigure& run) {
    const bool by_seed = run.paired && (run.paired->least != 0.0 || run.paired->greatest != 0.0);
    return by_seed || run.difference.value_or(0.0) != 0.0;
  });
}

bool only_some_have_it(const FigureRow& row) {
  const bool in_base = row.runs.front().value.has_value();
  return std::any_of(row.runs.begin() + 1, row.runs.end(), [in_base](const RunFigure& run) { return run.value.has_value() != in_base; });
}

double largest_difference(const FigureRow& row) {
  double largest = 0.0;
  for (const RunFigure& run : row.runs) largest = std::max(largest, std::abs(run.difference.value_or(0.0)));
  return largest;
}

}  // namespace

std::vector<double> natural_scales(const std::vector<FigureRow>& rows) {
  std::map<Family, double> headline, largest;
  std::map<std::pair<std::string, std::string>, double> of_unit;  // headlines by unit and year; a pollutant is no measure of goods
  for (const FigureRow& row : rows) {
    const Family family = family_of(row.key);
    const double size = size_of(row);
    const auto raise = [size](double& scale) { scale = std::max(scale, size); };
    raise(largest[family]);
    if (!is_headline(row.key)) continue;
    raise(headline[family]);
    if (row.key.metric != to_text(MetricKind::exhaust)) raise(of_unit[{row.key.unit, row.key.period}]);
  }
  std::vector<double> all;
  for (const FigureRow& row : rows) {
    double natural = headline[family_of(row.key)];
    if (natural == 0.0) natural = of_unit[{row.key.unit, row.key.period}];
    if (natural == 0.0) natural = largest[family_of(row.key)];
    all.push_back(row.key.unit == "1" ? 1.0 : std::max(natural, 1.0));
  }
  return all;
}

Changed by_size_of_change(const std::vector<FigureRow>& rows) {
  const std::vector<double> scales = natural_scales(rows);
  Changed changed;
  std::vector<std::pair<double, const FigureRow*>> sized;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (is_of_the_run(rows[i].key)) continue;
    if (changes(rows[i]))
      sized.emplace_back(largest_difference(rows[i]) / scales[i], &rows[i]);
    else if (only_some_have_it(rows[i]))
      ++changed.only_in_some;
  }
  std::stable_sort(sized.begin(), sized.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, is_headline(a.second->key)) > std::pair(b.first, is_headline(b.second->key));
  });
  for (const auto& [size, row] : sized) changed.ranked.push_back(*row);
  return changed;
}

}  // namespace railshift::analysis
