#include "analysis/look/flags/flags_measure.hpp"

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::analysis::look {
namespace {

std::int64_t registered_of(const World& world, Id<Segment> segment, Standard standard) {
  std::int64_t count = 0;
  for (const RegisterRow& row : world.register_rows) {
    if (row.segment == segment && row.standard == standard) count += row.count;
  }
  return count;
}

/// Firms that a duty or a gate floor binds: none means that the measure does nothing.
void binds_nobody(const Measure& measure, TonnesPerYear threshold, const std::vector<Id<Firm>>& firms, Flags& flags) {
  if (!firms.empty()) return;
  flags.push_back({Severity::doubtful,
                   "measure_binds_nobody",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 不约束任何企业：没有企业达到 {}/年", measure.id, tonnes_zh(Tonnes{threshold.value})),
                   fmt::format("measure {} binds no firm: none reaches {} a year", measure.id, tonnes_en(Tonnes{threshold.value}))});
}

void empty_base(const World& world, const Measure& measure, const FrozenBaseOrder& order, Flags& flags) {
  if (registered_of(world, order.segment, order.standard) > 0) return;
  const Name segment = name_of(world, order.segment);
  const Name standard = name_of(order.standard);
  flags.push_back({Severity::wrong,
                   "empty_frozen_base",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 的冻结基数是空的：登记中没有 {} 的{}，比例无从计算", measure.id, segment.zh, standard.zh),
                   fmt::format("the frozen base of {} is empty: the register has no {} truck of {}, so no share can be taken", measure.id,
                               standard.en, segment.en)});
}

void unused_siding(const World& world, const Figures& figures, const Measure& measure, const SidingOpens& opens, Flags& flags) {
  if (figures.railway.sidings[opens.siding.index].used) return;
  const Name name = name_of(world, opens.siding);
  flags.push_back({Severity::wrong,
                   "opened_siding_unused",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 开通 {}，但没有运输链经过它：措施不起作用", measure.id, name.zh),
                   fmt::format("measure {} opens {}, but no chain uses it: the measure does nothing", measure.id, name.en)});
}

}  // namespace

void measure_flags(const World& world, const Figures& figures, Flags& flags) {
  for (const Measure& measure : world.measures) {
    if (const auto* frozen = policy::as<FrozenBaseOrder>(measure)) empty_base(world, measure, *frozen, flags);
    if (const auto* opens = policy::as<SidingOpens>(measure)) unused_siding(world, figures, measure, *opens, flags);
    if (const auto* floor = policy::as<GateFloor>(measure)) {
      binds_nobody(measure, floor->threshold, rules::bound_firms(world, floor->threshold, floor->firms, measure.from), flags);
    }
    if (const auto* duty = policy::as<RailDuty>(measure)) {
      binds_nobody(measure, duty->threshold, rules::bound_firms(world, duty->threshold, duty->firms, measure.from), flags);
    }
  }
}

}  // namespace railshift::analysis::look
