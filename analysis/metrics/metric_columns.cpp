#include "analysis/metrics/metric_columns.hpp"

#include <algorithm>
#include <charconv>

#include "analysis/metrics/csv_text.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"

namespace railshift::analysis {
namespace {

std::optional<double> number(const std::string& text) {
  if (text.empty()) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw Failed(both("不是数：{}", "not a number: {}", text));
  return value;
}

/// How a member's type stands in a cell.
std::string written(const std::string& text) { return text; }
std::string written(int number) { return std::to_string(number); }
std::string written(double value) { return number_text(value); }
std::string written(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

void read_into(std::string& member, const std::string& text) { member = text; }
void read_into(int& member, const std::string& text) { member = static_cast<int>(number(text).value_or(1.0)); }
void read_into(double& member, const std::string& text) { member = number(text).value_or(0.0); }
void read_into(std::optional<double>& member, const std::string& text) { member = number(text); }

std::vector<TextColumn> text_columns(std::initializer_list<MetricRole> roles) {
  std::vector<TextColumn> found;
  for (const MetricColumn& column : metric_columns()) {
    if (std::find(roles.begin(), roles.end(), column.role) == roles.end()) continue;
    found.push_back({column.name, std::get<MetricColumn::Text>(column.member)});
  }
  return found;
}

}  // namespace

const std::vector<MetricColumn>& metric_columns() {
  using R = MetricRow;
  using enum MetricRole;
  static const std::vector<MetricColumn> columns{
      {"scenario", run, &R::scenario, {"情景", "scenario"}, {"情景代码", "id of the scenario"}},
      {"layer", run, &R::layer, {"层", "layer"}, {"基准、方案或假想", "baseline, plan or what_if"}},
      {"variant", run, &R::variant, {"变体", "variant"}, {"变体文件；没有则为空", "variant file; empty without one"}},
      {"replication", run, &R::replication, {"重复", "replication"}, {"第几个随机种子，从 1 起", "which seed, from 1"}},
      {"metric", metric, &R::metric, {"指标", "metric"}, {"指标代码", "id of the metric"}},
      {"firm",
       scope,
       &R::firm,
       {"企业", "firm"},
       {"企业代码，或 *over_threshold（名单合计）、*over_threshold_with_siding（名单中年初已有专用线的企业合计）",
        "id of a firm, or *over_threshold (all listed firms), *over_threshold_with_siding (those with a siding on the first day of the "
        "year)"}},
      {"county",
       scope,
       &R::county,
       {"区县", "county"},
       {"区县代码；前四位为地级市；*no_county 为未注明，*beyond 为出入口以外（本地车尾气）",
        "code of the county; its first four digits: the prefecture; *no_county: not stated; *beyond: beyond the gateways (exhaust of local "
        "trucks)"}},
      {"rail_station", scope, &R::rail_station, {"车站", "railway station"}, {"车站节点代码", "node id of the station"}},
      {"commodity", scope, &R::commodity, {"货类", "commodity"}, {"货类代码", "id of a commodity"}},
      {"haul_class",
       scope,
       &R::haul_class,
       {"运距段", "haul class"},
       {"按基年最短公路里程分段（公里）；>=500 为后两段合计", "by the shortest road of the base year, km; >=500 joins the last two"}},
      {"numerator_kind",
       scope,
       &R::numerator_kind,
       {"分子口径", "numerator"},
       {"什么算入分子：方式、原因、污染物、比例档、国六是否计入", "what counts: mode, reason, pollutant, level, National VI or not"}},
      {"basis",
       scope,
       &R::basis,
       {"统计口径", "basis"},
       {"在哪里看、按什么算：gate、main_haul、tonne_km、tonnes、entries、排放源、锁定日、离册原因",
        "seen from where or by what: gate, main_haul, tonne_km, tonnes, entries, source, day of a base, cause of leaving"}},
      {"denominator_kind", scope, &R::denominator_kind, {"分母口径", "denominator"}, {"比例以什么为整体", "what the share is of"}},
      {"direction", scope, &R::direction, {"方向", "direction"}, {"in 到达，out 发出，both 合计", "in, out or both"}},
      {"level", scope, &R::level, {"达标线", "level"}, {"企业达到多少算通过，如 0.85", "share at which a firm passes, such as 0.85"}},
      {"segment",
       scope,
       &R::segment,
       {"部门车队", "segment"},
       {"部门车队代码，或车辆集合如 *operating_heavy（重型营运货车）",
        "id of a segment of the register, or a named set such as *operating_heavy"}},
      {"standard",
       scope,
       &R::standard,
       {"排放标准", "standard"},
       {"china0 … china6、zero_exhaust；<= 为该标准及以下", "china0 .. china6, zero_exhaust; <= is that and older"}},
      {"powertrain", scope, &R::powertrain, {"动力", "powertrain"}, {"燃料或动力类型", "fuel or powertrain"}},
      {"ring", scope, &R::ring, {"环线", "ring"}, {"1 为外环以内，2 为内环以内", "1 inside the outer ring, 2 inside the inner one"}},
      {"period", period, &R::period, {"统计期", "period"}, {"2024 或 2024-03", "2024 or 2024-03"}},
      {"unit", unit, &R::unit, {"单位", "unit"}, {"1 为比例", "1 for a share"}},
      {"value", value, &R::value, {"数值", "value"}, {"以该单位计", "in the unit"}},
      {"numerator", value, &R::numerator, {"分子", "numerator"}, {"比例的分子；其他为空", "of a share; else empty"}},
      {"denominator", value, &R::denominator, {"分母", "denominator"}, {"比例的分母；其他为空", "of a share; else empty"}},
      {"standing",
       value,
       &R::standing,
       {"数据性质", "standing"},
       {"derived，或含假设的 derived(assumed)", "derived, or derived(assumed) if it rests on assumptions"}}};
  return columns;
}

std::string cell_text(const MetricColumn& column, const MetricRow& row) {
  return std::visit([&](auto member) { return written(row.*member); }, column.member);
}

void set_cell(const MetricColumn& column, MetricRow& row, const std::string& text) {
  std::visit([&](auto member) { read_into(row.*member, text); }, column.member);
}

bool key_less(const MetricRow& a, const MetricRow& b) {
  for (const MetricColumn& column : metric_columns()) {
    if (!column.in_key()) continue;
    const bool differs = std::visit([&](auto member) { return a.*member != b.*member; }, column.member);
    if (differs) return std::visit([&](auto member) { return a.*member < b.*member; }, column.member);
  }
  return false;
}

const std::vector<TextColumn>& scope_columns() {
  static const std::vector<TextColumn> columns = text_columns({MetricRole::scope});
  return columns;
}

const std::vector<TextColumn>& figure_columns() {
  using enum MetricRole;
  static const std::vector<TextColumn> columns = text_columns({metric, scope, period, unit});
  return columns;
}

std::vector<std::string> figure_key(const MetricRow& row) {
  std::vector<std::string> key;
  for (const TextColumn& column : figure_columns()) key.push_back(row.*column.member);
  return key;
}

MetricRow only_key(const MetricRow& row) {
  MetricRow key;
  key.replication = row.replication;
  for (const TextColumn& column : figure_columns()) key.*column.member = row.*column.member;
  return key;
}

bool is_total_but_for(const MetricRow& row, std::initializer_list<std::string_view> fields) {
  return std::all_of(scope_columns().begin(), scope_columns().end(), [&](const TextColumn& column) {
    return (row.*column.member).empty() || std::find(fields.begin(), fields.end(), column.name) != fields.end();
  });
}

}  // namespace railshift::analysis
