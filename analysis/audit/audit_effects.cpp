// Audit of what measures did: their claims against the books of those on whom they acted.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analysis/audit/audit_book.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

using policy::EffectKind;

/// The register has a column of departures for every kind of order that removes trucks.
std::string cause_column(const policy::KindRow& kind) { return "left_" + std::string(kind.word); }

bool removes_trucks(const policy::KindRow& kind) {
  return std::find(kind.effects.begin(), kind.effects.end(), EffectKind::trucks_removed) != kind.effects.end();
}

/// Removals by order in the register, month by month and cause by cause, and the claims of measures on them.
void check_removals(AuditBook& book) {
  Identity& identity =
      book.identity("effects, registers", "trucks removed in the name of measures = trucks that left by their kind of order", "trucks");
  auto acted = book.effects.column("acted");
  for (const policy::KindRow& kind : policy::kKinds) {
    if (!removes_trucks(kind)) continue;
    const std::string column = cause_column(kind);
    std::map<Month, std::int64_t> open;
    const auto left = book.registers.column(column);
    for (std::size_t row = 0; row < book.registers.size(); ++row) open[book.registers[row].month] += left.peek(row);
    for (std::size_t row = 0; row < book.effects.size(); ++row) {
      const ledger::EffectRow& effect = book.effects[row];
      const auto measure = book.world.measures.find(effect.measure);
      if (effect.effect != to_text(EffectKind::trucks_removed) || !measure ||
          cause_column(policy::kind_of(book.world.measures[*measure])) != column)
        continue;
      open[effect.month] -= acted(row);
    }
    for (const auto& [month, trucks] : open)
      book.check(identity, trucks, [&, m = month] { return Where{to_string(m), "cause=" + column}; });
  }
}

/// Nobody changes more than he does, nor does more than he looks at.
void check_order(AuditBook& book) {
  Identity& less = book.identity("effects", "changed <= acted", "as the row");
  Identity& seen = book.identity("effects", "acted <= in_scope, but for months and metres", "as the row");
  const auto scope = book.effects.column("in_scope"), acted = book.effects.column("acted"), changed = book.effects.column("changed");
  for (std::size_t row = 0; row < book.effects.size(); ++row) {
    const auto where = [&] { return book.where(book.effects, row); };
    book.check(less, std::max<std::int64_t>(0, changed.peek(row) - acted.peek(row)), where);
    const std::string& effect = book.effects[row].effect;
    const bool counted = effect != to_text(EffectKind::brought_forward) && effect != to_text(EffectKind::ring_avoided);
    if (counted) book.check(seen, std::max<std::int64_t>(0, acted.peek(row) - scope.peek(row)), where);
  }
}

/// Kilometres of through trips inside a ring, as the traffic table has them.
std::int64_t through_metres(AuditBook& book, Month month, int ring) {
  auto metres = book.traffic.column("metres");
  std::int64_t sum = 0;
  for (std::size_t row = 0; row < book.traffic.size(); ++row) {
    const ledger::TrafficRow& r = book.traffic[row];
    if (r.month == month && r.owner == Owner::through && r.inside && r.ring >= ring) sum += metres(row);
  }
  return sum;
}

/// What the effects table says that a diversion kept out of its own ring in a month.
std::int64_t avoided(AuditBook& book, Month month, const std::string& measure) {
  auto acted = book.effects.column("acted");
  std::int64_t metres = 0;
  for (std::size_t row = 0; row < book.effects.size(); ++row) {
    const ledger::EffectRow& r = book.effects[row];
    if (r.month == month && r.measure == measure && r.effect == to_text(EffectKind::ring_avoided)) metres += acted(row);
  }
  return metres;
}

/// In claim order one diversion begins where the one before it ends; the last one ends with what the traffic table has.
void check_diversions(AuditBook& book) {
  Identity& chained =
      book.identity("diverted, traffic", "after one diversion = before the next, after the last = through metres there", "m");
  Identity& claimed = book.identity("effects, diverted", "avoided in the name of a diversion = before - after inside its ring", "m");
  auto before = book.diverted.column("before_metres"), after = book.diverted.column("after_metres");
  std::map<std::pair<Month, int>, std::vector<std::size_t>> rings;
  for (std::size_t row = 0; row < book.diverted.size(); ++row) {
    const ledger::DivertedRow& r = book.diverted[row];
    rings[{r.month, r.ring}].push_back(row);
    const auto measure = book.world.measures.find(r.measure);
    const auto* diversion = measure ? policy::as<ThroughDiversion>(book.world.measures[*measure]) : nullptr;
    if (diversion == nullptr || diversion->ring != r.ring) continue;
    book.check(claimed, before(row) - after(row) - avoided(book, r.month, r.measure), [&] { return book.where(book.diverted, row); });
  }
  for (auto& [key, rows] : rings) {
    std::sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      return std::pair{before.peek(a), after.peek(a)} < std::pair{before.peek(b), after.peek(b)};
    });
    std::int64_t stands = through_metres(book, key.first, key.second);
    for (const std::size_t row : rows) {
      book.check(chained, after(row) - stands, [&, r = row] { return book.where(book.diverted, r); });
      stands = before(row);
    }
  }
}

}  // namespace

void audit_effects(AuditBook& book) {
  check_removals(book);
  check_order(book);
  check_diversions(book);
}

}  // namespace railshift::analysis
