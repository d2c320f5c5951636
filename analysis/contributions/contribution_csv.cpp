#include "analysis/contributions/contributions.hpp"
#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

std::string ids_joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ";") + id;
  return text;
}

}  // namespace

const std::vector<ContributionColumn>& contribution_columns() {
  using C = Contribution;
  static const std::vector<ContributionColumn> columns{
      {"part",
       {"部分", "part"},
       {"measure 措施，clause 条款的全部措施", "measure, or clause: all measures of one"},
       [](const C& c) { return std::string(to_text(c.part.kind)); }},
      {"id", {"代码", "id"}, {"措施或条款的代码", "id of the measure or clause"}, [](const C& c) { return c.part.id; }},
      {"measures",
       {"措施", "measures"},
       {"措施代码，以分号相隔", "ids, divided by semicolons"},
       [](const C& c) { return ids_joined(c.part.measures); }},
      {"target",
       {"目标", "target"},
       {"目标代码；全市指标为空", "id of the target; empty of a figure of the city"},
       [](const C& c) { return c.figure.target; }},
      {"metric", {"指标", "metric"}, {"指标代码", "id of the metric"}, [](const C& c) { return c.figure.metric; }},
      {"scope", {"范围", "scope"}, {"字段=值，以分号相隔", "field=value;field=value"}, [](const C& c) { return to_text(c.figure.scope); }},
      {"unit",
       {"单位", "unit"},
       {"目标的单位，全市指标则为该指标的单位；1 为比例", "of the target, else of the metric; 1 for a share"},
       [](const C& c) { return c.figure.unit; }},
      {"period",
       {"统计期", "period"},
       {"年，或存量截止日所在月", "year, or the month of a stock"},
       [](const C& c) { return c.figure.period; }},
      {"plan",
       {"方案", "plan"},
       {"方案第一个种子的一次模拟", "the plan, one run on the first seed"},
       [](const C& c) { return number_or_nothing(c.plan); }},
      {"without",
       {"去掉该项", "without"},
       {"去掉该项后的方案，同一种子的一次模拟", "the plan without the part, one run on the same seed"},
       [](const C& c) { return number_or_nothing(c.without); }},
      {"one_out",
       {"去一贡献", "one-out"},
       {"方案减去掉该项后的值；有一次模拟未运货物超过上限、没有跑满该年或专用线企业不同时为空",
        "plan - without; empty where one of both runs left more goods behind than the limit, did not run the year whole or has other firms "
        "with a siding"},
       [](const C& c) { return number_or_nothing(c.one_out); }},
      {"baseline",
       {"基准", "baseline"},
       {"去掉全部措施的方案，同一种子的一次模拟", "the plan without all measures, one run on the same seed"},
       [](const C& c) { return number_or_nothing(c.baseline); }},
      {"with_alone",
       {"只留该项", "with it alone"},
       {"只有该项的方案，同一种子的一次模拟", "the plan of this part alone, one run on the same seed"},
       [](const C& c) { return number_or_nothing(c.with_alone); }},
      {"one_in",
       {"单项贡献", "one-in"},
       {"只留该项的值减基准；为空同上", "with_alone - baseline; empty likewise"},
       [](const C& c) { return number_or_nothing(c.one_in); }},
      {"reason",
       {"贡献小的原因", "reason"},
       {"仅在去一贡献小于 1 个单位（比例 1 个百分点）、目标差距的 1% 或（无要求值的指标）方案总变化的 1% "
        "时有：未起作用的原因，或其实际作用",
        "only where one_out is below one unit (a point of a share) 1 % of the gap of the target, or 1 % of what the plan does to a figure "
        "without a threshold: why it had no effect, or what it does"},
       [](const C& c) { return c.reason ? std::string(to_text(*c.reason)) : std::string{}; }}};
  return columns;
}

std::string to_csv(const std::vector<Contribution>& all) {
  CsvText csv;
  for (const ContributionColumn& column : contribution_columns()) csv.field(column.name);
  csv.end_row();
  for (const Contribution& c : all) {
    for (const ContributionColumn& column : contribution_columns()) csv.field(column.text(c));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
