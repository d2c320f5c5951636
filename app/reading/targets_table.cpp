#include "app/reading/targets_table.hpp"

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::app {
namespace {

using analysis::Align;
using analysis::ListedTarget;

/// The status where there is one, which says more than the outcome; marked where it is an estimate.
std::string said_word(const ListedTarget& row, Language language) {
  if (!row.said) return "—";
  const std::string judged = row.said->status.empty() ? analysis::word_of("outcome", row.said->outcome, language)
                                                      : analysis::word_of("status", row.said->status, language);
  return row.said->estimate ? judged + analysis::word("estimate.mark", language) : judged;
}

/// The reading of another target stands under it.
std::string target_cell(const ListedTarget& row, Language language) {
  return row.reading_of.empty() ? row.target : fmt::format("{} {}", row.target, Words{"（口径）", "(reading)"}.in(language));
}

}  // namespace

std::string targets_table(const std::vector<ListedTarget>& targets, Results results, Language language) {
  std::vector<Align> columns{Align::left, Align::left, Align::left, Align::left, Align::left, Align::right};
  std::vector<analysis::TextCell> head{Words{"情景", "city"}.in(language)};
  for (const char* key : {"clause", "target", "metric", "due", "asked"}) head.emplace_back(analysis::word(key, language));
  if (results == Results::given) {
    columns.insert(columns.end(), {Align::left, Align::right});
    head.emplace_back(Words{"结论或状态", "status or outcome"}.in(language));
    head.emplace_back(analysis::word("measured", language));
  }
  analysis::TextTable table(std::move(columns));
  table.row(std::move(head));
  for (const ListedTarget& row : targets) {
    std::vector<analysis::TextCell> cells{row.city,
                                          row.clause,
                                          target_cell(row, language),
                                          analysis::metric_name(row.metric, language),
                                          row.due,
                                          row.op + " " + analysis::figure_text(row.threshold, row.unit, language)};
    if (results == Results::given) {
      cells.emplace_back(said_word(row, language));
      cells.emplace_back(analysis::figure_text(row.said ? row.said->value : std::nullopt, row.unit, language));
    }
    table.row(std::move(cells));
  }
  return table.text();
}

}  // namespace railshift::app
