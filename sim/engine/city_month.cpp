/// The month of the city: the rules' plan goes to trucks and trains, and what they did goes to the ledger.
#include "sim/engine/city.hpp"
#include "sim/ledger/fold.hpp"

namespace railshift::engine {

void City::begin_month(Month month, Tick begin, Tick end) {
  if (roads_.differ_on(first_day(month))) fleet_.keep_ways();
  rules_.open_month(month, end);
  fleet_.pools().gates.begin_month(world_.now());
  set_gates(first_day(month));
  rules_.plan_month(month, begin, end);
  fleet_.begin_month(month, begin, end);
  for (const auto& [flow, kg] : rules_.take_direct_arrivals()) fleet_.arrived_otherwise(flow, kg, begin);
  railway_->begin_month(month, begin, end, rules_.direct_kg());
  railway_->let_on(rules_.background());
}

void City::set_gates(Date day) {
  const std::vector<rules::GateRule> gates = rules::gate_rules(world_.now(), replication_.seed, day);
  rules_.set_gates(gates);
  fleet_.pools().gates.set(world_.now(), places_, gates, book_of_legs_.legs);
}

void City::turn_gates(Date day, Tick now) {
  set_gates(day);
  fleet_.turn_gates(now);
}

void City::end_month(Month month, Tick end) {
  ledger::Ledger& out = rules_.begin_end(month);
  railway_->end_month(month, out, rules_.learned());
  fleet_.end_month(month, end, out);
  if (replication_.on_trips && rules_.is_reported(month)) replication_.on_trips(month, fleet_.records(), roads_.routes());
  rules_.write_fold(month, ledger::fold_month(month, fleet_.records(), roads_.routes()), out);
  rules_.accounts().end_month(book_of_legs_.legs, fleet_.waiting(), out);
  rules_.stocks().end_month(month, rules_.accounts(), out);
  if (const auto changes = rules_.advance_register(month, out)) members_->follow(*changes, end);
  rules_.effects().add(fleet_.pools().gates.effects());
  rules_.effects().add(world_.now(), fleet_.pools().gates.bindings());
  rules_.note_effects(month, out);
  rules_.update_book(out, month, sizes_);
}

RunResult City::finish(Month last, Tick now) {
  RunStatistics& statistics = rules_.result().statistics;
  statistics.loads = fleet_.loads_delivered();
  statistics.events = events_;
  statistics.trains = railway_->trains();
  rules_.result().long_waits = fleet_.long_waits();
  rules_.result().unserved = fleet_.unserved(now);
  return rules_.finish(last, now, members_->missing());
}

}  // namespace railshift::engine
