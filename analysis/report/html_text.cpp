#include "analysis/report/html_text.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

constexpr double kTenThousand = 1e4;
constexpr double kPercent = 100.0;

std::string unbroken(const std::string& number, std::string_view unit) {
  return fmt::format("<span class=\"num\">{}{}</span>", number, escape(unit));
}

/// Tonnes of goods are read in 万吨, tonnes of exhaust in t.
std::string mass(double tonnes, std::string_view large_unit, std::string_view small_unit) {
  const double size = std::abs(tonnes);
  if (size >= kTenThousand) return unbroken(grouped(tonnes / kTenThousand, 2), large_unit);
  return unbroken(grouped(tonnes, size == 0.0 ? 0 : size < 10.0 ? 3 : 1), small_unit);
}

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

std::string grouped(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  const bool minus = text.front() == '-';
  std::size_t at = std::min(text.find('.'), text.size());
  while (at > (minus ? 4U : 3U)) {
    at -= 3;
    text.insert(at, ",");
  }
  // -0.0 is no number for a reader
  return minus && text.find_first_not_of("-0.,") == std::string::npos ? text.substr(1) : text;
}

std::string figure(const std::optional<double>& value, std::string_view unit, Language language) {
  if (!value) return "—";
  if (unit == "1") return unbroken(grouped(*value * kPercent, 2), "%");
  if (unit == "%") return unbroken(grouped(*value, 2), "%");
  const auto behind = [&](std::string_view of) { return of.empty() ? std::string{} : " " + unit_word(of, language); };
  if (unit == "t") return mass(*value, behind("万吨"), behind("t"));
  if (unit == "km") return unbroken(grouped(*value / kTenThousand, 1), behind("万公里"));
  const bool trucks = unit == "vehicles" || unit == "trucks" || unit == "辆";
  return unbroken(grouped(*value, std::floor(*value) == *value ? 0 : trucks ? 1 : 2), behind(unit));
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

std::string paragraph(std::string_view html) { return fmt::format("<p>{}</p>\n", html); }
std::string heading3(std::string_view text) { return fmt::format("<h3>{}</h3>\n", escape(text)); }

}  // namespace railshift::analysis::report
