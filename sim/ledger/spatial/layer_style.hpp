#pragma once
/// How QGIS draws a layer when it is opened: groups of classes, each with a filter on columns of the layer, a label and a sign.
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/ledger/spatial/geometry.hpp"

namespace railshift::ledger {

/// One line of the legend.
struct StyleClass {
  Words label;
  std::string filter;           ///< an expression of QGIS over columns: "per_day" >= 100
  std::string colour;           ///< "r,g,b"
  double size_mm = 1.0;         ///< width of a stroke, size of a sign
  std::string sign = "circle";  ///< of points: circle, square, triangle, diamond ...
};
/// Classes that are shown or hidden together: those of a year.
struct StyleGroup {
  Words label;
  std::string filter;
  bool shown = true;
  std::vector<StyleClass> classes;
};
struct LayerStyle {
  std::vector<StyleGroup> groups;
  std::string label_column;  ///< text beside the points; empty: none
};

/// The style as a QML text of QGIS 3 (rules; labels stand in it as "Chinese / English"). The same input gives the same bytes.
[[nodiscard]] std::string qml(const LayerStyle& style, Shape shape);

/// `text` as it stands in an attribute or element of XML.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace railshift::ledger
