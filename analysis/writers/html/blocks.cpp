#include "analysis/writers/html/blocks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/document/labels.hpp"
#include "analysis/writers/html/charts.hpp"
#include "analysis/writers/html/map_frame.hpp"
#include "analysis/writers/html/map_svg.hpp"
#include "analysis/writers/html/table_widths.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers::html {
namespace {
using namespace document;  // NOLINT(google-build-using-namespace): every name here is of the model

std::string_view name(Look look) { return kLookNames.at(static_cast<std::size_t>(look)); }
std::string_view name(Tone tone) { return kToneNames.at(static_cast<std::size_t>(tone)); }

/// Boxes side by side on paper share its width by what stands in them, so that none is much higher than the others.
double box_weight(const Box& box) {
  double letters = text_width(box.title, 1.0);
  for (const Line& line : box.names) {
    for (const Run& run : line) letters += text_width(run.text, 1.0);
  }
  return 12.0 + letters / 2.0;
}

class Blocks {
 public:
  explicit Blocks(const Document& of) : of_(of) {}

  std::string operator()(const Heading& heading) const {
    const int level = std::clamp(heading.level, 2, 3) + 1;  // the section has <h2>
    return fmt::format("<h{0}>{1}</h{0}>\n", level, inline_text(heading.text));
  }
  std::string operator()(const Paragraph& paragraph) const {
    return fmt::format("<p class=\"{}\">{}</p>\n", name(paragraph.tone), lines(paragraph.lines));
  }
  std::string operator()(const List& list) const {
    std::string out = "<ul>\n";
    for (const Lines& item : list.items) out += "<li>" + lines(item) + "</li>\n";
    return out + "</ul>\n";
  }
  std::string operator()(const Table& table) const {
    const TableWidths widths = widths_of(table);
    std::string cols, heads;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      cols += fmt::format("<col style=\"width:{:.1f}%\">", 100.0 * widths.parts[i]);
      heads += fmt::format("<th scope=\"col\"{}>{}</th>", table.columns[i].align == Align::number ? " class=\"number\"" : "",
                           inline_text(table.columns[i].title));
    }
    // a phone scrolls a table that is wider than it inside of the table's own box
    return fmt::format(
               "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table id=\"table-{1}\" class=\"{2}\" "
               "style=\"--least:{3:.1f}\">\n<caption>{4}</caption><colgroup>{5}</colgroup>\n<thead><tr>{6}</tr></thead>\n<tbody>\n",
               escape(table.caption), escape(table.id), widths.least > kPaperWidth ? "wide" : "narrow", widths.least,
               inline_text(table.caption), cols, heads) +
           rows(table) + "</tbody></table></div>\n" + note(table.note);
  }
  std::string operator()(const Boxes& boxes) const {
    std::string out = "<div class=\"boxes\">\n";
    for (const Box& box : boxes.boxes) {
      out += fmt::format("<div class=\"box {}\" style=\"--weight:{:.1f}\"><p class=\"status\">{}</p>", name(box.look), box_weight(box),
                         inline_text(badge_text(box.title, box.look)));
      if (!box.count.empty()) out += "<p class=\"count\">" + figure(box.count, box.figure) + "</p>";
      if (!box.names.empty()) out += "<p class=\"names\">" + lines(box.names) + "</p>";
      out += "</div>\n";
    }
    return out + "</div>\n";
  }
  std::string operator()(const Chart& chart) const {
    return fmt::format("<figure class=\"drawing\" id=\"chart-{}\" data-chart=\"{}\"><figcaption>{}</figcaption><div class=\"static\">",
                       escape(chart.id), escape(chart.id), inline_text(chart.title)) +
           chart_svg(chart, {of_.figures, of_.language}) + "</div></figure>\n" + note(chart.note);
  }
  std::string operator()(const Map& map) const {
    std::string shown;
    if (!map.layers.empty() && !map.layers.front().periods.empty()) {
      const MapLayer& layer = map.layers.front();
      shown = fmt::format(" <span class=\"shown\">{} · {} · {}</span>", inline_text(layer.title), inline_text(layer.unit),
                          inline_text(layer.periods[shown_period(layer)]));
    }
    return fmt::format("<figure class=\"drawing\" id=\"map-{}\" data-map=\"{}\"><figcaption>{}{}</figcaption><div class=\"static\">",
                       escape(map.id), escape(map.id), inline_text(map.title), shown) +
           map_svg(map, of_.language, is_brief(of_) ? MapRoom::brief : MapRoom::report) + "</div></figure>\n" + note(map.note);
  }

 private:
  [[nodiscard]] static std::string note(const std::string& text) {
    return text.empty() ? "" : "<p class=\"note\">" + inline_text(text) + "</p>\n";
  }
  [[nodiscard]] std::string rows(const Table& table) const {
    std::string out;
    for (const auto& row : table.rows) {
      out += "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i)
        out += fmt::format("<td{}>{}</td>", i < table.columns.size() && table.columns[i].align == Align::number ? " class=\"number\"" : "",
                           lines(row[i]));
      out += "</tr>\n";
    }
    return out;
  }
  /// The text of a figure, which opens its drawer where the document has it.
  [[nodiscard]] std::string figure(const std::string& text, const std::string& id) const {
    const auto at = of_.figures.find(id);
    if (id.empty() || at == of_.figures.end()) return inline_text(text);
    std::string out = fmt::format("<span class=\"fig\" data-figure=\"{}\">{}</span>", escape(id), inline_text(text));
    if (at->second.of == Of::estimate) out += fmt::format("<span class=\"estimate\">{}</span>", estimate_mark(of_.language));
    return out;
  }
  [[nodiscard]] std::string run(const Run& run) const {
    std::string out = figure(badge_text(run.text, run.look), run.figure);
    const bool has_target = std::any_of(of_.sections.begin(), of_.sections.end(), [&](const Section& s) { return s.id == run.target; });
    if (has_target) out = fmt::format("<a href=\"#{}\">{}</a>", escape(section_anchor(run.target)), out);
    if (run.look == Look::plain) return out;
    if (run.look == Look::strong) return "<strong>" + out + "</strong>";
    if (run.look == Look::small) return "<small>" + out + "</small>";
    return fmt::format("<span class=\"badge {}\">{}</span>", name(run.look), out);
  }
  [[nodiscard]] std::string lines(const Lines& some) const {
    std::string out;
    for (const Line& line : some) {
      if (!out.empty()) out += "<br>";
      for (const Run& r : line) out += run(r);
    }
    return out;
  }

  const Document& of_;
};

}  // namespace

std::string block_html(const Block& block, const Document& of) { return std::visit(Blocks(of), block); }

bool is_brief(const Document& document) {
  return std::all_of(document.sections.begin(), document.sections.end(),
                     [](const Section& s) { return std::find(s.in.begin(), s.in.end(), Template::brief) != s.in.end(); });
}

std::string section_anchor(const std::string& id) { return "section-" + id; }

}  // namespace railshift::analysis::writers::html
