#include "analysis/operations/operations_columns.hpp"

#include <optional>
#include <type_traits>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/operations/box_figures.hpp"
#include "analysis/operations/funnel.hpp"
#include "analysis/operations/operations.hpp"
#include "analysis/operations/stock_figures.hpp"

namespace railshift::analysis {
namespace {

/// A row with what its cells are made of.
template <class Row>
struct Source {
  const World& world;
  const Row& row;
  int replication;
};

template <class Row>
struct Column : OperationsColumn {
  std::string (*text)(const Source<Row>&);
};

template <class Row>
std::string replication_text(const Source<Row>& s) {
  return std::to_string(s.replication);
}
template <class Row>
std::string period_text(const Source<Row>& s) {
  return s.row.period;
}

/// A figure is written as a number; one that is not known leaves its cell empty.
template <auto member, class Row>
std::string figure_cell(const Source<Row>& s) {
  const auto& value = s.row.*member;
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::optional<double>>)
    return value ? number_text(*value) : std::string{};
  else
    return number_text(static_cast<double>(value));
}

template <class Row>
Column<Row> replication_column() {
  return {{"replication", OperationsRole::replication, {"重复", "replication"}, {"第几个随机种子，从 1 起", "which seed, from 1"}},
          replication_text<Row>};
}
template <class Row>
Column<Row> period_column() {
  return {{"period", OperationsRole::period, {"统计期", "period"}, {"2024、2024-03 或 all", "2024, 2024-03 or all"}}, period_text<Row>};
}
template <auto member, class Row>
Column<Row> figure_column(std::string_view name, Words heading, Words meaning) {
  return {{name, OperationsRole::figure, std::move(heading), std::move(meaning)}, figure_cell<member, Row>};
}

const std::vector<Column<StationFigures>>& columns_of(const StationFigures*) {
  using R = StationFigures;
  using S = Source<R>;
  using enum OperationsRole;
  static const auto station_of = [](const S& s) -> const Station& { return s.world.stations[s.row.station]; };
  static const std::vector<Column<R>> columns{
      replication_column<R>(),
      {{"station", subject, {"作业点", "station"}, {"作业点代码", "id of the station"}}, [](const S& s) { return station_of(s).id; }},
      {{"site", owned_by, {"厂区", "site"}, {"所在厂区代码", "id of its site"}},
       [](const S& s) { return s.world.sites[station_of(s).site].id; }},
      {{"kind", kind, {"类型", "kind"}, {"作业点类型", "kind of the station"}},
       [](const S& s) { return std::string(to_text(station_of(s).kind)); }},
      period_column<R>(),
      {{"servers", OperationsRole::figure, {"台位", "servers"}, {"并行台位数", "trucks served at a time"}},
       [](const S& s) { return number_text(static_cast<double>(station_of(s).servers)); }},
      figure_column<&R::days, R>("days", {"天数", "days"}, {"统计期内有结果的天数", "days of the period that were run"}),
      figure_column<&R::arrived, R>("arrived", {"到达", "arrived"}, {"进入的车次", "trucks that came in"}),
      figure_column<&R::left, R>("left", {"离开", "left"}, {"离开的车次", "trucks that left"}),
      figure_column<&R::throughput_per_day, R>("throughput_per_day", {"日通过量", "throughput a day"}, {"离开车次 / 天数", "left / days"}),
      figure_column<&R::utilisation, R>("utilisation", {"利用率", "utilisation"},
                                        {"服务时间 /（台位 × 时间）", "time in service / (servers x time)"}),
      figure_column<&R::mean_waiting, R>("mean_waiting", {"平均排队", "mean waiting"},
                                         {"排队车辆的时间平均", "time average of trucks that wait"}),
      figure_column<&R::mean_present, R>("mean_present", {"平均在站", "mean present"},
                                         {"在站车辆的时间平均", "the same with those in service"}),
      figure_column<&R::mean_wait_min, R>("mean_wait_min", {"平均等待（分钟）", "mean wait (min)"},
                                          {"统计期内开始服务者的平均等待", "of services that began in the period"}),
      figure_column<&R::p95_wait_min, R>("p95_wait_min", {"等待第 95 百分位（分钟）", "95th per cent of waits (min)"},
                                         {"所在分档的上限（档宽 4.4%）", "upper end of its bucket (4.4 % wide)"}),
      figure_column<&R::full_share, R>("full_share", {"无位比例", "share that found no room"},
                                       {"到达时没有位置的比例", "arrivals that found no room, of all that came"}),
      figure_column<&R::turned_away, R>("turned_away", {"未能进入", "turned away"},
                                        {"没有进入的车次，不计入到达", "trucks that did not enter; not in arrived"})};
  return columns;
}

const std::vector<Column<PoolFigures>>& columns_of(const PoolFigures*) {
  using R = PoolFigures;
  using S = Source<R>;
  using enum OperationsRole;
  static const std::vector<Column<R>> columns{
      replication_column<R>(),
      {{"pool", subject, {"在用车池", "pool"}, {"在用车池代码", "id of the pool"}},
       [](const S& s) { return s.world.pools[s.row.pool].id; }},
      {{"owner", owner, {"归属", "owner"}, {"local 本地、hired 外雇，或 all 全部车辆", "local, hired, or all trucks of the pool"}},
       [](const S& s) { return s.row.owner ? std::string(to_text(*s.row.owner)) : std::string("all"); }},
      period_column<R>(),
      figure_column<&R::trucks, R>("trucks", {"车辆", "trucks"}, {"在池车辆的时间平均", "time average of trucks present"}),
      figure_column<&R::idle_trucks, R>("idle_trucks", {"待货车辆", "idle trucks"}, {"其中等货的车辆", "of them, waiting for a load"}),
      figure_column<&R::loads_waiting, R>(
          "loads_waiting", {"待车货载", "loads waiting"},
          {"等车货载的时间平均；属于车池，记在 all 和 local；估算没有",
           "time average of loads that wait for a truck; of the pool, with owners all and local; none of an estimate"}),
      figure_column<&R::loads, R>("loads", {"货载", "loads"}, {"送达的车次", "delivered"}),
      figure_column<&R::empty_h, R>("empty_h", {"空驶（小时）", "empty (h)"}, {"每车次的空驶时间", "driving empty, a load"}),
      figure_column<&R::origin_wait_h, R>("origin_wait_h", {"起点等待（小时）", "origin wait (h)"},
                                          {"每车次在起点的等待", "waiting at the origin, a load"}),
      figure_column<&R::load_h, R>("load_h", {"装车（小时）", "loading (h)"},
                                   {"每车次在起点的其余时间", "the rest of the time at the origin, a load"}),
      figure_column<&R::loaded_h, R>("loaded_h", {"重驶（小时）", "loaded (h)"}, {"每车次的重驶时间", "driving loaded, a load"}),
      figure_column<&R::destination_wait_h, R>("destination_wait_h", {"终点等待（小时）", "destination wait (h)"},
                                               {"每车次在终点的等待", "waiting at the destination, a load"}),
      figure_column<&R::unload_h, R>("unload_h", {"卸车（小时）", "unloading (h)"},
                                     {"每车次在终点的其余时间", "the rest of the time at the destination, a load"}),
      figure_column<&R::repair_h, R>("repair_h", {"维修（小时）", "repair (h)"}, {"每车次的故障时间", "broken down, a load"}),
      figure_column<&R::loaded_km, R>("loaded_km", {"重驶（公里）", "loaded (km)"},
                                      {"送达车次的重驶里程，含区外", "of loads delivered, outside kilometres included"}),
      figure_column<&R::empty_km, R>("empty_km", {"空驶（公里）", "empty (km)"},
                                     {"空驶里程，含区外", "of empty runs, outside kilometres included"}),
      figure_column<&R::p95_load_wait_h, R>(
          "p95_load_wait_h", {"95%货载等车（时）", "95% of loads wait (h)"},
          {"找到车的货载中 95% 等车不超过此时（所在区间的上端）；只在 all 行；估算没有",
           "95 per cent of the loads that found a truck waited no longer for it (upper end of the bucket); with "
           "owner all; none of an estimate"}),
      figure_column<&R::least_empty_km, R>("least_empty_km", {"最少空驶（公里）", "least empty (km)"},
                                           {"各月货载在运输问题意义下留下的最少空驶里程；只在 all 行，与该行的空驶比较",
                                            "least empty kilometres that the loads of each month leave (transportation problem); with "
                                            "owner all, to compare with its empty_km"})};
  return columns;
}

const std::vector<Column<StockFigures>>& columns_of(const StockFigures*) {
  using R = StockFigures;
  using S = Source<R>;
  using enum OperationsRole;
  static const std::vector<Column<R>> columns{
      replication_column<R>(),
      {{"kind", kind, {"类型", "kind"}, {"库存类型", "kind of the stock"}},
       [](const S& s) { return std::string(ledger::to_text(s.row.kind)); }},
      {{"place", subject, {"地点", "place"}, {"厂区或专用线代码", "id of the site or siding"}},
       [](const S& s) {
         const bool siding = s.row.kind == ledger::StockKind::siding;
         return siding ? s.world.sidings[Id<Siding>{s.row.place}].id : s.world.sites[Id<Site>{s.row.place}].id;
       }},
      {{"commodity", commodity, {"货类", "commodity"}, {"货类代码", "id of the commodity"}},
       [](const S& s) { return s.world.commodities[s.row.commodity].id; }},
      period_column<R>(),
      figure_column<&R::days, R>("days", {"天数", "days"}, {"统计期内有结果的天数", "days of the period that were run"}),
      figure_column<&R::open_t, R>("open_t", {"期初（吨）", "open (t)"}, {"期初库存", "stock at the start"}),
      figure_column<&R::in_t, R>("in_t", {"入库（吨）", "in (t)"}, {"入库量", "put into the stock"}),
      figure_column<&R::out_t, R>("out_t", {"出库（吨）", "out (t)"}, {"出库量", "taken out"}),
      figure_column<&R::close_t, R>("close_t", {"期末（吨）", "close (t)"}, {"期末库存", "stock at the end"}),
      figure_column<&R::short_t, R>("short_t", {"缺口（吨）", "short (t)"},
                                    {"无库存可用或料场已满的量", "use that found no stock, or making that found the yard full"}),
      figure_column<&R::short_days, R>("short_days", {"缺口天数", "days short"},
                                       {"断料或停产的天数", "days without stock, or stopped by the full yard"}),
      figure_column<&R::cover_days, R>("cover_days", {"可用天数", "days of cover"},
                                       {"期末库存 / 日用量；无用量为空", "close / a day's use; empty without use"})};
  return columns;
}

const std::vector<Column<FunnelFigures>>& columns_of(const FunnelFigures*) {
  using R = FunnelFigures;
  using S = Source<R>;
  using enum OperationsRole;
  static const std::vector<Column<R>> columns{
      replication_column<R>(),
      {{"flow", subject, {"货流", "flow"}, {"货流代码", "id of the flow"}}, [](const S& s) { return s.world.flows[s.row.flow].id; }},
      {{"step",
        kind,
        {"环节", "step"},
        {"offered 全部货量；no_chain 没有运输链，not_in_service 尚未投用，not_contracted 未签约，not_chosen "
         "铁路更贵，not_accepted_siding、_yard、"
         "_line、_belt 专用线、货场、线路、廊道未承认，several 同一条链同时受几类能力限制，spilled 来得太晚；belt_pipe 皮带和管道，rail "
         "铁路",
         "offered: all of it; no_chain, not_in_service, not_contracted, not_chosen (rail is dearer), not_accepted_siding, _yard, _line, "
         "_belt (refused), several (a chain held by limits of more than one kind at once), spilled (late); belt_pipe and rail: what goes "
         "by them"}},
       [](const S& s) { return s.row.step; }},
      {{"commodity", commodity, {"货类", "commodity"}, {"货类代码", "id of the commodity"}},
       [](const S& s) { return s.world.commodities[s.world.flows[s.row.flow].commodity].id; }},
      period_column<R>(),
      figure_column<&R::t, R>(
          "t", {"吨", "t"},
          {"停在这一环节的货量；offered 等于其余各行之和", "tonnes that stop at this step; offered is the sum of all other rows"})};
  return columns;
}

const std::vector<Column<BoxFigures>>& columns_of(const BoxFigures*) {
  using R = BoxFigures;
  using S = Source<R>;
  using enum OperationsRole;
  static const std::vector<Column<R>> columns{
      replication_column<R>(),
      {{"from", subject, {"发站", "from"}, {"发站节点代码", "id of the station where they are loaded on the train"}},
       [](const S& s) { return s.world.nodes[s.row.from].id; }},
      {{"to", kind, {"到站", "to"}, {"到站节点代码", "id of the station where they are taken off"}},
       [](const S& s) { return s.world.nodes[s.row.to].id; }},
      period_column<R>(),
      figure_column<&R::full, R>("full_boxes", {"重箱", "full boxes"}, {"装货的敞顶箱", "boxes with goods"}),
      figure_column<&R::empty, R>("empty_boxes", {"空箱", "empty boxes"},
                                  {"须返空的箱：对向重箱多出本向的部分，逐月计",
                                   "boxes that must be brought back empty: what the other direction carries more, month by month"})};
  return columns;
}

template <class Row>
std::string csv_of(const World& world, const std::vector<Row>& rows, int replication) {
  const std::vector<Column<Row>>& columns = columns_of(static_cast<const Row*>(nullptr));
  CsvText csv;
  for (const Column<Row>& column : columns) csv.field(column.name);
  csv.end_row();
  for (const Row& row : rows) {
    for (const Column<Row>& column : columns) csv.field(column.text({world, row, replication}));
    csv.end_row();
  }
  return csv.take();
}

template <class Row>
OperationsTable table_of(std::string_view name, Words title) {
  const std::vector<Column<Row>>& columns = columns_of(static_cast<const Row*>(nullptr));
  return {name, std::move(title), {columns.begin(), columns.end()}};
}

}  // namespace

std::string to_csv(const World& world, const std::vector<StationFigures>& figures, int replication) {
  return csv_of(world, figures, replication);
}
std::string to_csv(const World& world, const std::vector<PoolFigures>& figures, int replication) {
  return csv_of(world, figures, replication);
}
std::string to_csv(const World& world, const std::vector<StockFigures>& figures, int replication) {
  return csv_of(world, figures, replication);
}
std::string to_csv(const World& world, const std::vector<FunnelFigures>& figures, int replication) {
  return csv_of(world, figures, replication);
}
std::string to_csv(const World& world, const std::vector<BoxFigures>& figures, int replication) {
  return csv_of(world, figures, replication);
}

std::vector<OperationsTable> operations_tables() {
  return {table_of<StationFigures>("stations", {"作业点", "Stations"}), table_of<PoolFigures>("pools", {"在用车池", "Pools of trucks"}),
          table_of<StockFigures>("stocks", {"库存", "Stocks"}),
          table_of<FunnelFigures>("funnel", {"为什么没有更多走铁路", "Why not more rail"}),
          table_of<BoxFigures>("boxes", {"敞顶箱", "Open-top boxes"})};
}

const std::vector<OperationsKey>& operations_keys() {
  using enum OperationsRole;
  static const std::vector<OperationsKey> keys{{subject, "subject", {"对象", "subject"}},
                                               {kind, "kind", {"类型", "kind"}},
                                               {owner, "owner", {"归属", "owner"}},
                                               {commodity, "commodity", {"货类", "commodity"}},
                                               {period, "period", {"统计期", "period"}}};
  return keys;
}

}  // namespace railshift::analysis
