#include "sim/scenario/tables/tables_places.hpp"

#include <fmt/format.h>

namespace railshift::scenario {

TableOf<Firm> firms_table() {
  return make_table<Firm>(
      {"firms", Folder::tables, "企业", "firms; thresholds such as 150万吨 hold per firm", {"firm_id"}, "", {}},
      {
          field(&Firm::id, id("firm_id", "企业代码", "id")),
          field(&Firm::name_zh, text("name_zh", "中文名", "name in Chinese")),
          field(&Firm::name_en, text("name_en", "英文名", "name in English")),
          field(&Firm::county, text("county", "县区代码", "county code; empty outside the study area").optional()),
          field(
              &Firm::is_sum,
              yes_no("is_sum", "是否合计", "several firms in one row: a threshold per firm cannot be judged on it; default no").if_given()),
      });
}

TableOf<SiteRow> sites_table() {
  using T = SiteRow;
  return make_table<T>(
      {"sites", Folder::tables, "厂区和矿区", "sites: places of firms", {"site_id"}, "", {}},
      with_provenance<T>({
          field_in<T>(&T::id, id("site_id", "代码", "id")),
          field_in<T>(&T::name_zh, text("name_zh", "中文名", "name in Chinese")),
          field_in<T>(&T::name_en, text("name_en", "英文名", "name in English")),
          field_in<T>(&T::firm, ref("firm_id", "企业", "firm")),
          field_in<T>(&T::kind, word("kind", "类别", "kind")),
          field_in<T>(&T::county, text("county", "县区代码", "county code; empty outside the study area").optional()),
          field_in<T>(&T::node, ref("node_id", "路网节点", "road node; outside sites hang on a gateway")),
          field_in<T>(&T::lon, number("lon", "经度", "longitude").in("degree").between(-180, 180)),
          field_in<T>(&T::lat, number("lat", "纬度", "latitude").in("degree").between(-90, 90)),
          field_in<T>(&T::opens, date("opens", "投用日", "first day with activity; empty = from the start").optional()),
          field_in<T>(&T::closes, date("closes", "关闭日", "first day without activity; empty = never").optional()),
          field_in<T>(&T::outer_km, number("outer_km", "外接里程", "outside: road beyond the gateway; inside: access road")
                                        .in("km")
                                        .between(0, 10000)
                                        .optional()),
          field_in<T>(&T::outer_h, number("outer_h", "外接时间", "time for outer_km").in("h").between(0, 720).optional()),
          field_in<T>(&T::work_from_h, number("work_from_h", "开工时刻", "hour from which trucks are served; empty = round the clock")
                                           .in("h")
                                           .between(0, 24)
                                           .if_given()),
          field_in<T>(&T::work_to_h,
                      number("work_to_h", "收工时刻", "hour from which no service starts; before work_from_h = over midnight")
                          .in("h")
                          .between(0, 24)
                          .if_given()),
      }));
}

TableOf<FirmClassRow> firm_classes_table() {
  using T = FirmClassRow;
  return make_table_if_given<T>(
      {"firm_classes",
       Folder::tables,
       "企业绩效等级",
       "performance classes of firms by day, without any measure: firms without a row are unrated",
       {"firm_id"},
       "valid_from",
       {}},
      with_provenance<T>({
          field(&T::firm, ref("firm_id", "企业", "firm").into("firms")),
          field(&T::valid_from, date("valid_from", "起始日", "first day of the class; before the first the firm is unrated")),
          field(&T::firm_class, word("firm_class", "绩效等级", "class of the firm; leading (引领性) stands with A")),
      }));
}

TableOf<CountyFigureRow> county_figures_table() {
  using T = CountyFigureRow;
  return make_table_if_given<T>(
      {"county_figures",
       Folder::tables,
       "县区指标",
       "figures of counties by which documents pick them, each from the day on which it is known",
       {"county", "figure"},
       "valid_from",
       {}},
      with_provenance<T>({
          field(&T::county, ref("county", "县区代码", "county of sites or of trucks").into("counties of sites and trucks")),
          field(&T::figure, word("figure", "指标",
                                 "pm25: yearly mean of PM2.5 in ug/m3; rank_from_last: place in the ranking that the document means, "
                                 "counted from the worst, which is 1")),
          field(&T::valid_from, date("valid_from", "起始日", "day from which the value is known; nothing is known before the first")),
          field(&T::value, number("value", "值", "in ug/m3, or a place in the ranking").between(0, 3000).with_range()),
      }));
}

TableOf<ProcessRow> processes_table() {
  using T = ProcessRow;
  return make_table<T>(
      {"processes",
       Folder::tables,
       "工序",
       "processes and their activity: linear between the given days, flat before and after",
       {"process_id"},
       "valid_from",
       {}},
      with_provenance<T>({
          field(&T::id, id("process_id", "工序代码", "id")),
          field(&T::site, ref("site_id", "所在厂区", "site")),
          field(&T::driver_commodity, id("driver_commodity", "驱动量", "what t_per_year counts; a label")),
          field(&T::valid_from, date("valid_from", "起始日", "day of the value")),
          field(&T::rate, tonnes("t_per_year", "年产量", "tonnes of the driver").in("t/year").between(0, 1e9).with_range()),
      }));
}

TableOf<IoRow> process_io_table() {
  using T = IoRow;
  return make_table<T>(
      {"process_io",
       Folder::tables,
       "工序投入产出",
       "inputs, outputs and losses per tonne of the driver",
       {"process_id", "commodity", "role"},
       "valid_from",
       {}},
      with_provenance<T>({
          field(&T::process, ref("process_id", "工序", "process").into("processes")),
          field(&T::commodity,
                ref("commodity", "货类或需求组", "commodity, or for inputs a need_group").into("commodities and need groups")),
          field(&T::role, word("role", "方向", "a loss takes from the site's output")),
          field(&T::valid_from, date("valid_from", "起始日", "first day of the value")),
          field(&T::t_per_t, number("t_per_t", "单位用量", "tonnes per tonne of the driver").in("t/t").between(0, 1000).with_range()),
      }));
}

TableOf<FlowRow> flows_table() {
  using T = FlowRow;
  return make_table<T>(
      {"flows",
       Folder::tables,
       "货流",
       "flows: shares of site balances. Pushes and pulls are solved first, then rests; every inside site closes to 0 kg",
       {"flow_id"},
       "valid_from",
       {}},
      with_provenance<T>({
          field_in<T>(&T::id, id("flow_id", "货流代码", "id")),
          field_in<T>(&T::commodity, ref("commodity", "货类", "commodity")),
          field_in<T>(&T::origin, ref("origin", "起点", "site")),
          field_in<T>(&T::destination, ref("destination", "终点", "site")),
          field_in<T>(&T::rule, word("rule", "规则", "what the share is of: output, need, what remains of them, or t a year")),
          field(&T::valid_from, date("valid_from", "起始日", "first day; the first row of a flow is not after the start of the run")),
          field(&T::value, tonnes("share_or_t", "比例或吨数", "share (0 to 1); for fixed tonnes a year")
                               .in("share or t/year")
                               .between(0, 1e9)
                               .with_range()),
          field_in<T>(&T::profile, ref("profile_id", "月度分布", "month profile")),
          field_in<T>(&T::truck_class, ref("truck_class", "运输车型", "truck class")),
          field(&T::own_payload, tonnes("payload_t", "载质量", "payload; empty = that of the class").between(0.001, 450).optional()),
          field_in<T>(&T::release, word("release", "放货方式", "how the loads of a month are offered; empty = even").if_given()),
          field_in<T>(&T::hours, ref("hour_profile_id", "日内分布", "hours of the day, of even and poisson; empty = all alike").if_given()),
          field(&T::clock_times, text("times", "时刻表", "of timetable: times of day, such as 06:00;14:30").if_given()),
          field_in<T>(
              &T::priority,
              integer("priority", "优先级", "1 is the most urgent, for pools with dispatch priority; empty = 5").between(1, 9).if_given()),
      }));
}

TableOf<Chain> chains_table() {
  return make_table<Chain>(
      {"chains", Folder::tables, "运输链", "ways in which a flow can travel; base shares of a flow sum to 1", {"chain_id"}, "", {}},
      with_provenance<Chain>({
          field(&Chain::id, id("chain_id", "代码", "id")),
          field(&Chain::flow, ref("flow_id", "货流", "flow")),
          field(&Chain::base_share, share("base_share", "基年比例", "share in the base year; 0 = could not be used then").with_range()),
          field(&Chain::box,
                tonnes("box_t", "每箱净载", "rail: net load of one open-top box (敞顶箱); empty = in wagons").between(1, 60).if_given()),
      }));
}

TableOf<LegRow> legs_table() {
  using T = LegRow;
  return make_table<T>(
      {"legs",
       Folder::tables,
       "运输段",
       "legs of chains; consecutive rail legs are one train over several lines",
       {"chain_id", "seq"},
       "",
       {}},
      with_provenance<T>({
          field(&T::chain, ref("chain_id", "运输链", "chain").into("chains")),
          field_in<T>(&T::seq, integer("seq", "序号", "order in the chain").between(1, 15)),
          field_in<T>(&T::mode, word("mode", "方式", "mode")),
          field_in<T>(&T::from_node, ref("from_node", "起点节点", "node; empty = where the chain stands").optional()),
          field_in<T>(&T::to_node, ref("to_node", "终点节点", "node; empty = the destination").optional()),
          field_in<T>(&T::line, ref("line_id", "铁路线", "line of rail_sections; rail legs need it").optional()),
          field_in<T>(&T::siding,
                      ref("siding_id", "专用线或货场", "where the train is loaded (first rail leg) or unloaded (last)").optional()),
          field_in<T>(&T::km, number("km", "里程", "road: empty = path on the network; rail: needed where no sections connect the nodes")
                                  .in("km")
                                  .between(0, 10000)
                                  .optional()),
          field_in<T>(&T::hours,
                      number("hours", "时间", "rail: needed where no sections connect the nodes").in("h").between(0, 720).optional()),
          field_in<T>(&T::charges, number("yuan_per_t", "杂费", "handling, siding and terminal charges; without the haul")
                                       .in("yuan/t")
                                       .between(0, 10000)
                                       .optional()),
          field_in<T>(&T::off_network,
                      number("off_network_km", "网外里程",
                             "road: km of the leg that are on no road of the network (a mine's own road); such a leg needs no open road. "
                             "Its whole length if km is empty")
                          .in("km")
                          .between(0.001, 10000)
                          .if_given()),
          field_in<T>(&T::trucks, word("trucks", "车辆要求",
                                       "road: which trucks the leg takes: any, china6 (National VI or new-energy), new_energy; empty = any")
                                      .if_given()),
      }));
}

TableOf<ProfileRow> profiles_table() {
  using T = ProfileRow;
  Fields<T> fields{
      field(&T::id, id("profile_id", "代码", "id")),
      field(&T::year, integer("year", "年份", "year; empty = every year without a row of its own").between(1990, 2100).optional()),
  };
  for (std::size_t m = 0; m < 12; ++m) {
    const std::string name = fmt::format("m{:02}", m + 1);
    FieldInfo info = share(name.c_str(), "当月占比", "share of the year; the twelve sum to 1");
    fields.push_back(
        {std::move(info), [m](T& row, const Cell& cell, const FieldInfo& i, Decoder& d) { decode(row.share.at(m), cell, i, d); }});
  }
  return make_table<T>({"profiles", Folder::tables, "月度分布", "months as shares of a year", {"profile_id"}, "year", {}},
                       with_provenance<T>(std::move(fields)));
}

}  // namespace railshift::scenario
