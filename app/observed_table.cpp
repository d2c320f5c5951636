#include "app/observed_table.hpp"

#include <fmt/format.h>

#include "analysis/words/verdict_words.hpp"
#include "app/verdict_table.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

using analysis::BesideObserved;
using analysis::Match;

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
  if (row.unit == "1") return fmt::format("{:+.1f} {}", 100.0 * *row.difference, analysis::unit_word("points", language()));
  return fmt::format("{:+.4g} {}", *row.difference, analysis::unit_word(row.unit, language()));
}

std::string statement(const std::vector<BesideObserved>& rows) {
  const analysis::Checked checked = analysis::checked(rows);
  const std::string said = analysis::sentence(checked, language());
  if (checked.tests > 0) return said + '\n';
  return analysis::word("observed.unchecked", language()) + say({"：", ": "}) + said + '\n';
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
    std::vector<std::string> headings;
    for (const char* key : {"observation", "metric", "period", "observed", "measured", "difference", "percent", "note"})
      headings.push_back(analysis::word(key, language()));
    line(headings);
  }
  std::size_t pairs = 0;
  std::size_t others = 0;
  for (const BesideObserved& row : rows) {
    if (row.match != Match::compared || ++pairs > kPairs) continue;
    line({row.id, analysis::metric_name(row.metric, language()), row.period, figure(row.observed, row.unit),
          figure(row.simulated, row.unit), difference_text(row), row.percent ? fmt::format("{:+.1f} %", *row.percent) : "-",
          row.no_test ? analysis::sentence(*row.no_test, language()) : std::string{}});
  }
  out += left_out(pairs, kPairs);
  for (const BesideObserved& row : rows) {
    if (row.match == Match::compared || ++others > kUnmatched) continue;
    out += fmt::format(fmt::runtime(say({"  观测 {} 未能比较（{} {} {}）：{}\n", "  observation {} not compared ({} {} {}): {}\n"})),
                       row.id, row.metric, row.scope.empty() ? "-" : row.scope, row.period, analysis::word(row.match, language()));
  }
  return out + left_out(others, kUnmatched);
}

}  // namespace railshift::app
