#include "analysis/writers/html/html_page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/document/document_json.hpp"
#include "analysis/document/labels.hpp"
#include "analysis/writers/html/blocks.hpp"
#include "analysis/writers/html/style.hpp"
#include "analysis/writers/html/svg.hpp"
#include "analysis/writers/html/text.hpp"

namespace railshift::analysis::writers {
namespace {
using document::Document;
using document::Section;

/// Nothing is requested; of scripts the page's own ones alone run.
constexpr std::string_view kPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

bool is_brief(const Document& document) {
  return std::all_of(document.sections.begin(), document.sections.end(),
                     [](const Section& s) { return std::find(s.in.begin(), s.in.end(), document::Template::brief) != s.in.end(); });
}

std::string head(const Document& document, bool brief) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"{}\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<link rel=\"icon\" href=\"data:,\">\n"
      "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body class=\"{}\">\n",
      document.language == Language::zh ? "zh-CN" : "en", kPolicy, html::escape(document.title), html::kStyle,
      brief ? html::kBriefPaper : html::kFullPaper, brief ? "brief" : "full");
}

std::string cover(const Document& document) {
  std::string out = fmt::format("<header class=\"cover\">\n<h1>{}</h1>\n", html::inline_text(document.title));
  if (!document.subtitle.empty()) out += "<p class=\"subtitle\">" + html::inline_text(document.subtitle) + "</p>\n";
  if (!document.date.empty()) out += "<p class=\"date\">" + html::inline_text(document.date) + "</p>\n";
  if (!document.facts.empty()) {
    out += "<dl class=\"facts\">\n";
    for (const document::Fact& fact : document.facts)
      out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html::inline_text(fact.name), html::inline_text(fact.text));
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
  const bool brief = is_brief(document);
  std::string out = head(document, brief) + html::shared_fills() + cover(document);
  if (!brief) out += contents(document);
  out += "<main>\n";
  for (std::size_t i = 0; i < document.sections.size(); ++i) out += section_html(document, i);
  out +=
      "</main>\n<script type=\"application/json\" id=\"document\">" + html::json_for_script(to_json(drawn_part(document))) + "</script>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace railshift::analysis::writers
