#include "sim/scenario/fields/words.hpp"

#include <algorithm>
#include <string_view>

namespace railshift::scenario {
namespace {

/// "china4=国四|国4 china5=国五": words in the order of the enumeration, split at blanks, '=' and '|'.
std::vector<Word> list(std::string_view text) {
  std::vector<Word> out;
  while (!text.empty()) {
    const std::string_view entry = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(text.size(), entry.size() + 1));
    Word word{std::string(entry.substr(0, entry.find('='))), {}, static_cast<int>(out.size())};
    std::string_view zh = entry.substr(std::min(entry.size(), word.text.size() + 1));
    while (!zh.empty()) {
      const std::string_view one = zh.substr(0, zh.find('|'));
      word.zh.emplace_back(one);
      zh.remove_prefix(std::min(zh.size(), one.size() + 1));
    }
    out.push_back(std::move(word));
  }
  return out;
}

}  // namespace

template <>
std::vector<Word> words_of<Standing>() {
  return list("published=公布 derived=推算 derived_from_assumed=由假设推算 assumed=假设");
}
template <>
std::vector<Word> words_of<SiteKind>() {
  return list(
      "mine=煤矿|矿山 washery=洗煤厂 power_plant=电厂 heat_plant=热源厂 steel_works=钢铁厂 coking_works=焦化厂 chemical_works=化工厂 "
      "cement_works=水泥厂 quarry=采石场 concrete_plant=商砼站 building_zone=建筑片区 waste_site=消纳场 trade_zone=商贸区 "
      "rail_yard=铁路货场 "
      "external=市外");
}
template <>
std::vector<Word> words_of<IoRole>() {
  return list("in=投入 out=产出 loss=损耗");
}
template <>
std::vector<Word> words_of<FlowRule>() {
  return list("push=按产出 pull=按需求 rest_out=产出余量 rest_in=需求余量 fixed=固定");
}
template <>
std::vector<Word> words_of<Mode>() {
  return list("truck=公路|汽车 rail=铁路 belt=皮带 pipe=管道");
}
template <>
std::vector<Word> words_of<LegTrucks>() {
  return list("any=不限 china6=国六或新能源 new_energy=新能源");
}
template <>
std::vector<Word> words_of<NodeType>() {
  return list("junction=路口 gateway=门户 site=厂区 station=车站");
}
template <>
std::vector<Word> words_of<RoadClass>() {
  return list("motorway=高速公路 trunk=国道 primary=省道 urban=城市道路 local=地方道路");
}
template <>
std::vector<Word> words_of<Traction>() {
  return list("electric=电力 diesel=内燃");
}
template <>
std::vector<Word> words_of<RailGoodsKind>() {
  return list("goods=货物 background=背景列车");
}
template <>
std::vector<Word> words_of<SharedBy>() {
  return list("tonnes=按吨 trains=按列");
}
template <>
std::vector<Word> words_of<SidingEnd>() {
  return list("fence=厂内 yard=货场");
}
template <>
std::vector<Word> words_of<StationKind>() {
  return list("gate=门岗 weighbridge=地磅 load=装车 unload=卸车 repair=维修");
}
template <>
std::vector<Word> words_of<Distribution>() {
  return list("constant=常数 uniform=均匀 exponential=指数 erlang=爱尔朗 lognormal=对数正态 triangular=三角 empirical=实测");
}
template <>
std::vector<Word> words_of<WhenFull>() {
  return list("wait_outside=场外等候 turn_away=拒收");
}
template <>
std::vector<Word> words_of<Dispatch>() {
  return list("longest_waiting=久等优先 nearest_load=就近 priority=按优先级 growing_reach=就近兼顾久等");
}
template <>
std::vector<Word> words_of<Release>() {
  return list("even=均匀 poisson=泊松 timetable=时刻表 stock=现货 order_up_to=补货");
}
template <>
std::vector<Word> words_of<StockSide>() {
  return list("in=进 out=出");
}
template <>
std::vector<Word> words_of<VehicleType>() {
  return list("heavy=重型 medium=中型 light=轻型 mini=微型");
}
template <>
std::vector<Word> words_of<Use>() {
  return list("operating=营运 other=非营运");
}
template <>
std::vector<Word> words_of<Standard>() {
  return list(
      "china0=国零|国0 china1=国一|国1|国I|国Ⅰ china2=国二|国2|国II|国Ⅱ china3=国三|国3|国III|国Ⅲ china4=国四|国4|国IV|国Ⅳ "
      "china5=国五|国5|国V|国Ⅴ china6=国六|国6|国VI|国Ⅵ zero_exhaust=零排放");
}
template <>
std::vector<Word> words_of<Powertrain>() {
  return list("diesel=柴油 gasoline=汽油 gas=燃气|天然气 methanol=甲醇 electric=纯电动|电动 hydrogen=氢燃料|氢能");
}
template <>
std::vector<Word> words_of<Owner>() {
  return list("local=本地 hired=外雇 through=过境");
}
template <>
std::vector<Word> words_of<Simulate>() {
  return list("individual=逐车 count=计数");
}
template <>
std::vector<Word> words_of<ClauseStatus>() {
  return list("simulated=已模拟 data=已入数据 judged_only=只评判 in_part=部分模拟 context=背景 not_simulated=未模拟");
}
template <>
std::vector<Word> words_of<Force>() {
  return list("must=必须|达到 strive=力争 about=左右 stable=保持稳定 in_principle=原则上 basically=基本 encourage=鼓励|推动|加快");
}
template <>
std::vector<Word> words_of<Layer>() {
  return list("baseline=基准 plan=方案 what_if=假想");
}
template <>
std::vector<Word> words_of<PublicCostKind>() {
  return list("investment=投资 subsidy=补贴");
}
template <>
std::vector<Word> words_of<Operator>() {
  return {{">=", {"以上"}, 0}, {"<=", {"以下"}, 1}, {"=", {"等于"}, 2}};
}
template <>
std::vector<Word> words_of<TariffOn>() {
  return list("rail_haul=铁路运价 road_haul=公路运价 handling=装卸费 drayage=短驳费 toll=通行费");
}
template <>
std::vector<Word> words_of<Payer>() {
  return list("carrier=承运方 public_money=财政");
}
template <>
std::vector<Word> words_of<CleanMode>() {
  return list("rail=铁路 belt=皮带 pipe=管道 new_energy_truck=新能源车");
}
template <>
std::vector<Word> words_of<NewSite>() {
  return list("new_site=新建 relocated=迁建");
}
template <>
std::vector<Word> words_of<SiteLink>() {
  return list("siding=专用线 belt=皮带 pipe=管道");
}
template <>
std::vector<Word> words_of<CleanTrucks>() {
  return list("no=不可以 without_siding=尚无专用线的可以 always=可以");
}
template <>
std::vector<Word> words_of<FirmState>() {
  return list("without_siding=尚无专用线");
}
template <>
std::vector<Word> words_of<FirmClass>() {
  return list("leading=引领性|引领 A=A级 B=B级 C=C级 D=D级 unrated=未定级");
}
template <>
std::vector<Word> words_of<CountyFigureKind>() {
  return list("pm25=PM2.5年均浓度 rank_from_last=倒数名次");
}
template <>
std::vector<Word> words_of<MetricKind>() {
  return list(
      "rail_share=铁路运输比例 rail_tonnes=铁路运量 clean_share=清洁运输比例 register_stock=保有量 "
      "retired_share=锁定基数淘汰比例|淘汰比例 new_energy_stock_share=新能源保有比例 "
      "new_energy_new_share=新增车辆新能源比例|新增新能源比例 through_km_inside=域内过境里程|环内过境里程 exhaust=排放量|尾气排放 "
      "tonnes_by_chain=分运输链运量 tonnes_by_reason=分原因公路运量|分原因运量 rail_station_tonnes=车站铁路运量|发送量 "
      "firms_passing=达标企业比例 siding_access=专用线接入比例 clean_ok=清洁运输达标企业比例");
}

std::vector<Word> pollutant_words() { return list("NOx=氮氧化物 PM2.5 PM10 CO HC SO2 NH3=氨 CO2_ttw CO2_wtw"); }

}  // namespace railshift::scenario
