#include "analysis/report/observed_csv.hpp"

#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {

const std::vector<ObservedColumn>& observed_columns() {
  using B = BesideObserved;
  static const std::vector<ObservedColumn> columns{
      {"observed_id",
       {"观测", "observation"},
       {"tables/observed.csv 中的代码", "id in tables/observed.csv"},
       [](const B& b) { return b.id; }},
      {"metric", {"指标", "metric"}, {"指标代码", "id of the metric"}, [](const B& b) { return b.metric; }},
      {"scope", {"范围", "scope"}, {"按表中所写", "as the table writes it"}, [](const B& b) { return b.scope; }},
      {"period", {"统计期", "period"}, {"年或月", "year or month"}, [](const B& b) { return b.period; }},
      {"unit", {"单位", "unit"}, {"观测值的单位", "of the observation"}, [](const B& b) { return b.unit; }},
      {"observed", {"观测值", "observed"}, {"以该单位计", "in the unit"}, [](const B& b) { return number_text(b.observed); }},
      {"simulated",
       {"模拟值", "simulated"},
       {"方案各次模拟的平均；没有对应的为空", "mean of the plan's runs; empty without a counterpart"},
       [](const B& b) { return number_or_nothing(b.simulated); }},
      {"difference",
       {"差值", "difference"},
       {"模拟值减观测值", "simulated - observed"},
       [](const B& b) { return number_or_nothing(b.difference); }},
      {"percent", {"百分比", "percent"}, {"占观测值", "of the observed value"}, [](const B& b) { return number_or_nothing(b.percent); }},
      {"match",
       {"比较", "match"},
       {"compared，或第一个不符之处", "compared, or the first thing that did not fit"},
       [](const B& b) { return std::string(to_text(b.match)); }},
      {"source", {"来源", "source"}, {"按表中所写", "as the table writes it"}, [](const B& b) { return b.source; }}};
  return columns;
}

std::string to_csv(const std::vector<BesideObserved>& rows) {
  CsvText csv;
  for (const ObservedColumn& column : observed_columns()) csv.field(column.name);
  csv.end_row();
  for (const BesideObserved& row : rows) {
    for (const ObservedColumn& column : observed_columns()) csv.field(column.text(row));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
