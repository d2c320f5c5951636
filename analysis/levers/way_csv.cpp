#include "analysis/levers/firm_ways.hpp"
#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

std::string number_cell(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

}  // namespace

const std::vector<WayColumn>& way_columns() {
  static const std::vector<WayColumn> columns{
      {"firm", {"企业", "firm"}, {"名单企业代码", "id of a listed firm"}, [](const FirmWays& f, const FirmWay&) { return f.firm; }},
      {"way",
       {"途径", "way"},
       {"siding 专用线到厂，box 经货场或货运站的集装箱（敞顶箱）短驳，belt 皮带或管道，new_energy 新能源货车，national_vi 国六货车",
        "siding: rail through the gate; box: over a goods station or yard; belt: belt or pipe; new_energy, national_vi: trucks"},
       [](const FirmWays&, const FirmWay& w) { return std::string(to_text(w.way)); }},
      {"road_t",
       {"公路货量（吨）", "road tonnes"},
       {"该企业当年公路送达的大宗货物，不含危险品", "delivered by road in the year, bulk goods without dangerous ones"},
       [](const FirmWays& f, const FirmWay&) { return number_text(f.road_t); }},
      {"no_chain_t",
       {"没有铁路可走（吨）", "no rail chain"},
       {"其中没有可用铁路运输链的", "of them, without a rail chain that is open"},
       [](const FirmWays& f, const FirmWay&) { return number_text(f.no_chain_t); }},
      {"tonnes",
       {"可用货量（吨）", "tonnes"},
       {"其中有此途径的", "of the road tonnes, those that have this way"},
       [](const FirmWays&, const FirmWay& w) { return number_text(w.tonnes); }},
      {"yuan_per_t",
       {"每吨加价（元）", "yuan a tonne"},
       {"最便宜的此类运输链的广义成本减公路链的，按货量平均；货车没有价格、皮带和管道不能多运，为空",
        "generalised cost of the cheapest such chain - of the road chain, mean over the tonnes; empty: no price in the model, or, of "
        "belts, "
        "no tonne that could go"},
       [](const FirmWays&, const FirmWay& w) { return number_cell(w.yuan_per_t); }},
      {"nox_g_per_t",
       {"NOx（克/吨）", "NOx, g a tonne"},
       {"与现有公路链之差；负数为减少", "difference to the road chain of now; negative: less"},
       [](const FirmWays&, const FirmWay& w) { return number_cell(w.nox_g_per_t); }},
      {"from",
       {"起始日", "from"},
       {"最早可用日：专用线投用、国六销售或新能源购置起始年", "first day: siding in service, National VI sold, new-energy trucks bought"},
       [](const FirmWays&, const FirmWay& w) { return w.from ? to_string(*w.from) : std::string{}; }},
      {"cheapest_t",
       {"其中最省的（吨）", "cheaper way of"},
       {"可用货量中，此途径是专用线和集装箱两者中较省的", "of the tonnes, those for which this is the cheaper of siding and box"},
       [](const FirmWays&, const FirmWay& w) { return number_text(w.cheapest_t); }},
      {"limit",
       {"限制", "limit"},
       {"refuses：当年铁路已拒绝其中一部分请求（超过 1%）；base_share：皮带和管道保持基准年份额，不能多运",
        "refuses: the railway refused over 1 % of what the run asked of these chains in the year; base_share: belts and pipes keep their "
        "share of the base year, no tonne of the road can go by them"},
       [](const FirmWays&, const FirmWay& w) { return std::string(to_text(w.limit)); }},
      {"vi_answer",
       {"国六货车", "National VI"},
       {"专用线企业按铁路比例、其他企业按清洁运输判定时：does_not_comply "
        "专用线年初已建，换车不算达标；no_rule、share_alone、needs_new_energy 其清洁运输规则没有、只看比例、不足部分须新能源；only_way "
        "没有铁路可走；"
        "pays_below 每吨加价低于所列值时比上铁路省；rail_no_dearer 铁路不比公路贵",
        "where firms with a siding are judged by rail share and others by clean transport: does_not_comply: its siding stands on the first "
        "day of the year; no_rule, share_alone, needs_new_energy: its rule of clean transport is missing, knows shares alone, asks "
        "new-energy "
        "trucks for what is short; only_way: no rail chain; pays_below: cheaper than rail as long as it costs less than the figure a tonne "
        "more; "
        "rail_no_dearer"},
       [](const FirmWays& f, const FirmWay& w) { return w.way == Way::national_vi ? std::string(to_text(f.vi_answer())) : std::string{}; }},
      {"vi_pays_below",
       {"国六加价界限（元/吨）", "National VI pays below"},
       {"有铁路可走的货量，逐货流取较省途径的每吨加价，按货量平均",
        "of the tonnes with a rail chain, each by its cheaper way, mean of yuan a tonne"},
       [](const FirmWays& f, const FirmWay& w) {
         return w.way == Way::national_vi && f.vi_answer() == ViAnswer::pays_below ? number_cell(f.rail_yuan_per_t) : std::string{};
       }}};
  return columns;
}

std::string to_csv(const std::vector<FirmWays>& firms) {
  CsvText csv;
  for (const WayColumn& column : way_columns()) csv.field(column.name);
  csv.end_row();
  for (const FirmWays& firm : firms) {
    for (const FirmWay& way : firm.ways) {
      for (const WayColumn& column : way_columns()) csv.field(column.text(firm, way));
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace railshift::analysis
