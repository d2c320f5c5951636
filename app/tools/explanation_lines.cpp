#include "app/tools/explanation_lines.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/words.hpp"
#include "sim/core/both.hpp"

namespace railshift::app {
namespace {

using study::trace::Act;
using study::trace::CitedInput;
using study::trace::Explanation;

/// Of a file under one heading.
constexpr std::size_t kShown = 3;
constexpr std::size_t kShownThatMove = 12;

std::string head(const Explanation& way) {
  const auto text = analysis::figure_text(way.row.value, way.row.unit, language());
  std::string lines = fmt::format("{}\n  {} = {}{}\n", way.figure, analysis::metric_name(way.row.metric, language()), text,
                                  way.row.standing.empty() ? "" : " (" + way.row.standing + ")");
  if (way.row.numerator && way.row.denominator)
    lines +=
        fmt::format("  {} / {}\n", analysis::grouped_as_written(*way.row.numerator), analysis::grouped_as_written(*way.row.denominator));
  if (const auto& target = way.target)
    lines +=
        "  " +
        say(both("目标 {}：{} {} {}，{} 前；结论 {}（verdicts.csv:{}）", "target {}: {} {} {} by {}; {} (verdicts.csv:{})", target->id,
                 target->op, analysis::grouped_as_written(target->threshold), target->unit, target->due, target->outcome, target->line)) +
        "\n";
  return lines;
}

std::string made_of(const Explanation& way) {
  std::string lines = say(both("\n公式（docs/model.md 第 {} 节）\n  {}\n", "\nFormula (docs/model.md section {})\n  {}\n",
                               way.formula.section, way.formula.words));
  lines += say({"\n结果行\n", "\nRows of the result\n"});
  for (const auto& cell : way.cells) lines += fmt::format("  {}:{}  {}\n", cell.file, cell.line, cell.value);
  for (const auto& sum : way.sums)
    lines += say(both("  run.gpkg {}.{}：{} 行，合计 {} {}\n", "  run.gpkg {}.{}: {} rows, sum {} {}\n", sum.table, sum.column, sum.rows,
                      analysis::grouped(static_cast<double>(sum.sum), 0), sum.unit));
  return lines;
}

std::string input_line(const CitedInput& input) {
  const std::string why = input.source.empty() ? input.reason : input.source;
  return fmt::format("    {}:{}  {} {} = {}{}{}{}{}\n", input.file, input.line, input.key, input.column, input.value,
                     input.unit.empty() ? "" : " " + input.unit, input.standing.empty() ? "" : " (" + input.standing + ")",
                     input.clause.empty() ? "" : " " + input.clause, why.empty() ? "" : "; " + why);
}

std::string inputs_of_act(const Explanation& way, Act act, HowMuch how_much) {
  const std::size_t shown = act == Act::moves ? kShownThatMove : kShown;
  std::map<std::string, std::size_t> of_file;
  std::string lines;
  std::size_t count = 0;
  for (const CitedInput& input : way.inputs) {
    if (input.act != act) continue;
    ++count;
    if (how_much == HowMuch::all || ++of_file[input.file] <= shown) lines += input_line(input);
  }
  if (count == 0) return "";
  for (const auto& [file, number] : of_file) {
    if (number > shown) lines += say(both("    {} 还有 {} 个数\n", "    {}: {} more numbers\n", file, number - shown));
  }
  return say(both("\n  {}（{} 个数）\n", "\n  {} ({} numbers)\n", sentence(act), count)) + lines;
}

std::string clause_lines(const Explanation& way) {
  std::string lines;
  for (const Clause& clause : way.clauses)
    lines += fmt::format("  {} {} {}  {}{}\n", clause.id, clause.document, clause.item, clause.quote,
                         clause.offices.empty() ? "" : "  " + clause.offices);
  return lines.empty() ? "" : say({"\n条款\n", "\nClauses\n"}) + lines;
}

}  // namespace

std::string explanation_lines(const Explanation& way, HowMuch how_much) {
  const auto thresholds =
      std::count_if(way.inputs.begin(), way.inputs.end(), [](const CitedInput& input) { return input.act == Act::verdict; });
  const auto acting = static_cast<std::ptrdiff_t>(way.inputs.size()) - thresholds;
  std::string lines = head(way) + made_of(way) +
                      say(both("\n输入（{} 个数中的 {} 个能影响该数，按作用方式）\n",
                               "\nInputs ({1} of {0} numbers can act on it), by how they act\n", way.numbers, acting));
  for (int act = 0; act < study::trace::kActs; ++act) lines += inputs_of_act(way, static_cast<Act>(act), how_much);
  return lines + clause_lines(way);
}

}  // namespace railshift::app
