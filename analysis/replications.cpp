#include "analysis/replications.hpp"

#include <cmath>
#include <map>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

#include "analysis/csv_text.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kUpperTail = 0.975;  // both tails of a 95 % interval

/// Metric, scope, period and unit, in the order of the columns.
using Key = std::vector<std::string>;

Key key_of(const MetricRow& r) {
  return {r.metric,    r.firm,    r.county,   r.commodity,  r.haul_class, r.numerator_kind, r.basis, r.denominator_kind,
          r.direction, r.segment, r.standard, r.powertrain, r.ring,       r.period,         r.unit};
}

}  // namespace

Spread spread_of(const std::vector<double>& values) {
  RAILSHIFT_EXPECTS(!values.empty(), "a figure has a value");
  Spread f;
  f.n = static_cast<int>(values.size());
  const auto n = static_cast<double>(values.size());
  f.mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  if (values.size() < 2) return f;
  double squares = 0.0;
  for (const double v : values) squares += (v - f.mean) * (v - f.mean);
  f.sd = std::sqrt(squares / (n - 1.0));
  const double half = boost::math::quantile(boost::math::students_t(n - 1.0), kUpperTail) * *f.sd / std::sqrt(n);
  f.low = f.mean - half;
  f.high = f.mean + half;
  return f;
}

std::vector<ReplicatedFigure> over_replications(const std::vector<MetricTable>& replications) {
  struct Seen {
    const MetricRow* row = nullptr;
    std::vector<double> values;
  };
  std::map<Key, Seen> seen;
  for (const MetricTable& table : replications) {
    for (const MetricRow& row : table) {
      Seen& figure = seen[key_of(row)];
      figure.row = &row;
      figure.values.push_back(row.value);
    }
  }
  std::vector<ReplicatedFigure> figures;
  for (const auto& [key, figure] : seen) figures.push_back({spread_of(figure.values), *figure.row});
  return figures;
}

std::string to_csv(const std::vector<ReplicatedFigure>& figures) {
  CsvText csv;
  for (const char* column : {"metric",    "firm",    "county",   "commodity",  "haul_class", "numerator_kind", "basis", "denominator_kind",
                             "direction", "segment", "standard", "powertrain", "ring",       "period",         "unit",  "n",
                             "mean",      "sd",      "low",      "high"})
    csv.field(column);
  csv.end_row();
  for (const ReplicatedFigure& f : figures) {
    for (const std::string& text : key_of(f.key)) csv.field(text);
    csv.field(std::to_string(f.n)).field(f.mean).field(f.sd).field(f.low).field(f.high);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
