#include "sim/engine/accounts.hpp"

#include "sim/core/contract.hpp"
#include "sim/engine/counted.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::engine {
namespace {

/// The id in siding:<id>, tracks:<id>, section:<id>:<direction>, road:<id>, belt:<id>:<destination>, pipe:<id>:<destination>.
std::string id_in(const std::string& limit) {
  const auto begin = limit.find(':') + 1;
  return limit.substr(begin, limit.find(':', begin) - begin);
}

Need need_of(const std::string& limit) {
  if (limit.starts_with("road:")) return Need::road;
  if (limit.starts_with("section:")) return Need::line;
  if (limit.starts_with("belt:") || limit.starts_with("pipe:")) return Need::belt;
  return limit.starts_with("exchange:") ? Need::exchange : Need::siding;
}

}  // namespace

Accounts::Accounts(const LiveWorld& world)
    : world_(world),
      held_(world->chains.size()),
      released_(world->chains.size(), 0),
      rows_(world->chains.size()),
      offered_(world->flows.size()),
      reasons_(world->flows.size()),
      waiting_open_(world->flows.size()) {
  for (const Chain& chain : world->chains) rows_[world->chains.id_of(chain).index].chain = world->chains.id_of(chain);
}

void Accounts::begin_month(Month month, const rules::MonthPlan& plan) {
  month_ = month;
  for (ledger::ChainRow& row : rows_) {
    const std::int64_t open = row.rail_close_kg;
    const Id<Chain> chain = row.chain;
    row = {};
    row.month = month;
    row.chain = chain;
    row.rail_open_kg = open;
    row.rail_close_kg = open;
  }
  for (const rules::FlowPlan& flow : plan.flows) {
    offered_[flow.flow.index] = flow.offered.value;
    reasons_[flow.flow.index] = flow.reasons;
    const auto& chains = world_->chains_of(flow.flow);
    for (std::size_t i = 0; i < chains.size(); ++i) {
      ledger::ChainRow& row = rows_[chains[i].index];
      row.wished_kg = flow.wished[i];
      row.requested_kg = flow.requested[i];
      row.accepted_kg = flow.accepted[i];
      row.planned_kg = flow.planned[i];
      row.rail_close_kg += flow.planned[i];
      hold(chains[i], flow, i);
    }
    for (const rules::FlowPlan::Move& move : flow.moved) {
      spill(chains[move.from], chains[move.to], move.kg);
      released_[chains[move.from].index] -= move.kg;
      released_[chains[move.to].index] += move.kg;
    }
  }
}

std::int64_t Accounts::Held::kg() const {
  std::int64_t sum = 0;
  for (const auto& [since, kg] : kg_since) sum += kg;
  return sum;
}

/// The month's goods come to the end of the queue; what waits no longer leaves at its head.
void Accounts::hold(Id<Chain> chain, const rules::FlowPlan& plan, std::size_t position) {
  Held& held = held_[chain.index];
  const std::int64_t waits = plan.waits.empty() ? 0 : plan.waits[position];
  const Tick begin = (first_day(month_) - world_->settings.day_zero()) * kTicksPerDay;
  held.kg_since.emplace_back(begin, plan.planned[position]);
  held.by = waits > 0 ? plan.held_by[position] : std::string{};
  std::int64_t goes = released_[chain.index] = held.kg() - waits;
  while (!held.kg_since.empty() && goes >= held.kg_since.front().second) {
    goes -= held.kg_since.front().second;
    held.kg_since.pop_front();
  }
  if (goes > 0) held.kg_since.front().second -= goes;
}

std::vector<std::int64_t> Accounts::held() const {
  std::vector<std::int64_t> kg;
  for (const Held& held : held_) kg.push_back(held.kg());
  return kg;
}

std::vector<Unserved> Accounts::held_rows(Tick now) const {
  std::vector<Unserved> rows;
  for (const Chain& chain : world_->chains) {
    const Held& held = held_[world_->chains.id_of(chain).index];
    const Flow& flow = world_->flows[chain.flow];
    if (held.kg() == 0) continue;
    const Need need = need_of(held.by);
    const std::int64_t loads = (held.kg() + flow.payload.value - 1) / flow.payload.value;
    rows.push_back({flow.id, need, held.by.empty() ? chain.id : id_in(held.by), loads, held.kg(),
                    hours_from_ticks(now - held.kg_since.front().first)});
  }
  return rows;
}

void Accounts::deliver(Id<Chain> chain, std::int64_t kg) {
  ledger::ChainRow& row = rows_[chain.index];
  row.delivered_kg += kg;
  row.rail_close_kg -= kg;
  RAILSHIFT_EXPECTS(row.rail_close_kg >= 0, "a chain delivers no more than it was given: " + world_->chains[chain].id);
}

void Accounts::refuse(Id<Chain> chain, std::int64_t kg) {
  rows_[chain.index].refused_kg += kg;
  rows_[chain.index].rail_close_kg -= kg;
}

void Accounts::spill(Id<Chain> from, Id<Chain> to, std::int64_t kg) {
  rows_[from.index].spilled_kg += kg;
  rows_[from.index].rail_close_kg -= kg;
  rows_[to.index].rail_close_kg += kg;
  reasons_[world_->chains[from].flow.index][static_cast<std::size_t>(Reason::spilled)] += kg;
}

std::int64_t Accounts::delivered(Id<Flow> flow) const {
  std::int64_t kg = 0;
  for (const Id<Chain> chain : world_->chains_of(flow)) kg += rows_[chain.index].delivered_kg;
  return kg;
}

std::vector<std::int64_t> Accounts::waiting_kg(const std::vector<TruckLeg>& legs, const WaitingLoads& waiting) const {
  std::vector<std::int64_t> kg(world_->flows.size(), 0);
  for (const TruckLeg& leg : legs) {
    if (!leg.fed_by) kg[leg.flow.index] += leg.remainder;
  }
  for (const WaitingLoad& load : waiting.all()) {
    if (!legs[load.leg].fed_by) kg[legs[load.leg].flow.index] += static_cast<std::int64_t>(load.count) * legs[load.leg].payload;
  }
  for (const Chain& chain : world_->chains) kg[chain.flow.index] += held_[world_->chains.id_of(chain).index].kg();
  for (const Chain& chain : world_->chains) {  // counted trips are under way for no time: what they have not delivered waits for trucks
    if (is_counted(world_.now(), world_->flows[chain.flow]) && chain.main_mode() == Mode::truck)
      kg[chain.flow.index] += rows_[world_->chains.id_of(chain).index].rail_close_kg;
  }
  return kg;
}

void Accounts::end_month(const std::vector<TruckLeg>& legs, const WaitingLoads& waiting, ledger::Ledger& out) {
  const std::vector<std::int64_t> waiting_close = waiting_kg(legs, waiting);
  for (const ledger::ChainRow& row : rows_) out.chains.push_back(row);
  for (const Flow& flow : world_->flows) {
    const Id<Flow> id = world_->flows.id_of(flow);
    ledger::FlowRow row;
    row.month = month_;
    row.flow = id;
    row.offered_kg = offered_[id.index];
    row.waiting_open_kg = waiting_open_[id.index];
    row.waiting_close_kg = waiting_close[id.index];
    for (const Id<Chain> chain : world_->chains_of(id)) {
      const ledger::ChainRow& c = rows_[chain.index];
      row.delivered_kg += c.delivered_kg;
      row.refused_kg += c.refused_kg;
      row.in_transit_open_kg += c.rail_open_kg;
      row.in_transit_close_kg += c.rail_close_kg;
    }
    row.in_transit_open_kg -= row.waiting_open_kg;
    row.in_transit_close_kg -= row.waiting_close_kg;
    out.flows.push_back(row);
    for (std::size_t r = 0; r < kReasons; ++r) {
      if (reasons_[id.index][r] > 0) out.reasons.push_back({month_, id, static_cast<Reason>(r), reasons_[id.index][r]});
    }
  }
  waiting_open_ = waiting_close;
}

void Accounts::note_firm_months(MonthBook& book) const {
  const std::size_t slot = static_cast<std::size_t>(month_.number() - 1);
  for (auto& months : book.firm_months) months[slot] = {};
  for (const Chain& chain : world_->chains) {
    const Flow& flow = world_->flows[chain.flow];
    const Commodity& goods = world_->commodities[flow.commodity];
    const std::int64_t kg = rows_[world_->chains.id_of(chain).index].delivered_kg;
    if (!goods.bulk || goods.dangerous || kg == 0) continue;
    for (const bool at_origin : {true, false}) {
      const Site& site = world_->sites[at_origin ? flow.origin : flow.destination];
      FirmMonth& firm = book.firm_months[site.firm.index][slot];
      firm.all_kg += kg;
      if (rules::gate_mode(world_.now(), chain, at_origin) == Mode::rail) firm.rail_kg += kg;
    }
  }
}

}  // namespace railshift::engine
