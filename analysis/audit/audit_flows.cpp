// Audit of masses by flow and chain: what is offered arrives, is under way or waits, to 0 kg.
#include <algorithm>
#include <utility>

#include "analysis/audit/audit_book.hpp"
#include "sim/rules/rail/drift.hpp"

namespace railshift::analysis {
namespace {

using FlowMonth = std::pair<Month, Id<Flow>>;
using Sums = std::map<FlowMonth, std::int64_t>;

bool truck_only(const Chain& chain) {
  return std::all_of(chain.legs.begin(), chain.legs.end(), [](const Leg& leg) { return leg.mode == Mode::truck; });
}

FlowMonth flow_of(const AuditBook& book, const ledger::ChainRow& row) { return {row.month, book.world.chains[row.chain].flow}; }

/// Every flow and month: the sum stands at 0. `tables` are those that the sum was made from.
void check_sums(AuditBook& book, const std::string& tables, const std::string& statement, const Sums& sums) {
  Identity& identity = book.identity(tables, statement, "kg");
  for (const auto& [key, residual] : sums) {
    book.check(identity, residual, [&, &key = key] { return Where{to_string(key.first), "flow=" + book.world.flows[key.second].id}; });
  }
}

/// Sum of one column over the chains of a flow against columns of the flow's row.
void check_chains_against_flow(AuditBook& book, std::string_view of_chains, const std::vector<std::string_view>& of_flow) {
  Sums sums;
  auto chain_cell = book.chains.column(of_chains);
  for (std::size_t row = 0; row < book.chains.size(); ++row) sums[flow_of(book, book.chains[row])] += chain_cell(row);
  std::string statement = "sum over chains of " + std::string(of_chains) + " = ";
  for (const std::string_view name : of_flow) {
    statement += (name == of_flow.front() ? "" : " + ") + std::string(name);
    auto flow_cell = book.flows.column(name);
    for (std::size_t row = 0; row < book.flows.size(); ++row) sums[{book.flows[row].month, book.flows[row].flow}] -= flow_cell(row);
  }
  check_sums(book, "chains, flows", statement, sums);
}

void check_reasons(AuditBook& book) {
  Sums sums;
  auto kg = book.reasons.column("kg");
  auto planned = book.chains.column("planned_kg"), spilled = book.chains.column("spilled_kg");
  for (std::size_t row = 0; row < book.reasons.size(); ++row) sums[{book.reasons[row].month, book.reasons[row].flow}] += kg(row);
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    std::int64_t& sum = sums[flow_of(book, book.chains[row])];
    sum -= spilled(row);
    if (truck_only(book.world.chains[book.chains[row].chain])) sum -= planned(row);
  }
  check_sums(book, "reasons, chains", "sum over reasons = planned by truck-only chains + spilled", sums);
}

/// What is wished by rail with every cause of drift let in is what the month's plan wished.
void check_drift(AuditBook& book) {
  Identity& identity = book.identity("drift, chains", "rail_kg of the last cause = sum over rail chains of wished_kg", "kg");
  Identity& bounded = book.identity("drift, flows", "rail_kg of any cause <= sum over flows of offered_kg", "kg");
  std::map<Month, std::int64_t> wished, offered;
  auto of_chain = book.chains.column("wished_kg");
  const auto of_flow = book.flows.column("offered_kg");
  auto let_in = book.drift.column("rail_kg");
  for (std::size_t row = 0; row < book.flows.size(); ++row) offered[book.flows[row].month] += of_flow.peek(row);
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    if (book.world.chains[book.chains[row].chain].main_mode() == Mode::rail) wished[book.chains[row].month] += of_chain(row);
  }
  for (std::size_t row = 0; row < book.drift.size(); ++row) {
    const auto where = [&] { return book.where(book.drift, row); };
    book.check(bounded, std::max<std::int64_t>(0, let_in.peek(row) - offered[book.drift[row].month]), where);
    if (book.drift[row].cause == to_text(rules::DriftCause::duties))
      book.check(identity, let_in(row) - wished[book.drift[row].month], where);
  }
}

/// Only road chains take spilled tonnes from others; every other chain answers for its own.
void check_chain_balance(AuditBook& book) {
  Identity& identity = book.identity(
      "chains", "rail_open_kg + planned_kg - delivered_kg - refused_kg - spilled_kg = rail_close_kg, chains with another leg than truck",
      "kg");
  auto open = book.chains.column("rail_open_kg"), close = book.chains.column("rail_close_kg"), planned = book.chains.column("planned_kg");
  auto delivered = book.chains.column("delivered_kg"), refused = book.chains.column("refused_kg"),
       spilled = book.chains.column("spilled_kg");
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    if (truck_only(book.world.chains[book.chains[row].chain])) continue;
    const std::int64_t residual = open(row) + planned(row) - delivered(row) - refused(row) - spilled(row) - close(row);
    book.check(identity, residual, [&] { return book.where(book.chains, row); });
  }
}

/// A bound, not an equation: nobody accepts more than was requested, nor is more requested than wished.
void check_acceptance(AuditBook& book) {
  Identity& identity = book.identity("chains", "accepted_kg <= requested_kg <= wished_kg", "kg");
  const auto wished = book.chains.column("wished_kg"), requested = book.chains.column("requested_kg"),
             accepted = book.chains.column("accepted_kg");
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    const std::int64_t excess =
        std::max<std::int64_t>({0, accepted.peek(row) - requested.peek(row), requested.peek(row) - wished.peek(row)});
    book.check(identity, excess, [&] { return book.where(book.chains, row); });
  }
}

/// Trains run full: mass = trains x the train load of the siding.
void check_train_loads(AuditBook& book, std::string_view trains_name, std::string_view kg_name) {
  const std::string statement = std::string(kg_name) + " = " + std::string(trains_name) + " x train load of the siding";
  Identity& identity = book.identity("rail", statement, "kg");
  auto trains = book.rail.column(trains_name), kg = book.rail.column(kg_name);
  for (std::size_t row = 0; row < book.rail.size(); ++row) {
    if (!book.rail[row].siding) continue;
    const std::int64_t load = book.world.sidings[*book.rail[row].siding].train_load.value;
    book.check(identity, kg(row) - trains(row) * load, [&] { return book.where(book.rail, row); });
  }
}

void check_arrivals(AuditBook& book) {
  Identity& identity = book.identity("rail, chains", "arrived_kg = delivered_kg of chains whose last leg is rail", "kg");
  std::map<std::pair<Month, Id<Chain>>, std::int64_t> sums;
  const auto ends_by_rail = [&](Id<Chain> chain) {
    const auto& legs = book.world.chains[chain].legs;
    return !legs.empty() && legs.back().mode == Mode::rail;
  };
  auto arrived = book.rail.column("arrived_kg");
  auto delivered = book.chains.column("delivered_kg");
  for (std::size_t row = 0; row < book.rail.size(); ++row) {
    if (ends_by_rail(book.rail[row].chain)) sums[{book.rail[row].month, book.rail[row].chain}] += arrived(row);
  }
  for (std::size_t row = 0; row < book.chains.size(); ++row) {
    if (ends_by_rail(book.chains[row].chain)) sums[{book.chains[row].month, book.chains[row].chain}] -= delivered(row);
  }
  for (const auto& [key, residual] : sums) {
    book.check(identity, residual, [&, &key = key] { return Where{to_string(key.first), "chain=" + book.world.chains[key.second].id}; });
  }
}

void check_slot_waits(AuditBook& book) {
  Identity& identity = book.identity("rail", "slot_wait_ticks <= dwell_ticks", "ticks");
  const auto slot = book.rail.column("slot_wait_ticks"), dwell = book.rail.column("dwell_ticks");
  for (std::size_t row = 0; row < book.rail.size(); ++row) {
    book.check(identity, std::max<std::int64_t>(0, slot.peek(row) - dwell.peek(row)), [&] { return book.where(book.rail, row); });
  }
}

}  // namespace

void audit_flows(AuditBook& book) {
  check_rows(book, book.flows, "offered + in transit + waiting at the start = delivered + refused + in transit + waiting at the end", "kg",
             {{"offered_kg", 1},
              {"in_transit_open_kg", 1},
              {"waiting_open_kg", 1},
              {"delivered_kg", -1},
              {"refused_kg", -1},
              {"in_transit_close_kg", -1},
              {"waiting_close_kg", -1}});
  check_continuity(book, book.flows, "in_transit_open_kg", "in_transit_close_kg", "kg");
  check_continuity(book, book.flows, "waiting_open_kg", "waiting_close_kg", "kg");
  check_continuity(book, book.chains, "rail_open_kg", "rail_close_kg", "kg");
  check_chains_against_flow(book, "wished_kg", {"offered_kg"});
  check_chains_against_flow(book, "planned_kg", {"offered_kg"});
  check_chains_against_flow(book, "delivered_kg", {"delivered_kg"});
  check_chains_against_flow(book, "refused_kg", {"refused_kg"});
  check_chains_against_flow(book, "rail_open_kg", {"in_transit_open_kg", "waiting_open_kg"});
  check_chains_against_flow(book, "rail_close_kg", {"in_transit_close_kg", "waiting_close_kg"});
  check_reasons(book);
  check_drift(book);
  check_chain_balance(book);
  check_acceptance(book);
  check_train_loads(book, "trains_departed", "departed_kg");
  check_train_loads(book, "trains_arrived", "arrived_kg");
  check_arrivals(book);
  check_slot_waits(book);
}

}  // namespace railshift::analysis
