#include "app/observed_table.hpp"

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"
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

/// A scope in words; what names no field of a metric stands as it was written, so that the mistake can be seen.
std::string scope_text(const std::string& written, const analysis::Names& names) {
  const auto scope = analysis::known_scope(written);
  if (!scope) return written;
  return scope->empty() ? analysis::word("city", language()) : analysis::reading(*scope, names, language());
}

std::string statement(const std::vector<BesideObserved>& rows) {
  const analysis::Checked checked = analysis::checked(rows);
  const std::string said = analysis::sentence(checked, language());
  if (checked.tests > 0) return said + '\n';
  return analysis::word("observed.unchecked", language()) + say({"：", ": "}) + said + '\n';
}

/// The pairs, the first of them only if they are many.
std::string pairs_table(const std::vector<BesideObserved>& rows, const analysis::Names& names) {
  using analysis::Align;
  analysis::TextTable table(
      {Align::left, Align::left, Align::left, Align::left, Align::right, Align::right, Align::right, Align::right, Align::left});
  std::vector<analysis::TextCell> headings;
  for (const char* key : {"observation", "metric", "reading", "period", "observed", "measured", "difference", "percent", "note"})
    headings.emplace_back(analysis::word(key, language()));
  table.row(std::move(headings));
  std::size_t pairs = 0;
  for (const BesideObserved& row : rows) {
    if (row.match != Match::compared || ++pairs > kPairs) continue;
    table.row({row.id, analysis::metric_name(row.metric, language()), scope_text(row.scope, names), row.period,
               analysis::figure_text(row.observed, row.unit, language()), analysis::figure_text(row.simulated, row.unit, language()),
               analysis::difference_text(row.difference, row.unit, language()), analysis::percent_text(row.percent, row.unit),
               row.no_test ? analysis::sentence(*row.no_test, language()) : std::string{}});
  }
  return pairs == 0 ? std::string{} : table.text() + left_out(pairs, kPairs);
}

std::string unmatched_lines(const std::vector<BesideObserved>& rows, const analysis::Names& names) {
  std::string out;
  std::size_t others = 0;
  for (const BesideObserved& row : rows) {
    if (row.match == Match::compared || ++others > kUnmatched) continue;
    out += fmt::format(
        fmt::runtime(say({"  观测 {} 未能比较（{} · {} · {}）：{}\n", "  observation {} not compared ({} · {} · {}): {}\n"})), row.id,
        analysis::metric_name(row.metric, language()), scope_text(row.scope, names), row.period, analysis::word(row.match, language()));
  }
  return out + left_out(others, kUnmatched);
}

}  // namespace

std::string observed_table(const std::vector<BesideObserved>& rows, const analysis::Names& names) {
  return statement(rows) + pairs_table(rows, names) + unmatched_lines(rows, names);
}

}  // namespace railshift::app
