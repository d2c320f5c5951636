#include "sim/rules/rail/siding_access.hpp"

#include <algorithm>

#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::rules {
namespace {

void earliest(std::optional<Date>& known, const std::optional<Date>& day) {
  if (day) known = known ? std::min(*known, *day) : day;
}

std::optional<Date> stands_from(const World& world, Id<Siding> siding) {
  std::optional<Date> day = siding_in_service(world, siding);
  for (const Measure& measure : world.measures) {
    const auto* opens = policy::as<SidingOpens>(measure);
    if (opens != nullptr && opens->siding == siding) earliest(day, std::max(measure.from, std::min(opens->built, opens->in_service)));
  }
  return day;
}

bool is_works_of(const World& world, Id<Site> site, Id<Firm> firm) {
  const Site& at = world.sites[site];
  return at.firm == firm && !at.outside() && is_industrial(at.kind);
}

/// The siding at which goods of the chain pass a gate of the firm by rail, if it is another's.
std::optional<Id<Siding>> shared_siding(const World& world, const Chain& chain, Id<Firm> firm, bool at_origin) {
  const Flow& flow = world.flows[chain.flow];
  if (!is_works_of(world, at_origin ? flow.origin : flow.destination, firm)) return std::nullopt;
  if (gate_mode(world, chain, at_origin) != Mode::rail) return std::nullopt;
  const auto siding = at_origin ? loading_siding(world, chain) : unloading_siding(world, chain);
  const bool own = siding && world.sidings[*siding].site && is_works_of(world, *world.sidings[*siding].site, firm);
  return own ? std::nullopt : siding;
}

}  // namespace

std::optional<Date> SidingAccess::since() const {
  if (!own || !shared) return own ? own : shared;
  return std::min(*own, *shared);
}

SidingAccess siding_access(const World& world, Id<Firm> firm) {
  SidingAccess access;
  for (const Siding& siding : world.sidings) {
    const bool own = siding.ends_at == SidingEnd::fence && siding.site && is_works_of(world, *siding.site, firm);
    if (own) earliest(access.own, stands_from(world, world.sidings.id_of(siding)));
  }
  for (const Chain& chain : world.chains) {
    for (const bool at_origin : {true, false}) {
      if (const auto siding = shared_siding(world, chain, firm, at_origin)) earliest(access.shared, stands_from(world, *siding));
    }
  }
  return access;
}

}  // namespace railshift::rules
