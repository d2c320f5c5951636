#include "app/verdict_table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "analysis/judge/unserved.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/progress.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

/// Columns of a terminal that the table of verdicts may take.
constexpr int kWidestTable = 120;

using analysis::Outcome;
using analysis::word;

analysis::TextCell coloured(const std::string& text, Outcome o) {
  if (!colours_wanted()) return text;
  return {text, o == Outcome::met ? "\033[32m" : o == Outcome::missed ? "\033[31m" : "\033[33m", "\033[0m"};
}

/// The status where there is one: it says more than the outcome.
std::string judged_word(const analysis::Verdict& v) {
  const std::string judged = v.status ? word(*v.status, language()) : word(v.outcome, language());
  return analysis::is_estimate(v) ? judged + word("estimate.mark", language()) : judged;
}

/// What is not tested, or has no figure, rests on nothing.
std::string basis_word(const analysis::Verdict& v) {
  return v.outcome == Outcome::not_testable || !v.value ? "—" : word(v.basis, language());
}

/// A main target that has readings is marked.
std::string metric_cell(const analysis::Verdict& v) {
  const std::string metric = word(v.metric, language());
  return analysis::is_main_reading(v) ? metric + " · " + word("reading.main", language()) : metric;
}

std::string reading_cell(const analysis::Verdict& v) {
  const std::string name = v.reading.in(language());
  return v.reading_of.empty() ? name + " · " + word("reading.main", language()) : name;
}

/// Least and greatest of the replications, and how many they are; or why there is no figure: which months of the year are all that was run,
/// how much was not carried, or that no row fits.
std::string interval(const analysis::Verdict& v) {
  for (const analysis::BasisReason& reason : v.reasons) {
    const auto* part = std::get_if<analysis::PartOfYear>(&reason);
    if (part != nullptr)
      return to_text(part->period) + " " +
             fmt::format(fmt::runtime(word("period.only", language())), part->months.first, part->months.last);
  }
  for (const analysis::BasisReason& reason : v.reasons) {
    const auto* left = std::get_if<analysis::NotServed>(&reason);
    if (left != nullptr)
      return fmt::format(fmt::runtime(word("not_carried", language())), analysis::figure_text(left->share, "1", language()));
  }
  const auto none = std::find_if(v.reasons.begin(), v.reasons.end(),
                                 [](const auto& reason) { return std::holds_alternative<analysis::NoValue>(reason); });
  if (!v.value && none != v.reasons.end()) return analysis::sentence(*none, language());
  if (!v.low || !v.high) return "—";
  const std::string low = analysis::figure_text_beside(v.low, v.threshold, v.unit, language());
  const std::string high = analysis::figure_text_beside(v.high, v.threshold, v.unit, language());
  if (low == high) return fmt::format("{} ({})", low, v.n);
  const auto unit = low.rfind(' ');
  const bool once = unit != std::string::npos && unit > 0 && high.ends_with(low.substr(unit));
  return fmt::format("{} … {} ({})", once ? low.substr(0, unit) : low, high, v.n);
}

std::string figure_or_nothing(const std::optional<double>& value, const std::string& unit) {
  return value ? analysis::figure_text(value, unit, language()) : std::string{};
}

/// Of the plan as assumed, or of the plan as executed, which says so.
std::string reached_on_text(const analysis::Verdict& v) {
  if (!v.status || !v.reached_on) return {};
  const bool executed = v.status == analysis::Status::if_executed;
  return to_string(*v.reached_on) + (executed ? say({"（执行到位）", " (executed)"}) : std::string{});
}

/// Empty where there is nothing to say.
struct Detail {
  Words heading;
  std::string (*text)(const analysis::Verdict&);
  bool beside_readings = false;  ///< stands in the table of readings too
};

const std::array<Detail, 7>& details() {
  static const std::array<Detail, 7> all{
      {{{"运输链上限", "max. by chains"}, [](const analysis::Verdict& v) { return figure_or_nothing(v.ceiling, v.unit); }, true},
       {{"能力上限", "max. by capacity"}, [](const analysis::Verdict& v) { return figure_or_nothing(v.ceiling_capacity, v.unit); }, true},
       {{"执行到位时", "if executed"}, [](const analysis::Verdict& v) { return figure_or_nothing(v.value_executed, v.unit); }, true},
       {{"达到日期", "reached on"}, &reached_on_text, true},
       {{"前12个月", "last 12 months"}, [](const analysis::Verdict& v) { return figure_or_nothing(v.last_12_months, v.unit); }},
       {{"当月", "month of due"}, [](const analysis::Verdict& v) { return figure_or_nothing(v.month_of_due, v.unit); }},
       {{"未运比例", "not carried"}, [](const analysis::Verdict& v) {
          return v.unserved_share.value_or(0.0) > analysis::kUnservedSaid ? figure_or_nothing(v.unserved_share, "1") : std::string{};
        }}}};
  return all;
}

bool says_something(const analysis::Verdict& v, const std::vector<Detail>& shown) {
  return v.reading_of.empty() && std::any_of(shown.begin(), shown.end(), [&](const Detail& detail) { return !detail.text(v).empty(); });
}

/// Orders that began inside the year that is judged, a line each.
std::string late_beginnings(const std::vector<analysis::Verdict>& verdicts) {
  std::string lines;
  for (const analysis::Verdict& v : verdicts) {
    if (!v.reading_of.empty()) continue;
    for (const analysis::BasisReason& reason : v.reasons) {
      if (std::holds_alternative<analysis::BeganInYear>(reason))
        lines += fmt::format("  {}  {}\n", v.target, analysis::sentence(reason, language()));
    }
  }
  return lines;
}

std::string demand_of(const analysis::Verdict& v) {
  return fmt::format("{} {}", to_text(v.op), analysis::exact_text(v.threshold, v.unit, language()));
}

/// Those columns of the readings of all clauses that another reading fills.
std::vector<Detail> reading_details(const std::vector<analysis::Verdict>& verdicts) {
  std::vector<Detail> shown;
  std::copy_if(details().begin(), details().end(), std::back_inserter(shown), [&](const Detail& detail) {
    return detail.beside_readings && std::any_of(verdicts.begin(), verdicts.end(), [&](const analysis::Verdict& v) {
             return !v.reading_of.empty() && !detail.text(v).empty();
           });
  });
  return shown;
}

/// What follows target and metric.
void add_figures(const analysis::Verdict& v, std::vector<analysis::TextCell>& cells) {
  cells.emplace_back(to_string(v.due));
  cells.emplace_back(demand_of(v));
  cells.emplace_back(analysis::figure_text_beside(v.value, v.threshold, v.unit, language()));
  cells.emplace_back(interval(v));
  cells.push_back(coloured(judged_word(v), v.outcome));
  cells.emplace_back(basis_word(v));
}

std::vector<analysis::TextCell> verdict_headings(const std::vector<const char*>& first) {
  std::vector<analysis::TextCell> headings;
  for (const char* key : first) headings.emplace_back(word(key, language()));
  for (const char* key : {"due", "asked", "measured", "interval_n", "judged", "basis"}) headings.emplace_back(word(key, language()));
  return headings;
}

analysis::TextTable with_metric_column(const std::vector<analysis::Verdict>& verdicts) {
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::left, Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  table.row(verdict_headings({"target", "metric"}));
  for (const analysis::Verdict& v : verdicts) {
    if (!v.reading_of.empty()) continue;
    std::vector<analysis::TextCell> cells{v.target, metric_cell(v)};
    add_figures(v, cells);
    table.row(std::move(cells));
  }
  return table;
}

/// For a terminal that is not wide enough: the metric on a line of its own above its targets.
analysis::TextTable with_metric_lines(const std::vector<analysis::Verdict>& verdicts) {
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  table.row(verdict_headings({"target"}));
  std::string above;
  for (const analysis::Verdict& v : verdicts) {
    if (!v.reading_of.empty()) continue;
    const std::string metric = metric_cell(v);
    if (std::exchange(above, metric) != metric) table.line(metric);
    std::vector<analysis::TextCell> cells{"  " + v.target};
    add_figures(v, cells);
    table.row(std::move(cells));
  }
  return table;
}

std::string valued(const std::string& what, double value, const std::string& unit) {
  return what + say({"：", ": "}) + analysis::figure_text(value, unit, language());
}

/// Values with the measures left out that order them, all together and each alone, a line a target. They come from one seed: where the
/// value is a mean over several, the plan's value on that seed stands beside it.
std::string without_orders(const std::vector<analysis::Verdict>& verdicts) {
  std::string lines;
  for (const analysis::Verdict& v : verdicts) {
    if (!v.without_order || !v.reading_of.empty()) continue;
    std::vector<std::string> said{valued(word("without_order", language()), *v.without_order, v.unit)};
    if (v.with_order && v.with_order != v.value) said.push_back(valued(word("with_order", language()), *v.with_order, v.unit));
    for (const analysis::BasisReason& reason : v.reasons) {
      if (const auto* without = std::get_if<analysis::WithoutAlone>(&reason))
        said.push_back(valued(analysis::sentence(reason, language()), without->value, v.unit));
    }
    lines += fmt::format("  {}  {}\n", v.target, fmt::join(said, say({"；", "; "})));
  }
  return lines;
}

}  // namespace

std::string verdict_table(const std::vector<analysis::Verdict>& verdicts) {
  const analysis::TextTable wide = with_metric_column(verdicts);
  return (wide.width() <= kWidestTable ? wide : with_metric_lines(verdicts)).text();
}

std::string verdict_details(const std::vector<analysis::Verdict>& verdicts) {
  std::vector<Detail> shown;
  for (const Detail& detail : details()) {
    if (std::any_of(verdicts.begin(), verdicts.end(), [&](const analysis::Verdict& v) { return !detail.text(v).empty(); }))
      shown.push_back(detail);
  }
  if (shown.empty()) return late_beginnings(verdicts) + without_orders(verdicts);
  std::vector<analysis::Align> columns(shown.size() + 1, analysis::Align::right);
  columns[0] = analysis::Align::left;
  analysis::TextTable table(columns);
  std::vector<analysis::TextCell> cells{analysis::word("target", language())};
  for (const Detail& detail : shown) cells.emplace_back(say(detail.heading));
  table.row(std::move(cells));
  for (const analysis::Verdict& v : verdicts) {
    if (!says_something(v, shown)) continue;
    cells = {analysis::TextCell(v.target)};
    for (const Detail& detail : shown) {
      const std::string text = detail.text(v);
      cells.emplace_back(text.empty() ? "—" : text);
    }
    table.row(std::move(cells));
  }
  return table.text() + late_beginnings(verdicts) + without_orders(verdicts);
}

std::string reading_table(const std::vector<analysis::Verdict>& verdicts, const std::string& file) {
  using analysis::Align;
  const std::vector<Detail> shown = reading_details(verdicts);
  std::vector<Align> columns(shown.size() + 4, Align::right);
  columns.front() = columns.back() = Align::left;
  analysis::TextTable table(columns);
  std::vector<analysis::TextCell> cells{word("reading", language()), word("asked", language()), word("measured", language())};
  for (const Detail& detail : shown) cells.emplace_back(say(detail.heading));
  cells.emplace_back(word("judged", language()));
  table.row(std::move(cells));
  bool any = false;
  for (const analysis::Verdict& v : verdicts) {
    if (v.reading.empty()) continue;
    if (v.reading_of.empty()) table.line(fmt::format("{}  {}  {}", v.clause, v.target, to_string(v.due)));
    any = true;
    cells = {"  " + reading_cell(v), demand_of(v), analysis::figure_text_beside(v.value, v.threshold, v.unit, language())};
    for (const Detail& detail : shown) {
      const std::string text = detail.text(v);
      cells.emplace_back(text.empty() ? "—" : text);
    }
    cells.push_back(coloured(judged_word(v), v.outcome));
    table.row(std::move(cells));
  }
  if (!any) return {};
  const std::string rest = word("readings.file", language());
  return word("readings", language()) + "\n" + table.text() + fmt::format(fmt::runtime(rest), file) + "\n";
}

}  // namespace railshift::app
