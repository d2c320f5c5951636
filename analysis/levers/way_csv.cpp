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
       {"只能走公路（吨）", "road alone"},
       {"其中没有其他可用运输链的", "of them, without any other chain"},
       [](const FirmWays& f, const FirmWay&) { return number_text(f.no_chain_t); }},
      {"tonnes",
       {"可用货量（吨）", "tonnes"},
       {"其中有此途径的", "of the road tonnes, those that have this way"},
       [](const FirmWays&, const FirmWay& w) { return number_text(w.tonnes); }},
      {"yuan_per_t",
       {"每吨加价（元）", "yuan a tonne"},
       {"最便宜的此类运输链的广义成本减公路链的，按货量平均；货车没有价格，为空",
        "generalised cost of the cheapest such chain - of the road chain, mean over the tonnes; empty: no price in the model"},
       [](const FirmWays&, const FirmWay& w) { return number_cell(w.yuan_per_t); }},
      {"nox_g_per_t",
       {"NOx（克/吨）", "NOx, g a tonne"},
       {"与现有公路链之差；负数为减少", "difference to the road chain of now; negative: less"},
       [](const FirmWays&, const FirmWay& w) { return number_cell(w.nox_g_per_t); }},
      {"from",
       {"起始日", "from"},
       {"最早可用日：专用线投用、国六销售或新能源购置起始年", "first day: siding in service, National VI sold, new-energy trucks bought"},
       [](const FirmWays&, const FirmWay& w) { return w.from ? to_string(*w.from) : std::string{}; }},
      {"cheapest",
       {"最省", "cheapest"},
       {"yes：有价格的途径中最便宜的", "yes: of the ways that have a price"},
       [](const FirmWays& f, const FirmWay& w) {
         return std::string(f.cheapest() != nullptr && f.cheapest()->way == w.way ? "yes" : "no");
       }},
      {"vi_pays_below",
       {"国六加价界限（元/吨）", "National VI pays below"},
       {"国六货车每吨加价低于此值时，企业不上铁路更省",
        "as long as a National VI truck costs less than this a tonne more, rail costs more"},
       [](const FirmWays& f, const FirmWay& w) { return w.way == Way::national_vi ? number_cell(f.vi_pays_below()) : std::string{}; }}};
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
