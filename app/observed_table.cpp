#include "app/observed_table.hpp"

#include <fmt/format.h>

#include "app/verdict_table.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

using analysis::BesideObserved;
using analysis::Match;

const Words& match_words(Match m) {
  static const Words compared{"已比较", "compared"}, metric{"没有这个指标", "no such metric"},
      scope{"没有这个范围的模拟值", "no simulated row of this scope"},
      period{"该指标没有这个时期的模拟值", "no simulated figure of this period"},
      partial{"该年没有模拟满 12 个月", "this year was not simulated in full"}, unit{"单位不符", "the units do not fit"};
  switch (m) {
    case Match::compared:
      return compared;
    case Match::no_metric:
      return metric;
    case Match::no_scope:
      return scope;
    case Match::no_period:
      return period;
    case Match::part_of_year:
      return partial;
    case Match::no_unit:
      return unit;
  }
  return compared;
}

// A railway's months fill a screen soon; the report of `assess` lists every row.
constexpr std::size_t kPairs = 40;
constexpr std::size_t kUnmatched = 10;

std::string left_out(std::size_t rows, std::size_t shown) {
  if (rows <= shown) return {};
  return fmt::format(fmt::runtime(say({"  另有 {} 行；assess 的报告列出全部\n", "  and {} more; the report of assess lists them all\n"})),
                     rows - shown);
}

/// A share differs by points, anything else by its own unit.
std::string difference_text(const BesideObserved& row) {
  if (!row.difference) return "-";
  if (row.unit == "1") return fmt::format("{:+.1f} {}", 100.0 * *row.difference, say({"个百分点", "points"}));
  return fmt::format("{:+.4g} {}", *row.difference, row.unit);
}

std::string statement(const std::vector<BesideObserved>& rows) {
  const analysis::Checked checked = analysis::checked(rows);
  if (checked.tests > 0) {
    return fmt::format(fmt::runtime(say({"实测值 {} 项与模拟值并列（见下）；没有实测值的结果仍未经实测校核\n",
                                         "observed values beside simulated ones: {} (below); results without one are not checked "
                                         "against counts\n"})),
                       checked.tests);
  }
  if (checked.rows == 0) {
    return say(
        {"未经实测校核：tables/observed.csv 没有任何观测值\n", "NOT CHECKED AGAINST COUNTS: tables/observed.csv holds no observation\n"});
  }
  if (checked.compared == 0) {
    return fmt::format(fmt::runtime(say({"未经实测校核：{} 项观测值都没有对应的模拟值\n",
                                         "NOT CHECKED AGAINST COUNTS: observations: {}, none with a simulated counterpart\n"})),
                       checked.rows);
  }
  return fmt::format(
      fmt::runtime(
          say({"未经实测校核：有对应模拟值的 {} 项观测值都属于输入或措施规定的量，不能检验模型\n",
               "NOT CHECKED AGAINST COUNTS: observations with a counterpart: {}, all of quantities that an input or an order sets\n"})),
      checked.compared);
}

}  // namespace

std::string observed_table(const std::vector<BesideObserved>& rows) {
  std::string out = statement(rows);
  const auto line = [&out](const std::vector<std::string>& cells) {
    static constexpr int kWidths[] = {26, 26, 10, 16, 16, 18, 10, 0};
    for (std::size_t i = 0; i < cells.size(); ++i) out += padded(cells[i], kWidths[i]);
    out += '\n';
  };
  if (analysis::checked(rows).compared > 0) {
    line({say({"观测", "observation"}), say({"指标", "metric"}), say({"时期", "period"}), say({"观测值", "observed"}),
          say({"模拟值", "simulated"}), say({"差值", "difference"}), say({"差率", "percent"}), say({"说明", "note"})});
  }
  std::size_t pairs = 0;
  std::size_t others = 0;
  for (const BesideObserved& row : rows) {
    if (row.match != Match::compared || ++pairs > kPairs) continue;
    line({row.id, row.metric, row.period, figure(row.observed, row.unit), figure(row.simulated, row.unit), difference_text(row),
          row.percent ? fmt::format("{:+.1f} %", *row.percent) : "-", row.no_test});
  }
  out += left_out(pairs, kPairs);
  for (const BesideObserved& row : rows) {
    if (row.match == Match::compared || ++others > kUnmatched) continue;
    out += fmt::format(fmt::runtime(say({"  观测 {} 未能比较（{} {} {}）：{}\n", "  observation {} not compared ({} {} {}): {}\n"})),
                       row.id, row.metric, row.scope.empty() ? "-" : row.scope, row.period, say(match_words(row.match)));
  }
  return out + left_out(others, kUnmatched);
}

}  // namespace railshift::app
