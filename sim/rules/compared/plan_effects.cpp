#include "sim/rules/compared/plan_effects.hpp"

#include <algorithm>
#include <cstdlib>

#include "sim/core/contains.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/capacity/precedence.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::rules {
namespace {

class PlanComparison {
 public:
  PlanComparison(const PricedMonth& priced, const std::vector<std::int64_t>& waiting, const MonthPlan& plan)
      : priced_(priced), waiting_(waiting), plan_(plan) {}

  [[nodiscard]] policy::Effect effect_of(Id<Measure> id) const {
    const World& world = priced_.world;
    const MonthPlan without = plan_month_without(priced_, waiting_, id);
    policy::Effect effect{id, policy::EffectKind::acceptance_changed, 0, 0, 0};
    for (const FlowPlan& flow : plan_.flows) {
      const auto& chains = world.chains_of(flow.flow);
      for (std::size_t p = 0; p < chains.size(); ++p) {
        if (world.chains[chains[p]].main_mode() != Mode::rail || !is_in_scope(world.measures[id], chains[p])) continue;
        const std::int64_t with_it = let_on(flow, p), without_it = let_on(without.flows[flow.flow.index], p);
        effect.in_scope += std::max({asked(flow, p), with_it, without_it});
        effect.acted += std::abs(with_it - without_it);
      }
    }
    effect.changed = effect.acted;
    return effect;
  }

 private:
  [[nodiscard]] std::int64_t waited(const FlowPlan& flow, std::size_t position) const {
    return waiting_.empty() ? 0 : waiting_[priced_.world.chains_of(flow.flow)[position].index];
  }
  [[nodiscard]] std::int64_t asked(const FlowPlan& flow, std::size_t position) const {
    return flow.wished[position] + waited(flow, position);
  }
  [[nodiscard]] std::int64_t let_on(const FlowPlan& flow, std::size_t position) const {
    std::int64_t moved = 0;
    for (const FlowPlan::Move& move : flow.moved) moved += move.from == position ? move.kg : 0;
    return flow.planned[position] + waited(flow, position) - flow.waits[position] - moved;
  }
  [[nodiscard]] bool uses(const CapacityStep& step, Id<Chain> id) const {
    const World& world = priced_.world;
    const Chain& chain = world.chains[id];
    for (const auto& siding : {loading_siding(world, chain), unloading_siding(world, chain)}) {
      if (siding && contains(step.sidings, *siding)) return true;
    }
    return std::any_of(step.sections.begin(), step.sections.end(), [&](Id<RailSection> section) { return passes(section, id); });
  }
  [[nodiscard]] bool passes(Id<RailSection> section, Id<Chain> id) const {
    const auto sections = sections_of(priced_.world, priced_.world.chains[id]);
    return std::any_of(sections.begin(), sections.end(), [&](const SectionUse& use) { return use.section == section.index; });
  }
  [[nodiscard]] bool is_in_scope(const Measure& measure, Id<Chain> id) const {
    const World& world = priced_.world;
    if (const auto* step = policy::as<CapacityStep>(measure)) return uses(*step, id);
    const auto& priority = *policy::as<RailPriority>(measure);
    if (priority.of == RailGoodsKind::goods)
      return names_goods(world, priority, world.flows[world.chains[id].flow], first_day(priced_.month));
    const auto sections = sections_of(world, world.chains[id]);
    return std::any_of(sections.begin(), sections.end(), [&](const SectionUse& use) {
      return background_trains(world, world.rail_sections[Id<RailSection>{use.section}], priced_.month) > 0.0;
    });
  }

  const PricedMonth& priced_;
  const std::vector<std::int64_t>& waiting_;
  const MonthPlan& plan_;
};

bool is_looked_at(const Measure& measure, Month month) {
  if (const auto* step = policy::as<CapacityStep>(measure)) return policy::touches(*step, measure.from, month);
  return policy::as<RailPriority>(measure) != nullptr && measure.from <= first_day(month);
}

}  // namespace

std::vector<policy::Effect> plan_effects(const PricedMonth& priced, const std::vector<std::int64_t>& waiting, const MonthPlan& plan) {
  std::vector<policy::Effect> effects;
  const PlanComparison comparison(priced, waiting, plan);
  for (const Measure& measure : priced.world.measures) {
    if (is_looked_at(measure, priced.month)) effects.push_back(comparison.effect_of(priced.world.measures.id_of(measure)));
  }
  return effects;
}

}  // namespace railshift::rules
