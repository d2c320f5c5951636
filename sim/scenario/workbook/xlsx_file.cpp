#include "sim/scenario/workbook/xlsx_file.hpp"

#include <algorithm>
#include <set>

#include <pugixml.hpp>

#include "sim/scenario/workbook/sheet_xml.hpp"

namespace railshift::scenario {
namespace {

namespace fs = std::filesystem;

/// Relations of a part: id -> {kind, part}; the kind is the last word of its type.
struct Relation {
  std::string id;
  std::string kind;
  std::string part;
};

std::string relations_part(const std::string& part) {
  const fs::path path = part;
  return (path.parent_path() / "_rels" / (path.filename().string() + ".rels")).generic_string();
}

std::vector<Relation> relations_of(const ZipParts& parts, const std::string& part) {
  std::vector<Relation> out;
  const std::string name = relations_part(part);
  if (!parts.has(name)) return out;
  const XmlPart xml(parts.read(name), name);
  each_child(xml.root(), "Relationship", [&](const pugi::xml_node& node) {
    const std::string type = node.attribute("Type").value();
    const std::string target = node.attribute("Target").value();
    const fs::path path = target.starts_with("/") ? fs::path(target.substr(1)) : fs::path(part).parent_path() / target;
    out.push_back({node.attribute("Id").value(), type.substr(type.rfind('/') + 1), path.lexically_normal().generic_string()});
  });
  return out;
}

std::string relation_id(const pugi::xml_node& sheet) {
  for (const pugi::xml_attribute& a : sheet.attributes()) {
    if (std::string_view(a.name()).find(':') != std::string_view::npos && local_name(a.name()) == "id") return a.value();
  }
  return "";
}

bool is_true(const pugi::xml_attribute& a) { return std::string_view(a.value()) == "1" || std::string_view(a.value()) == "true"; }

std::vector<char> date_styles_of(const pugi::xml_node& root) {
  std::set<int> own_dates;
  std::set<int> own;
  each_child(child_named(root, "numFmts"), "numFmt", [&](const pugi::xml_node& format) {
    const int id = format.attribute("numFmtId").as_int();
    own.insert(id);
    if (shows_date(std::string_view(format.attribute("formatCode").value()))) own_dates.insert(id);
  });
  std::vector<char> dates;
  each_child(child_named(root, "cellXfs"), "xf", [&](const pugi::xml_node& style) {
    const int id = style.attribute("numFmtId").as_int();
    dates.push_back(own.count(id) > 0 ? own_dates.count(id) > 0 : shows_date(id));
  });
  return dates;
}

}  // namespace

XlsxFile::XlsxFile(const fs::path& path, PartLimits limits) : name_(path.generic_string()), parts_(path, limits) {
  for (const Relation& r : relations_of(parts_, "")) {
    if (r.kind == "officeDocument") workbook_part_ = r.part;
  }
  if (workbook_part_.empty()) workbook_part_ = "xl/workbook.xml";
  find_sheets();
  read_shared();
}

void XlsxFile::find_sheets() {
  const XmlPart xml(parts_.read(workbook_part_), workbook_part_);
  if (is_true(child_named(xml.root(), "workbookPr").attribute("date1904"))) shared_.system = DateSystem::from_1904;
  shared_.calculates_on_load = is_true(child_named(xml.root(), "calcPr").attribute("fullCalcOnLoad"));
  const std::vector<Relation> relations = relations_of(parts_, workbook_part_);
  each_child(child_named(xml.root(), "sheets"), "sheet", [&](const pugi::xml_node& node) {
    const std::string id = relation_id(node);
    const auto found = std::find_if(relations.begin(), relations.end(), [&](const Relation& r) { return r.id == id; });
    if (found == relations.end() || found->kind != "worksheet") return;
    const std::string name = node.attribute("name").value();
    if (!part_of_.emplace(name, found->part).second) {
      throw Unreadable{{{name_, 0, 0},
                        both("有两张工作表都叫“{}”", "two sheets {}", name),
                        {"工作表不能重名", "each sheet has a name of its own"},
                        {"给其中一张改名", "rename one of them"}}};
    }
    names_.push_back(name);
  });
  if (names_.empty())
    throw Unreadable{{{name_, 0, 0},
                      {"没有工作表", "no sheets"},
                      {"工作簿要有工作表", "a workbook has sheets"},
                      {"重新导出工作簿，在其中填写", "export a workbook again and fill that"}}};
}

void XlsxFile::read_shared() {
  for (const Relation& r : relations_of(parts_, workbook_part_)) {
    if (r.kind == "sharedStrings") {
      const XmlPart xml(parts_.read(r.part), r.part);
      each_child(xml.root(), "si", [this](const pugi::xml_node& item) { shared_.strings.push_back(text_of_runs(item)); });
    }
    if (r.kind == "styles") shared_.date_styles = date_styles_of(XmlPart(parts_.read(r.part), r.part).root());
  }
}

Sheet XlsxFile::read(const std::string& sheet, Problems& problems) const {
  return sheet_of(sheet, parts_.read(part_of_.at(sheet)), shared_, problems);
}

}  // namespace railshift::scenario
