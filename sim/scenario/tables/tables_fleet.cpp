#include "sim/scenario/tables/tables_fleet.hpp"

namespace railshift::scenario {

TableOf<RegisterRow> register_table() {
  using T = RegisterRow;
  return make_table<T>({"register", Folder::tables, "在册车辆", "the register on the first day", {"register_id"}, "", {}},
                       with_provenance<T>({
                           field(&T::id, id("register_id", "代码", "id")),
                           field(&T::segment, ref("segment_id", "车队", "segment")),
                           field(&T::vehicle_type, word("vehicle_type", "车型", "size class")),
                           field(&T::standard, word("standard", "排放标准", "emission standard; zero_exhaust for electric and hydrogen")),
                           field(&T::powertrain, word("powertrain", "动力", "powertrain")),
                           field(&T::registered_year, integer("registered_year", "注册年份", "year of registration").between(1980, 2100)),
                           field(&T::owner, word("owner", "归属", "owner")),
                           field(&T::county, text("county", "县区代码", "county code").optional()),
                           field(&T::count, integer("count", "辆数", "trucks").between(0, 2000000).with_range()),
                       }));
}

TableOf<Pool> pools_table() {
  using T = Pool;
  return make_table<T>(
      {"pools",
       Folder::tables,
       "在用车池",
       "trucks of one class that carry the flows; one for each class simulated as individuals",
       {"pool_id"},
       "",
       {}},
      with_provenance<T>({
          field(&T::id, id("pool_id", "代码", "id")),
          field(&T::truck_class, ref("truck_class", "运输车型", "truck class")),
          field(&T::shift, number("shift_hours", "日出勤时间", "duty hours a day of a truck").in("h").between(0.5, 24)),
          field(&T::availability, share("availability", "完好率", "share of trucks on duty").between(0.01, 1)),
          field(&T::closed_shuttle, ref("closed_shuttle", "专跑货流", "flow that these trucks serve alone").optional()),
          field(&T::trucks, integer("trucks", "辆数", "size; empty = from base-year truck-hours").between(0, 100000).optional()),
          field(&T::dispatch, word("dispatch", "派车规则", "which waiting load a free truck takes; empty = longest_waiting").if_given()),
          field(&T::reach_start,
                number("reach_start_h", "起始半径", "of growing_reach: empty driving for a new load").in("h").between(0, 1000).if_given()),
          field(&T::reach_growth,
                number("reach_growth", "半径增长", "of growing_reach: hours of empty driving more for every hour that the load has waited")
                    .in("h/h")
                    .between(0.02, 1000)
                    .if_given()),
          field(&T::driving_between_breakdowns,
                number("driving_h_between_breakdowns", "故障间隔", "mean driving hours between breakdowns, exponential; empty = none")
                    .in("h")
                    .between(1, 1e6)
                    .if_given()),
          field(&T::repair_site, ref("repair_site", "维修点", "site whose repair stations mend the trucks").if_given()),
      }));
}

TableOf<ThroughRow> through_table() {
  using T = ThroughRow;
  return make_table<T>(
      {"through", Folder::tables, "过境交通", "through traffic between two gateways", {"through_id"}, "valid_from", {}},
      with_provenance<T>({
          field_in<T>(&T::id, id("through_id", "代码", "id")),
          field_in<T>(&T::gateway_in, ref("gateway_in", "入口", "gateway node")),
          field_in<T>(&T::gateway_out, ref("gateway_out", "出口", "gateway node")),
          field_in<T>(&T::truck_class, ref("truck_class", "运输车型", "truck class")),
          field(&T::valid_from, date("valid_from", "起始日", "day of the value; linear between days")),
          field(&T::loaded_trips_per_year,
                number("loaded_trips_per_year", "年重载车次", "loaded trips").in("1/year").between(0, 1e8).with_range()),
          field_in<T>(&T::empty_share, number("empty_share", "空驶比", "empty trips per loaded trip, the other way").between(0, 10)),
          field_in<T>(&T::paths, integer("paths", "路径数", "alternatives of route choice").between(1, 10)),
      }));
}

TableOf<Clause> clauses_table() {
  using T = Clause;
  return make_table<T>(
      {"clauses", Folder::tables, "条款", "clauses of the plan", {"clause_id"}, "", {}},
      {
          field(&T::id, id("clause_id", "条款代码", "id, such as TY-11").any_case()),
          field(&T::document, text("document", "文件", "document")),
          field(&T::item, text("item", "条目", "item, such as 三-12")),
          field(&T::quote, text("quote", "原文", "quotation")),
          field(&T::force, word("force", "措辞力度", "force of the wording")),
          field(&T::offices, text("offices", "责任单位", "offices in charge").optional()),
          field(&T::status,
                word("status", "落实情况", "what becomes of the clause; the column says it of every clause or is left out").if_given()),
          field(&T::status_reason, text("status_reason", "落实说明", "why, in the language of the quote; required with status").if_given()),
          field(&T::carried_by,
                text("carried_by", "承载", "table:id;measure:id - rows, and measures of other clauses, that carry the clause").if_given()),
      });
}

namespace {

FieldInfo in_unit_beside(const RawTable& table, const RawRow& row, const FieldInfo& column) {
  return column.in(table.cell(row, "unit").text);
}

}  // namespace

TableOf<Observed> observed_table() {
  using T = Observed;
  TableOf<T> table =
      make_table<T>({"observed", Folder::tables, "观测值", "values from outside to stand beside simulated ones", {"observed_id"}, "", {}},
                    {
                        field(&T::id, id("observed_id", "代码", "id")),
                        field(&T::metric, text("metric", "指标", "metric")),
                        field(&T::scope, text("scope", "范围", "field=value;field=value").optional()),
                        field(&T::period, text("period", "时期", "2024 or 2024-03")),
                        field(&T::value, number("value", "值", "value").between(-1e15, 1e15)),
                        field(&T::unit, text("unit", "单位", "unit")),
                        field(&T::source, text("source", "来源", "source")),
                        field(&T::deviation, number("deviation", "偏差",
                                                    "standard deviation of the value, in its unit; members of a study more than three of "
                                                    "them away are ruled out; left out: the row rules out none")
                                                 .between(1e-12, 1e15)
                                                 .if_given()),
                    });
  table.spec.in_row = &in_unit_beside;
  return table;
}

}  // namespace railshift::scenario
