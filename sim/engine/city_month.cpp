/// The month of the city: plan, share out, fold, register, book.
#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "sim/core/draw.hpp"
#include "sim/engine/city.hpp"
#include "sim/ledger/fold.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/cost.hpp"
#include "sim/rules/rail/drift.hpp"
#include "sim/rules/rail/month_prices.hpp"
#include "sim/rules/rail/siding_openings.hpp"
#include "sim/rules/roads/through_counts.hpp"
#include "sim/rules/work/poisson_loads.hpp"
#include "sim/rules/work/road_rates.hpp"

namespace railshift::engine {

void City::begin_month(Month month, Tick begin, Tick end) {
  if (roads_.differ_on(first_day(month))) fleet_.keep_ways();
  if (roads_.update(first_day(month), book_of_legs_.legs)) {
    counted_routes_ = counted_routes(world_.now(), roads_);
    distances_ = roads_.distances();
  }
  for (TruckLeg& leg : book_of_legs_.legs) {
    if (!leg.has_way) leg.cut_until = end;
  }
  const std::vector<rules::GateRule> gates = rules::gate_rules(world_.now(), replication_.seed, month);
  apply_gates(places_, gates, book_of_legs_.legs);
  fleet_.pools().gates.begin_month(world_.now(), places_, gates, book_of_legs_.legs);
  rules::set_prices(world_.now(), duty_rolls_, month, month_book_);
  const rules::FlowRates rates = rules::flow_rates(world_.now(), month);
  std::vector<Kilograms> offered;
  for (const Flow& flow : world_->flows) {
    const Kilograms mass = rules::month_mass(world_.now(), rates, world_->flows.id_of(flow), month);
    offered.push_back(flow.release == Release::poisson ? rules::poisson_mass(flow, mass, replication_.seed, month) : mass);
  }
  rules::Choice choice{constants_, distances_};
  // The prices of the month to which the constants are fitted, so that wishes stay where they were fitted.
  if (settling_) choice.prices_of = make_month(world_->settings.base_year, 1);
  const rules::MonthPlan plan = rules::plan_month(world_.now(), choice, offered, month_book_, month, accounts_.held());
  effects_.add(rules::price_effects({world_.now(), choice, offered, month_book_, month}, duty_rolls_));
  accounts_.begin_month(month, plan);
  note_drift(offered, month);
  note_prices(month);
  share_out(plan, month, begin, end);
  counts_ = counted_flows(world_.now(), plan, register_, counted_routes_, counted_rests_, begin);
  const auto through = rules::through_counts(world_.now(), replication_.seed, month, roads_.map(), roads_.routes());
  counts_.insert(counts_.end(), through.counts.begin(), through.counts.end());
  effects_.add(through.effects);
  effects_.add(world_.now(), through.bindings);
  rings_ = through.rings;
  note_openings(month);
  fleet_.begin_month(month, begin, end);
  for (const auto& [flow, kg] : std::exchange(direct_arrivals_, {})) fleet_.arrived_otherwise(flow, kg, begin);
  railway_->begin_month(month, begin, end, direct_kg_);
}

/// Of reported months only.
void City::note_drift(const std::vector<Kilograms>& offered, Month month) {
  if (month < month_of(world_->settings.start)) return;
  const rules::BaseState base = replication_.base ? replication_.base->state : rules::prior_state(world_.now());
  const auto kg = rules::rail_wishes_by_cause(world_.now(), {constants_, distances_}, base, offered, month_book_, month);
  for (std::size_t c = 0; c < kg.size(); ++c)
    result_.ledger.drift.push_back({month, std::string(to_text(static_cast<rules::DriftCause>(c))), kg[c]});
}

/// Of reported months only. A chain without a way has no distance that anybody could be charged for.
void City::note_prices(Month month) {
  if (month < month_of(world_->settings.start)) return;
  const auto micro = [](YuanPerTonne price) { return std::llround(price.value * ledger::kPriceParts); };
  for (const Chain& chain : world_->chains) {
    const Id<Chain> id = world_->chains.id_of(chain);
    if (distances_.is_cut_off(id)) continue;
    const rules::FreightPrice price = rules::freight_price(world_.now(), distances_, chain, month_book_, month);
    result_.ledger.prices.push_back(
        {month, id, micro(price.truck), micro(price.hire_premium), micro(price.rail), micro(price.belt), micro(price.pipe)});
  }
}

void City::share_out(const rules::MonthPlan& plan, Month month, Tick begin, Tick end) {
  std::fill(direct_kg_.begin(), direct_kg_.end(), 0);
  for (TruckLeg& leg : book_of_legs_.legs) {
    leg.due = 0;
    leg.released = 0;
  }
  for (const rules::FlowPlan& flow : plan.flows) share_out_flow(flow, month, begin, end);
}

void City::share_out_flow(const rules::FlowPlan& plan, Month month, Tick begin, Tick end) {
  const auto& chains = world_->chains_of(plan.flow);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const auto& leg = book_of_legs_.first_leg[chains[i].index];
    const auto& movement = book_of_legs_.movement_of[chains[i].index];
    if (leg)
      give_to_leg(book_of_legs_.legs[*leg], accounts_.released(chains[i]), month, begin, end);
    else if (movement)
      direct_kg_[*movement] = accounts_.released(chains[i]);
    else
      deliver_directly(plan.flow, chains[i]);
  }
}

/// By belt, pipe and counted trips: nothing waits but for a truck, if the register has none of the segment.
void City::deliver_directly(Id<Flow> flow, Id<Chain> chain) {
  const bool by_count = is_counted(world_.now(), world_->flows[flow]) && world_->chains[chain].main_mode() == Mode::truck;
  if (by_count && (!counted_routes_[flow.index] || !has_counted_trucks(world_.now(), world_->flows[flow], register_))) return;
  const std::int64_t kg = accounts_.undelivered(chain);
  accounts_.deliver(chain, kg);
  direct_arrivals_.emplace_back(flow, kg);
}

void City::give_to_leg(TruckLeg& leg, std::int64_t kg, Month month, Tick begin, Tick end) {
  leg.remainder += kg;
  leg.due = leg.remainder / leg.payload;
  leg.remainder -= leg.due * leg.payload;
  leg.month_begin = begin;
  leg.month_length = end - begin;
  leg.poisson_at = 0.0;
  if (leg.due == 0) return;
  const double u = draw_uniform(replication_.seed, Purpose::load_phase, leg.draw_hash, static_cast<std::uint32_t>(month.index));
  const Tick apart = leg.month_length / leg.due;
  leg.phase = static_cast<Tick>(u * static_cast<double>(apart));
}

void City::end_month(Month month, Tick end) {
  // A warm-up month is folded into a ledger that nobody keeps.
  ledger::Ledger unreported;
  const bool reported = month >= month_of(world_->settings.start);
  ledger::Ledger& out = reported ? result_.ledger : unreported;
  railway_->end_month(month, out, learned());
  fleet_.end_month(month, end, out);
  fold_month(month, out);
  accounts_.end_month(book_of_legs_.legs, fleet_.waiting(), out);
  stocks_.end_month(month, accounts_, out);
  if (reported) advance_register(month, end, out);
  note_effects(month, out);
  update_book(out, month);
  if (settling_ && reported) settling_->note_month();
}

void City::fold_month(Month month, ledger::Ledger& out) {
  ledger::MonthFold fold = ledger::fold_month(month, fleet_.records(), roads_.routes());
  if (replication_.on_trips && &out == &result_.ledger) replication_.on_trips(month, fleet_.records(), roads_.routes());
  ledger::add_counts(fold, month, counts_, roads_.routes());
  out.service.insert(out.service.end(), fold.service.begin(), fold.service.end());
  out.traffic.insert(out.traffic.end(), fold.traffic.begin(), fold.traffic.end());
  out.links.insert(out.links.end(), fold.links.begin(), fold.links.end());
}

void City::advance_register(Month month, Tick end, ledger::Ledger& out) {
  const rules::RegisterMonth changes = rules::advance_register(world_.now(), replication_.seed, month, register_, register_book_);
  for (const RegisterTally& tally : changes.tallies) out.registers.push_back({month, tally});
  for (const FrozenTally& tally : changes.frozen) out.frozen_bases.push_back({month, tally});
  effects_.add(changes.effects);
  members_->follow(changes, end);
}

void City::note_effects(Month month, ledger::Ledger& out) {
  std::vector<std::int64_t> kg_through(world_->sidings.size(), 0);
  for (const ledger::RailRow& row : out.rail) {
    if (row.month != month) continue;
    const Chain& chain = world_->chains[row.chain];
    if (const auto siding = rules::loading_siding(world_.now(), chain)) kg_through[siding->index] += row.departed_kg;
    if (const auto siding = rules::unloading_siding(world_.now(), chain)) kg_through[siding->index] += row.arrived_kg;
  }
  effects_.add(fleet_.pools().gates.effects());
  effects_.add(world_.now(), fleet_.pools().gates.bindings());
  effects_.add(rules::siding_effects(world_.now(), month, kg_through));
  for (const rules::RingUse& use : rings_)
    out.diverted.push_back({month, use.ring, world_->measures[use.measure].id, use.before_metres, use.after_metres});
  effects_.close_month(world_.now(), month, out);
}

/// The rate of a class of trucks rises with those that its pools had in the month over their own.
void City::update_book(const ledger::Ledger& out, Month month) {
  accounts_.note_firm_months(month_book_);
  std::vector<rules::PoolMonth> pools(world_->pools.size());
  for (std::size_t p = 0; p < pools.size(); ++p) pools[p].size = static_cast<double>(fleet_.pools()[static_cast<std::uint16_t>(p)].size);
  const auto ticks = static_cast<double>(days_in(month) * kTicksPerDay);
  for (auto row = out.pools.rbegin(); row != out.pools.rend() && row->month == month; ++row)
    pools[row->pool.index].trucks += static_cast<double>(row->present_ticks) / ticks;
  learned().road_rate_factor = rules::road_rate_factors(world_.now(), pools, first_day(month));
}

void City::note_openings(Month month) {
  for (const Siding& siding : world_->sidings) {
    const auto day = rules::siding_in_service(world_.now(), world_->sidings.id_of(siding));
    if (day && month_of(*day) == month) result_.ledger.journal.push_back({month, siding.id, "in_service", "day=" + to_string(*day)});
  }
  std::set<std::pair<std::string, Date>> opened;  // a road opens once a day, however many links it has and wherever they stand
  for (const Link& link : world_->links) {
    if (!link.opens || month_of(*link.opens) != month || !opened.emplace(link.road, *link.opens).second) continue;
    result_.ledger.journal.push_back({month, link.road, "road_opened", "day=" + to_string(*link.opens)});
  }
  for (const Measure& measure : world_->measures) {
    if (month_of(measure.from) == month) {
      result_.ledger.journal.push_back(
          {month, measure.id, "in_force", fmt::format("kind={};from={}", policy::kind_of(measure).word, to_string(measure.from))});
    }
  }
}

void City::note_missing_trucks(Month month) {
  for (const Pool& pool : world_->pools) {
    const std::int64_t missing = members_->missing()[world_->pools.id_of(pool).index];
    if (missing > 0) result_.ledger.journal.push_back({month, pool.id, "register_short", fmt::format("trucks={}", missing)});
  }
}

RunResult City::finish(Month last, Tick now) {
  for (auto& entry : effects_.closing_entries(world_.now(), result_.ledger, first_day(last + 1)))
    result_.ledger.journal.push_back(std::move(entry));
  note_missing_trucks(month_of(world_->settings.start));
  result_.statistics.loads = fleet_.loads_delivered();
  result_.statistics.events = events_;
  result_.statistics.trains = railway_->trains();
  if (settling_) result_.base = settling_->found();
  result_.long_waits = fleet_.long_waits();
  result_.unserved = fleet_.unserved(now);
  for (Unserved& row : accounts_.held_rows(now)) result_.unserved.push_back(std::move(row));
  for (Unserved& row : counted_unserved(world_.now(), counted_rests_, now)) result_.unserved.push_back(std::move(row));
  return std::move(result_);
}

}  // namespace railshift::engine
