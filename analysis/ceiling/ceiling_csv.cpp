#include "analysis/ceiling/ceiling_csv.hpp"

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

/// The rows of one target in one year; those of the year as a whole have no target.
class CeilingRows {
 public:
  CeilingRows(CsvText& csv, std::string target, int year) : csv_(csv), target_(std::move(target)), year_(year) {}
  void add(std::string_view figure, double value, std::string_view unit, std::string_view what = {}) {
    csv_.field(target_);
    csv_.field(std::to_string(year_));
    csv_.field(figure);
    csv_.field(what);
    csv_.field(std::optional(value));
    csv_.field(unit);
    csv_.end_row();
  }
  void add(std::string_view figure, const std::optional<double>& value, std::string_view unit) {
    if (value) add(figure, *value, unit);
  }

 private:
  CsvText& csv_;
  std::string target_;
  int year_;
};

void add_limits(const TargetCeiling& ceiling, CeilingRows& rows) {
  for (const BindingLimit& limit : ceiling.binding) {
    rows.add("worth", limit.worth, "t/t", limit.what);
    rows.add("months_full", limit.months, "months", limit.what);
    if (limit.tonnes_a_slot > 0.0) rows.add("worth_of_slot", limit.worth * limit.tonnes_a_slot, "t", limit.what);
  }
}

void add_firms(const FirmsCeiling& firms, CeilingRows& rows) {
  rows.add("firms", firms.firms, "firms");
  rows.add("firms_by_chains", firms.by_chains, "firms");
  rows.add("firms_together", firms.together, "firms");
  rows.add("firms_together_bound", firms.bound, "firms");
}

void add_target(const TargetCeiling& ceiling, CsvText& csv) {
  CeilingRows rows(csv, ceiling.target, ceiling.year);
  rows.add("chains", ceiling.chains_bound, ceiling.unit);
  rows.add("capacity", ceiling.capacity_bound, ceiling.unit);
  rows.add("chains_own", ceiling.chains, ceiling.unit);
  rows.add("capacity_own", ceiling.capacity, ceiling.unit);
  if (!ceiling.chains) return;
  rows.add("not_carried", ceiling.not_carried_t, "t");
  for (const MonthOfBest& month : ceiling.months) {
    rows.add("month_part", month.part, "t", to_string(month.month));
    rows.add("month_whole", month.whole, "t", to_string(month.month));
  }
  add_limits(ceiling, rows);
  if (ceiling.firms) add_firms(*ceiling.firms, rows);
}

void add_together(const Together& all, CsvText& csv) {
  CeilingRows year(csv, "", all.year);
  year.add("together_targets", static_cast<double>(all.targets.size()), "targets");
  year.add("together_met", all.met, "targets");
  year.add("together_bound", all.bound, "targets");
  for (const TogetherTarget& target : all.targets) {
    CeilingRows rows(csv, target.target, all.year);
    rows.add("alone", target.alone ? 1.0 : 0.0, "1");
    rows.add("met_together", target.met ? 1.0 : 0.0, "1");
    rows.add("together", target.figure, target.unit);
  }
  for (const auto& [one, other] : all.exclusive) CeilingRows(csv, one, all.year).add("excludes", 1.0, "1", other);
}

}  // namespace

const std::vector<CeilingFigure>& ceiling_figures() {
  static const std::vector<CeilingFigure> figures{
      {"chains", {"运输链上限（含年初在途和待运）", "ceiling of the chains, with what waits or is under way at the year's beginning"}},
      {"capacity", {"能力上限（含年初在途和待运）", "ceiling with capacity, with the same"}},
      {"chains_own", {"运输链上限，仅本年货物", "ceiling of the chains, of the year's own goods"}},
      {"capacity_own", {"能力上限，仅本年货物", "ceiling with capacity, of the year's own goods"}},
      {"not_carried", {"全部货物中任何运输链都运不走的货量", "of all goods, what no chain can carry in the year"}},
      {"month_part", {"最优方案各月的分子（吨或吨公里）；what 为月份", "numerator of the best use by month, t or t-km; what: the month"}},
      {"month_whole",
       {"最优方案各月的分母（吨或吨公里）；what 为月份", "denominator of the best use by month, t or t-km; what: the month"}},
      {"worth",
       {"影子价格：该限制每多 1 吨能力增加的吨数；what 为限制", "dual price: tonnes that a tonne more of a limit adds; what: the limit"}},
      {"months_full",
       {"多 1 吨能力即有增加的月数；what 为限制", "months in which a tonne more of a limit adds something; what: the limit"}},
      {"worth_of_slot", {"每日多一条运行线折合的影子价格；what 为区间", "the same of a path slot; what: the section"}},
      {"firms", {"名录内有货的企业数", "listed firms with goods"}},
      {"firms_by_chains", {"其中按运输链单独可达标的企业数", "of them those that can pass by their chains, each alone"}},
      {"firms_together", {"计入能力可同时达标的企业数", "of them those that can pass at once, with capacity"}},
      {"firms_together_bound", {"其上界", "its upper bound"}},
      {"together_targets", {"该年的目标数", "targets of the year"}},
      {"together_met", {"可同时达到的目标数", "of them those that can be met at once"}},
      {"together_bound", {"其上界", "its upper bound"}},
      {"alone", {"该目标可单独达到（1 是，0 否）", "whether a target can be met alone: 1, 0"}},
      {"met_together", {"在兼顾全部目标的最优方案中达到（1 是，0 否）", "whether it is met in the best use for all: 1, 0"}},
      {"together", {"该目标在该方案中的值", "its figure there"}},
      {"excludes", {"两目标各可达到而不能同时达到；what 为另一目标", "each of two can be met and both cannot; what: the other target"}}};
  return figures;
}

std::string to_csv(const Ceilings& ceilings) {
  CsvText csv;
  for (const char* heading : {"target", "year", "figure", "what", "value", "unit"}) csv.field(heading);
  csv.end_row();
  for (const TargetCeiling& ceiling : ceilings.targets) add_target(ceiling, csv);
  for (const Together& all : ceilings.years) add_together(all, csv);
  return csv.take();
}

}  // namespace railshift::analysis
