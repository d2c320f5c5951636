#include "sim/ledger/spatial/layer_style.hpp"

#include <utility>

#include <fmt/format.h>

namespace railshift::ledger {
namespace {

using Properties = std::vector<std::pair<std::string, std::string>>;

/// Twice: QGIS before 3.22 reads the one, later ones the other.
std::string properties_xml(const Properties& properties) {
  std::string options = "<Option type=\"Map\">", old;
  for (const auto& [name, value] : properties) {
    options += fmt::format("<Option type=\"QString\" name=\"{}\" value=\"{}\"/>", name, xml_text(value));
    old += fmt::format("<prop k=\"{}\" v=\"{}\"/>", name, xml_text(value));
  }
  return options + "</Option>" + old;
}

std::string symbol(const StyleClass& drawn, Shape shape, std::size_t number) {
  const std::string colour = drawn.colour + ",255", size = fmt::format("{:.2f}", drawn.size_mm);
  const bool line = shape == Shape::line;
  const Properties properties = line ? Properties{{"line_color", colour},
                                                  {"line_width", size},
                                                  {"line_width_unit", "MM"},
                                                  {"line_style", "solid"},
                                                  {"capstyle", "round"}}
                                     : Properties{{"name", drawn.sign},      {"color", colour}, {"outline_color", "255,255,255,255"},
                                                  {"outline_width", "0.20"}, {"size", size},    {"size_unit", "MM"}};
  return fmt::format(
      "<symbol type=\"{}\" name=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"{}\" enabled=\"1\" locked=\"0\" "
      "pass=\"0\">{}</layer></symbol>",
      line ? "line" : "marker", number, line ? "SimpleLine" : "SimpleMarker", properties_xml(properties));
}

std::string legend(const Words& label) { return xml_text(label.zh == label.en ? label.zh : label.zh + " / " + label.en); }

/// QGIS takes a symbol away with the rule that names it: every class has one of its own.
std::string rules_xml(const LayerStyle& style, Shape shape) {
  std::string rules, symbols;
  std::size_t number = 0;
  for (std::size_t g = 0; g < style.groups.size(); ++g) {
    const StyleGroup& group = style.groups[g];
    rules += fmt::format("<rule key=\"group-{}\" filter=\"{}\" label=\"{}\" checkstate=\"{}\">", g, xml_text(group.filter),
                         legend(group.label), group.shown ? 1 : 0);
    for (const StyleClass& drawn : group.classes) {
      rules += fmt::format("<rule key=\"class-{0}\" symbol=\"{0}\" filter=\"{1}\" label=\"{2}\"/>", number, xml_text(drawn.filter),
                           legend(drawn.label));
      symbols += symbol(drawn, shape, number++);
    }
    rules += "</rule>";
  }
  return "<rules key=\"root\">" + rules + "</rules><symbols>" + symbols + "</symbols>";
}

std::string labels_xml(const std::string& column) {
  return fmt::format(
      "<labeling type=\"simple\"><settings calloutType=\"simple\"><text-style fieldName=\"{}\" isExpression=\"0\" fontSize=\"8\" "
      "textColor=\"40,40,40,255\"/><placement placement=\"6\" dist=\"1\"/><rendering scaleVisibility=\"0\"/></settings></labeling>",
      xml_text(column));
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string qml(const LayerStyle& style, Shape shape) {
  const bool labelled = !style.label_column.empty();
  return fmt::format(
      "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" "
      "labelsEnabled=\"{}\"><renderer-v2 type=\"RuleRenderer\" symbollevels=\"0\" forceraster=\"0\" enableorderby=\"0\">{}</renderer-v2>{}"
      "<layerGeometryType>{}</layerGeometryType></qgis>\n",
      labelled ? 1 : 0, rules_xml(style, shape), labelled ? labels_xml(style.label_column) : "", shape == Shape::line ? 1 : 0);
}

}  // namespace railshift::ledger
