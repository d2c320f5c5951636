/// What the run wrote down.
#include <algorithm>

#include <fmt/format.h>

#include "analysis/report/sections.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr std::size_t kJournalRows = 80;

/// A measure, road, siding or pool by its name; what has none by its id, by which it is found in the tables.
std::string subject_name(const Page& page, const std::string& id) {
  const World& world = page.world();
  if (world.measures.find(id)) return page.measure_name(id);
  if (const auto siding = world.sidings.find(id); siding && !world.sidings[*siding].name_zh.empty()) return world.sidings[*siding].name_zh;
  if (world.pools.find(id)) return page.pool_name(id);
  for (const Link& link : world.links) {
    if (link.road == id && !link.name_zh.empty()) return link.name_zh;
  }
  return id;
}

}  // namespace

Blocks journal(Page& page) {
  std::vector<const ledger::JournalEntry*> entries;
  for (const ledger::JournalEntry& e : page.plan().ledger->journal) entries.push_back(&e);
  // What had no effect is what a reader must not miss; else in the order of time.
  std::stable_partition(entries.begin(), entries.end(), [](const ledger::JournalEntry* e) { return e->event == "idle"; });
  if (entries.empty()) return {};
  TableRows table(
      "journal", page.word("section.journal"),
      {words(page.word("month"), 0.7), words(page.word("subject"), 2.0), words(page.word("event"), 1.2), words(page.word("detail"), 3.6)});
  for (std::size_t i = 0; i < std::min(entries.size(), kJournalRows); ++i) {
    const ledger::JournalEntry& e = *entries[i];
    table.row({to_string(e.month), subject_name(page, e.subject), word_of("journal", e.event, page.language()),
               journal_detail(e.detail, page.language())});
  }
  std::string note = page.one_run_note();
  if (entries.size() > kJournalRows) note += " " + fmt::format(fmt::runtime(page.word("more_rows")), entries.size() - kJournalRows);
  return {table.take(std::move(note))};
}

}  // namespace railshift::analysis::report
