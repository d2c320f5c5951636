#include "sim/rules/rail/reasons.hpp"

#include <optional>

#include "sim/core/contract.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

std::size_t at(Reason reason) { return static_cast<std::size_t>(reason); }

/// What can be said of the flow before anybody chose: it has no other chain at all, or none that is open, or none that anybody considers.
std::optional<Reason> reason_of_supply(const World& world, Id<Flow> flow, Month month, const OnRoad& road) {
  bool any = false, unconsidered = false;
  for (const Id<Chain> id : world.chains_of(flow)) {
    const Chain& chain = world.chains[id];
    if (chain.main_mode() == Mode::truck || keeps_base_share(chain)) continue;
    if (is_new_way(chain) && !way_opening(world, chain)) continue;  // nobody builds it in this run
    any = true;
    if (!chain_open(world, chain, month) || road.cut_off.contains(id)) continue;
    if (!road.nobodys.contains(id)) return std::nullopt;
    unconsidered = true;
  }
  if (unconsidered) return Reason::not_contracted;
  return any ? Reason::not_in_service : Reason::no_chain;
}

}  // namespace

Reason refusal_reason(const std::set<LimitKind>& bound_by) {
  RAILSHIFT_EXPECTS(!bound_by.empty(), "refused tonnes were stopped by a limit");
  if (bound_by.size() > 1) return Reason::several;
  switch (*bound_by.begin()) {
    case LimitKind::siding:
      return Reason::not_accepted_siding;
    case LimitKind::yard:
      return Reason::not_accepted_yard;
    case LimitKind::line:
      return Reason::not_accepted_line;
    case LimitKind::belt:
      return Reason::not_accepted_belt;
  }
  RAILSHIFT_EXPECTS(false, "a limit kind has a reason");
}

std::array<std::int64_t, kReasons> road_reasons(const World& world, Id<Flow> flow, Month month, const OnRoad& road) {
  std::array<std::int64_t, kReasons> kg{};
  if (const auto supply = reason_of_supply(world, flow, month, road); supply && road.refusals.empty()) {
    kg[at(*supply)] = road.wished + road.refused;
    return kg;
  }
  kg[at(Reason::not_contracted)] = road.not_contracted;
  kg[at(Reason::not_chosen)] = road.wished - road.not_contracted;
  if (road.refused == 0) return kg;
  std::vector<double> weights;
  for (const Refusal& refusal : road.refusals) weights.push_back(static_cast<double>(refusal.kg));
  const std::vector<std::int64_t> parts = split_kg(road.refused, weights);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] == 0) continue;
    kg[at(refusal_reason(road.refusals[i].bound_by))] += parts[i];
  }
  return kg;
}

}  // namespace railshift::rules
