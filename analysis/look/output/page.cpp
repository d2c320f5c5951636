#include "analysis/look/output/page.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "analysis/look/output/map.hpp"
#include "analysis/look/tables/sheets.hpp"
#include "analysis/look/tables/sheets_goods.hpp"
#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/style.hpp"
#include "analysis/writers/html/svg.hpp"
#include "analysis/writers/html/text.hpp"

#include "sim/core/text.hpp"

namespace railshift::analysis::look {
namespace {

/// Longer tables show this many rows and fold the rest away.
constexpr std::size_t kRowsUnfolded = 15;
/// More notes than this are folded away.
constexpr std::size_t kNotesShown = 4;
/// Words of so many terminal columns are never broken.
constexpr int kShortWord = 10;
/// Kinds of goods in the haul chart; the rest is drawn together.
constexpr std::size_t kGoodsDrawn = 7;

constexpr std::string_view kLookStyle = R"css(
table.look th { vertical-align: bottom; }
table.look td.w { white-space: nowrap; }
table.look td.n { text-align: right; white-space: nowrap; }
table.look tr.wrong td:first-child { color: #a11; font-weight: bold; border-left: 0.4rem double #a11; }
table.look tr.doubtful td:first-child { color: #7a5200; font-weight: bold; border-left: 0.4rem solid #c98a00; }
table.look tr.note td:first-child { border-left: 0.4rem dotted #777; }
table.flags th:first-child, table.flags td:first-child, table.flags td.id { white-space: nowrap; }
table.look td.id { font-family: monospace; font-size: 0.78rem; }
details summary { cursor: pointer; margin: 0.3rem 0; }
nav a { margin-right: 0.9rem; white-space: nowrap; }
.map { width: 100%; height: auto; border: 1px solid #999; background: #fff; }
.map text { font-family: inherit; fill: #1a1a1a; }
)css";

std::string table_of(const Sheet& sheet, std::size_t from, std::size_t until) {
  std::string out = "<table class=\"look\"><thead><tr>";
  for (const std::string& column : sheet.columns) out += "<th scope=\"col\">" + writers::html::escape(column) + "</th>";
  out += "</tr></thead><tbody>\n";
  for (std::size_t r = from; r < until; ++r) {
    out += "<tr>";
    for (const Cell& cell : sheet.rows[r]) {
      const std::string text = written(cell);
      const bool short_word = display_width(text) <= kShortWord;
      out += (cell.number ? "<td class=\"n\">" : short_word ? "<td class=\"w\">" : "<td>") + writers::html::escape(text) + "</td>";
    }
    out += "</tr>\n";
  }
  return out + "</tbody></table>\n";
}

/// The first rows, then the rest folded away.
std::string tables(const Scribe& s, const Sheet& sheet) {
  if (sheet.rows.empty()) return "<p>" + s.say("没有。", "None.") + "</p>\n";
  const std::size_t shown = sheet.rows.size() <= kRowsUnfolded + 5 ? sheet.rows.size() : kRowsUnfolded;
  std::string out = table_of(sheet, 0, shown);
  if (shown == sheet.rows.size()) return out;
  const std::string more = fmt::format(fmt::runtime(s.say("其余 {} 行", "{} more rows")), sheet.rows.size() - shown);
  return out + "<details><summary>" + writers::html::escape(more) + "</summary>" + table_of(sheet, shown, sheet.rows.size()) +
         "</details>\n";
}

std::string block(const Scribe& s, const Sheet& sheet, const std::string& figure = "") {
  return fmt::format("<h2 id=\"{}\">{}</h2>\n<p>{}</p>\n", sheet.id, writers::html::escape(sheet.title),
                     writers::html::escape(sheet.lead)) +
         figure + tables(s, sheet);
}

std::string_view class_of(Severity severity) {
  switch (severity) {
    case Severity::wrong:
      return "wrong";
    case Severity::doubtful:
      return "doubtful";
    case Severity::note:
      return "note";
  }
  return "";
}

std::string flag_rows(const Scribe& s, const Sheet& sheet, std::size_t from, std::size_t until) {
  std::string out = "<table class=\"look flags\"><thead><tr>";
  const std::string where = s.say("去哪里看", "where to look");
  for (const std::string& column : {sheet.columns[0], sheet.columns[1], where})
    out += "<th scope=\"col\">" + writers::html::escape(column) + "</th>";
  out += "</tr></thead><tbody>\n";
  for (std::size_t i = from; i < until; ++i) {
    const auto& row = sheet.rows[i];
    out += fmt::format("<tr class=\"{}\"><td>{}</td><td>{}</td><td class=\"id\">{}<br>{}</td></tr>\n", class_of(s.look().flags[i].severity),
                       writers::html::escape(row[0].text), writers::html::escape(row[1].text), writers::html::escape(row[2].text),
                       writers::html::escape(row[3].text));
  }
  return out + "</tbody></table>\n";
}

/// What is wrong or doubtful stays in sight: it is what the page is for. Many notes are folded away.
std::string flag_block(const Scribe& s) {
  const Sheet sheet = flag_sheet(s);
  std::string out =
      fmt::format("<h2 id=\"flags\">{}</h2>\n<p>{}</p>\n", writers::html::escape(sheet.title), writers::html::escape(sheet.lead));
  if (sheet.rows.empty()) return out + "<p>" + s.say("没有发现可疑之处。", "Nothing looks wrong.") + "</p>\n";
  const auto& flags = s.look().flags;
  const auto first_note = std::find_if(flags.begin(), flags.end(), [](const Flag& f) { return f.severity == Severity::note; });
  const auto notes = static_cast<std::size_t>(flags.end() - first_note);
  const std::size_t shown = notes > kNotesShown ? flags.size() - notes + kNotesShown : flags.size();
  out += flag_rows(s, sheet, 0, shown);
  if (shown == flags.size()) return out;
  const std::string more = fmt::format(fmt::runtime(s.say("其余 {} 条提示", "{} more notes")), flags.size() - shown);
  return out + "<details><summary>" + writers::html::escape(more) + "</summary>" + flag_rows(s, sheet, shown, flags.size()) +
         "</details>\n";
}

std::string haul_chart(const Scribe& s) {
  document::Chart chart;
  chart.kind = document::ChartKind::stack;
  chart.title = s.say("公路运距分布（万吨，基年）", "Road haul distance (kt, base year)");
  const Sheet sheet = haul_sheet(s);
  for (auto column = sheet.columns.begin() + 3; column != sheet.columns.end(); ++column) {
    chart.categories.push_back(column->substr(0, column->find(' ')));  // the unit stands in the caption
  }
  document::Series rest;
  rest.name = s.say("其他", "others");
  rest.values.assign(chart.categories.size(), 0.0);
  rest.look = kGoodsDrawn;
  for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
    document::Series part;
    part.name = written(sheet.rows[r][0]);
    part.look = static_cast<std::uint32_t>(r);
    for (std::size_t b = 0; b < chart.categories.size(); ++b) {
      const double value = sheet.rows[r][b + 3].number.value_or(0.0);
      part.values.emplace_back(value);
      if (r >= kGoodsDrawn) rest.values[b] = *rest.values[b] + value;
    }
    if (r < kGoodsDrawn) chart.series.push_back(std::move(part));
  }
  if (sheet.rows.size() > kGoodsDrawn) chart.series.push_back(std::move(rest));
  const std::string caption = s.say("图：全程公路的货物，基年；横轴为门到门公里，纵轴为万吨。",
                                    "Goods by road all the way, base year: kilometres from door to door across, kt up.");
  if (sheet.rows.empty()) return {};
  return "<figure>" + writers::html::shared_fills() + writers::html::stack_svg(chart, {{}, s.language()}) + "<figcaption>" +
         writers::html::escape(caption) + "</figcaption></figure>\n";
}

std::string head(const Scribe& s) {
  const Settings& settings = s.world().settings;
  const std::string title = s.say(settings.title_zh.empty() ? settings.title_en : settings.title_zh,
                                  settings.title_en.empty() ? settings.title_zh : settings.title_en);
  const std::string line =
      fmt::format(fmt::runtime(s.say("运行之前看数据 · 情景 {} · {} 至 {} · 基年 {} · 结果未经实测校核",
                                     "A look at the data before any run · scenario {} · {} to {} · base year {} · not checked "
                                     "against counts")),
                  settings.id, to_string(settings.start), to_string(settings.end - 1), settings.base_year);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n<h1>{}</h1>\n<p "
      "class=\"subtitle\">{}</p>\n",
      s.language() == Language::zh ? "zh-CN" : "en", writers::html::escape(title), writers::html::kStyle, kLookStyle,
      writers::html::escape(title), writers::html::escape(line));
}

std::string contents(const std::vector<Sheet>& sheets) {
  std::string out = "<nav>";
  for (const Sheet& sheet : sheets) out += fmt::format("<a href=\"#{}\">{}</a> ", sheet.id, writers::html::escape(sheet.title));
  return out + "</nav>\n";
}

std::string totals_paragraph(const Scribe& s) {
  std::map<Severity, int> count;
  for (const Flag& f : s.look().flags) ++count[f.severity];
  const Masses& m = s.look().masses;
  const World& w = s.world();
  return "<p>" +
         writers::html::escape(fmt::format(
             fmt::runtime(s.say("{} 家企业、{} 个厂区、{} 项货流：{} 年 {}，{} 年 {}。红旗：错误 {} 处，存疑 {} 处，提示 {} 处。",
                                "{} firms, {} sites, {} flows: {} in {}, {} in {}. Flags: {} wrong, {} doubtful, {} notes.")),
             w.firms.size(), w.sites.size(), w.flows.size(),
             s.language() == Language::zh ? s.year(When::base) : tonnes_en(m.total(When::base)),
             s.language() == Language::zh ? tonnes_zh(m.total(When::base)) : s.year(When::base),
             s.language() == Language::zh ? s.year(When::last) : tonnes_en(m.total(When::last)),
             s.language() == Language::zh ? tonnes_zh(m.total(When::last)) : s.year(When::last), count[Severity::wrong],
             count[Severity::doubtful], count[Severity::note])) +
         "</p>\n";
}

}  // namespace

std::string page(const World& world, const Look& look, Language language) {
  const Scribe s(world, look, language);
  const Sheet map_title{"map",
                        s.say("地图：厂区、道路、铁路和货流", "Map: sites, roads, railways and flows"),
                        s.say("只画情景自己的路网，节点之间连直线，没有底图。线宽按基年吨数的平方根。",
                              "The scenario's own network only, straight lines between nodes, no base map. Widths go by the square root of "
                              "the base-year tonnes."),
                        {},
                        {}};
  std::vector<Sheet> all = all_sheets(s);
  const std::vector<Sheet> rest(all.begin() + 1, all.end());
  all.insert(all.begin() + 1, map_title);
  std::string out = head(s) + totals_paragraph(s) + contents(all) + flag_block(s);
  out += fmt::format("<h2 id=\"map\">{}</h2>\n<p>{}</p>\n{}", writers::html::escape(map_title.title), writers::html::escape(map_title.lead),
                     map(world, look, language));
  for (const Sheet& sheet : rest) out += block(s, sheet, sheet.id == "hauls" ? haul_chart(s) : "");
  return out + "</body>\n</html>\n";
}

}  // namespace railshift::analysis::look
