#include "analysis/look/tables/sheets_rail.hpp"

#include <algorithm>

namespace railshift::analysis::look {

Sheet section_sheet(const Scribe& s) {
  Sheet sheet{
      "sections",
      s.say("铁路区段负荷", "Load of railway sections"),
      s.say(
          "单位：列/日，每个方向。负荷 =（背景列车 + 本模型列车）÷ 运行线数。按意愿 = 末年按费用选择、含全部措施、承认之前；超过 100% "
          "的部分不予承认。",
          "Trains a day, by direction. Load = (background + modelled trains) / paths. By wishes = last year by choice, with all measures, "
          "before acceptance; what exceeds 100% is not accepted."),
      {s.say("区段", "section"), s.say("方向", "direction"), s.say("运行线 (列/日)", "paths (a day)"),
       s.heading(When::last, "背景 (列/日)", "background (a day)"), s.heading(When::base, "本模型 (列/日)", "modelled (a day)"),
       s.heading(When::last, "按意愿 (列/日)", "by wishes (a day)"), s.heading(When::base, "负荷 (%)", "load (%)"),
       s.heading(When::last, "基年分担率下负荷 (%)", "load at base shares (%)"),
       s.heading(When::last, "按意愿负荷 (%)", "load by wishes (%)")},
      {}};
  std::vector<SectionRow> rows = s.look().railway.sections;
  std::stable_sort(rows.begin(), rows.end(), [&s](const SectionRow& a, const SectionRow& b) {
    return a.load(s.world(), When::base) > b.load(s.world(), When::base);
  });
  for (const SectionRow& row : rows) {
    const RailSection& section = s.world().rail_sections[row.section];
    const auto place = [&s](Id<Node> id) {
      return s.world().nodes[id].name_zh.empty() ? s.world().nodes[id].id : s.world().nodes[id].name_zh;
    };
    const std::string way = place(row.forward ? section.from : section.to) + "→" + place(row.forward ? section.to : section.from);
    sheet.rows.push_back({s.say(name_of(s.world(), row.section)), way, Cell{static_cast<double>(section.slots_per_day), 0},
                          Cell{row.background.last, 1}, Cell{row.trains.base, 1}, Cell{row.asked, 1},
                          Cell{row.load(s.world(), When::base) * kPercent, 0}, Cell{row.load(s.world(), When::last) * kPercent, 0},
                          Cell{row.load_asked(s.world()) * kPercent, 0}});
  }
  return sheet;
}

Sheet siding_sheet(const Scribe& s) {
  Sheet sheet{"sidings",
              s.say("专用线和货场", "Sidings and yards"),
              s.say("单位：万吨/年，装卸合计。能力只计投用的日子，取装卸能力和股道能力中较小者。",
                    "kt a year, loaded and unloaded. Capacity counts days in service only: the smaller of handling and tracks."),
              {s.say("名称", "name"), s.say("止于", "ends at"), s.heading(When::base, "能力 (万吨)", "capacity (kt)"),
               s.heading(When::base, "运量 (万吨)", "tonnes (kt)"), s.heading(When::last, "能力 (万吨)", "capacity (kt)"),
               s.heading(When::last, "按意愿 (万吨)", "by wishes (kt)"), s.say("末年超能力的月数", "months over capacity, last year")},
              {}};
  for (const SidingRow& row : s.look().railway.sidings) {
    const bool fence = s.world().sidings[row.siding].ends_at == SidingEnd::fence;
    sheet.rows.push_back({s.say(name_of(s.world(), row.siding)), fence ? s.say("厂内", "fence") : s.say("货场", "yard"),
                          s.mass(row.capacity.base), s.mass(row.tonnes.base), s.mass(row.capacity.last), s.mass(row.asked),
                          Cell{static_cast<double>(row.months_over), 0}});
  }
  return sheet;
}

}  // namespace railshift::analysis::look
