#include "analysis/writers/docx/manner.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::analysis::writers::office {
namespace {

/// GB/T 9704: 37 mm above, 28 mm at the binding, 156 x 225 mm of type; title 2号, all else 3号, 22 lines a page.
Manner official() {
  Manner m;
  m.margins = {37, 26, 35, 28};
  m.title_font = "方正小标宋简体";
  m.body_font = "仿宋_GB2312";
  m.heading_font = "黑体";
  m.second_font = "楷体_GB2312";
  m.table_font = "宋体";
  return m;
}

Manner english() {
  Manner m;
  m.margins = {25, 22, 25, 22};
  m.title = 40;
  m.subtitle = 26;
  m.body = 22;
  m.small = 18;
  m.caption = 20;
  m.heading1 = 30;
  m.heading2 = 25;
  m.heading3 = 22;
  m.line = 290;
  m.list = 20;
  m.list_line = 250;
  m.exact = false;
  m.above_heading = 160;
  m.page_number = 20;
  m.title_font = m.body_font = m.heading_font = m.second_font = m.table_font = "宋体";
  return m;
}

void make_compact(Manner& m) {
  m.compact = true;
  m.margins = {14, 15, 12, 15};
  m.title = 32;
  m.subtitle = 20;
  m.body = m.language == Language::zh ? 21 : 19;
  m.small = m.caption = m.table = m.smallest = 18;
  m.heading1 = 23;
  m.heading2 = m.heading3 = 21;
  m.line = m.language == Language::zh ? 290 : 240;
  m.list = m.body;
  m.list_line = m.line;
  m.exact = m.language == Language::zh;
  m.above_heading = 50;
  m.page_number = 18;
  m.table_line = 228;
  m.above_cell = 12;
  m.overhang = 0;
  m.box_count = 30;
  m.chart_height = 45;
  m.map_height = 58;
}

}  // namespace

int twips(double mm) { return static_cast<int>(std::lround(mm * kTwipsPerMm)); }

int pitch_of(int size, const Manner& manner) { return (manner.table_line * size + manner.table - 1) / manner.table; }

bool is_brief(const document::Document& document) {
  return !document.sections.empty() &&
         std::all_of(document.sections.begin(), document.sections.end(), [](const document::Section& section) {
           return std::find(section.in.begin(), section.in.end(), document::Template::brief) != section.in.end();
         });
}

Manner manner_of(const document::Document& document) {
  Manner m = document.language == Language::zh ? official() : english();
  m.language = document.language;
  if (is_brief(document)) make_compact(m);
  return m;
}

}  // namespace railshift::analysis::writers::office
