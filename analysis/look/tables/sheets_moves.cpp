#include "analysis/look/tables/sheets_moves.hpp"

#include <algorithm>

#include "sim/model/truck_segment.hpp"

namespace railshift::analysis::look {
namespace {

std::string station_word(const Scribe& s, StationKind kind) {
  switch (kind) {
    case StationKind::gate:
      return s.say("门岗", "gate");
    case StationKind::weighbridge:
      return s.say("地磅", "weighbridge");
    case StationKind::load:
      return s.say("装车", "loading");
    case StationKind::unload:
      return s.say("卸车", "unloading");
    case StationKind::repair:
      return s.say("维修", "repair");
  }
  return {};
}

}  // namespace

Sheet gate_sheet(const Scribe& s) {
  Sheet sheet{
      "gates",
      s.say("各厂区门口每天重车数", "Loaded trucks a day at the gate of each site"),
      s.say("单位：辆/日，全年平均（365 天），按基年分担率；空车另有同样多。进厂专用线内的短驳不过门，不计。",
            "Trucks a day, mean of 365 days, at base shares; as many pass empty. Trucks between the works and its own siding inside the "
            "fence do not pass the gate."),
      {s.say("厂区", "site"), s.heading(When::base, "出 (辆/日)", "out (a day)"), s.heading(When::base, "进 (辆/日)", "in (a day)"),
       s.heading(When::last, "出 (辆/日)", "out (a day)"), s.heading(When::last, "进 (辆/日)", "in (a day)"),
       s.say("最忙月份进出 (辆/日)", "busiest month, both (a day)"), s.say("平均间隔 (秒)", "mean headway (s)")},
      {}};
  constexpr double kSecondsADay = 86400.0;
  for (const GateRow& row : s.look().gates.sites) {
    sheet.rows.push_back({s.say(name_of(s.world(), row.site)), Cell{row.out.base, 0}, Cell{row.in.base, 0}, Cell{row.out.last, 0},
                          Cell{row.in.last, 0}, Cell{row.busiest, 0}, Cell{kSecondsADay / row.busiest, 0}});
  }
  return sheet;
}

Sheet station_sheet(const Scribe& s) {
  Sheet sheet{
      "stations",
      s.say("台位忙闲", "How busy the stations are"),
      s.say("最忙月份的车数 × 平均服务时间 ÷（台位数 × 24 小时）；超过 85% 排队很长，超过 100% 队伍只增不减。",
            "Trucks of the busiest month x mean service time / (servers x 24 h). Above 85% queues are long, above 100% they never end."),
      {s.say("厂区", "site"), s.say("台位", "station"), s.say("种类", "kind"), s.say("台位数", "servers"),
       s.say("车 (辆/日)", "trucks (a day)"), s.say("占用 (%)", "used (%)")},
      {}};
  std::vector<StationRow> rows = s.look().gates.stations;
  std::stable_sort(rows.begin(), rows.end(), [](const StationRow& a, const StationRow& b) { return a.used > b.used; });
  for (const StationRow& row : rows) {
    const Station& station = s.world().stations[row.station];
    sheet.rows.push_back({s.say(name_of(s.world(), station.site)), station.id, station_word(s, station.kind),
                          Cell{static_cast<double>(station.servers), 0}, Cell{row.trucks, 0}, Cell{row.used * kPercent, 0}});
  }
  return sheet;
}

Sheet pool_sheet(const Scribe& s) {
  Sheet sheet{
      "pools",
      s.say("在用车池：需要与在册，每车年行驶里程", "Pools: trucks needed and registered, kilometres a truck and year"),
      s.say(
          "需要 = 车时 ÷（365 × 班时 × 可用率 × 利用率），车时含空返和装卸，不排队；在册 = "
          "本部门车队在册数减去前面的在用车池已用的。每车里程含空驶。",
          "Needed = truck-hours / (365 x shift x availability x utilisation), with empty returns and service, without queues. Registered = "
          "trucks of the segment that no pool above has taken. Kilometres include empty runs."),
      {s.say("在用车池", "pool"), s.say("车型", "class"), s.say("部门车队", "segment"),
       s.heading(When::base, "车时 (万小时)", "truck-hours (10⁴ h)"), s.heading(When::base, "需要 (辆)", "needed (trucks)"),
       s.heading(When::last, "需要 (辆)", "needed (trucks)"), s.say("给定 (辆)", "stated (trucks)"),
       s.say("在册 (辆)", "registered (trucks)"), s.heading(When::base, "每车 (公里)", "each (km)"),
       s.heading(When::last, "每车 (公里)", "each (km)")},
      {}};
  for (const PoolRow& row : s.look().pools) {
    const Pool& pool = s.world().pools[row.pool];
    const Id<Segment> segment = segment_of(s.world(), pool.truck_class);
    sheet.rows.push_back({pool.id, s.say(name_of(s.world(), pool.truck_class)), s.say(name_of(s.world(), segment)),
                          Cell{row.truck_hours.base.value / 1e4, 1}, Cell{row.needed.base, 0}, Cell{row.needed.last, 0},
                          pool.trucks ? Cell{static_cast<double>(*pool.trucks), 0} : Cell{"—"},
                          Cell{static_cast<double>(row.registered), 0}, Cell{row.km_a_truck(When::base).value, 0},
                          Cell{row.km_a_truck(When::last).value, 0}});
  }
  return sheet;
}

Sheet counted_sheet(const Scribe& s) {
  Sheet sheet{"counted",
              s.say("按趟计数的车型", "Truck classes whose trips are counted"),
              s.say("这些车不逐辆模拟。每车里程 = 往返里程 ÷ 在册的全部同队车辆。",
                    "These trucks are not simulated one by one. Kilometres each = there and back / all registered trucks of the segment."),
              {s.say("车型", "class"), s.say("部门车队", "segment"), s.say("在册 (辆)", "registered (trucks)"),
               s.heading(When::base, "趟 (/日)", "trips (a day)"), s.heading(When::last, "趟 (/日)", "trips (a day)"),
               s.heading(When::base, "每车 (公里)", "each (km)"), s.heading(When::last, "每车 (公里)", "each (km)")},
              {}};
  for (const CountedRow& row : s.look().counted) {
    sheet.rows.push_back({s.say(name_of(s.world(), row.truck_class)), s.say(name_of(s.world(), segment_of(s.world(), row.truck_class))),
                          Cell{static_cast<double>(row.registered), 0}, Cell{row.trips_a_day.base, 0}, Cell{row.trips_a_day.last, 0},
                          Cell{row.km_a_truck(When::base).value, 0}, Cell{row.km_a_truck(When::last).value, 0}});
  }
  return sheet;
}

}  // namespace railshift::analysis::look
