#include "analysis/report/html_text.hpp"

#include <utility>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"

namespace railshift::analysis::report {
namespace {

/// Never broken at a line end.
std::string unbroken(const std::string& text) { return "<span class=\"num\">" + escape(text) + "</span>"; }

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

std::string quoted(std::string_view text) {
  constexpr std::pair<std::string_view, std::string_view> kInner[] = {{"“", "‘"}, {"”", "’"}};
  std::string inside(text);
  for (const auto& mark : kInner) {
    for (auto at = inside.find(mark.first); at != std::string::npos; at = inside.find(mark.first, at + mark.second.size()))
      inside.replace(at, mark.first.size(), mark.second);
  }
  return "“" + escape(inside) + "”";
}

std::string figure(const std::optional<double>& value, std::string_view unit, Language language) {
  return value ? unbroken(figure_text(value, unit, language)) : figure_text(value, unit, language);
}

std::string difference(const std::optional<double>& value, std::string_view unit, Language language) {
  return value ? unbroken(difference_text(value, unit, language)) : difference_text(value, unit, language);
}

TableText::TableText(std::string_view css_class, const std::vector<std::string>& headings)
    : text_(fmt::format("<table class=\"{}\"><thead><tr>", css_class)) {
  for (const std::string& heading : headings) text_ += "<th scope=\"col\">" + escape(heading) + "</th>";
  text_ += "</tr></thead><tbody>\n";
}

void TableText::row(const std::vector<std::string>& cells) {
  text_ += "<tr>";
  for (const std::string& cell : cells) text_ += "<td>" + cell + "</td>";
  text_ += "</tr>\n";
}

std::string TableText::take() { return std::move(text_) + "</tbody></table>\n"; }

std::string html_paragraph(std::string_view html) { return fmt::format("<p>{}</p>\n", html); }
std::string heading3(std::string_view text) { return fmt::format("<h3>{}</h3>\n", escape(text)); }

}  // namespace railshift::analysis::report
