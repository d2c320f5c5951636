#include "tests/analysis/writers/rich_document.hpp"

#include <cmath>

#include <fmt/format.h>

namespace railshift::analysis::document {
namespace {

class Rich {
 public:
  explicit Rich(Language language) { d_.language = language; }

  Document make() {
    d_.title = say("某某市大宗货物“公转铁”方案评估报告", "Appraisal of a city's plan to move bulk goods from road to rail");
    d_.subtitle = "2020—2025";
    d_.date = "2026-11-30";
    for (int i = 0; i < 5; ++i)
      d_.facts.push_back({say("版本与运行", "Version and run") + fmt::format(" {}", i + 1), std::string(40, 'f')});
    d_.sections = {conclusions(), offices(), firms(), charts(), network()};
    return std::move(d_);
  }

 private:
  [[nodiscard]] std::string say(const char* zh, const char* en) const { return d_.language == Language::zh ? zh : en; }

  /// A figure with its run.
  Run figure(const std::string& id, double value, const std::string& text, Of of = Of::mean) {
    d_.figures[id] = {
        value, "t", text, of, 3, "derived(assumed)", {"plan/metrics.csv", {{"metric", id}, {"period", "2025"}}, "value", "", {"TY-12"}}};
    return {text, Look::plain, id};
  }

  Section conclusions() {
    Section s{"conclusions", say("主要结论", "Conclusions"), {Template::brief, Template::full}, {}};
    Boxes boxes;
    const Look looks[] = {Look::good, Look::open, Look::bad, Look::unsure, Look::off};
    for (int i = 0; i < 5; ++i) {
      const std::string id = fmt::format("count:{}", i);
      figure(id, i + 1, std::to_string(i + 1), Of::count);
      boxes.boxes.push_back(
          {say("按期可达到的目标", "On track in this reading"),
           looks[i],
           std::to_string(i + 1),
           id,
           {{{say("重点企业铁路运输比例、国四及以下货车淘汰", "Rail share of listed firms, trucks up to National IV")}}}});
    }
    s.blocks.push_back(boxes);
    s.blocks.push_back(Paragraph{{{{say("按现有安排，铁路比例为 ", "As the plan stands, rail carries ")},
                                   figure("share", 85.12, "85.12%", Of::estimate),
                                   {say("，低于目标；详见", ", less than asked; see ")},
                                   {say("各部门任务", "offices"), Look::plain, "", "offices"}}},
                                 Tone::lead});
    s.blocks.push_back(
        Paragraph{{{{say("本报告各项数值未经实测校核。", "No figure of this report was checked against counts.")}}}, Tone::notice});
    return s;
  }

  /// Twelve columns and sixty rows of two lines: longer and wider than a sheet.
  Section offices() {
    Section s{"offices", say("各部门任务与序时进度", "Targets by office and quarter"), {Template::full}, {}};
    Table t{"offices", say("责任单位对照表", "Targets by responsible office"), {}, {}, say("单位：万吨", "in 10,000 t")};
    t.columns.push_back({say("责任单位与目标", "Office and target"), Align::text, 3.0});
    t.columns.push_back({say("状态", "Status"), Align::text, 1.6});
    for (int q = 0; q < 8; ++q) t.columns.push_back({fmt::format("{}Q{}", 2024 + q / 4, q % 4 + 1), Align::number, 1.0});
    for (int r = 1; r <= 60; ++r) {
      std::vector<Lines> row;
      row.push_back({{{fmt::format("{}{}", say("上行", "upper"), r)}}, {{fmt::format("{}{}", say("下行", "lower"), r), Look::small}}});
      row.push_back({{{say("未达到", "missed"), r % 3 == 0 ? Look::bad : r % 3 == 1 ? Look::good : Look::open}}});
      for (int q = 0; q < 8; ++q) {
        const double v = 100.0 + 7.0 * r + 3.0 * q;
        row.push_back({{figure(fmt::format("q:{}:{}", r, q), v, fmt::format("{:.2f}", v))}});
      }
      t.rows.push_back(row);
    }
    s.blocks.push_back(t);
    return s;
  }

  /// A cell of six lines.
  [[nodiscard]] Lines why_not(int row) const {
    Lines out{{{fmt::format("{}{}", say("首句", "first"), row)}}};
    for (int i = 0; i < 4; ++i)
      out.push_back({{say("专用线能力已满，其余货物没有铁路到发条件。", "Its siding is full; the rest has no rail at the other end.")}});
    out.push_back({{fmt::format("{}{}", say("末句", "last"), row)}});
    return out;
  }

  Section firms() {
    Section s{"firms", say("重点企业", "Listed firms"), {Template::full, Template::annex}, {}};
    s.blocks.push_back(Heading{2, say("企业名单", "The list")});
    Table t{"firms", say("企业运量", "Tonnes of firms"), {}, {}, ""};
    t.columns = {{say("企业", "Firm"), Align::text, 2.0},
                 {say("铁路", "Rail"), Align::number, 1.0},
                 {say("说明", "Why not more"), Align::text, 4.0}};
    for (int r = 0; r < 30; ++r)
      t.rows.push_back({{{{fmt::format("{}{}", say("某某钢铁集团有限公司", "Steel works number "), r)}}},
                        {{figure(fmt::format("firm:{}", r), 12.5 * r, fmt::format("{:.1f} {}", 12.5 * r, say("万吨", "kt")))}},
                        why_not(r)});
    s.blocks.push_back(t);
    s.blocks.push_back(
        List{{{{{say("先明确口径", "Have the reading clarified first"), Look::strong}}}, {{{say("再补装卸线", "then add tracks")}}}}});
    return s;
  }

  Section charts() {
    Section s{"charts", say("变化趋势", "Trends"), {Template::full}, {}};
    s.blocks.push_back(months());
    Chart stack{"fleet", ChartKind::stack, say("车队构成", "Fleet by standard"), say("辆", "trucks"), years(), {}};
    for (std::uint32_t p = 0; p < 8; ++p) {
      Series part{fmt::format("{} {}", say("国标", "National"), p + 1), {}, {}, {}, {}, p};
      for (int y = 0; y < 6; ++y) part.values.emplace_back(200.0 + 40.0 * p + 30.0 * ((y * 3 + static_cast<int>(p)) % 5));
      stack.series.push_back(part);
    }
    s.blocks.push_back(stack);
    Chart pairs{"firms_rail", ChartKind::pairs, say("企业铁路运量", "Rail tonnes of firms"), say("万吨", "10,000 t"), {}, {}};
    Series plan{say("方案", "plan"), {}, {}, {}, {}, 0}, base{say("基准", "baseline"), {}, {}, {}, {}, 1};
    for (int i = 0; i < 6; ++i) {
      pairs.categories.push_back(fmt::format("{}{}", say("某某钢铁集团有限公司第二炼铁厂", "Steel works, second furnace "), i));
      plan.values.emplace_back(120.0 + 50.0 * i);
      plan.low.emplace_back(100.0 + 50.0 * i);
      plan.high.emplace_back(150.0 + 50.0 * i);
      base.values.emplace_back(90.0 + 40.0 * i);
    }
    plan.figures = {"firm:0", "firm:1", "", "", "", ""};
    pairs.series = {plan, base};
    s.blocks.push_back(pairs);
    Chart fall{"parts",
               ChartKind::waterfall,
               say("各条款贡献", "What each clause does"),
               say("万吨", "10,000 t"),
               {},
               {{say("铁路运量", "rail"), {900.0}}}};
    fall.categories = {say("基准", "baseline")};
    double level = 900.0;
    for (int i = 0; i < 9; ++i) {
      const double step = i % 3 == 2 ? -18.5 : 60.0 - 5.0 * i;
      fall.categories.push_back(fmt::format("TY-{} {}", 10 + i, say("专用线按期开通", "siding opens on time")));
      fall.series[0].values.emplace_back(step);
      level += step;
    }
    fall.categories.push_back(say("方案", "plan"));
    fall.series[0].values.emplace_back(level);
    fall.from_zero = false;
    s.blocks.push_back(fall);
    return s;
  }

  static std::vector<std::string> years() { return {"2020", "2021", "2022", "2023", "2024", "2025"}; }

  /// Seventy-two months with a band, two lines and two demands in one month.
  Chart months() {
    Chart c{"months", ChartKind::lines, say("铁路运输比例", "Rail share"), "%", {}, {}};
    Series plan{say("方案", "plan"), {}, {}, {}, {}, 0}, base{say("基准", "baseline"), {}, {}, {}, {}, 1};
    for (int m = 0; m < 72; ++m) {
      c.categories.push_back(fmt::format("{}-{:02}", 2020 + m / 12, m % 12 + 1));
      plan.values.emplace_back(40.0 + 0.5 * m + 3.0 * std::sin(m));
      plan.low.emplace_back(38.0 + 0.4 * m);
      plan.high.emplace_back(45.0 + 0.6 * m);
      base.values.emplace_back(m == 30 ? std::nullopt : std::optional(40.0 + 0.1 * m));
    }
    plan.figures.resize(72);
    plan.figures.back() = "share";
    c.series = {plan, base};
    c.marks = {{71, 85.0, "≥ 85% TY-12"}, {71, 80.0, "≥ 80% TY-13"}};
    return c;
  }

  /// A grid of roads, two railways, and layers of lines and of points by year and month.
  Section network() {
    Section s{"map", say("地图", "Map"), {Template::brief, Template::full}, {}};
    Map map{"flows", say("货车流量变化", "Change of truck flow"),
            {},      {},
            {},      say("本图只画方案路网，无底图。", "The scenario's own network, no base map.")};
    for (int x = 0; x < 9; ++x) {
      for (int y = 0; y < 7; ++y) {
        const double lon = 112.2 + 0.08 * x, lat = 37.6 + 0.07 * y;
        const std::string name = fmt::format("{}{}-{}", say("公路", "Road "), x, y);
        if (x < 8) map.lines.push_back({name + "e", name, "road", {{{lon, lat}}, {{lon + 0.08, lat + 0.01}}}});
        if (y < 6) map.lines.push_back({name + "n", name, "road", {{{lon, lat}}, {{lon + 0.01, lat + 0.07}}}});
      }
    }
    for (int i = 0; i < 2; ++i)
      map.lines.push_back({fmt::format("rail{}", i),
                           say("石太线", "Railway"),
                           "rail",
                           {{{112.2, 37.7 + 0.2 * i}}, {{112.5, 37.75 + 0.2 * i}}, {{112.85, 37.7}}}});
    const char* kinds[] = {"listed_site", "gateway", "siding", "station", "site", "yard"};
    for (int i = 0; i < 12; ++i)
      map.points.push_back({fmt::format("p{}", i), fmt::format("{}{}", say("某某钢铁厂", "Works "), i), kinds[i % 6], 112.23 + 0.05 * i,
                            37.65 + 0.03 * ((i * 5) % 12)});
    MapLayer change{"change", say("变化", "change"), say("辆/日", "a day"), true, "lines", years(), {}};
    for (const int year : {2024, 2025}) {
      // the run of this map began in April 2024
      for (int m = year == 2024 ? 4 : 1; m <= 12; ++m) change.periods.push_back(fmt::format("{}-{:02}", year, m));
    }
    change.from = {Of::estimate,
                   1,
                   "derived(assumed)",
                   {"map.gpkg/map_links_difference", {{"link", "{id}"}, {"year", "{period}"}}, "difference", "", {}},
                   {"plan/run.gpkg/links_view", {{"link", "{id}"}, {"month", "{period}"}}, "vehicles", "sum / days of the month", {}}};
    for (std::size_t i = 0; i < map.lines.size(); ++i) {
      auto& row = change.values.emplace_back();
      for (std::size_t p = 0; p < change.periods.size(); ++p)
        row.emplace_back(i % 4 == 3 ? std::nullopt : std::optional(300.0 * std::sin(0.37 * static_cast<double>(i * (p + 1)))));
    }
    MapLayer at{"at", say("到达", "arrivals"), say("万吨", "10,000 t"), false, "points", years(), {}};
    for (std::size_t i = 0; i < map.points.size(); ++i) at.values.emplace_back(6, 10.0 * static_cast<double>(i));
    at.from = {
        Of::one_run, 1, "assumed", {"plan/metrics.csv", {{"firm", "{id}"}, {"county", ""}, {"period", "{period}"}}, "value", "", {}}, {}};
    for (std::size_t i = 0; i < map.points.size(); ++i) at.keys.push_back(fmt::format("fm-{}", i));
    change.values.back().clear();  // nothing passes over the last line
    map.layers = {change, at};
    s.blocks.push_back(map);
    return s;
  }

  Document d_;
};

}  // namespace

Document rich_document(Language language) { return Rich(language).make(); }

}  // namespace railshift::analysis::document
