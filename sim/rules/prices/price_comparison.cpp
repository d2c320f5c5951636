#include "sim/rules/prices/price_comparison.hpp"

#include <algorithm>
#include <numeric>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/capacity/acceptance.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

using Wishes = std::vector<std::int64_t>;  // kg by position in chains_of

std::vector<double> shares_of(const PricedMonth& p, Id<Flow> flow, const MonthBook& book) {
  return wish_shares(p.world, p.choice, flow, book, p.month);
}
Wishes wishes_of(const PricedMonth& p, Id<Flow> flow, const std::vector<double>& shares) {
  return split_kg(p.offered[flow.index].value, shares);
}

/// Belts and pipes of the base year take their share before anybody chooses.
bool chosen(const World& world, Id<Flow> flow, std::size_t position) {
  return !keeps_base_share(world.chains[world.chains_of(flow)[position]]);
}

/// Whether goods choose between a chain on which the price stands and something else.
bool choose_a_priced(const World& world, Id<Flow> flow, const std::vector<double>& shares, const Priced& here) {
  int open = 0, roads = 0;
  for (std::size_t p = 0; p < shares.size(); ++p) {
    if (shares[p] <= 0.0 || !chosen(world, flow, p)) continue;
    ++open;
    if (chain_class(world, world.chains[world.chains_of(flow)[p]]) == ChainClass::road) ++roads;
  }
  return open > 1 && ((here.on_road && roads > 0) || (here.beside_road && open > roads));
}

std::int64_t choosing(const World& world, Id<Flow> flow, const Wishes& wishes) {
  std::int64_t kg = 0;
  for (std::size_t p = 0; p < wishes.size(); ++p) kg += chosen(world, flow, p) ? wishes[p] : 0;
  return kg;
}

/// What stands on chains that would have less without the price; the odd kilogram that a belt gets or loses is not moved by it.
std::int64_t moved(const World& world, Id<Flow> flow, const Wishes& with, const Wishes& without) {
  std::int64_t kg = 0;
  for (std::size_t p = 0; p < with.size(); ++p) kg += chosen(world, flow, p) ? std::max<std::int64_t>(0, with[p] - without[p]) : 0;
  return kg;
}

}  // namespace

std::vector<std::int64_t> wishes_with(const PricedMonth& priced, Id<Flow> flow, const MonthBook& book) {
  return wishes_of(priced, flow, shares_of(priced, flow, book));
}

std::int64_t clean_truck_kg_with(const PricedMonth& priced, Id<Flow> flow, const MonthBook& book) {
  const FlowWish wish = flow_wish(priced.world, priced.choice, flow, book, priced.month);
  const std::vector<std::int64_t> kg = clean_truck_kg(wish, wishes_of(priced, flow, wish.shares));
  return std::accumulate(kg.begin(), kg.end(), std::int64_t{0});
}

std::int64_t choosing_of(const World& world, Id<Flow> flow, const std::vector<std::int64_t>& wishes) {
  return choosing(world, flow, wishes);
}

std::int64_t moved_between(const World& world, Id<Flow> flow, const std::vector<std::int64_t>& with,
                           const std::vector<std::int64_t>& without) {
  return moved(world, flow, with, without);
}

policy::Effect wishes_priced(const PricedMonth& priced, Id<Measure> measure, const MonthBook& without,
                             const std::function<Priced(const Flow&)>& bears_on) {
  policy::Effect effect{measure, policy::EffectKind::wishes_priced, 0, 0, 0};
  for (const Flow& flow : priced.world.flows) {
    const Priced here = bears_on(flow);
    if (!here.in_scope) continue;
    const Id<Flow> id = priced.world.flows.id_of(flow);
    effect.in_scope += priced.offered[id.index].value;
    if (!here.stands) continue;
    const std::vector<double> shares = shares_of(priced, id, priced.book);
    if (!choose_a_priced(priced.world, id, shares, here)) continue;
    const Wishes wishes = wishes_of(priced, id, shares);
    effect.acted += choosing(priced.world, id, wishes);
    effect.changed += moved(priced.world, id, wishes, wishes_of(priced, id, shares_of(priced, id, without)));
  }
  RAILSHIFT_EXPECTS(effect.changed <= effect.acted, "a price moves what it stands on");
  return effect;
}

}  // namespace railshift::rules
