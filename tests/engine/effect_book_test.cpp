/// The months of what measures did, and the last words of the journal.
#include "sim/engine/effect_book.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

using namespace railshift;
using namespace railshift::engine;
using policy::EffectKind;

namespace {

Measure measure(const std::string& id, Date from, Instrument body) {
  Measure m;
  m.id = id;
  m.from = from;
  m.body = std::move(body);
  return m;
}

const Month kMay = make_month(2024, 5);
const Date kEnd = make_date(2025, 1, 1);

World world() {
  World w;
  w.measures = Table<Measure>({measure("a-retire", make_date(2024, 1, 1), RetireOrder{}),
                               measure("b-siding", make_date(2024, 1, 1), SidingOpens{Id<Siding>{0}, kEnd, kEnd}),
                               measure("c-through", make_date(2024, 1, 1), ThroughDiversion{"no-such-road", 1, 1.0})});
  return w;
}

std::string entry(const std::vector<ledger::JournalEntry>& entries, const std::string& subject) {
  for (const ledger::JournalEntry& e : entries) {
    if (e.subject == subject) return to_string(e.month) + " " + e.event + " " + e.detail;
  }
  return "none";
}

ledger::EffectRow row(const std::string& id, EffectKind kind, std::int64_t in_scope, std::int64_t acted) {
  return {kMay, id, std::string(policy::to_text(kind)), std::string(policy::unit_of(kind)), in_scope, acted, 0};
}

}  // namespace

TEST_CASE("a month is written by measure and effect, without what saw nothing", "[engine]") {
  const World w = world();
  EffectBook book;
  book.add({{Id<Measure>{1}, EffectKind::siding_used, 0, 0, 0}, {Id<Measure>{0}, EffectKind::brought_forward, 0, 7, 7}});
  book.add({{Id<Measure>{0}, EffectKind::trucks_removed, 10, 3, 2}});
  ledger::Ledger out;
  book.close_month(w, kMay, out);
  REQUIRE(out.effects.size() == 2);
  CHECK(out.effects[0].effect == "trucks_removed");
  CHECK(out.effects[0].measure == "a-retire");
  CHECK(out.effects[0].unit == "trucks");
  CHECK(out.effects[0].in_scope == 10);
  CHECK(out.effects[0].acted == 3);
  CHECK(out.effects[0].changed == 2);
  CHECK(out.effects[1].effect == "brought_forward");
  book.close_month(w, kMay + 1, out);
  CHECK(out.effects.size() == 2);
}

TEST_CASE("the closing entry of a measure sums what was done in its name, in tonnes and kilometres", "[engine]") {
  const auto entries = closing_entries(
      world(),
      {row("a-retire", EffectKind::trucks_removed, 10, 3), row("a-retire", EffectKind::trucks_removed, 7, 2),
       row("b-siding", EffectKind::siding_used, 1'999'999, 1'999'999), row("c-through", EffectKind::ring_avoided, 9, 54'900'000)},
      kEnd);
  CHECK(entry(entries, "a-retire") == "2024-12 acted trucks_removed=5 trucks");
  CHECK(entry(entries, "b-siding") == "2024-12 acted siding_used=1999 t");
  CHECK(entry(entries, "c-through") == "2024-12 acted ring_avoided=54900 km");
}

TEST_CASE("a measure without effect is idle with its reason", "[engine]") {
  const auto entries = closing_entries(world(), {row("a-retire", EffectKind::trucks_removed, 10, 0)}, kEnd);
  CHECK(entry(entries, "a-retire") == "2024-12 idle reason=others_first");
  CHECK(entry(entries, "b-siding") == "2024-12 idle reason=not_started");   // it opens on the day on which the run has ended
  CHECK(entry(entries, "c-through") == "2024-12 idle reason=not_started");  // its road never opens
}
