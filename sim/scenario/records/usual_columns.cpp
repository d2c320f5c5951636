#include "sim/scenario/records/usual_columns.hpp"

#include "sim/scenario/records/stamp.hpp"

namespace railshift::scenario {
namespace {

std::vector<RecordField> gate_columns() {
  return {
      {"time", Need::required, {"time", "时间", "过车时间", "通行时间", "进出时间", "进出厂时间", "抓拍时间"}},
      {"site", Need::required, {"site", "厂区", "企业", "企业名称", "单位", "单位名称", "门岗", "道闸"}},
      {"direction", Need::required, {"direction", "方向", "进出", "进出方向", "进出类型", "进出标志"}},
      {"standard", Need::required, {"standard", "排放标准", "排放阶段", "车辆排放阶段"}},
      {"loaded", Need::required, {"loaded", "载货", "空重", "空重车", "载货状态", "重空车", "是否载货", "重车"}},
      {"fuel", Need::optional, {"fuel", "燃料", "燃料类型", "燃油类型", "动力", "燃料种类"}},
      {"plate", Need::optional, {"plate", "vehicle_type", "号牌种类", "车牌种类", "车牌颜色", "号牌颜色", "车型", "车辆类型"}},
      {"owner", Need::optional, {"owner", "归属", "车辆归属"}},
      {"commodity", Need::optional, {"commodity", "货物", "货类", "货物名称", "运输货物", "运输货物名称", "货种"}},
      {"weight_t", Need::optional, {"net_t", "净重(t)", "净重（t）", "净重(吨)", "净重（吨）", "运输量(吨)", "运输量（吨）", "运输量(t)"}},
      {"weight_kg", Need::optional, {"net_kg", "净重(kg)", "净重（kg）", "净重(公斤)", "净重（公斤）", "净重(千克)", "净重（千克）"}},
  };
}

std::vector<RecordField> register_columns() {
  return {
      {"segment", Need::optional, {"segment", "segment_id", "车队", "用途", "车辆用途", "使用性质"}},
      {"vehicle_type", Need::optional, {"vehicle_type", "车型", "车辆类型", "车辆型别"}},
      {"standard", Need::required, {"standard", "排放标准", "排放阶段"}},
      {"fuel", Need::required, {"fuel", "powertrain", "燃料", "燃料类型", "燃料种类", "动力"}},
      {"year", Need::required, {"year", "registered_year", "注册年份", "登记年份", "初次登记年份", "注册年"}},
      {"count", Need::required, {"count", "辆数", "数量", "保有量", "保有量(辆)", "保有量（辆）"}},
      {"county", Need::optional, {"county", "县区代码", "行政区划代码"}},
  };
}

std::vector<RecordField> rail_columns() {
  return {
      {"siding", Need::required, {"siding", "siding_id", "专用线", "专用线名称", "货场", "装车点"}},
      {"commodity", Need::required, {"commodity", "品类", "货类", "货物", "品名"}},
      {"month", Need::required, {"month", "月份", "年月", "统计月份"}},
      {"tonnes", Need::optional, {"tonnes", "t", "吨", "吨数", "运量(吨)", "运量（吨）", "发送量(吨)", "发送量（吨）"}},
      {"tonnes_10k", Need::optional, {"万吨", "运量(万吨)", "运量（万吨）", "发送量(万吨)", "发送量（万吨）"}},
  };
}

std::vector<RecordField> trips_columns() {
  std::vector<RecordField> out;
  for (const char* name :
       {"month", "end_tick", "flow", "loaded", "vehicle_type", "standard", "powertrain", "owner", "kg", "from_site", "to_site"})
    out.push_back({name, Need::required, {name}});
  return out;
}

}  // namespace

ColumnMap usual_columns(RecordKind kind) {
  switch (kind) {
    case RecordKind::gate:
      return {{}, usual_times(), gate_columns(), {}};
    case RecordKind::register_counts:
      return {{}, {}, register_columns(), {}};
    case RecordKind::rail_months:
      return {{}, usual_months(), rail_columns(), {}};
    case RecordKind::trips:
      return {"utf-8", {"YYYY-MM"}, trips_columns(), {}};
  }
  return {};
}

}  // namespace railshift::scenario
