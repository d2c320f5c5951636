#include "analysis/chances/chances.hpp"
#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

std::string of_band(const TargetChance& c, double statistics::Band::*quantile) {
  return c.band ? number_text((*c.band).*quantile) : std::string{};
}

}  // namespace

const std::vector<ChanceColumn>& chance_columns() {
  static const std::vector<ChanceColumn> columns{
      {"target", {"目标", "target"}, {"目标代码", "id of the target"}, [](const TargetChance& c) { return c.asked.target; }},
      {"unit", {"单位", "unit"}, {"目标的单位", "of the target"}, [](const TargetChance& c) { return c.asked.unit; }},
      {"threshold", {"要求", "asked"}, {"要求值", "threshold"}, [](const TargetChance& c) { return number_text(c.asked.threshold); }},
      {"ruled_out",
       {"已排除", "ruled out"},
       {"与观测值相差超过所写偏差 3 倍的成员，不计入以下各列",
        "members more than three stated deviations from observed values; none of the rest"},
       [](const TargetChance& c) { return std::to_string(c.ruled_out); }},
      {"twins",
       {"估算次数", "twins"},
       {"快速估算的成员数", "members run by the quick twin"},
       [](const TargetChance& c) { return std::to_string(c.twins); }},
      {"twins_met",
       {"其中达到", "twins that meet it"},
       {"其中达到的（未校正）", "of them, uncorrected"},
       [](const TargetChance& c) { return std::to_string(c.twins_met); }},
      {"pairs",
       {"完整模拟次数", "pairs"},
       {"同一成员又完整模拟的个数", "members run in full too"},
       [](const TargetChance& c) { return std::to_string(c.pairs); }},
      {"full_met",
       {"其中达到", "full runs that meet it"},
       {"完整模拟中达到的；未运货物超限或无数据的算未达到", "of the full runs; one that leaves goods behind or has no figure is not met"},
       [](const TargetChance& c) { return std::to_string(c.full_met); }},
      {"chance",
       {"把握", "chance"},
       {"校正后达到的比例，成对数不少于 10 时有", "share that meets it after correction; with ten pairs or more"},
       [](const TargetChance& c) { return c.chance ? number_text(c.chance->value) : std::string{}; }},
      {"chance_error",
       {"标准误", "standard error"},
       {"把握的标准误，两个样本都计入", "of the chance, of both samples"},
       [](const TargetChance& c) { return c.chance ? number_or_nothing(c.chance->error) : std::string{}; }},
      {"range_low",
       {"把握下限", "chance, low"},
       {"成对数少于 10 时：各估算减去成对的最大误差后达到的比例",
        "with fewer pairs: the share that meets it with the largest paired error taken off"},
       [](const TargetChance& c) { return c.range ? number_text(c.range->low) : std::string{}; }},
      {"range_high",
       {"把握上限", "chance, high"},
       {"同上，加上最大误差后", "the same with it added"},
       [](const TargetChance& c) { return c.range ? number_text(c.range->high) : std::string{}; }},
      {"full_alone_low",
       {"仅完整模拟：下限", "full alone, low"},
       {"仅按完整模拟的威尔逊 95% 区间", "Wilson's interval at 95 % of the full runs alone"},
       [](const TargetChance& c) { return number_text(c.full_alone.low); }},
      {"full_alone_high",
       {"仅完整模拟：上限", "full alone, high"},
       {"同上", "likewise"},
       [](const TargetChance& c) { return number_text(c.full_alone.high); }},
      {"difference",
       {"差值法", "by difference"},
       {"估算的达到比例加成对的得失之差，作为校核", "share of the twins plus what the pairs gain and lose: a check"},
       [](const TargetChance& c) { return c.difference ? number_text(c.difference->value) : std::string{}; }},
      {"second_twins",
       {"第二分布：估算次数", "second law: twins"},
       {"同一批点按第二分布估算的成员数", "members of the same points run by the twin under the second law of each input"},
       [](const TargetChance& c) { return c.second ? std::to_string(c.second->twins) : std::string{}; }},
      {"second_met",
       {"第二分布：其中达到", "second law: twins that meet it"},
       {"其中达到的（未校正）", "of them, uncorrected"},
       [](const TargetChance& c) { return c.second ? std::to_string(c.second->twins_met) : std::string{}; }},
      {"second_chance",
       {"第二分布：把握", "second law: chance"},
       {"以第一分布的成对校正", "corrected by the pairs of the first law"},
       [](const TargetChance& c) { return c.second && c.second->chance ? number_text(c.second->chance->value) : std::string{}; }},
      {"second_error",
       {"第二分布：标准误", "second law: standard error"},
       {"同上", "likewise"},
       [](const TargetChance& c) { return c.second && c.second->chance ? number_or_nothing(c.second->chance->error) : std::string{}; }},
      {"second_low",
       {"第二分布：下限", "second law: low"},
       {"成对数少于 10 时，同上", "with fewer than ten pairs, likewise"},
       [](const TargetChance& c) { return c.second && c.second->range ? number_text(c.second->range->low) : std::string{}; }},
      {"second_high",
       {"第二分布：上限", "second law: high"},
       {"同上", "likewise"},
       [](const TargetChance& c) { return c.second && c.second->range ? number_text(c.second->range->high) : std::string{}; }},
      {"p05",
       {"5% 分位", "5 %"},
       {"校正后数值的分位", "quantiles of the corrected values"},
       [](const TargetChance& c) { return of_band(c, &statistics::Band::p05); }},
      {"p25", {"25% 分位", "25 %"}, {"同上", "likewise"}, [](const TargetChance& c) { return of_band(c, &statistics::Band::p25); }},
      {"p50", {"中位数", "median"}, {"同上", "likewise"}, [](const TargetChance& c) { return of_band(c, &statistics::Band::p50); }},
      {"p75", {"75% 分位", "75 %"}, {"同上", "likewise"}, [](const TargetChance& c) { return of_band(c, &statistics::Band::p75); }},
      {"p95", {"95% 分位", "95 %"}, {"同上", "likewise"}, [](const TargetChance& c) { return of_band(c, &statistics::Band::p95); }},
      {"greatest_error",
       {"成对的最大误差", "largest paired error"},
       {"完整模拟与估算之差的最大绝对值", "greatest |full - twin| of the pairs"},
       [](const TargetChance& c) { return number_or_nothing(c.greatest_error); }}};
  return columns;
}

std::string to_csv(const std::vector<TargetChance>& chances) {
  CsvText csv;
  for (const ChanceColumn& column : chance_columns()) csv.field(column.name);
  csv.end_row();
  for (const TargetChance& chance : chances) {
    for (const ChanceColumn& column : chance_columns()) csv.field(column.text(chance));
    csv.end_row();
  }
  return csv.take();
}

}  // namespace railshift::analysis
