#include "analysis/report/verdict_csv.hpp"

#include <fmt/format.h>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis {
namespace {

std::string optional_text(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

/// What the report says in English; measures by id and a value without rounding, for those who read the file by a program.
struct ReasonText {
  template <class Reason>
  std::string operator()(const Reason& reason) const {
    return fmt::format("{}: {}", key_of(reason), sentence(reason, Language::en));
  }
  std::string operator()(const OrderedBy& by) const { return fmt::format("{}: {}", key_of(by), fmt::join(by.measures, " ")); }
  std::string operator()(const WithoutAlone& without) const {
    return fmt::format("{}: {}", sentence(without, Language::en), number_text(without.value));
  }
};

}  // namespace

std::string csv_text(const std::vector<BasisReason>& reasons) {
  std::string text;
  for (const BasisReason& reason : reasons) text += (text.empty() ? "" : "; ") + std::visit(ReasonText{}, reason);
  return text;
}

const std::vector<VerdictColumn>& verdict_columns() {
  using V = Verdict;
  static const std::vector<VerdictColumn> columns{
      {"target", {"目标", "target"}, {"目标代码", "id of the target"}, [](const V& v) { return v.target; }},
      {"reading_of",
       {"所属主口径", "reading of"},
       {"主口径目标的代码；主口径和没有其他口径的目标为空",
        "id of the main target that this one reads in another way; empty of main targets"},
       [](const V& v) { return v.reading_of; }},
      {"reading_zh",
       {"口径", "reading in Chinese"},
       {"口径的名称；没有其他口径的目标为空", "what an office calls the reading; empty of targets with one reading"},
       [](const V& v) { return v.reading.zh; }},
      {"reading_en", {"口径（英文）", "reading"}, {"口径的英文名称", "the same in English"}, [](const V& v) { return v.reading.en; }},
      {"clause", {"条款", "clause"}, {"提出目标的条款", "clause that states it"}, [](const V& v) { return v.clause; }},
      {"quote", {"原文", "quote"}, {"条款原文", "words of the clause"}, [](const V& v) { return v.quote; }},
      {"force",
       {"措辞力度", "force"},
       {"条款措辞的力度", "force of the wording"},
       [](const V& v) { return std::string(to_text(v.force)); }},
      {"metric", {"指标", "metric"}, {"指标代码", "id of the metric"}, [](const V& v) { return std::string(to_text(v.metric)); }},
      {"scope", {"范围", "scope"}, {"字段=值，以分号相隔", "field=value;field=value"}, [](const V& v) { return to_text(v.scope); }},
      {"due", {"时限", "due"}, {"截止日", "day by which it is due"}, [](const V& v) { return to_string(v.due); }},
      {"operator", {"关系", "operator"}, {">=、<= 或 =", ">=, <= or ="}, [](const V& v) { return std::string(to_text(v.op)); }},
      {"threshold", {"目标值", "threshold"}, {"以该单位计", "in the unit"}, [](const V& v) { return number_text(v.threshold); }},
      {"unit", {"单位", "unit"}, {"目标的单位；1 为比例", "unit of the target; 1 for a share"}, [](const V& v) { return v.unit; }},
      {"value", {"模拟值", "value"}, {"n 次模拟的平均", "mean of n runs"}, [](const V& v) { return optional_text(v.value); }},
      {"low", {"最小", "low"}, {"各次模拟的最小值", "minimum over replications"}, [](const V& v) { return optional_text(v.low); }},
      {"high", {"最大", "high"}, {"各次模拟的最大值", "maximum over replications"}, [](const V& v) { return optional_text(v.high); }},
      {"n",
       {"次数", "n"},
       {"模拟次数；没有模拟值为 0", "replications; 0 without a simulated value"},
       [](const V& v) { return std::to_string(v.n); }},
      {"outcome",
       {"结论", "outcome"},
       {"met、missed、cannot_say 或 not_testable", "met, missed, cannot_say or not_testable"},
       [](const V& v) { return std::string(to_text(v.outcome)); }},
      {"basis",
       {"依据", "basis"},
       {"emergent、ordered、by_definition 或 observed", "emergent, ordered, by_definition or observed"},
       [](const V& v) { return std::string(to_text(v.basis)); }},
      {"without_order",
       {"无此命令时", "without the order"},
       {"去掉全部有关措施时的值，一次模拟", "value without all measures that order it, one run"},
       [](const V& v) { return optional_text(v.without_order); }},
      {"with_order",
       {"同一种子有此命令时", "with the order"},
       {"方案在与 without_order 同一随机种子下的值，一次模拟；二者之差即命令的效果",
        "the plan on the seed of without_order, one run: the pair to compare"},
       [](const V& v) { return optional_text(v.with_order); }},
      {"margin", {"余量", "margin"}, {"正数为达到一侧", "positive on the right side"}, [](const V& v) { return optional_text(v.margin); }},
      {"basis_reason",
       {"依据的理由", "reason of the basis"},
       {"代码: 英文句子；单独去掉一项措施时的值写作 without <措施> alone: <值>；以分号相隔",
        "key: sentence; the value with one measure left out as without <measure> alone: <value>; several divided by a semicolon"},
       [](const V& v) { return csv_text(v.reasons); }},
      {"date_reached",
       {"首次达到", "first reached"},
       {"目标首次成立的年或月，按设定的方案", "first year or month in which it holds, of the plan as assumed"},
       [](const V& v) { return v.reached ? to_text(*v.reached) : std::string{}; }},
      {"observed",
       {"观测值", "observed"},
       {"同一范围、统计期和单位的观测值", "observed value of the same scope, period and unit"},
       [](const V& v) { return optional_text(v.observed); }},
      {"status",
       {"状态", "status"},
       {"只在评估中有，依次取第一个成立的：not_testable、impossible_reading、impossible_capacity、cannot_say、on_track、if_"
        "executed、late、missed",
        "of an assessment, the first that holds of not_testable, impossible_reading, impossible_capacity, cannot_say, on_track, "
        "if_executed, "
        "late, missed"},
       [](const V& v) { return v.status ? std::string(to_text(*v.status)) : std::string{}; }},
      {"ceiling",
       {"可达上限", "ceiling"},
       {"每一吨都走可用运输链时的最好值", "the best value with every tonne on a chain that serves the target"},
       [](const V& v) { return optional_text(v.ceiling); }},
      {"ceiling_capacity",
       {"能力上限", "ceiling with capacity"},
       {"在能力和投用日期之内的最好值", "the best value within capacities and opening days"},
       [](const V& v) { return optional_text(v.ceiling_capacity); }},
      {"value_executed",
       {"执行到位时", "if executed"},
       {"方案各项执行率为 1、工程按所述日期投用时的值，一次模拟（第一个种子）",
        "value with every obedience of the plan at 1 and every project on its stated day, one run on the first seed"},
       [](const V& v) { return optional_text(v.value_executed); }},
      {"reached_on",
       {"达到日期", "reached on"},
       {"on_track、if_executed：自该日所在统计期起一直达到，if_executed 指执行到位的方案；late：截止期之后首次达到的统计期的末日",
        "on_track, if_executed: last day of the period from which on it holds up to the due one, of if_executed in the plan as executed; "
        "late: of the first later period in which "
        "it "
        "holds"},
       [](const V& v) { return v.reached_on ? to_string(*v.reached_on) : std::string{}; }},
      {"last_12_months",
       {"截止日前 12 个月", "last twelve months"},
       {"到截止日所在月为止的 12 个月；没有月值的指标为空",
        "the twelve months that end with the month of the due day; empty without figures by month"},
       [](const V& v) { return optional_text(v.last_12_months); }},
      {"month_of_due",
       {"截止日当月", "month of the due day"},
       {"截止日所在月；没有月值的指标为空", "of that month alone; empty without figures by month"},
       [](const V& v) { return optional_text(v.month_of_due); }},
      {"unserved_share",
       {"未运比例", "not carried"},
       {"该范围该年应运货物中未运的比例，取各次模拟的最大值",
        "share of the goods of this scope and year that were not carried, the greatest of the replications"},
       [](const V& v) { return optional_text(v.unserved_share); }}};
  return columns;
}

std::string to_csv(const std::vector<Verdict>& verdicts) {
  CsvText csv;
  for (const VerdictColumn& column : verdict_columns()) csv.field(column.name);
  csv.end_row();
  for (const Verdict& v : verdicts) {
    for (const VerdictColumn& column : verdict_columns()) csv.field(column.text(v));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
