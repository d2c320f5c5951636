#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/relations.hpp"

namespace railshift::analysis::look {
namespace {

/// Gross weight of a size class, tonnes: GA 802 draws the lines at 1.8, 4.5 and 12 t, GB 1589 ends at 49 t; a sixth for overloading.
double most_gross(VehicleType type) {
  switch (type) {
    case VehicleType::heavy:
      return 57.0;
    case VehicleType::medium:
      return 14.0;
    case VehicleType::light:
      return 5.25;
    case VehicleType::mini:
      return 2.1;
  }
  return 57.0;
}

void weigh(const Where& where, const std::string& id, const TruckClass& cls, Kilograms payload, Relations& out) {
  const double load = to_tonnes(payload).value, tare = cls.tare.value;
  if (tare <= 0.0) return;
  out.push_back({where,
                 {fmt::format("{} 载质量与自重之比", id), fmt::format("payload over tare of {}", id)},
                 load / tare,
                 0.25,
                 3.2,
                 "",
                 {"假设：厢式车约 0.4，六轴半挂车约 2", "assumed: some 0.4 for vans, some 2 for six-axle semitrailers"}});
  out.push_back({where,
                 {fmt::format("{} 总质量", id), fmt::format("gross weight of {}", id)},
                 load + tare,
                 0.5,
                 most_gross(cls.vehicle_type),
                 "t",
                 {"GB 1589 总质量限值 49 吨，GA 802 车型分界 1.8、4.5、12 吨，另容许超载六分之一",
                  "GB 1589: at most 49 t; GA 802: size classes end at 1.8, 4.5 and 12 t; a sixth more for overloading"}});
}

void relate_trucks(const World& world, Relations& out) {
  for (const TruckClass& cls : world.truck_classes) weigh({"parameters/truck_classes.csv", cls.id}, cls.id, cls, cls.payload, out);
  for (const Flow& flow : world.flows) {
    const TruckClass& cls = world.truck_classes[flow.truck_class];
    if (flow.payload != cls.payload) weigh({"tables/flows.csv", flow.id}, flow.id, cls, flow.payload, out);
  }
  for (const EmissionFactor& f : world.emission_factors) {
    if (f.empty.value <= 0.0) continue;
    out.push_back({{"parameters/emission_factors.csv", f.id},
                   {fmt::format("{} 重载与空载之比", f.id), fmt::format("loaded over empty of {}", f.id)},
                   f.loaded.value / f.empty.value,
                   0.8,
                   4.0,
                   "",
                   {"假设：重载排放为空载的一至三倍", "assumed: a loaded truck emits one to three times as much"}});
  }
}

void relate_lanes(const World& world, Relations& out) {
  for (const Link& link : world.links) {
    if (link.capacity_pcu_h <= 0.0) continue;
    out.push_back({{"network/link.csv", link.id},
                   {fmt::format("道路 {} 每车道通行能力", link.name_zh), fmt::format("capacity of a lane of road {}", link.name_zh)},
                   link.capacity_pcu_h / link.lanes,
                   250.0,
                   2400.0,
                   "pcu/h",
                   {"高速公路基本通行能力每车道 2200 左右，地方道路几百",
                    "a lane of a motorway passes some 2,200, one of a local road some hundreds"}});
  }
}

/// Bands meet: what a load costs must not jump where one begins.
void relate_rates(const World& world, Relations& out) {
  std::vector<const RoadRate*> bands;
  for (const RoadRate& rate : world.road_rates) bands.push_back(&rate);
  std::sort(bands.begin(), bands.end(), [](const RoadRate* a, const RoadRate* b) { return a->over.value < b->over.value; });
  const auto price = [](const RoadRate& rate, double km) { return rate.fixed.value + rate.yuan_per_t_km * km; };
  for (std::size_t i = 1; i < bands.size(); ++i) {
    const double km = bands[i]->over.value, before = price(*bands[i - 1], km), after = price(*bands[i], km);
    if (before <= 0.0) continue;
    out.push_back({{"parameters/road_rates.csv", bands[i]->id},
                   {fmt::format("{:.4g} 公里处运价由 {:.1f} 变为 {:.1f} 元/吨，两者之比", km, before, after),
                    fmt::format("at {:.4g} km the price goes from {:.1f} to {:.1f} yuan/t, a ratio of", km, before, after)},
                   after / before,
                   0.88,
                   1.13,
                   "",
                   {"假设：相邻区段在分界处相接", "assumed: bands meet where one begins"}});
  }
}

void relate_processes(const World& world, Relations& out) {
  for (const Process& process : world.processes) {
    double in = 0.0, made = 0.0;
    for (const ProcessIo& io : process.io) {
      const double t = io.t_per_t.on(world.settings.start).value_or(0.0);
      if (io.role == IoRole::in) in += t;
      if (io.role == IoRole::out) made += t;
    }
    if (in <= 0.0 || made <= 0.0) continue;
    out.push_back({{"tables/process_io.csv", process.id},
                   {fmt::format("工序 {} 产出与投入之比", process.id), fmt::format("output over input of process {}", process.id)},
                   made / in,
                   0.07,
                   1.7,
                   "",
                   {"质量守恒：空气和水至多再加一半，燃烧至少剩下灰渣",
                    "mass is conserved: air and water add little more than half, and burning leaves its ash"}});
  }
}

void relate_sidings(const World& world, Relations& out) {
  for (const Siding& siding : world.sidings) {
    if (siding.train_hours.value <= 0.0 || siding.capacity.value <= 0.0) continue;
    const double tracks = 24.0 / siding.train_hours.value * siding.tracks * to_tonnes(siding.train_load).value;
    const Name name = name_of(world, world.sidings.id_of(siding));
    out.push_back(
        {{"tables/sidings.csv", siding.id},
         {fmt::format("{} 日能力 {:.0f} 吨与 {} 条装卸线一天能装卸的 {:.0f} 吨之比", name.zh, siding.capacity.value, siding.tracks, tracks),
          fmt::format("{}: {:.0f} t a day over the {:.0f} t that {} tracks can handle", name.en, siding.capacity.value, tracks,
                      siding.tracks)},
         siding.capacity.value / tracks,
         0.04,
         1.25,
         "",
         {"t_per_day 与 tracks × 24 ÷ train_hours × train_t", "t_per_day against tracks x 24 / train_hours x train_t"}});
  }
}

void relate_stations(const World& world, const Figures& figures, Relations& out) {
  for (const StationRow& row : figures.gates.stations) {
    const Station& station = world.stations[row.station];
    const Name site = name_of(world, station.site);
    const Where where{"tables/stations_service.csv", station.id};
    if (row.trucks > 0.0 && station.servers > 1)
      out.push_back(
          {where,
           {fmt::format("{} 台位 {} 最忙月份占用率", site.zh, station.id), fmt::format("{}: station {} is busy", site.en, station.id)},
           row.used * kPercent,
           3.0,
           100.0,
           "%",
           {"假设：没有人建三十倍的台位", "assumed: nobody builds thirty times the places that are needed"}});
    if (station.distribution == Distribution::lognormal)
      out.push_back({where,
                     {fmt::format("台位 {} 的对数标准差 p2", station.id), fmt::format("sigma of log (p2) of station {}", station.id)},
                     station.p2,
                     0.08,
                     2.0,
                     "",
                     {"假设：作业时长的变异系数约 0.1—5", "assumed: service times vary by a tenth of their mean to five times"}});
  }
}

void relate_stocks(const World& world, Relations& out) {
  for (const Stockyard& yard : world.stockyards) {
    if (yard.t_per_day <= 0.0) continue;
    const auto days = [&](const char* column, Tonnes tonnes, double least) {
      out.push_back({{"tables/stockyards.csv", yard.id},
                     {fmt::format("堆场 {} 的 {} 够用", yard.id, column), fmt::format("{} of stockyard {} lasts", column, yard.id)},
                     tonnes.value / yard.t_per_day,
                     least,
                     200.0,
                     "d",
                     {"假设：几小时到半年", "assumed: some hours to half a year"}});
    };
    days("opening_t", yard.opening, 0.0);
    if (yard.capacity) days("capacity_t", *yard.capacity, 0.05);
    if (yard.order_up_to) days("order_up_to_t", *yard.order_up_to, 0.05);
  }
}

}  // namespace

void relations_of_things(const World& world, const Figures& figures, Relations& out) {
  relate_trucks(world, out);
  relate_lanes(world, out);
  relate_rates(world, out);
  relate_processes(world, out);
  relate_sidings(world, out);
  relate_stations(world, figures, out);
  relate_stocks(world, out);
}

}  // namespace railshift::analysis::look
