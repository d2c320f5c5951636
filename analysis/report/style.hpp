#pragma once
/// The style sheet of the report: screen first, A4 in print (GB/T 9704 margins), signs and hatches besides colour.
#include <string_view>

namespace railshift::analysis::report {

inline constexpr std::string_view kStyle = R"css(
:root { color-scheme: light; }
body { font-family: "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1a1a1a; background: #fff;
  max-width: 60rem; margin: 1.5rem auto; padding: 0 1rem; line-height: 1.6; font-size: 15px; }
h1 { font-size: 1.7rem; text-align: center; margin-bottom: 0.2rem; }
h2 { font-size: 1.25rem; border-bottom: 2px solid #333; margin-top: 2.2rem; }
h3 { font-size: 1.02rem; margin-bottom: 0.3rem; }
.subtitle { text-align: center; color: #444; margin-top: 0; }
table { border-collapse: collapse; width: 100%; margin: 0.6rem 0 1.2rem; font-size: 0.86rem; }
th, td { border: 1px solid #999; padding: 0.25rem 0.45rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: #eee; }
table.data td:not(:first-child) { text-align: right; }
table.notes td:nth-child(2), table.notes td:nth-child(3) { white-space: nowrap; }
table.targets { table-layout: fixed; }
table.targets td { overflow-wrap: anywhere; }
table.targets th:nth-child(1), table.targets th:nth-child(6) { width: 10%; }
table.targets th:nth-child(2) { width: 23%; }
table.targets th:nth-child(3) { width: 15%; }
table.targets th:nth-child(4), table.targets th:nth-child(5) { width: 11%; }
table.targets th:nth-child(7) { width: 20%; }
small { color: #333; }
.notice { border: 2px solid #7a5200; padding: 0.4rem 0.8rem; margin: 1rem 0; }
.notice.checked { border-color: #444; }
.badge { display: inline-block; white-space: nowrap; border: 2px solid #333; border-radius: 0.3rem; padding: 0 0.4rem; font-weight: bold; }
.badge.met { border-color: #1d6b34; color: #1d6b34; }
.badge.missed { border-color: #a11; color: #a11; border-style: double; border-width: 3px; }
td .badge { white-space: normal; }
.badge.open { border-color: #8a4b00; color: #8a4b00; }
.badge.cannot_say { border-color: #7a5200; color: #7a5200; border-style: dashed; }
.badge.not_testable { border-color: #444; color: #444; border-style: dotted; }
ul.verdicts { padding-left: 0; list-style: none; }
ul.verdicts li { margin: 0.45rem 0; }
figure { margin: 1rem 0; }
figcaption { font-size: 0.86rem; }
.chart { width: 100%; height: auto; }
.chart text { font-size: 12px; fill: #1a1a1a; font-family: inherit; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 0.6rem; font-size: 0.8rem; }
@page { size: A4; margin: 37mm 26mm 35mm 28mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  table { font-size: 8pt; }
  th, td { padding: 0.15rem 0.25rem; }
  .badge { padding: 0 0.15rem; border-width: 1.5px; }
  thead { display: table-header-group; }
  tr, figure, li { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
}
)css";

}  // namespace railshift::analysis::report
