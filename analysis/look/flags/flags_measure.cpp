#include "analysis/look/flags/flags_measure.hpp"

#include <algorithm>
#include <concepts>
#include <variant>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/addressed.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::analysis::look {
namespace {

std::int64_t registered_of(const World& world, const FrozenBaseOrder& order) {
  std::int64_t count = 0;
  for (const RegisterRow& row : world.register_rows) {
    const bool burns = !order.powertrain || row.powertrain == *order.powertrain;
    if (row.segment == order.segment && row.standard == order.standard && burns) count += row.count;
  }
  return count;
}

/// A kind that speaks to firms: those over a yearly tonnage, or those it names.
template <class Kind>
concept BindsFirms = requires(const Kind& kind) {
  { kind.threshold } -> std::convertible_to<TonnesPerYear>;
  { kind.firms } -> std::convertible_to<const std::vector<Id<Firm>>&>;
};

/// A kind that does something to somebody may find nobody: that flag is every such kind's. The others say what only their kind can lack.
template <BindsFirms Kind>
void lacks(const World& world, const Figures&, const Measure& measure, const Kind& kind, Flags& flags) {
  const std::vector<Id<Firm>> bound = rules::bound_firms(world, kind.threshold, kind.firms, measure.from);
  const rules::FirmClasses classes = rules::firm_classes(world, world.settings.seed);
  const rules::Addressed addressed(world, kind, classes);
  if (std::any_of(bound.begin(), bound.end(), [&](Id<Firm> firm) { return !addressed.turns(firm).never(); })) return;
  if (!bound.empty()) {
    flags.push_back({Severity::doubtful,
                     "measure_binds_nobody",
                     {"scenario.toml", measure.id},
                     fmt::format("措施 {} 不约束任何企业：没有企业在任何一天符合它的行业、绩效等级或县区条件", measure.id),
                     fmt::format("measure {} binds no firm: none meets its sectors, classes or counties on any day", measure.id)});
    return;
  }
  const Tonnes least{kind.threshold.value};
  flags.push_back({Severity::doubtful,
                   "measure_binds_nobody",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 不约束任何企业：没有企业达到 {}/年", measure.id, tonnes_zh(least)),
                   fmt::format("measure {} binds no firm: none reaches {} a year", measure.id, tonnes_en(least))});
}

void lacks(const World& world, const Figures&, const Measure& measure, const FrozenBaseOrder& order, Flags& flags) {
  if (registered_of(world, order) > 0) return;
  const Name segment = name_of(world, order.segment);
  const Name standard = name_of(order.standard);
  flags.push_back({Severity::wrong,
                   "empty_frozen_base",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 的锁定基数是空的：车管所在册中没有 {} 的{}，比例无从计算", measure.id, segment.zh, standard.zh),
                   fmt::format("the frozen base of {} is empty: the register has no {} truck of {}, so no share can be taken", measure.id,
                               standard.en, segment.en)});
}

void lacks(const World& world, const Figures& figures, const Measure& measure, const SidingOpens& opens, Flags& flags) {
  if (figures.railway.sidings[opens.siding.index].used) return;
  const Name name = name_of(world, opens.siding);
  flags.push_back({Severity::wrong,
                   "opened_siding_unused",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 使 {} 投用，但没有运输链经过它：措施不起作用", measure.id, name.zh),
                   fmt::format("measure {} opens {}, but no chain uses it: the measure does nothing", measure.id, name.en)});
}

/// Of a kind without a flag of its own.
template <class Kind>
requires(!BindsFirms<Kind>) void lacks(const World&, const Figures&, const Measure&, const Kind&, Flags&) {}

}  // namespace

void measure_flags(const World& world, const Figures& figures, Flags& flags) {
  for (const Measure& measure : world.measures) {
    std::visit([&](const auto& kind) { lacks(world, figures, measure, kind, flags); }, measure.body.body().kind);
  }
}

}  // namespace railshift::analysis::look
