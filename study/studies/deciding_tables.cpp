#include <algorithm>

#include <fmt/format.h>

#include "analysis/chances/deciding.hpp"
#include "study/studies/study_tables.hpp"
#include "study/studies/table_columns.hpp"

namespace railshift::study {
namespace {

using analysis::number_or_nothing;
using analysis::number_text;

const char* yes_or_no(bool yes) { return yes ? "yes" : "no"; }

DataColumn text_or_nothing(const char* name, Words meaning) { return {name, DataKind::text, EmptyCell::nothing, std::move(meaning)}; }

/// Rows of one target.
class ShareRows {
 public:
  ShareRows(const EffectShares& shares, const TargetShares& target, DataTable& table) : shares_(shares), target_(target), table_(table) {}

  void add_all() {
    using analysis::statistics::Estimate;
    const auto alone = [](const std::optional<double>& value) { return value ? std::optional(Estimate{*value, {}}) : std::nullopt; };
    for (std::size_t g = 0; g < shares_.groups.size(); ++g)
      add("group", &shares_.groups[g], target_.shares.empty() ? std::nullopt : std::optional(target_.shares[g]));
    add("full_minus_twin", nullptr, alone(target_.remainder()));
    add("total", nullptr, alone(target_.total));
  }

 private:
  void add(const char* kind, const ShareGroup* group, const std::optional<analysis::statistics::Estimate>& estimate) {
    const bool of_total = estimate && target_.total && *target_.total != 0.0;
    std::vector<std::string> row{shares_.of_case, target_.target, target_.unit, kind};
    row.push_back(group == nullptr ? "" : group->asked.id);
    row.push_back(group == nullptr ? "" : fmt::format("{}", fmt::join(group->measures, ";")));
    add_estimate(estimate, row);
    row.push_back(of_total ? number_text(estimate->value / *target_.total) : "");
    row.push_back(std::to_string(shares_.twins));
    row.emplace_back(yes_or_no(shares_.exact));
    row.emplace_back(yes_or_no(target_.withheld));
    table_.rows.push_back(std::move(row));
  }

  const EffectShares& shares_;
  const TargetShares& target_;
  DataTable& table_;
};

}  // namespace

DataTable deciding_table(const StudyResult& result) {
  DataTable table{
      "deciding",
      {"先核哪个数", "Which number to get first"},
      {kCaseColumn,
       kTargetColumn,
       count_column("members", {"有此数的成员数", "members that have a figure"}),
       {"screened_by",
        DataKind::text,
        EmptyCell::never,
        {"morris 另行模拟筛选，members 由成员筛选", "morris: by runs of their own, members: by the members"}},
       count_column("candidates", {"参与拟合的组数", "groups in question"}),
       figure_column("r2", {"替代模型的决定系数，以挑选和拟合都没有见过的成员计",
                            "of the surrogate, on members that neither the choice of groups nor the fit has seen"}),
       text_or_nothing("group", {"不确定输入的组；决定系数低于 0.9 时没有", "group of uncertain inputs; none where r2 is below 0.9"}),
       figure_column("first", {"一阶指数：单独决定的方差比例", "first-order index: share of the variance that it decides alone"}),
       figure_column("first_error", {"其误差", "its error"}),
       figure_column("total", {"总指数，含交互", "total index, with interactions"}),
       figure_column("total_error", {"其误差", "its error"}),
       {"rank", DataKind::integer, EmptyCell::nothing, {"按总指数的名次", "place by the total index"}},
       text_or_nothing("office_zh", {"掌握这些数的单位，中文", "office that has the numbers, in Chinese"}),
       text_or_nothing("office_en", {"同上，英文", "the same in English"})},
      {}};
  for (const CaseResult& one : result.cases) {
    for (const analysis::Deciding& target : one.answer.deciding) {
      for (const auto& cells : analysis::deciding_rows(target)) {
        std::vector<std::string> row{one.plan.id};
        row.insert(row.end(), cells.begin(), cells.end());
        table.rows.push_back(std::move(row));
      }
    }
  }
  return table;
}

DataTable screening_table(const StudyResult& result) {
  DataTable table{"screening",
                  {"筛选", "Screening by runs of its own"},
                  {kCaseColumn,
                   kTargetColumn,
                   kUnitColumn,
                   count_column("trajectories", {"每一点都有此数的轨迹数", "trajectories with a figure in every point"}),
                   {"group", DataKind::text, EmptyCell::never, {"不确定输入的组", "group of uncertain inputs"}},
                   figure_column("mean", {"基本效应的均值，组走完整个分布", "mean elementary effect over the whole of its law"}),
                   figure_column("mean_size", {"其绝对值的均值", "mean of its size"}),
                   figure_column("sigma", {"其标准差", "its standard deviation"}),
                   yes_column("passed", {"是否通过筛选，yes 或 no", "whether the group passed, yes or no"})},
                  {}};
  for (const CaseResult& one : result.cases) {
    for (const TargetScreening& target : one.answer.screening) {
      for (std::size_t group = 0; group < target.effects.size(); ++group) {
        const analysis::statistics::ElementaryEffects& effects = target.effects[group];
        const bool passed = std::find(target.passed.begin(), target.passed.end(), group) != target.passed.end();
        table.rows.push_back({one.plan.id, target.target, target.unit, std::to_string(target.trajectories), one.answer.groups[group],
                              number_text(effects.mean), number_text(effects.mean_size), number_or_nothing(effects.sigma),
                              yes_or_no(passed)});
      }
    }
  }
  return table;
}

DataTable shares_table(const StudyResult& result) {
  DataTable table{"shares",
                  {"效果分摊", "Shares of the effect"},
                  {kCaseColumn,
                   kTargetColumn,
                   kUnitColumn,
                   {"row",
                    DataKind::text,
                    EmptyCell::never,
                    {"group 一组，full_minus_twin 完整模拟减估算，total 合计（完整模拟）",
                     "group: one of them, full_minus_twin: what closes to the full model, total: of full runs"}},
                   text_or_nothing("group", {"[[share]] 的代码", "id of the [[share]]"}),
                   text_or_nothing("measures", {"组内措施，以分号分隔", "measures of the group, divided by semicolons"}),
                   figure_column("value", {"估算的 Shapley 值；不给出时为空", "Shapley value of the estimates; none where withheld"}),
                   figure_column("error", {"抽取次序时的标准误", "its standard error where orders are drawn"}),
                   figure_column("share", {"占合计的比例", "share of the total"}),
                   count_column("twins", {"快速估算的次数", "quick estimates"}),
                   yes_column("exact", {"是否全部组合，yes 或 no", "whether all coalitions were run, yes or no"}),
                   yes_column("withheld", {"完整模拟减估算超过合计的 5% 则不给出各组，yes 或 no",
                                           "yes where full_minus_twin is more than 5 % of the total: groups have no value"})},
                  {}};
  for (const TargetShares& target : result.shares->targets) ShareRows(*result.shares, target, table).add_all();
  return table;
}

}  // namespace railshift::study
