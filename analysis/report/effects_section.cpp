/// What each measure of the plan did: its acts month by month, summed as acts, and the reason where there was none.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include <fmt/format.h>

#include "analysis/judge/measure_name.hpp"
#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

/// One effect of one measure over the run.
struct Line {
  std::int64_t acted = 0;
  std::int64_t changed = 0;
  std::set<Month> months;
};
using Lines = std::map<policy::EffectKind, Line>;

Lines lines_of(const Page& page, const std::string& measure) {
  Lines lines;
  for (const ledger::EffectRow& row : page.input().plan.ledger->effects) {
    const auto kind = policy::effect_from(row.effect);
    if (row.measure != measure || !kind || row.acted == 0) continue;
    Line& line = lines[*kind];
    line.acted += row.acted;
    line.changed += row.changed;
    line.months.insert(row.month);
  }
  return lines;
}

/// An amount as a reader counts it: tonnes and kilometres for kilograms and metres.
std::string amount(std::int64_t number, policy::EffectKind kind, Language language) {
  const std::string_view unit = policy::unit_of(kind);
  const auto value = static_cast<double>(number);
  if (unit == "kg") return figure_text(value / 1e3, "t", language);
  return unit == "m" ? figure_text(value / 1e3, "km", language) : figure_text(value, unit, language);
}

/// The reason that the run wrote down.
std::string idle_words(const Page& page, const std::string& measure) {
  for (const ledger::JournalEntry& entry : page.input().plan.ledger->journal) {
    if (entry.subject == measure && entry.event == "idle") return journal_detail(entry.detail, page.language());
  }
  return {};
}

/// Whether a line begins in a month before that of its measure.
bool begins_before(const Lines& lines, const Measure& measure) {
  return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return *line.second.months.begin() < month_of(measure.from); });
}

}  // namespace

std::string effects_section(const Page& page) {
  TableText table("notes", {page.word("measure"), page.word("effect"), page.word("effect.acted"), page.word("effect.changed"),
                            page.word("effect.months")});
  bool early = false;
  for (const Measure& measure : page.world().measures) {
    const Lines lines = lines_of(page, measure.id);
    early = early || begins_before(lines, measure);
    if (lines.empty())
      table.row({escape(analysis::measure_name(page.world(), measure).in(page.language())), escape(page.word("effect.none")),
                 escape(idle_words(page, measure.id)), "", ""});
    for (const auto& [kind, line] : lines) {
      table.row({escape(analysis::measure_name(page.world(), measure).in(page.language())),
                 escape(policy::words_of(kind).in(page.language())), escape(amount(line.acted, kind, page.language())),
                 escape(amount(line.changed, kind, page.language())),
                 fmt::format("{} – {}", to_string(*line.months.begin()), to_string(*line.months.rbegin()))});
    }
  }
  return html_paragraph(escape(page.word("effects.lead"))) + table.take() +
         (early ? html_paragraph("<small>" + escape(page.word("effects.ordered_before")) + "</small>") : "");
}

}  // namespace railshift::analysis::report
