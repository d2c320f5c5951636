// Audit of what measures did: their claims against the books of those on whom they acted.
#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "analysis/audit/audit_book.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::analysis {
namespace {

using policy::EffectKind;

std::string cause_column(const Measure& measure) { return "left_" + std::string(policy::kind_of(measure).word); }

/// Removals by order in the register, month by month and cause by cause, and the claims of measures on them.
void check_removals(AuditBook& book) {
  Identity& identity =
      book.identity("effects, registers", "trucks removed in the name of measures = trucks that left by their kind of order", "trucks");
  auto acted = book.effects.column("acted");
  for (const LeaveCause cause : {LeaveCause::retire_order, LeaveCause::frozen_base_order, LeaveCause::stock_quota}) {
    const std::string column = "left_" + std::string(to_text(cause));
    std::map<Month, std::int64_t> open;
    const auto left = book.registers.column(column);
    for (std::size_t row = 0; row < book.registers.size(); ++row) open[book.registers[row].month] += left.peek(row);
    for (std::size_t row = 0; row < book.effects.size(); ++row) {
      const ledger::EffectRow& effect = book.effects[row];
      const auto measure = book.world.measures.find(effect.measure);
      if (effect.effect != to_text(EffectKind::trucks_removed) || !measure || cause_column(book.world.measures[*measure]) != column)
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

/// Rings of the diversions that a run knows.
std::set<int> rings(const World& world) {
  std::set<int> all;
  for (const Measure& measure : world.measures) {
    if (const auto* diversion = policy::as<ThroughDiversion>(measure)) all.insert(diversion->ring);
  }
  return all;
}

void check_diversions(AuditBook& book) {
  Identity& driven_is = book.identity("diverted, traffic", "driven inside a ring = metres of through trucks there", "m");
  Identity& moved_is =
      book.identity("effects, diverted", "avoided in the name of diversions = ordinary - driven, where all keep one ring free", "m");
  auto ordinary = book.diverted.column("ordinary_metres"), driven = book.diverted.column("driven_metres");
  auto acted = book.effects.column("acted");
  const bool one_ring = rings(book.world).size() == 1;
  for (std::size_t row = 0; row < book.diverted.size(); ++row) {
    const ledger::DivertedRow& r = book.diverted[row];
    const auto where = [&] { return book.where(book.diverted, row); };
    book.check(driven_is, driven(row) - through_metres(book, r.month, r.ring), where);
    if (!one_ring) continue;
    std::int64_t avoided = 0;
    for (std::size_t e = 0; e < book.effects.size(); ++e) {
      if (book.effects[e].month == r.month && book.effects[e].effect == to_text(EffectKind::ring_avoided)) avoided += acted(e);
    }
    book.check(moved_is, ordinary(row) - driven(row) - avoided, where);
  }
}

}  // namespace

void audit_effects(AuditBook& book) {
  check_removals(book);
  check_order(book);
  check_diversions(book);
}

}  // namespace railshift::analysis
