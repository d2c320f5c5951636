#include "study/studies/study_tables.hpp"

#include <set>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "study/studies/table_columns.hpp"

namespace railshift::study {
namespace {

using analysis::number_or_nothing;
using analysis::number_text;
using Row = std::vector<std::string>;

const char* engine_of(const WithoutFigures& run) { return run.estimate ? "months" : "events"; }

const char* word_of(RunOf of) {
  switch (of) {
    case RunOf::points:
      return "points";
    case RunOf::second:
      return "second";
    case RunOf::screening:
      return "screening";
    case RunOf::coalition:
      return "coalition";
  }
  return "";
}

}  // namespace

DataTable targets_table(const StudyResult& result) {
  static const std::set<std::string_view> texts{"target", "unit"}, counts{"ruled_out", "twins", "twins_met", "pairs", "full_met"},
      second_counts{"second_twins", "second_met"};
  DataTable table{"targets", {"各目标的把握", "How likely targets are met"}, {kCaseColumn}, {}};
  for (const analysis::ChanceColumn& column : analysis::chance_columns()) {
    const bool text = texts.contains(column.name), always = text || counts.contains(column.name);
    const bool whole = counts.contains(column.name) || second_counts.contains(column.name);
    table.columns.push_back({std::string(column.name),
                             text    ? DataKind::text
                             : whole ? DataKind::integer
                                     : DataKind::number,
                             always ? EmptyCell::never : EmptyCell::nothing, column.meaning});
  }
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetChance& chance : one.answer.chances) {
      Row row{one.plan.id};
      for (const analysis::ChanceColumn& column : analysis::chance_columns()) row.push_back(column.text(chance));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

DataTable effects_table(const StudyResult& result) {
  DataTable table{"effects",
                  {"方案之差，逐个成员", "Differences of cases, member by member"},
                  {kCaseColumn,
                   {"against",
                    DataKind::text,
                    EmptyCell::never,
                    {"对照方案代码；差为本方案减对照", "id of the other case; differences are case - against"}},
                   kTargetColumn,
                   kUnitColumn,
                   count_column("members", {"两方案都有估算的成员数", "members of which both have an estimate"}),
                   count_column("pairs", {"两方案都完整模拟的成员数", "members of which both were run in full"}),
                   figure_column("mean", {"差的均值：成对数不少于 10 时经校正，否则为估算",
                                          "mean difference: corrected by ten pairs or more, else of the estimates"}),
                   figure_column("mean_error", {"其标准误", "its standard error"}),
                   figure_column("full_mean", {"仅完整模拟的均值", "mean of the full runs alone"}),
                   figure_column("full_error", {"其标准误", "its standard error"}),
                   figure_column("p05", {"估算之差的 5% 分位", "5 % quantile of the differences of estimates"}),
                   figure_column("p50", {"中位数", "median"}),
                   figure_column("p95", {"95% 分位", "95 % quantile"})},
                  {}};
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetEffect& effect : one.effects) {
      Row row{one.plan.id, one.plan.against, effect.target, effect.unit, std::to_string(effect.members), std::to_string(effect.pairs)};
      add_estimate(effect.mean, row);
      add_estimate(effect.full_alone, row);
      const auto& band = effect.band;
      for (const auto quantile : {&analysis::statistics::Band::p05, &analysis::statistics::Band::p50, &analysis::statistics::Band::p95})
        row.push_back(band ? number_text((*band).*quantile) : "");
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

DataTable members_table(const StudyResult& result) {
  DataTable table{"members",
                  {"各成员", "Members"},
                  {kCaseColumn,
                   count_column("member", {"成员序号，从 1 起；各方案的同一序号在不确定输入的同一点",
                                           "number from 1; of all cases at the same point of the uncertain inputs"}),
                   kTargetColumn,
                   kUnitColumn,
                   figure_column("estimate", {"快速估算值", "by the quick twin"}),
                   figure_column("full", {"完整模拟值", "by the full run"}),
                   figure_column("corrected", {"校正后的值", "the corrected value"}),
                   {"ruled_out_by",
                    DataKind::text,
                    EmptyCell::nothing,
                    {"与之矛盾而被排除的观测行代码", "id of the observed value that it contradicts, which rules it out"}}},
                  {}};
  for (const CaseResult& one : result.cases) {
    for (const analysis::TargetChance& chance : one.answer.chances) {
      for (std::size_t i = 0; i < chance.estimates.size(); ++i) {
        const auto full = chance.full.find(i);
        const auto out = one.answer.ruled_out.find(i);
        table.rows.push_back({one.plan.id, std::to_string(i + 1), chance.asked.target, chance.asked.unit,
                              number_or_nothing(chance.estimates[i]), full == chance.full.end() ? "" : number_or_nothing(full->second),
                              number_or_nothing(chance.values[i]), out == one.answer.ruled_out.end() ? "" : out->second.observed});
      }
    }
  }
  return table;
}

DataTable years_table(const StudyResult& result) {
  DataTable table{"years",
                  {"逐年主要指标", "Headlines by year"},
                  {kCaseColumn, {"metric", DataKind::text, EmptyCell::never, {"指标代码", "id of the metric"}}},
                  {}};
  for (const analysis::MetricColumn& column : analysis::metric_columns()) {
    if (column.role == analysis::MetricRole::scope)
      table.columns.push_back({std::string(column.name), DataKind::text, EmptyCell::all, column.meaning});
  }
  const std::vector<DataColumn> rest{count_column("year", {"年份", "year"}),
                                     kUnitColumn,
                                     count_column("members", {"有此数的估算成员数", "members whose estimate has the figure"}),
                                     count_column("without", {"没有此数的成员数", "members whose estimate has none"}),
                                     figure_column("p05", {"估算值的 5% 分位，未校正", "5 % quantile of the estimates, not corrected"}),
                                     figure_column("p25", {"25% 分位", "25 % quantile"}),
                                     figure_column("p50", {"中位数", "median"}),
                                     figure_column("p75", {"75% 分位", "75 % quantile"}),
                                     figure_column("p95", {"95% 分位", "95 % quantile"}),
                                     count_column("full", {"有此数的完整模拟数", "full runs that have the figure"}),
                                     figure_column("full_mean", {"完整模拟的均值", "mean of the full runs"})};
  table.columns.insert(table.columns.end(), rest.begin(), rest.end());
  for (const CaseResult& one : result.cases) {
    for (const analysis::YearBand& year : one.answer.years) {
      Row row{one.plan.id, year.key.metric};
      for (const analysis::TextColumn& scope : analysis::scope_columns()) row.push_back(year.key.*scope.member);
      row.push_back(year.key.period);
      row.push_back(year.key.unit);
      row.push_back(std::to_string(year.band.members));
      row.push_back(std::to_string(year.band.without));
      for (const double quantile : {year.band.p05, year.band.p25, year.band.p50, year.band.p75, year.band.p95})
        row.push_back(number_text(quantile));
      row.push_back(std::to_string(year.full));
      row.push_back(number_or_nothing(year.full_mean));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

DataTable failed_table(const StudyResult& result) {
  DataTable table{
      "failed",
      {"没有数值的模拟", "Runs without figures"},
      {kCaseColumn,
       count_column("member", {"成员序号", "number of the member"}),
       {"engine", DataKind::text, EmptyCell::never, {"months 快速估算，events 完整模拟", "months: quick twin, events: full run"}},
       {"run_of",
        DataKind::text,
        EmptyCell::never,
        {"points 成员，second 第二分布的成员，screening 筛选，coalition 效果分摊",
         "points: a member, second: one under the second law, screening: a point of a trajectory, coalition: shares of the effect"}},
       {"kind",
        DataKind::text,
        EmptyCell::never,
        {"refused 情景拒绝这些数，failed 模拟失败", "refused: the scenario refuses these numbers, failed: the run failed"}},
       {"why_zh", DataKind::text, EmptyCell::nothing, {"原因，中文", "why, in Chinese"}},
       {"why_en", DataKind::text, EmptyCell::nothing, {"原因，英文", "why, in English"}},
       {"command",
        DataKind::text,
        EmptyCell::never,
        {"重做这一次的命令，可粘贴到终端", "the command that repeats it; paste it into a shell"}}},
      {}};
  const auto add = [&table](const std::string& id, const std::vector<WithoutFigures>& runs) {
    for (const WithoutFigures& run : runs)
      table.rows.push_back({id, std::to_string(run.number), engine_of(run), word_of(run.of), run.refused ? "refused" : "failed", run.why.zh,
                            run.why.en, run.command});
  };
  for (const CaseResult& one : result.cases) {
    add(one.plan.id, one.answer.without);
    add(one.plan.id, one.answer.without_screening);
  }
  if (result.shares) add(result.shares->of_case, result.shares->without);
  return table;
}

std::vector<DataTable> study_tables(const StudyResult& result) {
  std::vector<DataTable> tables{targets_table(result),   effects_table(result), members_table(result), deciding_table(result),
                                screening_table(result), years_table(result),   failed_table(result),  iamc_table(result)};
  if (result.shares) tables.insert(tables.end() - 1, shares_table(result));
  return tables;
}

PlaceTable target_places(const StudyResult& result) {
  PlaceTable places;
  places.table = {
      "target_places",
      {"目标所在厂区", "Sites of the firms that targets are about"},
      {kCaseColumn,
       kTargetColumn,
       {"firm", DataKind::text, EmptyCell::never, {"企业代码", "id of the firm"}},
       {"site", DataKind::text, EmptyCell::never, {"厂区代码", "id of the site"}},
       {"name_zh", DataKind::text, EmptyCell::nothing, {"厂区中文名", "name in Chinese"}},
       {"name_en", DataKind::text, EmptyCell::nothing, {"厂区英文名", "name in English"}},
       figure_column("threshold", {"要求值", "threshold"}),
       figure_column("chance", {"校正后达到的比例，成对数不少于 10 时有", "share that meets it after correction; with ten pairs or more"}),
       figure_column("p50", {"校正后数值的中位数", "median of the corrected values"})},
      {}};
  for (const CaseResult& one : result.cases) {
    for (const TargetPlace& place : one.places) {
      const analysis::TargetChance& chance = one.answer.chances[place.chance];
      places.table.rows.push_back({one.plan.id, chance.asked.target, place.firm, place.site, place.name.zh, place.name.en,
                                   number_text(chance.asked.threshold), chance.chance ? number_text(chance.chance->value) : "",
                                   chance.band ? number_text(chance.band->p50) : ""});
      places.places.emplace_back(place.lon, place.lat);
    }
  }
  return places;
}

}  // namespace railshift::study
