#include "analysis/writers/html/html_page.hpp"

#include <fmt/format.h>

#include "analysis/document/document_json.hpp"
#include "analysis/document/labels.hpp"
#include "analysis/writers/html/blocks.hpp"
#include "analysis/writers/html/script.hpp"
#include "analysis/writers/html/style.hpp"
#include "analysis/writers/html/svg.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers {
namespace {
using document::Document;
using document::Section;

/// Nothing is requested; of scripts the page's own one alone runs.
std::string policy() {
  return "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; script-src " +
         html::page_script_source();
}

std::string head(const Document& document, bool brief) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body class=\"{}\">\n",
      document.language == Language::zh ? "zh-CN" : "en", policy(), html::escape(document.title), html::kStyle,
      brief ? html::kBriefPaper : html::kFullPaper, brief ? "brief" : "full");
}

/// A text without a blank that is longer than a line of a brief's cover: a checksum.
bool is_checksum(const std::string& text) { return text.size() >= 40 && text.find(' ') == std::string::npos; }

std::string cover(const Document& document) {
  std::string out = fmt::format("<header class=\"cover\">\n<h1>{}</h1>\n", html::inline_text(document.title));
  if (!document.subtitle.empty()) out += "<p class=\"subtitle\">" + html::inline_text(document.subtitle) + "</p>\n";
  if (!document.date.empty()) out += "<p class=\"date\">" + html::inline_text(document.date) + "</p>\n";
  if (!document.facts.empty()) {
    out += "<dl class=\"facts\">\n";
    for (const document::Fact& fact : document.facts)
      out += fmt::format("<div{}><dt>{}</dt><dd>{}</dd></div>\n", is_checksum(fact.text) ? " class=\"checksum\"" : "",
                         html::inline_text(fact.name), html::inline_text(fact.text));
    out += "</dl>\n";
  }
  return out + "</header>\n";
}

std::string contents(const Document& document) {
  std::string out = fmt::format("<nav class=\"contents\">\n<h2>{}</h2>\n<ol>\n", document.language == Language::zh ? "目录" : "Contents");
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    const Section& s = document.sections[i];
    out += fmt::format("<li><a href=\"#{}\">{}</a></li>\n", html::escape(html::section_anchor(s.id)),
                       html::inline_text(document::numbered_title(i, s.title, document.language)));
  }
  return out + "</ol>\n</nav>\n";
}

std::string section_html(const Document& document, std::size_t index) {
  const Section& section = document.sections[index];
  std::string out = fmt::format("<section id=\"{}\">\n<h2>{}</h2>\n", html::escape(html::section_anchor(section.id)),
                                html::inline_text(document::numbered_title(index, section.title, document.language)));
  for (const document::Block& block : section.blocks) out += html::block_html(block, document);
  return out + "</section>\n";
}

/// What a script needs: figures, charts and maps. Texts and tables stand in the page.
Document drawn_part(const Document& document) {
  Document out{document.language, document.title, "", "", {}, {}, document.figures};
  for (const Section& s : document.sections) {
    Section some{s.id, s.title, s.in, {}};
    for (const document::Block& block : s.blocks) {
      if (std::holds_alternative<document::Chart>(block) || std::holds_alternative<document::Map>(block)) some.blocks.push_back(block);
    }
    if (!some.blocks.empty()) out.sections.push_back(std::move(some));
  }
  return out;
}

}  // namespace

std::string html_page(const Document& document) {
  const bool brief = html::is_brief(document);
  std::string out = head(document, brief) + html::shared_fills() + cover(document);
  if (!brief) out += contents(document);
  out += "<main>\n";
  for (std::size_t i = 0; i < document.sections.size(); ++i) out += section_html(document, i);
  out +=
      "</main>\n<script type=\"application/json\" id=\"document\">" + html::json_for_script(to_json(drawn_part(document))) + "</script>\n";
  out += "<script>";
  out += html::page_script();
  return out + "</script>\n</body>\n</html>\n";
}

}  // namespace railshift::analysis::writers
