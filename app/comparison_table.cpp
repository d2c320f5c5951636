#include "app/comparison_table.hpp"

#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

constexpr int kIndent = 2;

}  // namespace

std::string comparison_table(const std::vector<analysis::ComparisonRow>& rows, const analysis::Names& names, const std::string& first,
                             const std::string& second) {
  using analysis::Align;
  const auto word = [](const char* key) { return analysis::word(key, language()); };
  analysis::TextTable table({Align::left, Align::left, Align::left, Align::right, Align::right, Align::right, Align::right});
  table.row({word("metric"), word("reading"), word("period"), first, second, word("difference"), word("percent")});
  for (const analysis::ComparisonRow& row : rows) {
    const std::string scope = analysis::reading(analysis::scope_of(row.key), names, language());
    const std::string& unit = row.key.unit;
    table.row({analysis::metric_name(row.key.metric, language()), scope.empty() ? word("city") : scope,
               analysis::period_text(row, language()), analysis::figure_text(row.first, unit, language()),
               analysis::figure_text(row.second, unit, language()), analysis::difference_text(row.difference, unit, language()),
               analysis::percent_text(row.percent, unit)});
  }
  return table.text(kIndent);
}

}  // namespace railshift::app
