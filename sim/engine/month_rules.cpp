#include "sim/engine/month_rules.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/draw.hpp"
#include "sim/rules/compared/plan_effects.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/goods/site_effects.hpp"
#include "sim/rules/prices/fleet_mix.hpp"
#include "sim/rules/prices/month_prices.hpp"
#include "sim/rules/rail/cost.hpp"
#include "sim/rules/rail/drift.hpp"
#include "sim/rules/register/register_start.hpp"
#include "sim/rules/roads/through_counts.hpp"
#include "sim/rules/work/poisson_loads.hpp"

namespace railshift::engine {

MonthRules::MonthRules(const LiveWorld& live, const Replication& replication, const MonthPlaces& around)
    : world_(live),
      replication_(replication),
      places_(around.places),
      book_of_legs_(around.book),
      roads_(around.roads),
      accounts_(live),
      stocks_(live),
      register_(rules::initial_register(live.now(), replication.seed)),
      month_book_(replication.base ? rules::first_book(live.now(), replication.base->state) : rules::first_book(live.now())),
      price_rolls_(rules::price_rolls(live.now(), replication.seed)),
      counted_rests_(live->flows.size()),
      direct_kg_(around.book.movements.size(), 0) {
  const World& world = live.now();
  roads_.update(world.settings.start, book_of_legs_.legs);
  counted_routes_ = counted_routes(world, roads_);
  distances_ = roads_.distances();
  constants_ = replication.base ? replication.base->constants : rules::calibrate(world, distances_);
  if (replication.settle) settling_.emplace(world);
}

void MonthRules::world_replaced() {
  // The only thing that looks at later years before the run; the rest was read up to the first day and of the base year, where the worlds
  // are the same.
  price_rolls_ = rules::price_rolls(world_.now(), replication_.seed);
}

void MonthRules::open_month(Month month, Tick end) {
  if (roads_.update(first_day(month), book_of_legs_.legs)) {
    counted_routes_ = counted_routes(world_.now(), roads_);
    distances_ = roads_.distances();
  }
  for (TruckLeg& leg : book_of_legs_.legs) {
    if (!leg.has_way) leg.cut_until = end;
  }
}

void MonthRules::set_gates(const std::vector<rules::GateRule>& gates) { apply_gates(places_, gates, book_of_legs_.legs); }

std::vector<Kilograms> MonthRules::offered(Month month) const {
  const rules::FlowRates rates = rules::flow_rates(world_.now(), month);
  std::vector<Kilograms> offered;
  for (const Flow& flow : world_->flows) {
    const Kilograms mass = rules::month_mass(world_.now(), rates, world_->flows.id_of(flow), month);
    offered.push_back(flow.release == Release::poisson ? rules::poisson_mass(flow, mass, replication_.seed, month) : mass);
  }
  return offered;
}

void MonthRules::plan_month(Month month, Tick begin, Tick end) {
  rules::note_fleet(world_.now(), register_, month_book_);
  rules::note_clean_trucks(world_.now(), register_, month, month_book_);
  rules::set_prices(world_.now(), price_rolls_, month, month_book_);
  const std::vector<Kilograms> mass = offered(month);
  rules::Choice choice{constants_, distances_};
  // The prices of the month to which the constants are fitted, so that wishes stay where they were fitted.
  if (settling_) choice.prices_of = make_month(world_->settings.base_year, 1);
  const rules::MonthPlan plan = rules::plan_month(world_.now(), choice, mass, month_book_, month, accounts_.held());
  const rules::PricedMonth priced{world_.now(), choice, mass, month_book_, month};
  const rules::PricesTold told = rules::price_effects(priced, price_rolls_, plan);
  effects_.add(told.effects);
  effects_.add(world_.now(), told.bindings);
  effects_.add(rules::plan_effects(priced, accounts_.held(), plan));
  effects_.add(rules::site_effects(world_.now(), month));
  background_ = plan.background;
  accounts_.begin_month(month, plan);
  note_drift(mass, month);
  note_prices(month);
  share_out(plan, month, begin, end);
  count_trips(plan, month, begin);
  note_openings(month);
}

/// Counted flows and through traffic, drawn before the month.
void MonthRules::count_trips(const rules::MonthPlan& plan, Month month, Tick begin) {
  counts_ = counted_flows(world_.now(), plan, register_, counted_routes_, counted_rests_, begin);
  const auto through = rules::through_counts(world_.now(), replication_.seed, month, roads_.map(), roads_.routes());
  counts_.insert(counts_.end(), through.counts.begin(), through.counts.end());
  effects_.add(through.effects);
  effects_.add(world_.now(), through.bindings);
  rings_ = through.rings;
}

/// Of reported months only.
void MonthRules::note_drift(const std::vector<Kilograms>& mass, Month month) {
  if (!is_reported(month)) return;
  const rules::BaseState base = replication_.base ? replication_.base->state : rules::prior_state(world_.now());
  const auto kg = rules::rail_wishes_by_cause(world_.now(), {constants_, distances_}, base, mass, month_book_, month);
  for (std::size_t c = 0; c < kg.size(); ++c)
    result_.ledger.drift.push_back({month, std::string(to_text(static_cast<rules::DriftCause>(c))), kg[c]});
}

/// Of reported months only. A chain without a way has no distance that anybody could be charged for.
void MonthRules::note_prices(Month month) {
  if (!is_reported(month)) return;
  const auto micro = [](YuanPerTonne price) { return std::llround(price.value * ledger::kPriceParts); };
  for (const Chain& chain : world_->chains) {
    const Id<Chain> id = world_->chains.id_of(chain);
    if (distances_.is_cut_off(id)) continue;
    const rules::FreightPrice price = rules::freight_price(world_.now(), distances_, chain, month_book_, month);
    result_.ledger.prices.push_back(
        {month, id, micro(price.truck), micro(price.hire_premium), micro(price.rail), micro(price.belt), micro(price.pipe)});
  }
}

void MonthRules::share_out(const rules::MonthPlan& plan, Month month, Tick begin, Tick end) {
  std::fill(direct_kg_.begin(), direct_kg_.end(), 0);
  carried_directly_.assign(world_->chains.size(), 0);
  for (TruckLeg& leg : book_of_legs_.legs) {
    leg.due = 0;
    leg.released = 0;
  }
  for (const rules::FlowPlan& flow : plan.flows) share_out_flow(flow, month, begin, end);
}

void MonthRules::share_out_flow(const rules::FlowPlan& plan, Month month, Tick begin, Tick end) {
  const auto& chains = world_->chains_of(plan.flow);
  for (std::size_t i = 0; i < chains.size(); ++i) {
    const auto& leg = book_of_legs_.first_leg[chains[i].index];
    const auto& movement = book_of_legs_.movement_of[chains[i].index];
    if (leg) {
      const std::int64_t clean = give_to_clean_leg(plan, i, month, begin, end);
      give_to_leg(book_of_legs_.legs[*leg], accounts_.released(chains[i]) - clean, month, begin, end);
    } else if (movement)
      direct_kg_[*movement] = accounts_.released(chains[i]);
    else
      deliver_directly(plan.flow, chains[i]);
  }
}

/// What an admission binds to new-energy trucks, at most what the chain releases; the answer is what was given.
std::int64_t MonthRules::give_to_clean_leg(const rules::FlowPlan& plan, std::size_t position, Month month, Tick begin, Tick end) {
  const Id<Chain> chain = world_->chains_of(plan.flow)[position];
  const auto& index = book_of_legs_.clean_leg[chain.index];
  if (!index) return 0;
  TruckLeg& leg = book_of_legs_.legs[*index];
  const std::int64_t kg = plan.clean_trucks.empty() ? 0 : std::min(plan.clean_trucks[position], accounts_.released(chain));
  give_to_leg(leg, kg, month, begin, end);
  return kg;
}

/// By belt, pipe and counted trips: nothing waits but for room on a belt, or for a truck if the register has none of the segment.
void MonthRules::deliver_directly(Id<Flow> flow, Id<Chain> chain) {
  const bool by_count = is_counted(world_.now(), world_->flows[flow]) && world_->chains[chain].main_mode() == Mode::truck;
  if (by_count && (!counted_routes_[flow.index] || !has_counted_trucks(world_.now(), world_->flows[flow], register_))) return;
  const std::int64_t kg = accounts_.undelivered(chain) - accounts_.held(chain);
  accounts_.deliver(chain, kg);
  carried_directly_[chain.index] += kg;
  direct_arrivals_.emplace_back(flow, kg);
}

void MonthRules::give_to_leg(TruckLeg& leg, std::int64_t kg, Month month, Tick begin, Tick end) const {
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

}  // namespace railshift::engine
