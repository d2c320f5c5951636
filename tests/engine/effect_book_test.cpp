/// The months of what measures did, and the last words of the journal.
#include "sim/engine/effect_book.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

namespace effect_book_test {

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

std::vector<ledger::JournalEntry> closing(std::vector<ledger::EffectRow> effects, const World& w = world(), const EffectBook& book = {}) {
  ledger::Ledger ledger;
  ledger.effects = std::move(effects);
  return book.closing_entries(w, ledger, kEnd);
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
  const auto entries =
      closing({row("a-retire", EffectKind::trucks_removed, 10, 3), row("a-retire", EffectKind::trucks_removed, 7, 2),
               row("b-siding", EffectKind::siding_used, 1'999'999, 1'999'999), row("c-through", EffectKind::ring_avoided, 9, 54'900'000)});
  CHECK(entry(entries, "a-retire") == "2024-12 acted trucks_removed=5 trucks");
  CHECK(entry(entries, "b-siding") == "2024-12 acted siding_used=2000 t");
  CHECK(entry(entries, "c-through") == "2024-12 acted ring_avoided=54900 km");
}

TEST_CASE("a measure without effect is idle with its reason", "[engine]") {
  const auto entries = closing({row("a-retire", EffectKind::trucks_removed, 10, 0)});
  CHECK(entry(entries, "a-retire") == "2024-12 idle reason=others_first");
  CHECK(entry(entries, "b-siding") == "2024-12 idle reason=not_started");   // it opens on the day on which the run has ended
  CHECK(entry(entries, "c-through") == "2024-12 idle reason=not_started");  // its road never opens
}

TEST_CASE("a gate floor that a firm keeps was met already, one that every firm ignores is obeyed by nobody", "[engine]") {
  World w;
  w.measures = Table<Measure>({measure("floor", make_date(2024, 1, 1), GateFloor{{}, {}, Standard::china5, 0.3})});
  const std::vector<ledger::EffectRow> seen{row("floor", EffectKind::loads_redirected, 40, 0)};
  EffectBook book;
  book.add(w, {{Id<Measure>{0}, policy::Followed::nobody_obeys, false}});
  CHECK(entry(closing(seen, w, book), "floor") == "2024-12 idle reason=nobody_obeys");
  book.add(w, {{Id<Measure>{0}, policy::Followed::yes, false}});  // another month
  CHECK(entry(closing(seen, w, book), "floor") == "2024-12 idle reason=already_so");
  book.add(w, {{Id<Measure>{0}, policy::Followed::nobody_obeys, false}});
  CHECK(entry(closing(seen, w, book), "floor") == "2024-12 idle reason=already_so");  // the furthest of the months counts
}

TEST_CASE("a floor begins on its day, a duty with the month after it, a frozen base on the day after its date", "[engine]") {
  World w;
  FrozenBaseOrder late;
  late.base_date = make_date(2024, 12, 31);
  w.measures = Table<Measure>({measure("a-first", make_date(2024, 12, 31), GateFloor{}),
                               measure("b-second", make_date(2024, 12, 2), RailDuty{}), measure("c-frozen", make_date(2024, 1, 1), late)});
  const auto entries = closing({}, w);
  CHECK(entry(entries, "a-first") == "2024-12 idle reason=nothing_in_scope");
  CHECK(entry(entries, "b-second") == "2024-12 idle reason=not_started");
  CHECK(entry(entries, "c-frozen") == "2024-12 idle reason=not_started");
}

TEST_CASE("amounts below a tonne or a kilometre stay as they are", "[engine]") {
  CHECK(entry(closing({row("b-siding", EffectKind::siding_used, 999, 999)}), "b-siding") == "2024-12 acted siding_used=999 kg");
}

}  // namespace effect_book_test
