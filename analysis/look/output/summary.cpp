#include "analysis/look/output/summary.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/look/tables/sheets.hpp"
#include "analysis/look/tables/sheets_goods.hpp"
#include "analysis/look/tables/sheets_moves.hpp"
#include "analysis/look/tables/sheets_rail.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis::look {
namespace {

constexpr std::size_t kFlagsShown = 20;
/// More flags of one kind than this are counted, not told.
constexpr int kOfOneKind = 4;
constexpr std::size_t kTopRows = 5;
constexpr int kColumnGap = 2;
constexpr int kWidestColumn = 34;

/// Cut to a width of terminal columns.
std::string cut(const std::string& text, int width) {
  if (display_width(text) <= width) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = codepoint_at(text, at).bytes;
    const std::string next = out + text.substr(at, bytes);
    if (display_width(next) > width - 2) break;
    out = next;
    at += bytes;
  }
  return out + "..";
}

enum class Align { left, right };

std::string padded(const std::string& text, int width, Align align) {
  const std::string space(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
  return align == Align::right ? space + text : text + space;
}

/// The first rows of a table, in these columns.
std::string top(const Sheet& sheet, const std::vector<std::size_t>& columns) {
  std::vector<std::vector<std::string>> lines(1);
  std::vector<Align> sides;
  for (const std::size_t c : columns) {
    lines[0].push_back(cut(sheet.columns[c], kWidestColumn));
    sides.push_back(!sheet.rows.empty() && sheet.rows[0][c].number ? Align::right : Align::left);
  }
  for (std::size_t r = 0; r < std::min(kTopRows, sheet.rows.size()); ++r) {
    lines.emplace_back();
    for (const std::size_t c : columns) lines.back().push_back(cut(written(sheet.rows[r][c]), kWidestColumn));
  }
  std::vector<int> widths(columns.size(), 0);
  for (const auto& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], display_width(line[i]));
  }
  std::string out = "\n" + sheet.title + "\n";
  for (const auto& line : lines) {
    std::string row;
    for (std::size_t i = 0; i < line.size(); ++i) row += padded(line[i], widths[i], sides[i]) + std::string(kColumnGap, ' ');
    out += "  " + row.substr(0, row.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
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
  return totals_lines(s) + flag_lines(s, mark) + top(goods_sheet(s), {0, 1, 2, 3, 4, 5, 6}) + top(pool_sheet(s), {0, 4, 5, 7, 8, 9}) +
         top(gate_sheet(s), {0, 1, 2, 5}) + top(section_sheet(s), {0, 1, 2, 6, 7, 8}) + top(assumed_sheet(s), {0, 1, 2, 4});
}

}  // namespace railshift::analysis::look
