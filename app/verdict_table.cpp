#include "app/verdict_table.hpp"

#include <cmath>

#include <fmt/format.h>

#include "app/progress.hpp"
#include "app/words.hpp"
#include "sim/core/text.hpp"

namespace railshift::app {
namespace {

using analysis::Basis;
using analysis::Outcome;

const Words& outcome_words(Outcome o) {
  static const Words met{"达到", "met"}, missed{"未达到", "missed"}, cannot{"无法判断", "cannot say"},
      untestable{"不可检验", "not testable"};
  switch (o) {
    case Outcome::met:
      return met;
    case Outcome::missed:
      return missed;
    case Outcome::cannot_say:
      return cannot;
    case Outcome::not_testable:
      return untestable;
  }
  return cannot;
}

const Words& basis_words(Basis b) {
  static const Words emergent{"模拟涌现", "emergent"}, ordered{"措施规定", "ordered"}, definition{"定义使然", "by definition"},
      observed{"实测", "observed"};
  switch (b) {
    case Basis::emergent:
      return emergent;
    case Basis::ordered:
      return ordered;
    case Basis::by_definition:
      return definition;
    case Basis::observed:
      return observed;
  }
  return emergent;
}

std::string coloured(const std::string& text, Outcome o) {
  if (!colours_wanted()) return text;
  const char* colour = o == Outcome::met ? "\033[32m" : o == Outcome::missed ? "\033[31m" : "\033[33m";
  return colour + text + "\033[0m";
}

}  // namespace

std::string figure(const std::optional<double>& value, const std::string& unit) {
  if (!value) return "-";
  if (unit == "1") return fmt::format("{:.1f} %", 100.0 * *value);
  // Small figures keep three digits, so that 1.4 t does not print as 1 t beside a missed "at most 1 t".
  return std::abs(*value) < 1000.0 ? fmt::format("{:.3g} {}", *value, unit) : fmt::format("{:.0f} {}", *value, unit);
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(1, width - display_width(text))), ' ');
}

std::string verdict_table(const std::vector<analysis::Verdict>& verdicts) {
  std::string out;
  const auto row = [&out](const std::vector<std::string>& cells) {
    static constexpr int kWidths[] = {26, 26, 12, 14, 12, 22, 12, 14};
    for (std::size_t i = 0; i < cells.size(); ++i) out += padded(cells[i], kWidths[i]);
    out += '\n';
  };
  row({say({"目标", "target"}), say({"指标", "metric"}), say({"时限", "due"}), say({"要求", "asked"}), say({"模拟值", "simulated"}),
       say({"区间 (n)", "interval (n)"}), say({"结论", "verdict"}), say({"依据", "basis"})});
  for (const analysis::Verdict& v : verdicts) {
    const std::string interval =
        v.low && v.high ? fmt::format("{}..{} ({})", figure(v.low, v.unit), figure(v.high, v.unit), v.n) : std::string("-");
    row({v.target, v.metric, v.due, v.op + " " + figure(v.threshold, v.unit), figure(v.value, v.unit), interval,
         coloured(padded(say(outcome_words(v.outcome)), 11), v.outcome), say(basis_words(v.basis))});
  }
  return out;
}

}  // namespace railshift::app
