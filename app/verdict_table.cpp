#include "app/verdict_table.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/progress.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

using analysis::Outcome;
using analysis::word;

analysis::TextCell coloured(const std::string& text, Outcome o) {
  if (!colours_wanted()) return text;
  return {text, o == Outcome::met ? "\033[32m" : o == Outcome::missed ? "\033[31m" : "\033[33m", "\033[0m"};
}

/// What is not tested, or has no figure, rests on nothing.
std::string basis_word(const analysis::Verdict& v) {
  return v.outcome == Outcome::not_testable || !v.value ? "—" : word(v.basis, language());
}

/// Least and greatest of the replications, and how many they are; or why there is no figure: which months of the year are all that was run,
/// or that no row fits.
std::string interval(const analysis::Verdict& v) {
  for (const analysis::BasisReason& reason : v.reasons) {
    const auto* part = std::get_if<analysis::PartOfYear>(&reason);
    if (part != nullptr)
      return to_text(part->period) + " " +
             fmt::format(fmt::runtime(word("period.only", language())), part->months.first, part->months.last);
  }
  const auto none = std::find_if(v.reasons.begin(), v.reasons.end(),
                                 [](const auto& reason) { return std::holds_alternative<analysis::NoValue>(reason); });
  if (!v.value && none != v.reasons.end()) return analysis::sentence(*none, language());
  if (!v.low || !v.high) return "—";
  const std::string low = analysis::figure_text(v.low, v.unit, language());
  const std::string high = analysis::figure_text(v.high, v.unit, language());
  return low == high ? fmt::format("{} ({})", low, v.n) : fmt::format("{} … {} ({})", low, high, v.n);
}

}  // namespace

std::string verdict_table(const std::vector<analysis::Verdict>& verdicts) {
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::left, Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  std::vector<analysis::TextCell> headings;
  for (const char* key : {"target", "metric", "due", "asked", "measured", "interval_n", "judged", "basis"})
    headings.emplace_back(word(key, language()));
  table.row(std::move(headings));
  for (const analysis::Verdict& v : verdicts) {
    table.row({v.target, word(v.metric, language()), to_string(v.due),
               fmt::format("{} {}", to_text(v.op), analysis::figure_text(v.threshold, v.unit, language())),
               analysis::figure_text(v.value, v.unit, language()), interval(v), coloured(word(v.outcome, language()), v.outcome),
               basis_word(v)});
  }
  return table.text();
}

}  // namespace railshift::app
