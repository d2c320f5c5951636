// Flags on trucks, railway and measures: flag_rules.hpp.
#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "analysis/look/flag_rules.hpp"
#include "analysis/look/thresholds.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/chain_service.hpp"
#include "sim/rules/duty.hpp"

namespace railshift::analysis::look {
namespace {

/// Base-year tonnes above capacity by less than this (relative) are rounding.
constexpr double kRounding = 1e-9;

void pool_km(const World& world, const Look& look, const PoolRow& row, Flags& flags) {
  const Pool& pool = world.pools[row.pool];
  for (const When when : kWhens) {
    const Kilometres km = row.km_a_truck(when);
    const bool hard = km.value > kHardTruckKm;
    if (row.working == 0 || (!hard && (km.value >= kIdleTruckKm || when == When::last))) continue;
    const std::string why_zh = hard ? "一辆重型车跑不了这么多" : "车池偏大或缺少货流";
    const std::string why_en = hard ? "more than a heavy truck can drive" : "the pool is too large or flows are missing";
    const Severity severity = !hard ? Severity::note : when == When::base ? Severity::wrong : Severity::doubtful;
    flags.push_back(
        {severity,
         hard ? "pool_drives_too_far" : "pool_hardly_drives",
         {"tables/pools.csv", pool.id},
         fmt::format("车池 {}：{} 辆车在 {} 年每辆要跑 {} 公里（{} {} 公里）：{}", pool.id, row.working, look.masses.year.at(when),
                     whole(km.value), hard ? "上限" : "下限", whole(hard ? kHardTruckKm : kIdleTruckKm), why_zh),
         fmt::format("pool {}: {} trucks drive {} km each in {} ({} {} km): {}", pool.id, row.working, whole(km.value),
                     look.masses.year.at(when), hard ? "above" : "below", whole(hard ? kHardTruckKm : kIdleTruckKm), why_en),
         km.value});
    return;
  }
}

/// Trucks that a stated pool must have: working all its hours, without the reserve that sized pools keep.
double least_trucks(const World& world, const PoolRow& row, When when) {
  const double reserve = world.pools[row.pool].trucks ? world.parameter("pool.utilisation", world.settings.start) : 1.0;
  return row.needed.at(when) * reserve;
}

void pool_size(const World& world, const Look& look, const PoolRow& row, Flags& flags) {
  const Pool& pool = world.pools[row.pool];
  const auto has = static_cast<double>(pool.trucks ? row.size : row.registered);
  const Name segment = name_of(world, world.truck_classes[pool.truck_class].segment);
  for (const When when : kWhens) {
    const double needed = least_trucks(world, row, when);
    if (needed <= has) continue;
    const std::string source_zh = pool.trucks ? std::string("只给定") : "登记车队（" + segment.zh + "）只有";
    const std::string source_en = pool.trucks ? std::string("is stated with") : "the register (" + segment.en + ") has";
    flags.push_back(
        {pool.trucks ? Severity::wrong : Severity::doubtful,
         "pool_too_small",
         {"tables/pools.csv", pool.id},
         fmt::format("车池 {} 在 {} 年至少需要 {:.1f} 辆，{} {} 辆", pool.id, look.masses.year.at(when), needed, source_zh, whole(has)),
         fmt::format("pool {} needs at least {:.1f} trucks in {}, but {} {}", pool.id, needed, look.masses.year.at(when), source_en,
                     whole(has)),
         needed - has});
    return;
  }
}

void counted_km(const World& world, const Look& look, const CountedRow& row, Flags& flags) {
  const TruckClass& cls = world.truck_classes[row.truck_class];
  const Name name = name_of(world, row.truck_class);
  const Kilometres km = std::max(row.km_a_truck(When::base), row.km_a_truck(When::last));
  if (row.registered > 0 && km.value <= kHardCityKm) return;
  const std::string zh = row.registered == 0 ? std::string("登记中没有这类车")
                                             : fmt::format("每辆每年要跑 {} 公里，超过 {}", whole(km.value), whole(kHardCityKm));
  const std::string en = row.registered == 0 ? std::string("the register has none")
                                             : fmt::format("each drives {} km a year, above {}", whole(km.value), whole(kHardCityKm));
  flags.push_back(
      {Severity::wrong,
       "counted_drive_too_far",
       {"tables/register.csv", world.segments[cls.segment].id},
       fmt::format("{}：{} 年每天 {} 趟，登记 {} 辆：{}", name.zh, look.masses.year.base, whole(row.trips_a_day.base), row.registered, zh),
       fmt::format("{}: {} trips a day in {}, {} registered: {}", name.en, whole(row.trips_a_day.base), look.masses.year.base,
                   row.registered, en),
       km.value});
}

/// The direction of a section that is used most.
void section_load(const World& world, const Look& look, const SectionRow& row, Flags& flags) {
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
                   section.slots_per_day, look.masses.year.base, base * kPercent, look.masses.year.last,
                   row.load(world, When::last) * kPercent, row.load_asked(world) * kPercent),
       fmt::format(
           "{} (from {}), {} paths a day: {:.0f}% used in {} with background trains, {:.0f}% in {} at base shares, {:.0f}% by wishes",
           name.en, from.zh, section.slots_per_day, base * kPercent, look.masses.year.base, row.load(world, When::last) * kPercent,
           look.masses.year.last, row.load_asked(world) * kPercent),
       worst});
}

void siding_load(const World& world, const Look& look, const SidingRow& row, Flags& flags) {
  const Siding& siding = world.sidings[row.siding];
  const Name name = name_of(world, row.siding);
  const Where where{"tables/sidings.csv", siding.id};
  if (row.tonnes.base.value > row.capacity.base.value * (1.0 + kRounding)) {
    flags.push_back({Severity::wrong, "siding_over_capacity", where,
                     fmt::format("{}：基年分担率给它 {}，{} 年能力只有 {}", name.zh, tonnes_zh(row.tonnes.base), look.masses.year.base,
                                 tonnes_zh(row.capacity.base)),
                     fmt::format("{}: base shares give it {}, but it can take {} in {}", name.en, tonnes_en(row.tonnes.base),
                                 tonnes_en(row.capacity.base), look.masses.year.base),
                     row.tonnes.base.value - row.capacity.base.value});
  } else if (row.months_over > 0) {
    flags.push_back({Severity::doubtful, "siding_asked_too_much", where,
                     fmt::format("{}：{} 年按意愿要 {}，能力 {}，有 {} 个月装不下，余下的改走公路", name.zh, look.masses.year.last,
                                 tonnes_zh(row.asked), tonnes_zh(row.capacity.last), row.months_over),
                     fmt::format("{}: asked for {} in {}, can take {}; {} months are over capacity and the rest goes by road", name.en,
                                 tonnes_en(row.asked), look.masses.year.last, tonnes_en(row.capacity.last), row.months_over),
                     row.asked.value - row.capacity.last.value});
  }
  if (row.used && !rules::siding_in_service(world, row.siding)) {
    flags.push_back({Severity::doubtful, "siding_never_opens", where, fmt::format("{} 始终没有投用日期，用它的运输链永远不通", name.zh),
                     fmt::format("{} never comes into service: its chains stay closed", name.en)});
  }
}

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

void unused_siding(const World& world, const Look& look, const Measure& measure, const SidingOpens& opens, Flags& flags) {
  if (look.railway.sidings[opens.siding.index].used) return;
  const Name name = name_of(world, opens.siding);
  flags.push_back({Severity::wrong,
                   "opened_siding_unused",
                   {"scenario.toml", measure.id},
                   fmt::format("措施 {} 开通 {}，但没有运输链经过它：措施不起作用", measure.id, name.zh),
                   fmt::format("measure {} opens {}, but no chain uses it: the measure does nothing", measure.id, name.en)});
}

}  // namespace

void truck_flags(const World& world, const Look& look, Flags& flags) {
  for (const PoolRow& row : look.pools) {
    pool_km(world, look, row, flags);
    pool_size(world, look, row, flags);
  }
  for (const CountedRow& row : look.counted) counted_km(world, look, row, flags);
}

void railway_flags(const World& world, const Look& look, Flags& flags) {
  for (const SidingRow& row : look.railway.sidings) siding_load(world, look, row, flags);
  const auto worst = [&world](const SectionRow& r) {
    return std::max({r.load(world, When::base), r.load(world, When::last), r.load_asked(world)});
  };
  for (std::size_t s = 0; s + 1 < look.railway.sections.size(); s += 2) {
    const SectionRow& there = look.railway.sections[s];
    const SectionRow& back = look.railway.sections[s + 1];
    section_load(world, look, worst(back) > worst(there) ? back : there, flags);
  }
}

void measure_flags(const World& world, const Look& look, Flags& flags) {
  for (const Measure& measure : world.measures) {
    if (const auto* frozen = policy::as<FrozenBaseOrder>(measure)) empty_base(world, measure, *frozen, flags);
    if (const auto* opens = policy::as<SidingOpens>(measure)) unused_siding(world, look, measure, *opens, flags);
    if (const auto* floor = policy::as<GateFloor>(measure)) {
      binds_nobody(measure, floor->threshold, rules::bound_firms(world, floor->threshold, floor->firms, measure.from), flags);
    }
    if (const auto* duty = policy::as<RailDuty>(measure)) {
      binds_nobody(measure, duty->threshold, rules::bound_firms(world, duty->threshold, duty->firms, measure.from), flags);
    }
  }
}

}  // namespace railshift::analysis::look
