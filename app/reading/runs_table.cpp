#include "app/reading/runs_table.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/words.hpp"
#include "sim/core/both.hpp"

namespace railshift::app {
namespace {

using analysis::Align;
using analysis::TextCell;

constexpr int kIndentOfRuns = 2;

std::string text_of(const char* key) { return analysis::word(key, language()); }

/// Least and greatest difference by seed and the number of seeds; nothing of a single one.
std::string spread_of(const std::optional<analysis::Paired>& paired, const std::string& unit) {
  if (!paired || paired->n < 2) return "—";
  return fmt::format("{} … {} ({})", analysis::difference_text(paired->least, unit, language()),
                     analysis::difference_text(paired->greatest, unit, language()), paired->n);
}

/// Whether some run has differences of several seeds: then there is a column for them.
template <class Row>
bool has_spread(const std::vector<Row>& rows) {
  return std::any_of(rows.begin(), rows.end(), [](const Row& row) {
    return std::any_of(row.runs.begin(), row.runs.end(), [](const auto& run) { return run.paired && run.paired->n > 1; });
  });
}

/// The columns of the runs behind those that say what a row is.
struct Columns {
  std::size_t runs = 0;
  bool percent = false;
  bool spread = false;

  void add_to(std::vector<Align>& aligned) const {
    const std::size_t each = 2 + (percent ? 1U : 0U) + (spread ? 1U : 0U);
    aligned.insert(aligned.end(), 1 + (runs - 1) * each, Align::right);
  }
  void add_headings(std::vector<TextCell>& cells) const {
    cells.emplace_back(letter_of(0));
    for (std::size_t i = 1; i < runs; ++i) {
      const std::string from = runs > 2 ? " " + letter_of(i) + "−" + letter_of(0) : "";
      cells.emplace_back(letter_of(i));
      cells.emplace_back(text_of("difference") + from);
      if (percent) cells.emplace_back(text_of("percent"));
      if (spread) cells.emplace_back(say({"各种子的差", "by seed"}));
    }
  }
};

/// The value of a target (one that was observed says so: no run made it), or which months of the year are all that was run.
std::string value_of(const analysis::RunTarget& run) {
  std::string figure = analysis::figure_text_beside(run.verdict.value, run.verdict.threshold, run.verdict.unit, language());
  if (run.verdict.basis == analysis::Basis::observed)
    return say(both("{}（{}）", "{} ({})", figure, analysis::word(run.verdict.basis, language())));
  if (run.verdict.value || !run.months || run.months->whole_year()) return figure;
  return fmt::format(fmt::runtime(text_of("period.only")), run.months->first, run.months->last);
}

}  // namespace

std::string letter_of(std::size_t run) {
  static constexpr std::array kStems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
  if (language() == Language::zh) return run < kStems.size() ? kStems[run] : std::to_string(run + 1);
  constexpr std::size_t kLetters = 26;
  return run < kLetters ? std::string(1, static_cast<char>('A' + static_cast<int>(run))) : std::to_string(run + 1);
}

std::string period_of(const analysis::FigureRow& row) {
  std::vector<std::optional<analysis::MonthsRun>> months;
  for (const analysis::RunFigure& run : row.runs) months.push_back(run.months);
  return analysis::period_text(row.key.period, months, language());
}

std::string target_table(const std::vector<analysis::TargetRow>& rows, const analysis::Names& names) {
  const Columns columns{rows.front().runs.size(), false, has_spread(rows)};
  std::vector<Align> aligned{Align::left, Align::left, Align::left, Align::right};
  columns.add_to(aligned);
  analysis::TextTable table(aligned);
  std::vector<TextCell> headings{text_of("target"), text_of("metric_reading"), text_of("due"), text_of("asked")};
  columns.add_headings(headings);
  table.row(std::move(headings));
  for (const analysis::TargetRow& row : rows) {
    const analysis::Verdict& asked = row.runs.front().verdict;
    if (!asked.reading_of.empty()) continue;
    std::vector<TextCell> cells{asked.target, analysis::metric_reading(to_text(asked.metric), asked.scope, names, language()),
                                to_string(asked.due),
                                fmt::format("{} {}", to_text(asked.op), analysis::exact_text(asked.threshold, asked.unit, language()))};
    for (std::size_t i = 0; i < row.runs.size(); ++i) {
      cells.emplace_back(value_of(row.runs[i]));
      if (i == 0) continue;
      cells.emplace_back(analysis::difference_text(row.runs[i].difference, asked.unit, language()));
      if (columns.spread) cells.emplace_back(spread_of(row.runs[i].paired, asked.unit));
    }
    table.row(std::move(cells));
  }
  return table.text(kIndentOfRuns);
}

std::string figure_table(const std::vector<analysis::FigureRow>& rows, const analysis::Names& names) {
  const Columns columns{rows.front().runs.size(), true, has_spread(rows)};
  std::vector<Align> aligned{Align::left, Align::left, Align::left};
  columns.add_to(aligned);
  analysis::TextTable table(aligned);
  std::vector<TextCell> headings{text_of("metric"), text_of("reading"), text_of("period")};
  columns.add_headings(headings);
  table.row(std::move(headings));
  for (const analysis::FigureRow& row : rows) {
    const std::string scope = analysis::reading(analysis::scope_of(row.key), names, language());
    const std::string& unit = row.key.unit;
    std::vector<TextCell> cells{analysis::metric_name(row.key.metric, language()), scope.empty() ? text_of("city") : scope, period_of(row)};
    for (std::size_t i = 0; i < row.runs.size(); ++i) {
      cells.emplace_back(analysis::figure_text(row.runs[i].value, unit, language()));
      if (i == 0) continue;
      cells.emplace_back(analysis::difference_text(row.runs[i].difference, unit, language()));
      cells.emplace_back(analysis::percent_text(row.runs[i].percent, unit));
      if (columns.spread) cells.emplace_back(spread_of(row.runs[i].paired, unit));
    }
    table.row(std::move(cells));
  }
  return table.text(kIndentOfRuns);
}

}  // namespace railshift::app
