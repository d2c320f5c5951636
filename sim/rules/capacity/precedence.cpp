#include "sim/rules/capacity/precedence.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contains.hpp"
#include "sim/rules/goods/addressed.hpp"

namespace railshift::rules {
namespace {

/// Priorities in force on the first day of the month in the order in which they claim.
std::vector<Id<Measure>> priorities_in_force(const World& world, Month month, std::optional<Id<Measure>> without) {
  std::vector<Id<Measure>> found;
  for (const Measure& measure : world.measures) {
    const Id<Measure> id = world.measures.id_of(measure);
    if (policy::as<RailPriority>(measure) != nullptr && measure.from <= first_day(month) && id != without) found.push_back(id);
  }
  std::sort(found.begin(), found.end(), [&](Id<Measure> a, Id<Measure> b) {
    const bool contract_a = policy::as<RailPriority>(world.measures[a])->contract.value > 0.0;
    const bool contract_b = policy::as<RailPriority>(world.measures[b])->contract.value > 0.0;
    if (contract_a != contract_b) return contract_a;
    return policy::goes_first(world.measures[a], world.measures[b]);
  });
  return found;
}

std::optional<std::int64_t> contract_of(const RailPriority& priority, Month month) {
  if (priority.contract.value <= 0.0) return std::nullopt;
  const double part = static_cast<double>(days_in(month)) / days_in_year(month.year());
  return static_cast<std::int64_t>(std::floor(priority.contract.value * 1000.0 * part));
}

/// The last of the claims gets its chains.
void claim_chains(const World& world, const RailPriority& priority, Date day, Precedence& found) {
  const std::size_t claim = found.claims.size() - 1;
  for (const Chain& chain : world.chains) {
    auto& of = found.of_chain[world.chains.id_of(chain).index];
    if (!of && chain.main_mode() == Mode::rail && names_goods(world, priority, world.flows[chain.flow], day)) of = claim;
  }
}

}  // namespace

const Claim* Precedence::claim(Id<Chain> chain) const {
  if (of_chain.empty() || !of_chain[chain.index]) return nullptr;
  return &claims[*of_chain[chain.index]];
}

bool goes_before_background(const Precedence& order, Id<Chain> chain) {
  if (!order.background) return false;
  const Claim* claim = order.claim(chain);
  return (claim == nullptr ? kOrdinaryRank : claim->rank) < order.background->rank;
}

bool names_goods(const World& world, const RailPriority& priority, const Flow& flow, Date day) {
  if (priority.of != RailGoodsKind::goods) return false;
  if (!priority.commodities.empty() && !contains(priority.commodities, flow.commodity)) return false;
  const FirmClasses unrated;  // the kind asks for no class
  return Addressed(world, priority, unrated).flow(flow, day);
}

Precedence precedence(const World& world, Month month, std::optional<Id<Measure>> without) {
  Precedence found;
  const std::vector<Id<Measure>> measures = priorities_in_force(world, month, without);
  if (measures.empty()) return found;
  found.of_chain.resize(world.chains.size());
  found.by_trains.assign(kLastRank + 1, false);
  for (const Id<Measure> id : measures) {
    const RailPriority& priority = *policy::as<RailPriority>(world.measures[id]);
    if (priority.shared_by == SharedBy::trains) found.by_trains[static_cast<std::size_t>(priority.rank)] = true;
    if (priority.of == RailGoodsKind::background) {
      if (!found.background) found.background = RankedBackground{priority.rank, priority.weight, priority.train_load.value};
      continue;
    }
    found.claims.push_back({priority.rank, priority.weight, contract_of(priority, month)});
    claim_chains(world, priority, first_day(month), found);
  }
  return found;
}

}  // namespace railshift::rules
