#include "app/verdict_table.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/words/verdict_words.hpp"
#include "app/progress.hpp"
#include "app/words.hpp"
#include "sim/core/text.hpp"

namespace railshift::app {
namespace {

using analysis::Outcome;
using analysis::word;

std::string coloured(const std::string& text, Outcome o) {
  if (!colours_wanted()) return text;
  const char* colour = o == Outcome::met ? "\033[32m" : o == Outcome::missed ? "\033[31m" : "\033[33m";
  return colour + text + "\033[0m";
}

/// What is not tested rests on nothing.
std::string basis_word(const analysis::Verdict& v) { return v.outcome == Outcome::not_testable ? "-" : word(v.basis, language()); }

}  // namespace

std::string figure(const std::optional<double>& value, const std::string& unit) {
  if (!value) return "-";
  if (unit == "1") return fmt::format("{:.1f} %", 100.0 * *value);
  const std::string name = analysis::unit_word(unit, language());
  // Small figures keep three digits, so that 1.4 t does not print as 1 t beside a missed "at most 1 t".
  return std::abs(*value) < 1000.0 ? fmt::format("{:.3g} {}", *value, name) : fmt::format("{:.0f} {}", *value, name);
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(1, width - display_width(text))), ' ');
}

std::string verdict_table(const std::vector<analysis::Verdict>& verdicts) {
  std::string out;
  int metric_width = 26;
  for (const analysis::Verdict& v : verdicts) metric_width = std::max(metric_width, display_width(word(v.metric, language())) + 2);
  const auto row = [&](const std::vector<std::string>& cells) {
    const int widths[] = {26, metric_width, 12, 14, 12, 22, 12, 14};
    for (std::size_t i = 0; i < cells.size(); ++i) out += padded(cells[i], widths[i]);
    out += '\n';
  };
  std::vector<std::string> headings;
  for (const char* key : {"target", "metric", "due", "asked", "measured", "interval_n", "judged", "basis"})
    headings.push_back(word(key, language()));
  row(headings);
  for (const analysis::Verdict& v : verdicts) {
    const std::string interval =
        v.low && v.high ? fmt::format("{}..{} ({})", figure(v.low, v.unit), figure(v.high, v.unit), v.n) : std::string("-");
    row({v.target, word(v.metric, language()), to_string(v.due), fmt::format("{} {}", to_text(v.op), figure(v.threshold, v.unit)),
         figure(v.value, v.unit), interval, coloured(padded(word(v.outcome, language()), 11), v.outcome), basis_word(v)});
  }
  return out;
}

}  // namespace railshift::app
