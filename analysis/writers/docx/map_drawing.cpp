#include "analysis/writers/docx/map_drawing.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/writers/docx/manner.hpp"
#include "analysis/writers/docx/runs.hpp"
#include "analysis/writers/office/xml_text.hpp"

namespace railshift::analysis::writers::office {
namespace {

constexpr const char* kFaint = R"(<a:solidFill><a:srgbClr val="FFFFFF"><a:alpha val="65000"/></a:srgbClr></a:solidFill>)";

long long emu(double mm) { return std::llround(mm * kEmuPerMm); }

std::string box(double x, double y, double width, double height) {
  return fmt::format(R"(<a:xfrm><a:off x="{}" y="{}"/><a:ext cx="{}" cy="{}"/></a:xfrm>)", emu(x), emu(y), emu(width), emu(height));
}

std::string path_xml(const std::vector<Place>& places, bool closed) {
  std::string out;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const char* step = i == 0 ? "moveTo" : "lnTo";
    out += fmt::format(R"(<a:{0}><a:pt x="{1}" y="{2}"/></a:{0}>)", step, emu(places[i][0]), emu(places[i][1]));
  }
  return out + (closed ? "<a:close/>" : "");
}

/// All paths of a shape share the box of the map, so that their places are those of the map.
std::string shape_xml(const MapShape& shape, const MapScene& scene, int id) {
  std::string paths;
  for (const auto& places : shape.paths) paths += path_xml(places, shape.closed);
  const std::string fill =
      shape.fill.empty() ? "<a:noFill/>" : fmt::format(R"(<a:solidFill><a:srgbClr val="{}"/></a:solidFill>)", shape.fill);
  return fmt::format(
      R"(<wps:wsp><wps:cNvPr id="{}" name="{}"/><wps:cNvSpPr/><wps:spPr>{}<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>)"
      R"(<a:pathLst><a:path w="{}" h="{}"{}>{}</a:path></a:pathLst></a:custGeom>{}<a:ln w="{}" cap="{}"><a:solidFill><a:srgbClr val="{}"/></a:solidFill><a:prstDash val="{}"/><a:round/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>)",
      id, xml_text(shape.name), box(0, 0, scene.width, scene.height), emu(scene.width), emu(scene.height),
      shape.fill.empty() ? R"( fill="none")" : "", paths, fill, static_cast<int>(shape.width * 12700),
      shape.dash == "solid" ? "rnd" : "flat", shape.ink, shape.dash);
}

std::string label_xml(const MapLabel& label, int id) {
  const int size = static_cast<int>(label.size * 2);
  const std::string properties = fmt::format(
      R"(<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:hint="eastAsia"/><w:color w:val="000000"/><w:sz w:val="{0}"/><w:szCs w:val="{0}"/>)",
      size);
  return fmt::format(
      R"(<wps:wsp><wps:cNvPr id="{}" name="{}"/><wps:cNvSpPr txBox="1"/><wps:spPr>{}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{}<a:ln><a:noFill/></a:ln></wps:spPr>)"
      R"(<wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/></wps:wsp>)",
      id, xml_text(label.text), box(label.at[0], label.at[1], label.width, label.height), label.over_lines ? kFaint : "<a:noFill/>",
      paragraph(text_run(label.text, properties), {"MapLabel", 0, ""}));
}

}  // namespace

int drawing_ids(const MapScene& scene) { return static_cast<int>(1 + scene.shapes.size() + scene.labels.size()); }

std::string map_drawing(const MapScene& scene, const std::string& title, int first_id) {
  int id = first_id;
  const int drawing = id++;
  std::string shapes;
  for (const MapShape& shape : scene.shapes) shapes += shape_xml(shape, scene, id++);
  for (const MapLabel& label : scene.labels) shapes += label_xml(label, id++);
  const long long width = emu(scene.width), height = emu(scene.height);
  return fmt::format(
      R"(<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="{3}" descr="{3}"/>)"
      R"(<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{0}" cy="{1}"/><a:chOff x="0" y="0"/><a:chExt cx="{0}" cy="{1}"/></a:xfrm></wpg:grpSpPr>{4}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{3}</w:t></mc:Fallback></mc:AlternateContent></w:r>)",
      width, height, drawing, xml_text(title), shapes);
}

}  // namespace railshift::analysis::writers::office
