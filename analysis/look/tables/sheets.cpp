#include "analysis/look/tables/sheets.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/look/tables/sheets_goods.hpp"
#include "analysis/look/tables/sheets_moves.hpp"
#include "analysis/look/tables/sheets_rail.hpp"
#include "analysis/words/figures.hpp"

namespace railshift::analysis::look {
namespace {

constexpr std::size_t kAssumedShown = 20;

std::string range(const Provenance& p) {
  if (!p.low || !p.high) return "—";
  // Large numbers are read in groups, shares with the digits they have.
  const auto text = [](double value) { return std::abs(value) >= 1000.0 ? grouped(value, 0) : fmt::format("{:g}", value); };
  return text(*p.low) + " – " + text(*p.high);
}

}  // namespace

Sheet flag_sheet(const Scribe& s) {
  Sheet sheet{
      "flags",
      s.say("红旗：看起来不对的地方", "Red flags: what looks wrong"),
      s.say("错误 = 不改则结果不可信；存疑 = 请核对；提示 = 知道即可。最后说明去哪个文件、哪个编号查看。",
            "wrong = results cannot be trusted until mended; doubtful = please check; note = good to know. The end of the row says where."),
      {s.say("程度", "severity"), s.say("说明", "what"), s.say("文件", "file"), s.say("编号", "id")},
      {}};
  for (const Flag& f : s.look().flags) sheet.rows.push_back({s.severity(f.severity), s.say(f.zh, f.en), f.where.file, f.where.id});
  return sheet;
}

Sheet assumed_sheet(const Scribe& s) {
  Sheet sheet{
      "assumed",
      s.say("承载运量最多的二十行假设", "The twenty assumed rows that carry most tonnes"),
      s.say("先核实这些行：数据性质为“假设”的输入行，及基年依赖它的运量（同一货流可依赖多行，不可相加）。参数表影响全部运量，不在此列。",
            "Verify these first: input rows whose standing is “assumed” and the base-year tonnes that rest on each (a flow may rest on "
            "several "
            "rows: do not add them). Parameters touch all tonnes and are not listed."),
      {s.say("文件", "file"), s.say("编号", "id"), s.say("依赖的运量 (万吨)", "tonnes resting on it (kt)"),
       s.say("范围（该列单位）", "range (unit of its column)"), s.say("理由", "reason")},
      {}};
  for (std::size_t i = 0; i < std::min(kAssumedShown, s.look().assumed.size()); ++i) {
    const AssumedRow& row = s.look().assumed[i];
    sheet.rows.push_back({row.where.file, row.where.id, s.mass(row.tonnes), range(row.provenance), row.provenance.reason});
  }
  return sheet;
}

std::vector<Sheet> all_sheets(const Scribe& s) {
  return {flag_sheet(s), goods_sheet(s),   balance_sheet(s), haul_sheet(s),   gate_sheet(s),    station_sheet(s),
          pool_sheet(s), counted_sheet(s), section_sheet(s), siding_sheet(s), assumed_sheet(s), flow_sheet(s)};
}

}  // namespace railshift::analysis::look
