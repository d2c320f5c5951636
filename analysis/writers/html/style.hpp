#pragma once
/// The style sheet of a report: screen and phone first, A4 in print; signs, dashes and hatches besides colour.
#include <string_view>

namespace railshift::analysis::writers::html {

inline constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a; background: #fff;
  max-width: 62rem; margin: 1.5rem auto; padding: 0 1rem; line-height: 1.65; font-size: 15px; overflow-wrap: break-word; }
h1 { font-size: 1.8rem; text-align: center; margin: 1rem 0 0.2rem; line-height: 1.3; }
h2 { font-size: 1.3rem; border-bottom: 2px solid #333; margin: 2.2rem 0 0.8rem; }
h3 { font-size: 1.08rem; margin: 1.4rem 0 0.4rem; }
h4 { font-size: 1rem; margin: 1rem 0 0.3rem; }
p { margin: 0.5rem 0; }
a { color: #0b4f8a; }
small, .small, .note { font-size: 0.88em; color: #333; }
.note { margin: 0.2rem 0 1.2rem; }
.lead { font-size: 1.08rem; }
.subtitle, .date { text-align: center; color: #333; margin: 0.2rem 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0.2rem 1.5rem; margin: 1rem 0; font-size: 0.9rem; }
.facts div { display: flex; gap: 0.6rem; border-bottom: 1px solid #ccc; min-width: 0; }
.facts dt { flex: none; max-width: 45%; color: #444; }
.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
.contents ol { list-style: none; padding: 0; columns: 18rem; }
.contents li { break-inside: avoid; padding: 0.1rem 0; }
.notice, .checked { border: 2px solid #7a5200; border-left-width: 8px; padding: 0.4rem 0.8rem; margin: 1rem 0; }
.checked { border-color: #444; }
.badge { display: inline-block; max-width: 100%; border: 2px solid #333; border-radius: 0.3rem; padding: 0 0.35rem; font-weight: bold; line-height: 1.4; }
.good { border-color: #1d6b34; color: #1d6b34; }
.open { border-color: #8a4b00; color: #8a4b00; }
.bad { border-color: #a11; color: #a11; border-style: double; border-width: 3px; }
.unsure { border-color: #7a5200; color: #7a5200; border-style: dashed; }
.off { border-color: #444; color: #444; border-style: dotted; }
.estimate { font-size: 0.75em; border: 1px dashed #555; border-radius: 0.2rem; padding: 0 0.15rem; margin-left: 0.15rem; white-space: nowrap; }
.boxes { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0.6rem; margin: 1rem 0; }
.box { border-width: 2px; border-style: solid; border-color: #444; border-radius: 0.3rem; padding: 0.4rem 0.6rem; min-width: 0; }
.box.good { border-color: #1d6b34; } .box.open { border-color: #8a4b00; } .box.bad { border-color: #a11; border-style: double; border-width: 4px; }
.box.unsure { border-color: #7a5200; border-style: dashed; } .box.off { border-color: #444; border-style: dotted; }
.box p { margin: 0.1rem 0; } .box .status { font-weight: bold; } .box .count { font-size: 1.7rem; line-height: 1.2; font-weight: bold; }
.box .names { color: #1a1a1a; font-size: 0.88rem; overflow-wrap: anywhere; }
.table { overflow-x: auto; margin: 0.8rem 0 0.4rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; font-size: 0.87rem; line-height: 1.45; }
caption { text-align: left; font-weight: bold; padding: 0.2rem 0; }
th, td { border: 1px solid #999; padding: 0.22rem 0.4rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; font-weight: bold; }
.number { text-align: right; }
figure { margin: 1.2rem 0 0.4rem; }
figcaption { font-weight: bold; font-size: 0.9rem; }
.shown { font-weight: normal; }
.static { overflow-x: auto; }
.chart, .map { display: block; width: 100%; max-width: 56rem; height: auto; min-width: 38rem; }
.chart text, .map text { font-size: 13px; fill: #1a1a1a; font-family: inherit; paint-order: stroke; stroke: #fff; stroke-width: 3px; }
.map .number { font-weight: bold; }
.map > rect { stroke: #999; stroke-width: 1; }
.fills { position: absolute; }
@media (max-width: 50rem) {
  body { margin: 0.5rem auto; padding: 0 0.75rem; }
  h1 { font-size: 1.4rem; }
}
@media screen { table { min-width: calc(var(--least) * 1em); } }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  a { color: inherit; text-decoration: none; }
  .table, .static { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .box, .notice, .checked { break-inside: avoid; }
  h2, h3, h4, caption, figcaption { break-after: avoid; }
  .boxes { grid-template-columns: repeat(auto-fit, minmax(29mm, 1fr)); gap: 1.5mm; }
  .note { break-before: avoid; }
  .chart, .map { min-width: 0; max-width: 100%; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

/// Page numbers between dashes as in GB/T 9704; the cover has the contents and no number.
inline constexpr std::string_view kFullPaper = R"css(
@page { size: A4; margin: 16mm 16mm 15mm 18mm; @bottom-center { content: "— " counter(page) " —"; font-size: 10.5pt; } }
@page :first { @bottom-center { content: none; } }
@media print {
  body { font-size: 9.5pt; line-height: 1.35; }
  h1 { margin-top: 25mm; font-size: 22pt; }
  .chart { max-width: 118mm; margin: 0 auto; } .map { max-width: 115mm; margin: 0 auto; }
  h2 { font-size: 13pt; margin: 4mm 0 1.5mm; } h3 { font-size: 12pt; margin: 3mm 0 1mm; } h4 { font-size: 10.5pt; margin: 2mm 0 1mm; }
  p, li { margin: 0.8mm 0; } ul { margin: 1mm 0; }
  .table, figure { margin: 2mm 0 1mm; }
  .note { margin: 0.5mm 0 2.5mm; }
  table { font-size: 8pt; line-height: 1.2; }
  table.wide { font-size: 7.5pt; }
  th, td { padding: 0.3mm 0.8mm; }
  table.wide th, table.wide td { padding: 0.4mm 0.7mm; }
  td .badge { border-width: 1px; line-height: 1.25; }
  .contents { break-after: page; }
}
)css";

/// One page: narrow margins, no letter under 9 pt; checksums stay on the screen and in the full report.
inline constexpr std::string_view kBriefPaper = R"css(
.brief h1 { font-size: 1.5rem; margin-top: 0.4rem; }
.brief h2 { font-size: 1.1rem; margin: 1rem 0 0.4rem; border-bottom-width: 1px; }
@page { size: A4; margin: 9mm 13mm 8mm; }
@media print {
  body { font-size: 9pt; line-height: 1.27; }
  section:only-child > h2 { display: none; }
  .lead { font-size: 9.5pt; }
  li { margin: 0.3mm 0; } ul { margin: 0.8mm 0; padding-left: 5mm; }
  td .badge { border-width: 1px; line-height: 1.2; }
  h1 { font-size: 15pt; margin: 0; }
  h2 { font-size: 11pt; margin: 1.6mm 0 0.8mm; }
  p { margin: 0.6mm 0; }
  .subtitle, .date { display: inline-block; width: 49%; }
  .facts { font-size: 9pt; margin: 1mm 0; display: block; }
  .facts div { display: inline; border: 0; margin-right: 3mm; }
  .facts dt, .facts dd { display: inline; }
  .facts .checksum { display: none; }
  .facts dt::after { content: ": "; }
  .boxes { display: flex; margin: 1mm 0; gap: 1.5mm; }
  .box { flex: var(--weight) 1 0; min-width: 22mm; }
  .box { padding: 0.5mm 1.5mm; }
  .box .count { font-size: 13pt; }
  .box .names, small, .small, .note, .estimate, figcaption { font-size: 9pt; }
  .map, .chart { max-width: 100%; }
  .note { margin: 0.3mm 0; }
  .table, figure { margin: 0.8mm 0; }
  table, table.wide { font-size: 9pt; line-height: 1.25; }
  th, td { padding: 0.3mm 0.8mm; }
  .notice, .checked { margin: 1mm 0; padding: 0.5mm 2mm; }
}
)css";

}  // namespace railshift::analysis::writers::html
