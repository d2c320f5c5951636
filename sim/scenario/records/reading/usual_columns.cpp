#include "sim/scenario/records/reading/usual_columns.hpp"

#include <algorithm>
#include <array>

#include "sim/scenario/records/reading/plain_text.hpp"

namespace railshift::scenario {
namespace {

constexpr Need kNeeded = Need::required;
constexpr Need kMay = Need::optional;

/// Logs of gates and weighbridges, and the ledger of vehicles (电子台账) that the standards on gates ask for.
std::vector<RecordField> gate_columns() {
  return {
      {"time",
       kNeeded,
       {"time", "时间", "过车时间", "通行时间", "进出时间", "进出厂时间", "进出场时间", "抓拍时间", "过磅时间", "称重时间"},
       Role::plain,
       {"time_in", "time_out"}},
      {"site",
       kMay,
       {"site", "厂区", "企业", "企业名称", "单位", "单位名称", "门岗", "道闸", "厂区名称", "工厂名称", "磅房", "地磅"},
       Role::key},
      {"direction", kMay, {"direction", "方向", "进出", "进出方向", "进出类型", "进出标志", "进出厂", "进出厂状态", "进出状态", "出入"}},
      {"standard", kMay, {"standard", "排放标准", "排放阶段", "车辆排放阶段", "车辆排放标准", "环保标准"}},
      {"loaded", kMay, {"loaded", "载货", "空重", "空重车", "载货状态", "重空车", "是否载货", "重车", "空车/重车"}},
      {"fuel", kMay, {"fuel", "燃料", "燃料类型", "燃油类型", "动力", "燃料种类", "能源类型", "动力类型"}},
      {"plate", kMay, {"plate", "vehicle_type", "号牌种类", "车牌种类", "车牌颜色", "号牌颜色", "车型", "车辆类型", "车辆种类"}},
      {"owner", kMay, {"owner", "归属", "车辆归属"}},
      {"commodity",
       kMay,
       {"commodity", "货物", "货类", "货物名称", "运输货物", "运输货物名称", "货种", "货名", "物料", "物料名称", "品名", "产品名称"}},
      {"weight_t",
       kMay,
       {"weight_t", "net_t", "净重(t)", "净重(吨)", "净重/吨", "运输量(吨)", "运输量(t)", "运输量/吨", "载货量(吨)", "载重(吨)"},
       Role::amount,
       {},
       {},
       "t"},
      {"weight_kg",
       kMay,
       {"weight_kg", "net_kg", "净重(kg)", "净重(公斤)", "净重(千克)", "净重/kg", "运输量(kg)"},
       Role::amount,
       {},
       {},
       "kg"},
      // the table of the ledger gives the unit: tonnes, one decimal
      {"ledger_t", kMay, {"运输量"}, Role::amount, {}, {}, "t"},
      // a visit in one row: when it came and when it left
      {"time_in", kMay, {"time_in", "进厂时间", "入厂时间", "进场时间", "入场时间", "进门时间"}},
      {"time_out", kMay, {"time_out", "出厂时间", "离厂时间", "出场时间", "离场时间", "出门时间"}},
  };
}

std::vector<RecordField> register_columns() {
  return {
      {"segment", kMay, {"segment", "segment_id", "车队", "用途", "车辆用途", "使用性质"}, Role::key},
      {"vehicle_type", kMay, {"vehicle_type", "车型", "车辆类型", "车辆型别", "车种"}, Role::key, {}, {"车辆类型名称", "车辆类型代码"}},
      {"standard", kNeeded, {"standard", "排放标准", "排放阶段", "环保标准", "排放标准阶段"}, Role::key, {}, {"环保达标情况"}},
      {"fuel",
       kNeeded,
       {"fuel", "powertrain", "燃料", "燃料类型", "燃料种类", "动力", "能源种类", "燃料(能源)种类", "能源类型"},
       Role::key},
      {"year",
       kNeeded,
       {"year", "registered_year", "注册年份", "登记年份", "初次登记年份", "注册年", "年份"},
       Role::key,
       {},
       {"注册日期", "登记日期", "初次登记日期"}},
      {"count",
       kNeeded,
       {"count", "辆数", "数量", "保有量", "保有量(辆)", "数量(辆)", "车辆数", "车辆数(辆)", "台数"},
       Role::amount,
       {},
       {},
       "辆"},
      {"county",
       kMay,
       {"county", "县区代码", "行政区划代码"},
       Role::key,
       {},
       {"县区", "区县", "县(区)", "县(市、区)", "县市区", "所属县区", "所属区县", "行政区划", "辖区"}},
  };
}

std::vector<RecordField> rail_columns() {
  return {
      {"siding", kNeeded, {"siding", "siding_id", "专用线", "专用线名称", "货场", "装车点", "专用线(货场)", "装车站点"}, Role::key},
      {"commodity", kNeeded, {"commodity", "品类", "货类", "货物", "品名", "货物品类", "货物名称"}, Role::key},
      {"year", kMay, {"year", "年", "年份", "年度"}, Role::key},
      {"month", kNeeded, {"month", "月份", "年月", "统计月份", "月", "统计月", "日期"}, Role::key},
      {"tonnes",
       kMay,
       {"tonnes", "t", "吨", "吨数", "运量(吨)", "发送量(吨)", "货运量(吨)", "装车量(吨)", "发运量(吨)", "运量(t)", "运量/吨"},
       Role::amount,
       {},
       {},
       "t"},
      {"tonnes_10k",
       kMay,
       {"tonnes_10k", "万吨", "运量(万吨)", "发送量(万吨)", "货运量(万吨)", "发运量(万吨)", "运量/万吨"},
       Role::amount,
       {},
       {},
       "万吨"},
      {"amount", kMay, {"amount", "运量", "发送量", "货运量", "发运量", "装车量"}, Role::amount},
  };
}

std::vector<RecordField> trips_columns() {
  std::vector<RecordField> out;
  for (const char* name :
       {"month", "end_tick", "flow", "loaded", "vehicle_type", "standard", "powertrain", "owner", "kg", "from_site", "to_site"})
    out.push_back({name, kNeeded, {name}});
  return out;
}

}  // namespace

ColumnMap usual_columns(RecordKind kind) {
  switch (kind) {
    case RecordKind::gate:
      return {{}, {}, gate_columns()};
    case RecordKind::register_counts:
      return {{}, {}, register_columns()};
    case RecordKind::rail_months:
      return {{}, {}, rail_columns()};
    case RecordKind::trips:
      return {"utf-8", {"YYYY-MM"}, trips_columns()};
  }
  return {};
}

bool is_mark(std::string_view heading) {
  static const std::array<std::string_view, 28> marks = {"车牌",
                                                         "车牌号",
                                                         "车牌号码",
                                                         "号牌",
                                                         "号牌号码",
                                                         "车号",
                                                         "车号牌",
                                                         "磅单号",
                                                         "磅单编号",
                                                         "单号",
                                                         "流水号",
                                                         "票号",
                                                         "货票号",
                                                         "运单号",
                                                         "过磅单号",
                                                         "称重单号",
                                                         "通行记录编号",
                                                         "记录编号",
                                                         "记录号",
                                                         "vin",
                                                         "车架号",
                                                         "车辆识别代号",
                                                         "车辆识别代号(vin)",
                                                         "plate_number",
                                                         "slip",
                                                         "record_id",
                                                         "车辆号牌",
                                                         "车次号"};
  const std::string name = compact(heading);
  return std::find(marks.begin(), marks.end(), name) != marks.end();
}

}  // namespace railshift::scenario
