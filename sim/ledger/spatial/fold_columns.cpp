#include "sim/ledger/spatial/fold_columns.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <type_traits>

#include "sim/core/contract.hpp"
#include "sim/ledger/layout.hpp"
#include "sim/ledger/table_io.hpp"

namespace railshift::ledger {
namespace {

struct Named {
  const char* name;
  const char* zh;
};
/// What a column of a fold table is called in Chinese; in English the layout says it.
constexpr Named kFoldWords[] = {
    {"month", "月份：自公元 0 年起的月数；*_view 中为文字 YYYY-MM"},
    {"flow", "货流"},
    {"leg", "运输链中货车段的序号；0 为空驶"},
    {"loaded", "重驶或空驶"},
    {"vehicle", "排放类别（车型、标准、动力、故障）"},
    {"owner", "归属：本地、雇用的外地车、过境"},
    {"compliance", "该段与门禁要求的关系"},
    {"trips", "完成的行程数"},
    {"kg", "质量"},
    {"metres", "行驶距离"},
    {"kg_km", "质量乘距离"},
    {"drive_ticks", "行驶时间"},
    {"wait_ticks", "等待时间"},
    {"county", "县区代码（GB/T 2260）；区外为空"},
    {"inside", "是否在研究区内"},
    {"ring", "所在环路之内的环数"},
    {"road_class", "道路等级"},
    {"speed_bin", "速度档：速度除以 10 公里/小时取整"},
    {"counted", "按月计数（是）或逐车（否）"},
    {"ticks", "行驶时间"},
    {"link", "路段"},
    {"day_part", "行程结束所在时段"},
    {"access_class", "排放标准与动力"},
    {"vehicles", "通过车次，双向"},
    {"station", "作业点（门禁、地磅、装卸、维修）"},
    {"arrived", "到达"},
    {"left", "离开"},
    {"present_open", "月初在场"},
    {"present_close", "月末在场"},
    {"busy_ticks", "当月服务时间，全部服务台合计"},
    {"presence_ticks", "在场货车的时间积分（等待或服务中）"},
    {"sojourn_ticks", "当月离开者的全部停留时间"},
    {"clocks_open", "月初在场者此前已停留的时间"},
    {"clocks_close", "月末在场者已停留的时间"},
    {"found_full", "到达时须等待而无处等待的"},
    {"turned_away", "其中未进入的；不计入到达"},
    {"bucket", "等待时间分档"},
    {"trucks", "货车数"},
    {"place", "场所；专用线自 1,000,000 起编号"},
    {"kind", "类别"},
    {"commodity", "货物"},
    {"open_kg", "月初库存"},
    {"in_kg", "入库"},
    {"out_kg", "出库"},
    {"close_kg", "月末库存"},
    {"short_kg", "遇空库的消耗或发运，或遇满库的生产"},
    {"stopped_ticks", "堆场无库存（入）或因满停产（出）的时间"},
    {"chain", "运输链"},
    {"siding", "装车的专用线，否则卸车的；在区外时为空"},
    {"trains_departed", "发车"},
    {"trains_arrived", "到达列车"},
    {"departed_kg", "发运质量"},
    {"arrived_kg", "到达质量"},
    {"dwell_ticks", "满一列至发车，当月发车者"},
    {"slot_wait_ticks", "其中等待运行线的时间"},
    {"run_ticks", "运行时间"},
    {"wished_kg", "货主意愿"},
    {"requested_kg", "向专用线和线路提出的请求"},
    {"accepted_kg", "被接受的"},
    {"planned_kg", "二次分配后走此链的"},
    {"spilled_kg", "已接受但来得太晚、改走公路的"},
    {"delivered_kg", "由此送达目的地的"},
    {"refused_kg", "因起点作业点已满被拒的"},
    {"rail_open_kg", "月初已交此链而未送达的"},
    {"rail_close_kg", "月末已交此链而未送达的"},
    {"reason", "第一个成立的原因"},
    {"offered_kg", "当月提供的"},
    {"in_transit_open_kg", "月初在途（含铁路在途）"},
    {"in_transit_close_kg", "月末在途"},
    {"waiting_open_kg", "月初无车待运的"},
    {"waiting_close_kg", "月末无车待运的"},
    {"measure", "措施"},
    {"effect", "作用（封闭清单）"},
    {"unit", "单位"},
    {"in_scope", "规则查看的数量"},
    {"acted", "规则以其名义处理的数量"},
    {"changed", "同一状态同一月份有无该措施之差"},
    {"before_metres", "在先的绕行措施之后"},
    {"after_metres", "加上本措施之后"},
    {"cause", "原因：base_shares 基准份额，openings 开通，prices 价格，delays 延误，road_rates 公路运价，duties 任务"},
    {"rail_kg", "至此原因为止的铁路意愿；末行为实际意愿"},
    {"truck", "货车段及其费用"},
    {"hire_premium", "其中因车辆紧缺而加的部分"},
    {"rail", "铁路段及其费用"},
    {"belt", "皮带费用"},
    {"pipe", "管道费用"},
    {"subject", "措施、专用线、道路等"},
    {"event", "事件：opened 开通，frozen 冻结，acted 起作用，idle 未起作用等"},
    {"detail", "细节：键=值，以分号分隔"},
    {"left_aged", "退出：寿命到期"},
    {"left_compulsory", "退出：强制报废年限"},
    {"left_retire_order", "退出：淘汰令"},
    {"left_frozen_base_order", "退出：按冻结底数的淘汰要求"},
    {"left_stock_quota", "退出：存量比例要求"},
    {"sold_aged", "寿命到期退出中转出本市而非报废的"},
    {"sold_compulsory", "强制年限退出中转出的"},
    {"sold_retire_order", "淘汰令退出中转出的"},
    {"sold_frozen_base_order", "冻结底数淘汰退出中转出的"},
    {"sold_stock_quota", "存量比例退出中转出的"},
    {"segment", "部门车队"},
    {"vehicle_type", "车型"},
    {"open", "月初数量"},
    {"joined", "加入"},
    {"close", "月末数量"},
    {"ordered_joined", "加入中按措施须为新能源的"},
    {"mileage_metres", "里程表给月初存量的里程"},
    {"base", "快照时的存量"},
    {"left_total", "其中此后退出的，不论原因"},
    {"left_by_order", "其中由冻结底数措施清退的"},
    {"pool", "在用车池"},
    {"present_ticks", "池中货车的时间积分"},
    {"idle_ticks", "等待货物"},
    {"empty_ticks", "空驶"},
    {"origin_ticks", "在起点等待和装车"},
    {"loaded_ticks", "重驶"},
    {"destination_ticks", "在终点等待和卸车"},
    {"rest_ticks", "班间休息和停用"},
    {"repair_ticks", "故障：等待维修和维修"},
    {"origin_wait_ticks", "起点服务前的等待，到达时记入"},
    {"destination_wait_ticks", "终点服务前的等待，到达时记入"},
    {"loads_waiting_ticks", "待车货物的时间积分；记在本地车行"},
    {"loads_found", "当月等到货车的货物；记在本地车行"},
    {"off_station_ticks", "起终点时间中被堆场、封闭道路占用或在无作业点处的"},
    {"least_empty_metres", "当月货物至少需要的空驶，两种归属合计的下界；记在本地车行"},
    {"loads", "货物批数"}};

struct Known {
  const char* name;
  const char* zh;
  const char* en;
};
/// Columns of the tables around them.
constexpr Known kOtherWords[] = {{"fid", "行号", "row number"},
                                 {"index", "折叠表中的编号", "the number that stands in the fold tables"},
                                 {"id", "编号", "id"},
                                 {"label", "名称", "label"},
                                 {"name_zh", "中文名称", "name in Chinese"},
                                 {"name_en", "英文名称", "name in English"},
                                 {"standard", "排放标准", "emission standard"},
                                 {"powertrain", "动力", "powertrain"},
                                 {"fault", "故障状态", "state of faults"},
                                 {"main_mode", "主要运输方式", "mode of the main haul"},
                                 {"origin", "起点", "site of origin"},
                                 {"destination", "终点", "site of destination"},
                                 {"truck_class", "车辆类别", "truck class"},
                                 {"firm", "企业", "firm"},
                                 {"site", "场所", "site"},
                                 {"road", "所属道路", "road to which it belongs"},
                                 {"from_ticks", "该档下限（1/1024 秒）", "lower end of the bucket, ticks of 1/1024 s"},
                                 {"name", "名称", "name"},
                                 {"description", "含义（英文）", "meaning"},
                                 {"row_count", "行数", "rows"},
                                 {"table_name", "表", "table"},
                                 {"role", "键或值", "key or value"},
                                 {"type", "SQL 类型", "SQL type"},
                                 {"dimension", "编号所指的表", "table that the number refers to"},
                                 {"path", "输入文件路径，相对于情景目录", "path of the input, from the scenario's folder"},
                                 {"sha256", "SHA-256", "SHA-256"},
                                 {"content", "输入文件内容，逐字节", "the input, byte by byte"},
                                 {"field", "运行请求的字段", "field of the request"},
                                 {"value", "值", "value"},
                                 {"geom", "几何（EPSG:4326）", "geometry (EPSG:4326)"},
                                 {"lanes", "车道数", "lanes"},
                                 {"length_m", "长度", "length"},
                                 {"opens", "开通日", "first day"},
                                 {"closes", "关闭日", "first day on which it is closed"}};

/// Unit and English meaning of the columns of fold tables, by table and column.
using FoldColumns = std::map<std::pair<std::string, std::string>, std::pair<std::string, std::string>>;
FoldColumns fold_columns() {
  FoldColumns columns;
  const Ledger empty;
  for_each_table(empty, [&](const auto& rows) {
    using Row = typename std::decay_t<decltype(rows)>::value_type;
    const TableLayout<Row>& table = layout<Row>();
    for (const Column<Row>& column : table.columns)
      columns[{std::string(table.name), std::string(column.name)}] = {std::string(column.unit), std::string(column.description)};
  });
  return columns;
}

/// The fold table of a view is the name without its ending.
std::string table_behind(const std::string& name) { return name.ends_with("_view") ? name.substr(0, name.size() - 5) : name; }

ColumnMeaning meaning_of(const FoldColumns& folds, const std::string& table, const std::string& column) {
  const auto fold = folds.find({table_behind(table), column});
  const auto* zh = std::find_if(std::begin(kFoldWords), std::end(kFoldWords), [&](const Named& n) { return column == n.name; });
  const auto* other = std::find_if(std::begin(kOtherWords), std::end(kOtherWords), [&](const Known& k) { return column == k.name; });
  if (fold != folds.end() && zh != std::end(kFoldWords)) return {table, column, fold->second.first, {zh->zh, fold->second.second}};
  if (other != std::end(kOtherWords)) return {table, column, column == "length_m" ? "m" : "", {other->zh, other->en}};
  RAILSHIFT_EXPECTS(zh != std::end(kFoldWords), "every column of a run file has words");
  return {table, column, "", {zh->zh, column}};
}

}  // namespace

std::vector<ColumnMeaning> column_meanings(SQLite::Database& db) {
  const FoldColumns folds = fold_columns();
  std::vector<ColumnMeaning> meanings;
  SQLite::Statement tables(db, "SELECT table_name FROM gpkg_contents ORDER BY rowid");
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    SQLite::Statement columns(db, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
    columns.bind(1, table);
    while (columns.executeStep()) meanings.push_back(meaning_of(folds, table, columns.getColumn(0).getString()));
  }
  return meanings;
}

}  // namespace railshift::ledger
