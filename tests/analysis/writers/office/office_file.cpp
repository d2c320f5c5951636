#include "tests/analysis/writers/office/office_file.hpp"

#include <zip.h>

#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace railshift::analysis::writers {
namespace {

std::string content(zip_t* archive, zip_uint64_t index) {
  zip_stat_t about;
  zip_stat_index(archive, index, 0, &about);
  std::string out(about.size, '\0');
  zip_file_t* file = zip_fopen_index(archive, index, 0);
  if (file == nullptr || zip_fread(file, out.data(), out.size()) != static_cast<zip_int64_t>(out.size())) throw std::runtime_error("part");
  zip_fclose(file);
  return out;
}

/// The path of a target seen from a folder.
std::string joined(std::string folder, std::string target) {
  if (target.starts_with("/")) return target.substr(1);
  while (target.starts_with("../")) {
    target = target.substr(3);
    folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
  }
  return folder + target;
}

void append_text(const pugi::xml_node& node, std::string& out) {
  const std::string name = node.name();
  if (name == "w:t") out += node.child_value();
  if (name == "w:br") out += '\n';
  if (name == "w:tab" && std::string(node.parent().name()) == "w:r") out += '\t';
  if (name == "w:drawing" || name == "mc:AlternateContent") return;
  for (const pugi::xml_node& child : node.children()) append_text(child, out);
}

void collect(const pugi::xml_node& below, const std::string& name, std::vector<pugi::xml_node>& out) {
  for (const pugi::xml_node& child : below.children()) {
    if (child.name() == name) out.push_back(child);
    collect(child, name, out);
  }
}

std::string digits(double value, int decimals, bool grouped) {
  std::string out(64, '\0');
  // half away from zero, as spreadsheets do it
  const double scale = std::pow(10.0, decimals);
  out.resize(
      static_cast<std::size_t>(std::snprintf(out.data(), out.size(), "%.*f", decimals, std::round(value * scale * (1 + 1e-15)) / scale)));
  const std::size_t point = std::min(out.find('.'), out.size());
  for (std::size_t at = point; grouped && at > 3; at -= 3) out.insert(at - 3, at - 3 > 0 ? "," : "");
  return out;
}

/// Shared strings in their order.
std::vector<std::string> strings_of(const OfficeFile& file) {
  std::vector<std::string> out;
  if (file.parts().count("xl/sharedStrings.xml") == 0) return out;
  const pugi::xml_document& strings = file.xml("xl/sharedStrings.xml");
  for (const pugi::xml_node& one : strings.child("sst").children("si")) out.emplace_back(one.child("t").child_value());
  return out;
}

/// The number format of every style of cells.
std::vector<std::string> formats_of(const OfficeFile& file) {
  const pugi::xml_document& styles = file.xml("xl/styles.xml");
  const std::map<int, std::string> built_in{{0, "General"}, {1, "0"}, {2, "0.00"}, {3, "#,##0"}, {4, "#,##0.00"}, {9, "0%"}, {10, "0.00%"}};
  std::map<int, std::string> named = built_in;
  for (const pugi::xml_node& one : styles.child("styleSheet").child("numFmts").children())
    named[one.attribute("numFmtId").as_int()] = one.attribute("formatCode").value();
  std::vector<std::string> out;
  for (const pugi::xml_node& one : styles.child("styleSheet").child("cellXfs").children())
    out.push_back(named.at(one.attribute("numFmtId").as_int()));
  return out;
}

}  // namespace

OfficeFile::OfficeFile(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, nullptr);
  if (archive == nullptr) throw std::runtime_error("no zip archive");
  for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i)
    parts_[zip_get_name(archive, static_cast<zip_uint64_t>(i), 0)] = content(archive, static_cast<zip_uint64_t>(i));
  zip_discard(archive);
}

const pugi::xml_document& OfficeFile::xml(const std::string& part) const {
  const auto found = parts_.find(part);
  if (found == parts_.end()) throw std::runtime_error("no part " + part);
  pugi::xml_document& out = read_[part];
  if (out.first_child()) return out;
  const auto result = out.load_buffer(found->second.data(), found->second.size(), pugi::parse_default | pugi::parse_ws_pcdata);
  if (!result) throw std::runtime_error(part + ": " + result.description());
  return out;
}

std::vector<std::pair<std::string, std::string>> OfficeFile::relations() const {
  std::vector<std::pair<std::string, std::string>> out;
  for (const auto& [name, bytes] : parts_) {
    if (!name.ends_with(".rels")) continue;
    const std::size_t at = name.find("_rels/");
    const std::string folder = name.substr(0, at);
    const pugi::xml_document& relations = xml(name);
    for (const pugi::xml_node& one : relations.child("Relationships").children()) {
      if (std::string(one.attribute("TargetMode").value()) != "External")
        out.emplace_back(name, joined(folder, one.attribute("Target").value()));
    }
  }
  return out;
}

std::string text_of(const pugi::xml_node& paragraph) {
  std::string out;
  append_text(paragraph, out);
  return out;
}

std::vector<pugi::xml_node> all(const pugi::xml_node& below, const char* name) {
  std::vector<pugi::xml_node> out;
  collect(below, name, out);
  return out;
}

std::string loosened(std::string text) {
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"\xC2\xA0", " "}, {"\xE2\x81\xA0", ""}}) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  }
  return text;
}

std::string shown(double value, const std::string& format) {
  if (format == "General") {
    std::string out(32, '\0');
    out.resize(static_cast<std::size_t>(std::snprintf(out.data(), out.size(), "%.10g", value)));
    return out;
  }
  const std::size_t second = format.find(';');
  const bool own_sign = second != std::string::npos && value < 0;
  const std::string body = own_sign ? format.substr(second + 1) : format.substr(0, second);
  bool per_cent = false, inside = false;
  for (const char c : body) {
    inside = inside != (c == '"');
    per_cent = per_cent || (c == '%' && !inside);
  }
  const bool grouped = body.find(',') != std::string::npos;
  std::string out = value < 0 && !own_sign ? "-" : "";
  bool quoted = false, done = false;
  for (std::size_t at = 0; at < body.size(); ++at) {
    const char c = body[at];
    if (c == '"') {
      quoted = !quoted;
    } else if (quoted || c == '%') {
      out += c;
    } else if (!done) {
      const std::size_t end = std::min(body.find_first_not_of("#,0.", at), body.size()), point = body.find('.', at);
      out += digits(std::abs(value) * (per_cent ? 100 : 1), point < end ? static_cast<int>(end - point - 1) : 0, grouped);
      at = end - 1;
      done = true;
    }
  }
  return out;
}

std::vector<OpenSheet> sheets_of(const OfficeFile& file) {
  const std::vector<std::string> strings = strings_of(file), formats = formats_of(file);
  const pugi::xml_document& book = file.xml("xl/workbook.xml");
  std::vector<OpenSheet> out;
  for (const pugi::xml_node& one : book.child("workbook").child("sheets").children("sheet")) {
    OpenSheet sheet{one.attribute("name").value(), "xl/worksheets/sheet" + std::to_string(out.size() + 1) + ".xml"};
    const pugi::xml_document& page = file.xml(sheet.part);
    for (const pugi::xml_node& cell : all(page, "c")) {
      if (cell.child("f")) throw std::runtime_error("a formula in " + sheet.name);
      const std::string value = cell.child_value("v");
      if (value.empty()) continue;
      if (std::string(cell.attribute("t").value()) == "s") {
        sheet.cells[cell.attribute("r").value()] = {strings.at(std::stoul(value)), false};
        continue;
      }
      const std::string& format = formats.at(cell.attribute("s").as_uint());
      sheet.cells[cell.attribute("r").value()] = {shown(std::strtod(value.c_str(), nullptr), format), true, format};
    }
    out.push_back(std::move(sheet));
  }
  return out;
}

}  // namespace railshift::analysis::writers
