#include "analysis/levers/target_levers.hpp"
#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

std::string cell(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

std::string text_at(const LeverRow& row, const std::optional<Tried>& tried) {
  return tried ? row.lever.positions[tried->at].text : std::string{};
}

std::string value_at(const std::optional<Tried>& tried) { return tried ? cell(tried->value) : std::string{}; }

std::string set_text(const LeverSet& set) {
  std::string text;
  for (const LeverTurned& lever : set) text += (text.empty() ? "" : ";") + lever.path + "=" + lever.text;
  return text;
}

using Row = const LeverRow&;
using Of = const TargetLevers&;
std::string nothing(Of) { return {}; }

std::vector<LeverColumn> target_columns() {
  return {{"row",
           {"行", "row"},
           {"lever 一个杠杆，set 一组杠杆", "lever: one; set: several together"},
           [](Of, Row, std::size_t) { return std::string("lever"); },
           [](Of) { return std::string("set"); }},
          {"target",
           {"目标", "target"},
           {"未按期达到的目标", "that is not on track"},
           [](Of t, Row, std::size_t) { return t.verdict.target; },
           [](Of t) { return t.verdict.target; }},
          {"unit",
           {"单位", "unit"},
           {"目标的单位；1 为比例", "of the target; 1 for a share"},
           [](Of t, Row, std::size_t) { return t.verdict.unit; },
           [](Of t) { return t.verdict.unit; }},
          {"threshold",
           {"目标值", "threshold"},
           {"以该单位计", "in the unit"},
           [](Of t, Row, std::size_t) { return number_text(t.verdict.threshold); },
           [](Of t) { return number_text(t.verdict.threshold); }}};
}

std::vector<LeverColumn> range_columns() {
  return {{"rank",
           {"排序", "rank"},
           {"够用的在前，再按每单位作用", "levers that are enough first, then by points a unit"},
           [](Of, Row, std::size_t rank) { return std::to_string(rank); },
           nothing},
          {"lever",
           {"杠杆", "lever"},
           {"--set 的路径；set 行为 路径=取值，以分号相隔", "path of --set; of a set path=value, divided by semicolons"},
           [](Of, Row r, std::size_t) { return r.lever.path; },
           [](Of t) { return set_text(t.set); }},
          {"kind",
           {"类别", "kind"},
           {"date 日期，capacity 能力，price 价格，obedience 执行率，chain_share 可用铁路的货量份额",
            "date, capacity, price, obedience or chain_share: tonnes given a rail chain"},
           [](Of, Row r, std::size_t) { return std::string(to_text(r.lever.kind)); },
           nothing},
          {"given",
           {"现取值", "given"},
           {"方案中的取值", "as the plan has it"},
           [](Of, Row r, std::size_t) { return r.lever.positions.front().text; },
           nothing},
          {"end",
           {"较优端", "end"},
           {"其范围中有利的一端", "better end of its range"},
           [](Of, Row r, std::size_t) { return r.lever.positions.back().text; },
           nothing},
          {"value_given",
           {"现取值时", "value as given"},
           {"一次模拟，第一个种子", "one run, first seed"},
           [](Of, Row r, std::size_t) { return cell(r.given_value); },
           nothing},
          {"value_end",
           {"较优端时", "value at the end"},
           {"同上", "likewise"},
           [](Of, Row r, std::size_t) { return cell(r.end_value); },
           nothing}};
}

std::vector<LeverColumn> found_columns() {
  return {
      {"finding",
       {"结果", "finding"},
       {"reached 有一次模拟达到且离目标不足 0.5 个百分点（非比例为 0.5%），step 差一格即不达到，between 两次模拟之间，not_within_range "
        "范围内达不到，no_effect 没有接近，no_figure 没有结果；set 行：single 单个已够，found 这一组够，none 全部用上仍不够，no_lever "
        "没有杠杆",
        "reached: a run meets it within half a point (half a per cent of a threshold that is no share); step: one position less misses; "
        "between: two runs; not_within_range; no_effect; no_figure. Of a set: single (one lever is enough), found, none (not even all "
        "together), no_lever"},
       [](Of, Row r, std::size_t) { return std::string(to_text(r.found.finding)); },
       [](Of t) { return std::string(to_text(t.finding)); }},
      {"enough_at",
       {"够用的取值", "enough at"},
       {"达到目标的一次模拟的取值", "of the run that meets it"},
       [](Of, Row r, std::size_t) { return text_at(r, r.found.meets); },
       nothing},
      {"value_enough",
       {"此时的值", "value there"},
       {"该次模拟的值；set 行为整组的一次模拟", "of that run; of a set the run of it"},
       [](Of, Row r, std::size_t) { return value_at(r.found.meets); },
       [](Of t) { return cell(t.set_value); }},
      {"misses_at",
       {"不够的取值", "not enough at"},
       {"相邻的未达到的一次模拟；达不到时为最好的一次", "of the neighbouring run that misses; the best run where none meets"},
       [](Of, Row r, std::size_t) { return text_at(r, r.found.misses); },
       nothing},
      {"value_misses",
       {"此时的值", "value there"},
       {"该次模拟的值", "of that run"},
       [](Of, Row r, std::size_t) { return value_at(r.found.misses); },
       nothing},
      {"per_unit",
       {"每单位作用", "per unit"},
       {"全范围内向目标靠近的量 / 杠杆单位数", "how much nearer over the range / units of the lever"},
       [](Of, Row r, std::size_t) { return number_text(r.per_unit); },
       nothing},
      {"lever_unit",
       {"杠杆单位", "unit of the lever"},
       {"month 月，point 个百分点，yuan/t 元/吨，1000 t/day 千吨/日", "month, point (0.01 of a share or factor), yuan/t or 1000 t/day"},
       [](Of, Row r, std::size_t) { return std::string(to_text(r.lever.unit)); },
       nothing}};
}

}  // namespace

const std::vector<LeverColumn>& lever_columns() {
  static const std::vector<LeverColumn> columns = [] {
    std::vector<LeverColumn> all = target_columns();
    for (const auto& part : {range_columns(), found_columns()}) all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return columns;
}

std::string to_csv(const LeverAnswer& answer) {
  CsvText csv;
  for (const LeverColumn& column : lever_columns()) csv.field(column.name);
  csv.end_row();
  for (const TargetLevers& target : answer.targets) {
    std::size_t rank = 0;
    for (const LeverRow& row : target.rows) {
      ++rank;
      for (const LeverColumn& column : lever_columns()) csv.field(column.of_row(target, row, rank));
      csv.end_row();
    }
    for (const LeverColumn& column : lever_columns()) csv.field(column.of_set(target));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
