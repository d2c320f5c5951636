#include "sim/scenario/tables/tables_operations.hpp"

#include <fmt/format.h>

namespace railshift::scenario {

TableOf<Station> stations_table() {
  using T = Station;
  return make_table<T>(
      {"stations_service",
       Folder::tables,
       "作业点",
       "places with servers where trucks wait; p1 to p3 in minutes: constant p1, uniform p1..p2, exponential mean p1, erlang mean p1 and "
       "p2 phases, lognormal mean p1 and p2 sigma of log, triangular p1 p2 p3, empirical the rows of service_times",
       {"station_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("station_id", "代码", "id")),
          field(&T::site, ref("site_id", "厂区", "site")),
          field(&T::kind, word("kind", "类别", "kind")),
          field(&T::servers, integer("servers", "台数", "trucks at the same time; 0 = out of use").between(0, 2000).with_range()),
          field(&T::distribution, word("distribution", "分布", "distribution of the service time")),
          field(&T::p1, number("p1", "参数1", "first parameter; empty for empirical").in("min").between(0, 10000).optional()),
          field(&T::p2, number("p2", "参数2", "second parameter").between(0, 10000).optional()),
          field(&T::p3, number("p3", "参数3", "third parameter").between(0, 10000).optional()),
          field(&T::order, integer("order", "次序", "order in which a truck passes the stations of a site").between(0, 100)),
          field(&T::waiting_room,
                integer("waiting_room", "候车位", "trucks that may wait; empty = any number").between(0, 100000).if_given()),
          field(&T::when_full, word("when_full", "满位时", "what a truck does that finds no room; empty = wait_outside").if_given()),
          field(&T::feedback, number("feedback", "返工概率", "probability that a truck must pass feedback_to again after this station")
                                  .between(0, 0.99)
                                  .if_given()),
          field(&T::feedback_to,
                ref("feedback_to", "返回作业点", "this or an earlier station on the same way; empty = this station").if_given()),
      }));
}

TableOf<ServiceTimeRow> service_times_table() {
  using T = ServiceTimeRow;
  return make_table_if_given<T>({"service_times",
                                 Folder::tables,
                                 "实测作业时长",
                                 "measured service times of stations with distribution empirical; each value has its weight",
                                 {"station_id", "minutes"},
                                 "",
                                 {}},
                                with_provenance<T>({
                                    field(&T::station, ref("station_id", "作业点", "station").into("stations_service")),
                                    field(&T::minutes, number("minutes", "时长", "service time").in("min").between(0.001, 10000)),
                                    field(&T::weight, number("weight", "权重", "how often, in any unit").between(0, 1e9)),
                                }));
}

TableOf<Closure> closures_table() {
  using T = Closure;
  return make_table_if_given<T>(
      {"closures",
       Folder::tables,
       "封闭",
       "hours in which a site, a road or the truck legs of a chain are closed; one of the three is named. Trucks wait and go on in order",
       {"closure_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("closure_id", "代码", "id")),
          field(&T::site, ref("site_id", "厂区", "site at which no work starts").optional()),
          field(&T::road, ref("road", "道路", "road that no truck sets out on").into("roads").optional()),
          field(&T::chain, ref("chain_id", "运输链", "chain whose truck legs nobody sets out on").optional()),
          field(&T::from_day, date("from_day", "起始日", "day of the beginning")),
          field(&T::from_h, number("from_h", "起始时刻", "hour of that day").in("h").between(0, 24)),
          field(&T::to_day, date("to_day", "结束日", "day of the end")),
          field(&T::to_h, number("to_h", "结束时刻", "hour of that day").in("h").between(0, 24)),
          field(&T::vehicles_per_hour, number("vehicles_per_hour", "放行流量", "trucks let go per hour after the end; empty = all at once")
                                           .between(0.001, 1e5)
                                           .optional()),
      }));
}

TableOf<Stockyard> stockyards_table() {
  using T = Stockyard;
  return make_table_if_given<T>(
      {"stockyards",
       Folder::tables,
       "堆场",
       "stock of one commodity at a site, event by event: in = trucks fill it and the site uses t_per_day, out = the site makes t_per_day "
       "and "
       "trucks empty it. Trucks wait for room or for goods",
       {"stockyard_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("stockyard_id", "代码", "id")),
          field(&T::site, ref("site_id", "厂区", "site")),
          field(&T::commodity, ref("commodity", "货类", "commodity")),
          field(&T::side, word("side", "方向", "in or out")),
          field(&T::opening, tonnes("opening_t", "期初库存", "stock on the first day").between(0, 1e8)),
          field(&T::capacity, tonnes("capacity_t", "容量", "most that fits; empty = any amount").between(0, 1e8).optional()),
          field(&T::t_per_day, number("t_per_day", "日用量或日产量", "used (in) or made (out) a day, mean of a year")
                                   .in("t/day")
                                   .between(0, 1e6)
                                   .with_range()),
          field(&T::profile, ref("profile_id", "月度分布", "seasons; empty = every day the same").optional()),
          field(&T::order_up_to,
                tonnes("order_up_to_t", "补货上限", "level that flows with release order_up_to fill up to").between(0, 1e8).optional()),
      }));
}

TableOf<HourProfile> hour_profiles_table() {
  using T = HourProfile;
  Fields<T> fields{field(&T::id, id("hour_profile_id", "代码", "id"))};
  for (std::size_t h = 0; h < 24; ++h) {
    const std::string name = fmt::format("h{:02}", h);
    FieldInfo info = share(name.c_str(), "该小时占比", "share of the day in the hour from this one on; the 24 sum to 1");
    fields.push_back(
        {std::move(info), [h](T& row, const Cell& cell, const FieldInfo& i, Decoder& d) { decode(row.share.at(h), cell, i, d); }});
  }
  return make_table_if_given<T>({"hour_profiles", Folder::tables, "日内分布", "hours as shares of a day", {"hour_profile_id"}, "", {}},
                                with_provenance<T>(std::move(fields)));
}

}  // namespace railshift::scenario
