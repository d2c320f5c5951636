#pragma once
/// A report with one of every block, in Chinese, as writers and JSON are tried on.
#include "analysis/document/document.hpp"

namespace railshift::analysis::document {

inline Document sample() {
  Document d;
  d.title = "试验市公转铁评估报告";
  d.subtitle = "2020—2025 年";
  d.date = "2026-11-30";
  d.facts = {{"版本", "0.1.0"}, {"运行", "run-1"}};
  d.figures["verdict:t-1:value"] = {
      0.8512, "1", "85.12%", Of::mean, 3, "derived(assumed)", {"verdicts.csv", {{"target", "t-1"}}, "value", "", {"TY-12"}}};
  d.figures["verdict:t-1:threshold"] = {
      0.85, "1", "85%", Of::input, 1, "published", {"verdicts.csv", {{"target", "t-1"}}, "threshold", "", {"TY-12"}}};
  d.figures["count:on_track"] = {1.0, "", "1", Of::count, 1, "derived", {"verdicts.csv", {{"status", "on_track"}}, "", "行数", {}}};
  d.figures["plan:rail_tonnes:2024"] = {1234567.0,
                                        "t",
                                        "123.46 万吨",
                                        Of::one_run,
                                        1,
                                        "derived",
                                        {"plan/metrics.csv", {{"metric", "rail_tonnes"}, {"period", "2024"}}, "value", "", {}}};
  d.figures["plan:rail_tonnes:2025"] = {
      std::nullopt, "t", "—", Of::one_run, 1, "", {"plan/metrics.csv", {{"metric", "rail_tonnes"}, {"period", "2025"}}, "value", "", {}}};
  const Run value{"85.12%", Look::plain, "verdict:t-1:value"}, asked{"85%", Look::plain, "verdict:t-1:threshold"};
  Section first{"conclusions", "主要结论", {Template::brief, Template::full}, {}};
  first.blocks.push_back(
      Boxes{{{"按期达到", Look::good, "1", "count:on_track", {{{"重点企业铁路比例"}}}}, {"未达到", Look::bad, "", "", {}}}});
  first.blocks.push_back(Paragraph{{{{"按现有安排，比例为 "}, value, {"，目标为 "}, asked, {"。"}}}, Tone::lead});
  first.blocks.push_back(List{{{{{"一、先明确口径", Look::strong}}}, {{{"二、<script>alert(1)</script>&\"'"}}, {{"小字", Look::small}}}}});
  Section tables{"tables", "运量", {Template::full}, {}};
  tables.blocks.push_back(Heading{2, "分年"});
  tables.blocks.push_back(Table{"tonnes",
                                "铁路运量",
                                {{"年份", Align::text, 1.0}, {"方案", Align::number, 2.0}},
                                {{{{{"2024 年"}}}, {{{"123.46 万吨", Look::plain, "plan:rail_tonnes:2024"}}}},
                                 {{{{"2025 年"}}}, {{{"—", Look::plain, "plan:rail_tonnes:2025"}}, {{"未运行", Look::small}}}}},
                                "单次模拟"});
  tables.blocks.push_back(Chart{"share",
                                ChartKind::lines,
                                "铁路比例",
                                "%",
                                {"2023", "2024"},
                                {{"方案", {80.5, 85.12}, {"", "verdict:t-1:value"}, {79.0, 84.0}, {82.0, 86.5}, 0}},
                                {{1, 85.0, "≥ 85% TY-12"}},
                                false,
                                "纵轴不从 0 起"});
  tables.blocks.push_back(Chart{
      "parts", ChartKind::waterfall, "各条款贡献", "万吨", {"基准", "TY-12", "TY-14", "方案"}, {{"铁路运量", {100.0, 20.0, -3.5, 116.5}}}});
  Section map{"map", "地图", {Template::brief, Template::annex}, {}};
  map.blocks.push_back(
      Map{"flows",
          "货车流量变化",
          {{"s-1", "甲厂", "listed_site", 112.5, 37.9}, {"g-1", "东口", "gateway", 112.9, 37.8}},
          {{"l-1", "外环", "road", {{{112.5, 37.9}}, {{112.7, 37.85}}, {{112.9, 37.8}}}},
           {"l-2", "石太线", "rail", {{{112.5, 37.9}}, {{112.9, 37.8}}}}},
          {{"change",
            "货车流量变化",
            "辆/日",
            true,
            "lines",
            {"2024", "2025", "2025-03"},
            {{-120.0, 35.0, 36.5}, {}},
            {Of::estimate,
             1,
             "derived(assumed)",
             {"map.gpkg/map_links_difference", {{"link", "{id}"}, {"year", "{period}"}}, "difference", "", {"TY-12"}},
             {"plan/run.gpkg/links_view", {{"link", "{id}"}, {"month", "{period}"}}, "vehicles", "sum / days of the month", {}}},
            {"ring-1", "line-2"}}},
          "无底图"});
  map.blocks.push_back(Paragraph{{{{"未经实测校核"}}}, Tone::notice});
  d.sections = {first, tables, map};
  return d;
}

}  // namespace railshift::analysis::document
