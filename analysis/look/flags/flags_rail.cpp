#include "analysis/look/flags/flags_rail.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis::look {
namespace {

/// Base-year tonnes above capacity by less than this (relative) are rounding.
constexpr double kRounding = 1e-9;

/// The direction of a section that is used most.
void section_load(const World& world, const Figures& figures, const SectionRow& row, Flags& flags) {
  const RailSection& section = world.rail_sections[row.section];
  const Name name = name_of(world, row.section);
  const double base = row.load(world, When::base);
  const double worst = std::max({base, row.load(world, When::last), row.load_asked(world)});
  if (worst <= kFullLine) return;
  const Severity severity = base > 1.0 ? Severity::wrong : worst > 1.0 ? Severity::doubtful : Severity::note;
  const Name from{world.nodes[row.forward ? section.from : section.to].name_zh, ""};
  flags.push_back(
      {severity,
       "line_too_full",
       {"network/rail_sections.csv", section.id},
       fmt::format("{}（自{}）每天 {} 条运行线：含背景列车 {} 年用 {:.0f}%，{} 年按基年分担用 {:.0f}%、按意愿用 {:.0f}%", name.zh, from.zh,
                   section.slots_per_day, figures.masses.year.base, base * kPercent, figures.masses.year.last,
                   row.load(world, When::last) * kPercent, row.load_asked(world) * kPercent),
       fmt::format(
           "{} (from {}), {} paths a day: {:.0f}% used in {} with background trains, {:.0f}% in {} at base shares, {:.0f}% by wishes",
           name.en, from.zh, section.slots_per_day, base * kPercent, figures.masses.year.base, row.load(world, When::last) * kPercent,
           figures.masses.year.last, row.load_asked(world) * kPercent),
       worst});
}

void siding_load(const World& world, const Figures& figures, const SidingRow& row, Flags& flags) {
  const Siding& siding = world.sidings[row.siding];
  const Name name = name_of(world, row.siding);
  const Where where{"tables/sidings.csv", siding.id};
  if (row.tonnes.base.value > row.capacity.base.value * (1.0 + kRounding)) {
    flags.push_back({Severity::wrong, "siding_over_capacity", where,
                     fmt::format("{}：基年分担率给它 {}，{} 年能力只有 {}", name.zh, tonnes_zh(row.tonnes.base), figures.masses.year.base,
                                 tonnes_zh(row.capacity.base)),
                     fmt::format("{}: base shares give it {}, but it can take {} in {}", name.en, tonnes_en(row.tonnes.base),
                                 tonnes_en(row.capacity.base), figures.masses.year.base),
                     row.tonnes.base.value - row.capacity.base.value});
  } else if (row.months_over > 0) {
    flags.push_back({Severity::doubtful, "siding_asked_too_much", where,
                     fmt::format("{}：{} 年按意愿要 {}，能力 {}，有 {} 个月装不下，余下的由其他运输链分担", name.zh,
                                 figures.masses.year.last, tonnes_zh(row.asked), tonnes_zh(row.capacity.last), row.months_over),
                     fmt::format("{}: asked for {} in {}, can take {}; {} months are over capacity and other chains take the rest", name.en,
                                 tonnes_en(row.asked), figures.masses.year.last, tonnes_en(row.capacity.last), row.months_over),
                     row.asked.value - row.capacity.last.value});
  }
  if (row.used && !rules::siding_in_service(world, row.siding)) {
    flags.push_back({Severity::doubtful, "siding_never_opens", where, fmt::format("{} 始终没有投用日期，用它的运输链永远不通", name.zh),
                     fmt::format("{} never comes into service: its chains stay closed", name.en)});
  }
}

}  // namespace

void railway_flags(const World& world, const Figures& figures, Flags& flags) {
  for (const SidingRow& row : figures.railway.sidings) siding_load(world, figures, row, flags);
  const auto worst = [&world](const SectionRow& r) {
    return std::max({r.load(world, When::base), r.load(world, When::last), r.load_asked(world)});
  };
  for (std::size_t s = 0; s + 1 < figures.railway.sections.size(); s += 2) {
    const SectionRow& there = figures.railway.sections[s];
    const SectionRow& back = figures.railway.sections[s + 1];
    section_load(world, figures, worst(back) > worst(there) ? back : there, flags);
  }
}

}  // namespace railshift::analysis::look
