#include "sim/rules/rail/bound_sums.hpp"

#include <concepts>
#include <map>

#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::rules {
namespace {

/// A kind that binds firms over a yearly tonnage, unless it names them.
template <class Kind>
concept HasThreshold = requires(const Kind& kind) {
  { kind.threshold } -> std::convertible_to<TonnesPerYear>;
  { kind.firms } -> std::convertible_to<const std::vector<Id<Firm>>&>;
};

/// Whether the other conditions of a measure hold for a firm on some day.
bool is_meant(const World& world, const Measure& measure, const FirmClasses& classes, Id<Firm> firm) {
  const Whom* whom = policy::whom_of(measure);
  return whom == nullptr || !Addressed(world, *whom, classes).turns(firm).never();
}

}  // namespace

std::optional<std::vector<Id<Firm>>> bound_by_threshold(const World& world, const Measure& measure) {
  return std::visit(
      [&](const auto& kind) -> std::optional<std::vector<Id<Firm>>> {
        if constexpr (HasThreshold<std::remove_cvref_t<decltype(kind)>>) {
          if (kind.firms.empty()) return bound_firms(world, kind.threshold, {}, measure.from);
        }
        return std::nullopt;
      },
      measure.body.body().kind);
}

std::vector<BoundSum> bound_sums(const World& world) {
  std::map<Id<Firm>, std::vector<Id<Measure>>> found;
  const FirmClasses classes = firm_classes(world, world.settings.seed);
  for (const Measure& measure : world.measures) {
    for (const Id<Firm> firm : bound_by_threshold(world, measure).value_or(std::vector<Id<Firm>>{})) {
      if (world.firms[firm].is_sum && is_meant(world, measure, classes, firm)) found[firm].push_back(world.measures.id_of(measure));
    }
  }
  std::vector<BoundSum> sums;
  for (auto& [firm, measures] : found) sums.push_back({firm, std::move(measures)});
  return sums;
}

}  // namespace railshift::rules
