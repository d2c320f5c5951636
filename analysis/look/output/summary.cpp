#include "analysis/look/output/summary.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/look/tables/sheets.hpp"
#include "analysis/look/tables/sheets_goods.hpp"
#include "analysis/look/tables/sheets_moves.hpp"
#include "analysis/look/tables/sheets_rail.hpp"
#include "analysis/words/text_table.hpp"

namespace railshift::analysis::look {
namespace {

constexpr std::size_t kFlagsShown = 20;
/// More flags of one kind than this are counted, not told.
constexpr int kOfOneKind = 4;
constexpr std::size_t kTopRows = 5;
constexpr int kIndent = 2;
constexpr int kWidestColumn = 34;

/// The first rows of a table, in these columns.
std::string top(const Sheet& sheet, const std::vector<std::size_t>& columns) {
  std::vector<Align> sides;
  std::vector<TextCell> headings;
  for (const std::size_t c : columns) {
    headings.emplace_back(cut(sheet.columns[c], kWidestColumn));
    sides.push_back(!sheet.rows.empty() && sheet.rows[0][c].number ? Align::right : Align::left);
  }
  TextTable table(sides);
  table.row(std::move(headings));
  for (std::size_t r = 0; r < std::min(kTopRows, sheet.rows.size()); ++r) {
    std::vector<TextCell> cells;
    for (const std::size_t c : columns) cells.emplace_back(cut(written(sheet.rows[r][c]), kWidestColumn));
    table.row(std::move(cells));
  }
  return "\n" + sheet.title + "\n" + table.text(kIndent);
}

std::string flag_lines(const Scribe& s, const Marking& mark) {
  std::string out = "\n" + flag_sheet(s).title + "\n";
  if (s.look().flags.empty()) return out + "  " + s.say("没有发现可疑之处", "nothing looks wrong") + "\n";
  std::map<std::pair<Severity, std::string>, int> told;
  std::size_t shown = 0;
  for (const Flag& f : s.look().flags) {
    if (shown == kFlagsShown || ++told[{f.severity, f.rule}] > kOfOneKind) continue;
    ++shown;
    out += fmt::format("  {} {} [{} {}]\n", mark(f.severity, s.severity(f.severity)), s.say(f.zh, f.en), f.where.file, f.where.id);
  }
  const std::size_t more = s.look().flags.size() - shown;
  if (more > 0) out += "  " + fmt::format(fmt::runtime(s.say("另有 {} 处，见 --to html", "{} more: see --to html")), more) + "\n";
  return out;
}

std::string totals_lines(const Scribe& s) {
  const Masses& m = s.look().masses;
  const World& w = s.world();
  std::map<Severity, int> count;
  for (const Flag& f : s.look().flags) ++count[f.severity];
  const bool zh = s.language() == Language::zh;
  std::string out = fmt::format("{} ({})\n", zh || w.settings.title_en.empty() ? w.settings.title_zh : w.settings.title_en, w.settings.id);
  out +=
      fmt::format(fmt::runtime(s.say("企业 {}，厂区 {}，货流 {}；{} 年 {}，{} 年 {}\n", "{} firms, {} sites, {} flows; {}: {}, {}: {}\n")),
                  w.firms.size(), w.sites.size(), w.flows.size(), s.year(When::base),
                  zh ? tonnes_zh(m.total(When::base)) : tonnes_en(m.total(When::base)), s.year(When::last),
                  zh ? tonnes_zh(m.total(When::last)) : tonnes_en(m.total(When::last)));
  return out + fmt::format(fmt::runtime(s.say("红旗：错误 {}，存疑 {}，提示 {}\n", "flags: {} wrong, {} doubtful, {} notes\n")),
                           count[Severity::wrong], count[Severity::doubtful], count[Severity::note]);
}

}  // namespace

std::string summary(const World& world, const Look& look, Language language, const Marking& mark) {
  const Scribe s(world, look, language);
  return totals_lines(s) + flag_lines(s, mark) + top(goods_sheet(s), {0, 1, 2, 3, 4, 5, 6}) + top(pool_sheet(s), {0, 1, 4, 5, 7, 8, 9}) +
         top(gate_sheet(s), {0, 1, 2, 5}) + top(section_sheet(s), {0, 1, 2, 6, 7, 8}) + top(assumed_sheet(s), {0, 1, 2, 4});
}

}  // namespace railshift::analysis::look
