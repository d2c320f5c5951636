#include "analysis/metrics/replications.hpp"

#include <cmath>
#include <map>
#include <numeric>

#include <boost/math/distributions/students_t.hpp>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr double kUpperTail = 0.975;  // both tails of a 95 % interval

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

void add_spread(CsvText& csv, const Spread& s) { csv.field(std::to_string(s.n)).field(s.mean).field(s.sd).field(s.low).field(s.high); }

std::vector<ReplicatedFigure> over_replications(const std::vector<MetricTable>& replications) {
  struct Seen {
    const MetricRow* row = nullptr;
    std::vector<double> values;
  };
  std::map<std::vector<std::string>, Seen> seen;
  for (const MetricTable& table : replications) {
    for (const MetricRow& row : table) {
      Seen& figure = seen[figure_key(row)];
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
  for (const TextColumn& column : figure_columns()) csv.field(column.name);
  for (const std::string_view column : kSpreadColumns) csv.field(column);
  csv.end_row();
  for (const ReplicatedFigure& f : figures) {
    for (const std::string& text : figure_key(f.key)) csv.field(text);
    add_spread(csv, f);
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
