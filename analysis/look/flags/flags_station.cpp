#include "analysis/look/flags/flags_station.hpp"

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/thresholds.hpp"

namespace railshift::analysis::look {
namespace {

void missing_stations(const World& world, const Figures& figures, Flags& flags) {
  for (const MissingStation& lack : figures.gates.missing) {
    if (lack.trucks <= kManyTrucksADay) continue;
    const Name name = name_of(world, lack.site);
    const bool load = lack.kind == StationKind::load;
    flags.push_back({Severity::doubtful,
                     "no_station",
                     {"tables/stations_service.csv", world.sites[lack.site].id},
                     fmt::format("{} 最忙月份每天有 {} 辆车{}，但没有{}台位行：不会排队", name.zh, whole(lack.trucks),
                                 load ? "装货" : "卸货", load ? "装车" : "卸车"),
                     fmt::format("{}: {} trucks a day {} in the busiest month, but no row for it: no queue can form", name.en,
                                 whole(lack.trucks), load ? "load" : "unload"),
                     lack.trucks});
  }
}

void busy_stations(const World& world, const Figures& figures, Flags& flags) {
  for (const StationRow& row : figures.gates.stations) {
    if (row.used <= kBusyStation) continue;
    const Station& s = world.stations[row.station];
    const Name name = name_of(world, s.site);
    const bool never = row.used > 1.0;
    flags.push_back(
        {never ? Severity::wrong : Severity::doubtful,
         "busy_station",
         {"tables/stations_service.csv", s.id},
         fmt::format("{} 的台位 {}（{} 个）在最忙月份每天 {:.0f} 车，占用 {:.0f}%：{}", name.zh, s.id, s.servers, row.trucks,
                     row.used * kPercent, never ? "队伍只增不减" : "排队很长"),
         fmt::format("{}: station {} ({} servers) serves {:.0f} trucks a day in the busiest month, {:.0f}% of its time: {}", name.en, s.id,
                     s.servers, row.trucks, row.used * kPercent, never ? "its queue never ends" : "queues are long"),
         row.used});
  }
}

}  // namespace

void station_flags(const World& world, const Figures& figures, Flags& flags) {
  busy_stations(world, figures, flags);
  missing_stations(world, figures, flags);
}

}  // namespace railshift::analysis::look
