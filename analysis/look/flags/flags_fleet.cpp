#include "analysis/look/flags/flags_fleet.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"
#include "sim/model/truck_segment.hpp"

namespace railshift::analysis::look {
namespace {

void pool_km(const World& world, const Figures& figures, const PoolRow& row, Flags& flags) {
  const Pool& pool = world.pools[row.pool];
  for (const When when : kWhens) {
    const Kilometres km = row.km_a_truck(when);
    const bool hard = km.value > kHardTruckKm;
    if (row.working == 0 || (!hard && (km.value >= kIdleTruckKm || when == When::last))) continue;
    const std::string why_zh = hard ? "一辆重型车跑不了这么多" : "在用车池偏大或缺少货流";
    const std::string why_en = hard ? "more than a heavy truck can drive" : "the pool is too large or flows are missing";
    const Severity severity = !hard ? Severity::note : when == When::base ? Severity::wrong : Severity::doubtful;
    flags.push_back(
        {severity,
         hard ? "pool_drives_too_far" : "pool_hardly_drives",
         {"tables/pools.csv", pool.id},
         fmt::format("在用车池 {}：{} 辆车在 {} 年每辆要跑 {} 公里（{} {} 公里）：{}", pool.id, row.working, figures.masses.year.at(when),
                     whole(km.value), hard ? "上限" : "下限", whole(hard ? kHardTruckKm : kIdleTruckKm), why_zh),
         fmt::format("pool {}: {} trucks drive {} km each in {} ({} {} km): {}", pool.id, row.working, whole(km.value),
                     figures.masses.year.at(when), hard ? "above" : "below", whole(hard ? kHardTruckKm : kIdleTruckKm), why_en),
         km.value});
    return;
  }
}

/// Trucks that a stated pool must have: working all its hours, without the reserve that sized pools keep.
double least_trucks(const World& world, const PoolRow& row, When when) {
  const double reserve = world.pools[row.pool].trucks ? world.parameter("pool.utilisation", world.settings.start) : 1.0;
  return row.needed.at(when) * reserve;
}

void pool_size(const World& world, const Figures& figures, const PoolRow& row, Flags& flags) {
  const Pool& pool = world.pools[row.pool];
  const auto has = static_cast<double>(pool.trucks ? row.size : row.registered);
  const Name segment = name_of(world, segment_of(world, pool.truck_class));
  for (const When when : kWhens) {
    const double needed = least_trucks(world, row, when);
    if (needed <= has) continue;
    const std::string source_zh = pool.trucks ? std::string("只给定") : "部门车队（" + segment.zh + "）只有";
    const std::string source_en = pool.trucks ? std::string("is stated with") : "the register (" + segment.en + ") has";
    flags.push_back({pool.trucks ? Severity::wrong : Severity::doubtful,
                     "pool_too_small",
                     {"tables/pools.csv", pool.id},
                     fmt::format("在用车池 {} 在 {} 年至少需要 {:.1f} 辆，{} {} 辆", pool.id, figures.masses.year.at(when), needed,
                                 source_zh, whole(has)),
                     fmt::format("pool {} needs at least {:.1f} trucks in {}, but {} {}", pool.id, needed, figures.masses.year.at(when),
                                 source_en, whole(has)),
                     needed - has});
    return;
  }
}

void counted_km(const World& world, const Figures& figures, const CountedRow& row, Flags& flags) {
  const TruckClass& cls = world.truck_classes[row.truck_class];
  const Name name = name_of(world, row.truck_class);
  const Kilometres km = std::max(row.km_a_truck(When::base), row.km_a_truck(When::last));
  if (row.registered > 0 && km.value <= kHardCityKm) return;
  const std::string zh = row.registered == 0 ? std::string("在册中没有这类车")
                                             : fmt::format("每辆每年要跑 {} 公里，超过 {}", whole(km.value), whole(kHardCityKm));
  const std::string en = row.registered == 0 ? std::string("the register has none")
                                             : fmt::format("each drives {} km a year, above {}", whole(km.value), whole(kHardCityKm));
  flags.push_back({Severity::wrong,
                   "counted_drive_too_far",
                   {"tables/register.csv", world.segments[cls.segment].id},
                   fmt::format("{}：{} 年每天 {} 趟，在册 {} 辆：{}", name.zh, figures.masses.year.base, whole(row.trips_a_day.base),
                               row.registered, zh),
                   fmt::format("{}: {} trips a day in {}, {} registered: {}", name.en, whole(row.trips_a_day.base),
                               figures.masses.year.base, row.registered, en),
                   km.value});
}

}  // namespace

void truck_flags(const World& world, const Figures& figures, Flags& flags) {
  for (const PoolRow& row : figures.pools) {
    pool_km(world, figures, row, flags);
    pool_size(world, figures, row, flags);
  }
  for (const CountedRow& row : figures.counted) counted_km(world, figures, row, flags);
}

}  // namespace railshift::analysis::look
