/// 一企一策: a sheet each listed firm.
#include <fmt/format.h>

#include "analysis/report/brief_sections.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/lever_words.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

using document::Line;
using document::Look;
using document::Run;

/// A cell of firm_sheets.csv as it is printed.
struct SheetCell {
  std::string item, kind;
  std::optional<double> value;
  std::string unit;
  std::string text;
};

Run sheet_figure(Page& page, const FirmSheet& sheet, const SheetCell& cell) {
  const std::string& firm = page.world().firms[sheet.firm].id;
  return page.figure(fmt::format("sheet:{}:{}:{}", firm, cell.item, cell.kind),
                     {cell.value,
                      cell.unit,
                      cell.text,
                      page.plan().of,
                      1,
                      "derived(assumed)",
                      {"firm_sheets.csv", {{"firm", firm}, {"item", cell.item}, {"kind", cell.kind}}, "value", "", {}}});
}

Run tonnes_run(Page& page, const FirmSheet& sheet, const std::string& item, const std::string& kind, double tonnes) {
  return sheet_figure(page, sheet, {item, kind, tonnes, "t", figure_text(tonnes, "t", page.language())});
}

std::string firm_name(const Page& page, Id<Firm> id) {
  const Firm& firm = page.world().firms[id];
  const std::string name = page.name(firm.name_zh, firm.name_en);
  return name.empty() ? firm.id : name;
}

Cell ways_of_goods(Page& page, const FirmSheet& sheet) {
  Cell cell;
  for (std::size_t c = 0; c < kChainClasses; ++c) {
    const auto way = static_cast<rules::ChainClass>(c);
    if (sheet.tonnes.of(way) <= 0.0) continue;
    const std::string kind{to_text(way)};
    cell.below(Line{strong(page.word(kind) + " "), text(page.word("sheet.in") + " "),
                    tonnes_run(page, sheet, "in", kind, sheet.tonnes.in[c]), text(page.comma() + page.word("out") + " "),
                    tonnes_run(page, sheet, "out", kind, sheet.tonnes.out[c])});
  }
  return cell.lines.empty() ? Cell("—") : cell;
}

Cell reasons_of(Page& page, const FirmSheet& sheet) {
  std::vector<std::pair<double, Reason>> order;
  for (int r = 0; r < kReasons; ++r) {
    const double t = sheet.reasons_t[static_cast<std::size_t>(r)];
    if (t > 0.0) order.emplace_back(-t, static_cast<Reason>(r));
  }
  std::sort(order.begin(), order.end());
  Cell cell;
  for (const auto& [t, reason] : order) {
    const std::string kind{to_text(reason)};
    cell.below(Line{text(page.word(kind) + " "), tonnes_run(page, sheet, "reason", kind, -t)});
  }
  return cell.lines.empty() ? Cell(page.word("sheet.reason.none")) : cell;
}

Cell sidings_of(Page& page, const FirmSheet& sheet) {
  Cell cell;
  for (const FirmSiding& s : sheet.sidings) {
    const Siding& siding = page.world().sidings[s.siding];
    const Run load = sheet_figure(page, sheet, {"siding_load", siding.id, s.load, "1", figure_text(s.load, "1", page.language())});
    cell.below(page.sentence("sheet.siding.text", {text(siding.name_zh.empty() ? siding.id : siding.name_zh),
                                                   tonnes_run(page, sheet, "siding", siding.id, s.of_firm_t), load}));
  }
  return cell.lines.empty() ? Cell(page.word("sheet.siding.none")) : cell;
}

Cell readings_of_firm(Page& page, const FirmSheet& sheet) {
  Cell cell;
  for (const FirmReading& r : sheet.readings) {
    const std::string named = r.reading.in(page.language());
    const Run value = sheet_figure(
        page, sheet, {"reading", r.target, r.value, r.unit, figure_text_beside(r.value, r.threshold, r.unit, page.language())});
    Line line{text((named.empty() ? page.target_name(r.target) : named) + " "), value};
    if (r.value) line.push_back(text(" " + page.word(r.holds ? "sheet.holds" : "sheet.holds.not"), r.holds ? Look::good : Look::bad));
    cell.below(std::move(line));
  }
  return cell.lines.empty() ? Cell("—") : cell;
}

std::string clean_key(const FirmSheet& sheet) {
  if (!sheet.clean) return "sheet.clean.unknown";
  return *sheet.clean ? "sheet.clean.yes" : "sheet.clean.no";
}

Look clean_look(const FirmSheet& sheet) { return !sheet.clean ? Look::unsure : *sheet.clean ? Look::good : Look::bad; }

Cell ways_to_comply(Page& page, const FirmSheet& sheet) {
  if (sheet.ways == nullptr) return Cell(page.word(page.baseline() == nullptr ? "sheet.ways.run" : "sheet.ways.quick"));
  const FirmWays& ways = *sheet.ways;
  const auto day = [](const FirmWay& way) { return text(way.from ? to_string(*way.from) : "—"); };
  Cell cell;
  for (const FirmWay& way : ways.ways) {
    if (way.tonnes <= 0.0) continue;
    const Run yuan = way.yuan_per_t ? page.of_way(ways, way, "yuan_per_t") : text(page.word("way.missing"));
    cell.below(page.sentence("sheet.way.text", {text(word(way.way, page.language())), page.of_way(ways, way, "tonnes"), yuan,
                                                page.of_way(ways, way, "nox_g_per_t"), day(way)}));
  }
  if (cell.lines.empty()) return Cell("—");
  if (const FirmWay* best = cheapest_way(ways))
    cell.below(
        page.sentence("sheet.cheapest", {strong(word(best->way, page.language())), page.of_way(ways, *best, "yuan_per_t"), day(*best)}));
  else
    cell.below(text(page.word("sheet.cheapest.none")));
  return cell.below(small(vi_sentence(ways, page.language())));
}

document::Table sheet_table(Page& page, const FirmSheet& sheet, std::size_t number) {
  TableRows table("firm_" + std::to_string(number), firm_name(page, sheet.firm),
                  {words(page.word("sheet.fact"), 1.0), words(page.word("sheet.value"), 4.5)});
  const Run trucks = sheet_figure(
      page, sheet, {"trucks_per_day", "", sheet.trucks_per_day, "", grouped(sheet.trucks_per_day, sheet.trucks_per_day < 10.0 ? 1 : 0)});
  table.row({page.word("sheet.tonnes"), ways_of_goods(page, sheet)});
  table.row({page.word("sheet.reason"), reasons_of(page, sheet)});
  table.row({page.word("sheet.siding"), sidings_of(page, sheet)});
  table.row({page.word("sheet.trucks"), page.sentence("sheet.trucks.text", {trucks})});
  table.row({page.word("sheet.reading"), readings_of_firm(page, sheet)});
  table.row({page.word("sheet.clean"), text(page.word(clean_key(sheet)), clean_look(sheet))});
  table.row({page.word("sheet.ways"), ways_to_comply(page, sheet)});
  return table.take();
}

}  // namespace

Blocks firms_section(Page& page) {
  const std::vector<FirmSheet>& sheets = page.input().sheets;
  if (sheets.empty()) return {};
  Blocks blocks{
      paragraph(fmt::format(fmt::runtime(page.word(page.baseline() == nullptr ? "sheet.lead.run" : "sheet.lead")), sheets.front().year),
                document::Tone::small)};
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    blocks.push_back(heading(firm_name(page, sheets[i].firm)));
    blocks.push_back(sheet_table(page, sheets[i], i + 1));
  }
  return blocks;
}

}  // namespace railshift::analysis::report
