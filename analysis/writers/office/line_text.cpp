#include "analysis/writers/office/line_text.hpp"

#include "analysis/document/labels.hpp"

namespace railshift::analysis::writers::office {

std::string estimate_behind(const document::Figure& figure, Language language) {
  if (figure.of != document::Of::estimate) return "";
  const std::string mark(document::estimate_mark(language));
  return language == Language::zh ? "（" + mark + "）" : " (" + mark + ")";
}

std::string line_text(const document::Lines& lines, const document::Document& document) {
  std::string out;
  for (const document::Line& line : lines) {
    if (&line != &lines.front()) out += '\n';
    for (const document::Run& run : line) {
      out += run.figure.empty() ? document::badge_text(run.text, run.look) : run.text;
      const auto figure = document.figures.find(run.figure);
      if (!run.figure.empty() && figure != document.figures.end()) out += estimate_behind(figure->second, document.language);
    }
  }
  return out;
}

}  // namespace railshift::analysis::writers::office
