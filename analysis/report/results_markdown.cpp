#include "analysis/report/results_markdown.hpp"

#include <fmt/format.h>

#include "analysis/ceiling/ceiling_csv.hpp"
#include "analysis/chances/chances.hpp"
#include "analysis/contributions/contributions.hpp"
#include "analysis/costs/plan_costs.hpp"
#include "analysis/levers/firm_ways.hpp"
#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/choice_constants.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "analysis/metrics/replications.hpp"
#include "analysis/operations/operations_columns.hpp"
#include "analysis/report/observed_csv.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "analysis/schedule/schedule_csv.hpp"
#include "analysis/sheets/sheet_csv.hpp"
#include "analysis/tracking/tracking_csv.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kHead = R"(# Result files
Columns of the CSV files of a run folder, in their order. All are UTF-8 with a BOM, comma-separated, numbers in their shortest form. An empty
key means all, an empty figure that there is none. What each metric is: [model.md](model.md), section 15. This page is made of the tables that
write the files; a test compares them.

A text that a spreadsheet would run as a formula (it begins with `=`, `+`, `-`, `@`, also in full width, a tab or a line break, and is neither a
number nor a single sign) stands behind an apostrophe, here and in every other CSV file of a result
([decision](decisions/formula-signs.md)): programs take it away where such a sign follows it.
)";

/// A cell of a table in Markdown: a bar would end it.
std::string cell(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '|' ? std::string("\\|") : std::string(1, c);
  return out;
}

std::string row(std::string_view name, std::string_view role, const Words& heading, const Words& meaning) {
  return fmt::format("| {} | {} | {} | {} | {} |\n", name, role, cell(heading.zh), cell(meaning.zh), cell(meaning.en));
}

std::string table(std::string_view file, const Words& title) {
  return fmt::format("\n## {} {} {}\n| column | says | 名称 | 含义 | meaning |\n|---|---|---|---|---|\n", file, title.zh, title.en);
}

std::string_view role_text(MetricRole role) {
  switch (role) {
    case MetricRole::run:
      return "key: run";
    case MetricRole::metric:
    case MetricRole::period:
    case MetricRole::unit:
      return "key";
    case MetricRole::scope:
      return "key: scope";
    case MetricRole::value:
      return "value";
  }
  return "";
}

std::string_view role_text(OperationsRole role) {
  switch (role) {
    case OperationsRole::replication:
    case OperationsRole::subject:
    case OperationsRole::kind:
    case OperationsRole::owner:
    case OperationsRole::commodity:
    case OperationsRole::period:
      return "key";
    case OperationsRole::owned_by:
      return "about the subject";
    case OperationsRole::figure:
      return "value";
  }
  return "";
}

template <class Columns>
std::string names(const Columns& columns) {
  std::string out;
  for (const auto& column : columns) out += fmt::format("{}`{}`", out.empty() ? "" : ", ", column.name);
  return out;
}

std::string ceilings_file() {
  std::string out =
      "\n## ceilings.csv 可达上限 What targets can reach at most\n"
      "`target` (empty: the year as a whole), `year`, `figure`, `what` (month, limit or other target), `value`, `unit`. The programmes "
      "behind "
      "the columns `ceiling` and `ceiling_capacity` of verdicts.csv.\n\n| figure | 含义 | meaning |\n|---|---|---|\n";
  for (const CeilingFigure& figure : ceiling_figures())
    out += fmt::format("| {} | {} | {} |\n", figure.name, cell(figure.meaning.zh), cell(figure.meaning.en));
  return out;
}

std::string derived_files() {
  std::string spread;
  for (const std::string_view name : kSpreadColumns) spread += fmt::format(", `{}`", name);
  const std::string figures = names(figure_columns());
  return fmt::format(
      "\n## comparison.csv 对比 Baseline and plan\n"
      "{}, then `baseline`, `plan`, `difference` (plan - baseline), `percent` (of the baseline), `baseline_months`, "
      "`plan_months` (the months of the year that each ran). Years only.\n"
      "\n"
      "## replications.csv 各次重复的平均与区间 Means and intervals of metrics\n"
      "{}{}.\n"
      "\n"
      "## operations.csv 作业点、在用车池、库存的平均与区间 Means and intervals of stations, pools and stocks\n"
      "`table`, {}, `figure` (a column of the table){}.\n"
      "\n"
      "## compare --out 多次运行对比 Runs beside a base\n"
      "`row` (target, figure), `target`, {}; the value in each run under its name; of each run but the base "
      "`NAME_difference`, `NAME_percent` (of a figure), `NAME_least`, `NAME_greatest`, `NAME_seeds` (differences seed by "
      "seed, where both ran one, and of how many seeds), `NAME_common_seeds` (`6756..6758`, the seeds that both ran: the "
      "difference covers no others); of each run `NAME_replications` (whose mean the value is; 0 of a target's value that "
      "was observed) and `NAME_months` (of the year, that it ran); the name of an estimate (--engine months) ends in ` (estimate)`. A "
      "difference needs the same months.\n"
      "\n"
      "## coverage --out 条款落实 What becomes of every clause\n"
      "`clause`, `item`, `force`, `status`, `quote`, `status_reason`, `offices`, `measures`, `effects`, `carried_by`, "
      "`targets`; of the result of `--run`, in the order of the targets and as in verdicts.csv, `outcomes`, `statuses`, `values`, "
      "`operators`, `thresholds`, `units`, `ceilings`, `ceilings_capacity`, `estimates` (`estimate` of a run by months, else nothing); "
      "lists are divided by semicolons.\n"
      "\n"
      "Of several folders, one row a target, by city, clause, day and target: `city`, `clause`, `item`, `force`, `clause_status`, "
      "`target`, "
      "`reading_of`, `metric`, `scope`, `operator`, `threshold`, `unit`, `due`; of the result of each folder `outcome`, `status`, `value`, "
      "`ceiling`, `ceiling_capacity`, `estimate`, empty without one.\n"
      "\n"
      "## diff --out 输入差异 What differs in the inputs\n"
      "`part` (setting, measure, target, table, caveat), `table`, `key`, `change` (added, removed, changed), `field`, "
      "`from`, `to`, `unit`, `standing_from`, `standing_to`. Of runs the settings have `layer`, `seed` and `end` as they "
      "were asked for, and a measure has the field `takes_part` where it takes part in the layer of one side alone.\n",
      figures, figures, spread, names(operations_keys()), spread, figures);
}

/// What else `track` leaves.
std::string tracking_files() {
  return "\n"
         "progress.csv: `target`, `offices`, `period` (2024-Q2; 2024-05 of the last known month inside a quarter), `asked` (by then), "
         "`reached`, `ahead` (on the right side: above 0), `unit`, `state` (counted, counted_in_part, forecast). offices.csv: `office` "
         "(one of those that a "
         "clause names), `period`, `state`, `targets` (main ones with a figure asked and reached), `behind`. pace.csv: `series`, `file`, "
         "`first`, `last`, `months` (that the fit reads), `observed`, `simulated` (mean of the runs; of a register the change), `unit`, "
         "`basis` (fitted; nothing_simulated, other_direction, one_month: no pace, months to come as in the runs), `level`, `spread`, "
         "`carried`, `pace`, `scatter` (docs/model.md section 28). runs.csv: `run`, `seed`, `target`, `unit`, `plan` "
         "(the "
         "run as it is), `forecast`. observed/ holds the counted months as they were read.\n"
         "\n";
}

/// What else `assess` and `study` leave of their members.
std::string chance_files() {
  return "## deciding.csv, members.csv 先核哪个数、各成员 What decides, and each member\n"
         "deciding.csv: `target`, `members` (with a figure), `screened_by` (morris: runs of their own; members), `candidates` (groups in "
         "question), `r2` (of the surrogate, on members that neither the choice of groups nor the fit has seen), `group` (of "
         "[[uncertainty]]), `first`, `first_error`, `total`, `total_error` (Sobol indices and their standard errors), `rank`, `office_zh`, "
         "`office_en` (that has the numbers); no group where `r2` is below 0.9. members.csv of `assess`: `member`, "
         "the coordinate (0 to 1) of each group, `ruled_out_by` (observed_id), `TARGET_estimate`, `TARGET_corrected`.\n"
         "\n"
         "## document.json 报告模型 The report model\n"
         "Of a run, an assessment and a study: sections, tables, charts and figures of the report in both languages, with the row of a "
         "file in "
         "which each figure stands; described in [report-model.md](report-model.md).\n"
         "\n"
         "## study 研究 A study\n"
         "Tables (CSV, study.gpkg, parquet/), datapackage.json and study.toml are described in [studies.md](studies.md).\n"
         "\n";
}

}  // namespace

std::string results_markdown() {
  std::string out{kHead};
  out += table("metrics.csv", {"指标", "Metrics"});
  for (const MetricColumn& c : metric_columns()) out += row(c.name, role_text(c.role), c.heading, c.meaning);
  for (const OperationsTable& t : operations_tables()) {
    out += table(std::string(t.name) + ".csv", t.title);
    for (const OperationsColumn& c : t.columns) out += row(c.name, role_text(c.role), c.heading, c.meaning);
  }
  out += table("choice.csv", {"选择常数", "Constants of the choice"});
  for (const ChoiceColumn& c : choice_columns()) out += row(c.name, c.name == "chain" ? "key" : "value", c.heading, c.meaning);
  out += table("verdicts.csv", {"结论", "Verdicts"});
  for (const VerdictColumn& c : verdict_columns()) out += row(c.name, c.name == "target" ? "key" : "value", c.heading, c.meaning);
  const auto is_key = [](std::string_view name) {
    return name == "id" || name == "target" || name == "metric" || name == "scope" || name == "period";
  };
  out += table("contributions.csv", {"各项贡献", "What measures and clauses bring"});
  for (const ContributionColumn& c : contribution_columns()) out += row(c.name, is_key(c.name) ? "key" : "value", c.heading, c.meaning);
  out += table("costs.csv", {"方案费用", "What a plan costs"});
  const auto names_cost = [](std::string_view name) { return name == "item" || name == "id" || name == "kind" || name == "period"; };
  for (const CostColumn& c : cost_columns()) out += row(c.name, names_cost(c.name) ? "key" : "value", c.heading, c.meaning);
  out += table("levers.csv", {"要做到什么", "What it takes"});
  for (const LeverColumn& c : lever_columns())
    out += row(c.name, c.name == "row" || c.name == "target" || c.name == "lever" ? "key" : "value", c.heading, c.meaning);
  out += table("ways.csv", {"企业合规途径", "Ways of firms to comply"});
  for (const WayColumn& c : way_columns()) out += row(c.name, c.name == "firm" || c.name == "way" ? "key" : "value", c.heading, c.meaning);
  out += table("schedule.csv", {"序时进度", "Targets and counties by quarter"});
  for (const ScheduleColumn& c : schedule_columns())
    out += row(c.name, c.name == "asked" || c.name == "plan" || c.name == "baseline" || c.name == "unit" ? "value" : "key", c.heading,
               c.meaning);
  out += table("firm_sheets.csv", {"一企一策", "Sheets of firms"});
  for (const SheetColumn& c : sheet_columns())
    out += row(c.name, c.name == "firm" || c.name == "item" || c.name == "kind" ? "key" : "value", c.heading, c.meaning);
  out += table("observed.csv", {"观测值对照", "Observed beside simulated"});
  for (const ObservedColumn& c : observed_columns()) out += row(c.name, c.name == "observed_id" ? "key" : "value", c.heading, c.meaning);
  out += table("chances.csv", {"把握", "Chances"});
  for (const ChanceColumn& c : chance_columns()) out += row(c.name, is_key(c.name) ? "key" : "value", c.heading, c.meaning);
  out += table("tracking.csv", {"调度", "A tracked plan"});
  for (const ForecastColumn& c : forecast_columns()) out += row(c.name, c.name == "target" ? "key" : "value", c.heading, c.meaning);
  return out + tracking_files() + chance_files() + ceilings_file() + derived_files();
}

}  // namespace railshift::analysis
