#include "analysis/tracking/tracking_csv.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/target_scope.hpp"

namespace railshift::analysis {
namespace {

using F = TargetForecast;

std::string whole_or_nothing(const std::optional<int>& number) { return number ? std::to_string(*number) : std::string{}; }

std::string of_interval(const F& f, double HoldingInterval::*part) { return f.interval ? number_text((*f.interval).*part) : std::string{}; }

void add_labels(std::vector<ForecastColumn>& columns) {
  const auto add = [&](std::string_view name, Words heading, Words meaning, std::string (*text)(const F&)) {
    columns.push_back({name, std::move(heading), std::move(meaning), text});
  };
  add("target", {"目标", "target"}, {"目标代码", "id of the target"}, [](const F& f) { return f.asked.target; });
  add("clause", {"条款", "clause"}, {"条款代码", "id of the clause"}, [](const F& f) { return f.asked.clause; });
  add("offices", {"责任单位", "offices"}, {"条款的责任单位", "of the clause"}, [](const F& f) { return f.offices; });
  add("reading_of", {"另一口径", "reading of"}, {"主口径的目标代码；空为主口径", "id of the main target; empty: it is one"},
      [](const F& f) { return f.asked.reading_of; });
  add("metric", {"指标", "metric"}, {"指标", "metric"}, [](const F& f) { return std::string(railshift::to_text(f.asked.metric)); });
  add("scope", {"范围", "scope"}, {"补全的范围", "in full"}, [](const F& f) { return to_text(f.asked.scope); });
  add("due", {"截止日", "due"}, {"截止日", "due day"}, [](const F& f) { return to_string(f.asked.due); });
  add("operator", {"关系", "operator"}, {">=、<=、=", ">=, <=, ="}, [](const F& f) { return std::string(railshift::to_text(f.asked.op)); });
  add("threshold", {"要求", "asked"}, {"要求值", "threshold"}, [](const F& f) { return number_text(f.asked.threshold); });
  add("unit", {"单位", "unit"}, {"目标的单位", "of the target"}, [](const F& f) { return f.asked.unit; });
  add("tracked", {"观测", "tracked"},
      {"observed 全部有观测；partly 部分有观测；no_observation 无观测数据；not_by_months 指标不由分月观测得出；no_figure "
       "没有这一年的模拟值",
       "observed: all behind it was counted; partly; no_observation; not_by_months: its figure does not follow from counted months; "
       "no_figure: not of a year that was run"},
      [](const F& f) { return std::string(to_text(f.tracked)); });
  add("counted_share", {"有观测的比例", "counted"},
      {"判定年（或最后已知的年）已知月份里，该指标所含吨数或车数中有观测的比例",
       "part of the goods or trucks behind the figure that was counted, in known months of the judged year or the last known one"},
      [](const F& f) { return number_text(f.counted_share); });
  add("files", {"所需文件", "files"}, {"能给出该指标的观测文件", "files that can tell it"},
      [](const F& f) { return std::string(files_of(f.made_of)); });
}

void add_figures(std::vector<ForecastColumn>& columns) {
  const auto add = [&](std::string_view name, Words heading, Words meaning, std::string (*text)(const F&)) {
    columns.push_back({name, std::move(heading), std::move(meaning), text});
  };
  add("to_date", {"到已知月份", "to date"},
      {"居中的一次模拟在判定年截至最后已知月份的值（存量为该月末）",
       "of the run in the middle, of the judged year up to the last known month; of a stock at its end"},
      [](const F& f) { return number_or_nothing(f.to_date); });
  add("plan", {"原模拟", "plan"}, {"不看观测时的模拟值，中位数", "of the runs without what was counted, median"},
      [](const F& f) { return number_or_nothing(f.plan); });
  add("forecast", {"预测", "forecast"},
      {"按现有进度到截止日的值：居中的一次模拟，即中位数（次数为偶数时取较低的一次）",
       "by the due date at this pace: of the run in the middle, the median (of an even number the lower of the two)"},
      [](const F& f) { return number_or_nothing(f.forecast); });
  add("low", {"下限", "low"}, {"区间下限", "of the interval"}, [](const F& f) { return of_interval(f, &HoldingInterval::low); });
  add("high", {"上限", "high"}, {"区间上限", "of the interval"}, [](const F& f) { return of_interval(f, &HoldingInterval::high); });
  add("level", {"区间水平", "level"}, {"同类的又一次模拟落在区间内的概率", "probability that the next run of the kind lies in it"},
      [](const F& f) { return of_interval(f, &HoldingInterval::level); });
  add("months_left", {"剩余月数", "months left"},
      {"最后已知月份之后到截止的月数", "after the last known month, of the judged year or up to the judged month"},
      [](const F& f) { return std::to_string(f.months_left); });
  add("needed_per_month", {"今后每月需要", "needed a month"},
      {"达到要求今后每月需要的量；比例为今后货物需要的比例；存量为每月变化",
       "a month from now to meet it; of a share: of the goods to come; of a stock: change a month"},
      [](const F& f) { return number_or_nothing(f.needed); });
  add("needed_is", {"需要的含义", "needed is"},
      {"amount 如上；met_already 已达到，不再需要；out_of_reach 达不到：超过今后全部货物，或已超出上限",
       "amount: as it stands; met_already: no more is needed; out_of_reach: more than all goods to come, or more came than is allowed"},
      [](const F& f) { return f.needed ? std::string(to_text(f.needed_is)) : std::string{}; });
  add("pace_per_month", {"现有进度每月", "pace a month"},
      {"居中的一次模拟今后每月的量：吨数和存量的“已完成 + 剩余月数 × 本列 = 预测”",
       "the same of the run in the middle: of tonnes and stocks to date + months left x this is the forecast"},
      [](const F& f) { return number_or_nothing(f.pace); });
  add("per_month_unit", {"每月量单位", "unit a month"}, {"上两列的单位", "of both"}, [](const F& f) { return f.per_month_unit; });
  add("runs", {"模拟次数", "runs"}, {"全部模拟次数，失败的在内", "all runs, failed ones among them"},
      [](const F& f) { return f.ends.empty() ? std::string{} : std::to_string(f.ends.size()); });
  add("met", {"其中达到", "met"},
      {"其中达到的；失败的算未达到；只在输入变动时有", "of them; failed ones are not met; only where inputs varied"},
      [](const F& f) { return whole_or_nothing(f.met); });
  add("settled", {"已定", "settled"},
      {"met、missed：全部已观测，没有剩余月份；不给区间和把握",
       "met, missed: all of it was counted and nothing is to come; no interval, no chance"},
      [](const F& f) { return f.settled ? std::string(*f.settled ? "met" : "missed") : std::string{}; });
  add("short_series", {"月份太少", "too few months"},
      {"1：所依据的观测有的不足 3 个月，不给区间和把握", "1: it rests on series of fewer than 3 counted months; no interval, no chance"},
      [](const F& f) { return std::string(f.short_series ? "1" : ""); });
  add("chance_low", {"把握下限", "chance, low"}, {"威尔逊 95% 区间", "Wilson's interval at 95 %"},
      [](const F& f) { return f.chance ? number_text(f.chance->low) : std::string{}; });
  add("chance_high", {"把握上限", "chance, high"}, {"同上", "likewise"},
      [](const F& f) { return f.chance ? number_text(f.chance->high) : std::string{}; });
}

std::vector<std::string> offices_of(const std::string& text) {
  std::vector<std::string> offices;
  std::string now;
  const auto close = [&] {
    if (!now.empty()) offices.push_back(now);
    now.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    bool parted = false;
    for (const std::string_view mark : {std::string_view("、"), std::string_view("；"), std::string_view(";")}) {
      if (text.compare(i, mark.size(), mark) != 0) continue;
      close();
      i += mark.size();
      parted = true;
      break;
    }
    if (!parted) now += text[i++];
  }
  close();
  if (offices.empty()) offices.emplace_back();
  return offices;
}

/// Of targets together.
ProgressState together(ProgressState a, ProgressState b) { return a == b ? a : ProgressState::counted_in_part; }

}  // namespace

const std::vector<ForecastColumn>& forecast_columns() {
  static const std::vector<ForecastColumn> columns = [] {
    std::vector<ForecastColumn> all;
    add_labels(all);
    add_figures(all);
    return all;
  }();
  return columns;
}

std::string to_csv(const std::vector<TargetForecast>& targets) {
  CsvText csv;
  for (const ForecastColumn& column : forecast_columns()) csv.field(column.name);
  csv.end_row();
  for (const TargetForecast& target : targets) {
    for (const ForecastColumn& column : forecast_columns()) csv.field(column.text(target));
    csv.end_row();
  }
  return csv.take();
}

std::string quarter_text(Month end) { return end.number() % 3 == 0 ? fmt::format("{}-Q{}", end.year(), end.number() / 3) : to_string(end); }

std::string progress_csv(const std::vector<TargetForecast>& targets) {
  CsvText csv;
  for (const char* column : {"target", "offices", "period", "asked", "reached", "ahead", "unit", "state"}) csv.field(column);
  csv.end_row();
  for (const TargetForecast& target : targets) {
    for (const QuarterProgress& quarter : target.quarters) {
      csv.field(target.asked.target).field(target.offices).field(quarter_text(quarter.end));
      csv.field(quarter.asked).field(quarter.reached).field(quarter.ahead(target.asked.op));
      csv.field(target.asked.unit);
      csv.field(std::string(to_text(quarter.state)));
      csv.end_row();
    }
  }
  return csv.take();
}

std::vector<OfficeQuarter> office_quarters(const std::vector<TargetForecast>& targets) {
  std::map<std::pair<std::string, Month>, OfficeQuarter> found;
  for (const TargetForecast& target : targets) {
    if (!target.asked.reading_of.empty()) continue;
    for (const std::string& office : offices_of(target.offices)) {
      for (const QuarterProgress& quarter : target.quarters) {
        if (!quarter.asked || !quarter.reached) continue;
        OfficeQuarter& sum = found[{office, quarter.end}];
        sum.office = office;
        sum.end = quarter.end;
        sum.state = sum.targets == 0 ? quarter.state : together(sum.state, quarter.state);
        ++sum.targets;
        sum.behind += quarter.behind ? 1 : 0;
      }
    }
  }
  std::vector<OfficeQuarter> all;
  for (const auto& [key, sum] : found) all.push_back(sum);
  return all;
}

std::string offices_csv(const std::vector<TargetForecast>& targets) {
  CsvText csv;
  for (const char* column : {"office", "period", "state", "targets", "behind"}) csv.field(column);
  csv.end_row();
  for (const OfficeQuarter& office : office_quarters(targets)) {
    csv.field(office.office).field(quarter_text(office.end)).field(std::string(to_text(office.state)));
    csv.field(std::to_string(office.targets)).field(std::to_string(office.behind));
    csv.end_row();
  }
  return csv.take();
}

std::string pace_csv(const std::vector<ObservedSeries>& series, const std::vector<PaceFit>& fits) {
  CsvText csv;
  for (const char* column : {"series", "file", "first", "last", "months", "observed", "simulated", "unit", "basis", "level", "spread",
                             "carried", "pace", "scatter"})
    csv.field(column);
  csv.end_row();
  for (std::size_t s = 0; s < series.size(); ++s) {
    const PaceFit& fit = fits[s];
    csv.field(series[s].id).field(std::string(file_of(series[s].kind)) + ".csv").field(to_string(fit.first)).field(to_string(fit.last));
    csv.field(std::to_string(fit.months)).field(std::optional(fit.observed)).field(std::optional(fit.simulated));
    csv.field(counts_tonnes(series[s].kind) ? "t" : "vehicles")
        .field(std::string(to_text(fit.basis)))
        .field(fit.level)
        .field(std::optional(fit.spread));
    csv.field(std::optional(fit.carried)).field(fit.pace).field(std::optional(fit.scatter));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
