#include "app/verdict_table.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "analysis/judge/unserved.hpp"
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

/// The status where there is one: it says more than the outcome.
std::string judged_word(const analysis::Verdict& v) { return v.status ? word(*v.status, language()) : word(v.outcome, language()); }

/// What is not tested, or has no figure, rests on nothing.
std::string basis_word(const analysis::Verdict& v) {
  return v.outcome == Outcome::not_testable || !v.value ? "—" : word(v.basis, language());
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
  const std::string low = analysis::figure_text(v.low, v.unit, language());
  const std::string high = analysis::figure_text(v.high, v.unit, language());
  return low == high ? fmt::format("{} ({})", low, v.n) : fmt::format("{} … {} ({})", low, high, v.n);
}

std::string figure_or_nothing(const std::optional<double>& value, const std::string& unit) {
  return value ? analysis::figure_text(value, unit, language()) : std::string{};
}

/// Of the plan as assumed, or of the plan as executed, which says so.
std::string reached_on_text(const analysis::Verdict& v) {
  if (!v.status || !v.reached_on) return {};
  const bool executed = v.status == analysis::Status::if_executed;
  return to_string(*v.reached_on) + (executed ? say({"（执行到位）", " (if executed)"}) : std::string{});
}

/// Empty where there is nothing to say.
struct Detail {
  const char* heading;
  std::string (*text)(const analysis::Verdict&);
};

const std::array<Detail, 7>& details() {
  static const std::array<Detail, 7> all{
      {{"ceiling.chains", [](const analysis::Verdict& v) { return figure_or_nothing(v.ceiling, v.unit); }},
       {"ceiling.capacity", [](const analysis::Verdict& v) { return figure_or_nothing(v.ceiling_capacity, v.unit); }},
       {"value_executed", [](const analysis::Verdict& v) { return figure_or_nothing(v.value_executed, v.unit); }},
       {"reached_on", &reached_on_text},
       {"last_12_months", [](const analysis::Verdict& v) { return figure_or_nothing(v.last_12_months, v.unit); }},
       {"month_of_due", [](const analysis::Verdict& v) { return figure_or_nothing(v.month_of_due, v.unit); }},
       {"unserved_share", [](const analysis::Verdict& v) {
          return v.unserved_share.value_or(0.0) > analysis::kUnservedSaid ? figure_or_nothing(v.unserved_share, "1") : std::string{};
        }}}};
  return all;
}

bool says_something(const analysis::Verdict& v, const std::vector<Detail>& shown) {
  return std::any_of(shown.begin(), shown.end(), [&](const Detail& detail) { return !detail.text(v).empty(); });
}

/// Orders that began inside the year that is judged, a line each.
std::string late_beginnings(const std::vector<analysis::Verdict>& verdicts) {
  std::string lines;
  for (const analysis::Verdict& v : verdicts) {
    for (const analysis::BasisReason& reason : v.reasons) {
      if (std::holds_alternative<analysis::BeganInYear>(reason))
        lines += fmt::format("  {}  {}\n", v.target, analysis::sentence(reason, language()));
    }
  }
  return lines;
}

std::string valued(const std::string& what, double value, const std::string& unit) {
  return what + say({"：", ": "}) + analysis::figure_text(value, unit, language());
}

/// Values with the measures left out that order them, all together and each alone, a line a target. They come from one seed: where the
/// value is a mean over several, the plan's value on that seed stands beside it.
std::string without_orders(const std::vector<analysis::Verdict>& verdicts) {
  std::string lines;
  for (const analysis::Verdict& v : verdicts) {
    if (!v.without_order) continue;
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
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::left, Align::left, Align::right, Align::right, Align::right, Align::left, Align::left});
  std::vector<analysis::TextCell> headings;
  for (const char* key : {"target", "metric", "due", "asked", "measured", "interval_n", "judged", "basis"})
    headings.emplace_back(word(key, language()));
  table.row(std::move(headings));
  for (const analysis::Verdict& v : verdicts) {
    table.row({v.target, word(v.metric, language()), to_string(v.due),
               fmt::format("{} {}", to_text(v.op), analysis::figure_text(v.threshold, v.unit, language())),
               analysis::figure_text(v.value, v.unit, language()), interval(v), coloured(judged_word(v), v.outcome), basis_word(v)});
  }
  return table.text();
}

std::string verdict_details(const std::vector<analysis::Verdict>& verdicts) {
  std::vector<Detail> shown;
  for (const Detail& detail : details()) {
    if (std::any_of(verdicts.begin(), verdicts.end(), [&](const analysis::Verdict& v) { return !detail.text(v).empty(); }))
      shown.push_back(detail);
  }
  if (shown.empty()) return late_beginnings(verdicts) + without_orders(verdicts);
  std::vector<analysis::Align> columns(shown.size() + 2, analysis::Align::right);
  columns[0] = analysis::Align::left;
  analysis::TextTable table(columns);
  std::vector<analysis::TextCell> cells{analysis::word("target", language()), analysis::word("measured", language())};
  for (const Detail& detail : shown) cells.emplace_back(analysis::word(detail.heading, language()));
  table.row(std::move(cells));
  for (const analysis::Verdict& v : verdicts) {
    if (!says_something(v, shown)) continue;
    cells = {v.target, analysis::figure_text(v.value, v.unit, language())};
    for (const Detail& detail : shown) {
      const std::string text = detail.text(v);
      cells.emplace_back(text.empty() ? "—" : text);
    }
    table.row(std::move(cells));
  }
  return table.text() + late_beginnings(verdicts) + without_orders(verdicts);
}

}  // namespace railshift::app
