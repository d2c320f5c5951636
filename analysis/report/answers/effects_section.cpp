/// What each measure of the plan did: its acts month by month, summed as acts, and the reason where there was none.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis::report {
namespace {

/// One effect of one measure over the run.
struct Acts {
  std::int64_t acted = 0;
  std::int64_t changed = 0;
  std::set<Month> months;
};
using ActsByKind = std::map<policy::EffectKind, Acts>;

ActsByKind acts_of(const Page& page, const std::string& measure) {
  ActsByKind acts;
  for (const ledger::EffectRow& row : page.plan().ledger->effects) {
    const auto kind = policy::effect_from(row.effect);
    if (row.measure != measure || !kind || row.acted == 0) continue;
    Acts& line = acts[*kind];
    line.acted += row.acted;
    line.changed += row.changed;
    line.months.insert(row.month);
  }
  return acts;
}

/// The sum of a column of the ledger's table of effects, in the unit that it has there.
document::Run amount(Page& page, const std::string& measure, policy::EffectKind kind, const char* column, std::int64_t number) {
  const std::string unit(policy::unit_of(kind));
  const auto value = static_cast<double>(number);
  return page.figure(fmt::format("effect:{}:{}:{}", measure, policy::to_text(kind), column),
                     {value,
                      unit,
                      figure_text(value, unit, page.language()),
                      page.plan().of,
                      1,
                      "",
                      {page.plan().folder + "run.gpkg/effects",
                       {{"measure", measure}, {"effect", std::string(policy::to_text(kind))}},
                       column,
                       "sum",
                       {}}});
}

/// The reason that the run wrote down.
std::string idle_words(const Page& page, const std::string& measure) {
  for (const ledger::JournalEntry& entry : page.plan().ledger->journal) {
    if (entry.subject == measure && entry.event == "idle") return journal_detail(entry.detail, page.language());
  }
  return {};
}

/// Whether acts begin in a month before that of their measure.
bool begins_before(const ActsByKind& acts, const Measure& measure) {
  return std::any_of(acts.begin(), acts.end(), [&](const auto& act) { return *act.second.months.begin() < month_of(measure.from); });
}

}  // namespace

Blocks effects(Page& page) {
  TableRows table("effects", page.word("section.effects"),
                  {words(page.word("measure"), 2.4), words(page.word("effect"), 2.0), numbers(page.word("effect.acted")),
                   numbers(page.word("effect.changed")), words(page.word("effect.months"), 1.2)});
  bool early = false;
  for (const Measure& measure : page.world().measures) {
    const ActsByKind acts = acts_of(page, measure.id);
    early = early || begins_before(acts, measure);
    if (acts.empty())
      table.row({page.measure_name(measure.id), Cell(page.word("effect.none")).below(small(idle_words(page, measure.id))), {}, {}, {}});
    for (const auto& [kind, act] : acts) {
      table.row({page.measure_name(measure.id), policy::words_of(kind).in(page.language()),
                 amount(page, measure.id, kind, "acted", act.acted), amount(page, measure.id, kind, "changed", act.changed),
                 fmt::format("{} – {}", to_string(*act.months.begin()), to_string(*act.months.rbegin()))});
    }
  }
  if (table.empty()) return {};
  return {paragraph(page.word("effects.lead"), document::Tone::small),
          table.take(page.one_run_note() + (early ? " " + page.word("effects.ordered_before") : ""))};
}

}  // namespace railshift::analysis::report
