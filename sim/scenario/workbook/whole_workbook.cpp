#include "sim/scenario/workbook/whole_workbook.hpp"

#include <iterator>
#include <stdexcept>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/scenario/workbook/zip_parts.hpp"

namespace railshift::scenario {
namespace {

pugi::xml_document part(const ZipParts& parts, const std::string& name) {
  pugi::xml_document document;
  const std::string text = parts.read(name);
  if (!document.load_buffer(text.data(), text.size())) throw Failed(same(name));
  return document;
}

std::size_t cells_in(const pugi::xml_document& sheet) {
  std::size_t cells = 0;
  for (const pugi::xml_node row : sheet.child("worksheet").child("sheetData").children("row")) {
    const auto children = row.children("c");
    cells += static_cast<std::size_t>(std::distance(children.begin(), children.end()));
  }
  return cells;
}

void check_texts(const ZipParts& parts) {
  const std::string name = "xl/sharedStrings.xml";
  if (!parts.has(name)) return;
  const pugi::xml_document texts = part(parts, name);
  const auto children = texts.child("sst").children("si");
  if (std::distance(children.begin(), children.end()) != texts.child("sst").attribute("uniqueCount").as_llong()) throw Failed(same(name));
}

void check_parts(const ZipParts& parts, std::size_t cells) {
  for (const char* name : {"[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml",
                           "xl/styles.xml", "xl/theme/theme1.xml", "xl/_rels/workbook.xml.rels"})
    static_cast<void>(part(parts, name));
  check_texts(parts);
  std::size_t found = 0;
  for (int number = 1;; ++number) {
    const std::string name = fmt::format("xl/worksheets/sheet{}.xml", number);
    if (!parts.has(name)) break;
    found += cells_in(part(parts, name));
  }
  if (found != cells) throw Failed(both("{1} 格中只有 {0} 格", "{} of {} cells", found, cells));
}

Failed not_whole(const std::filesystem::path& file, const Words& why) {
  return Failed(both("无法写入 {}：工作簿不完整：{}", "cannot write {}: the workbook is not whole: {}", file.string(), why));
}

}  // namespace

void require_whole_workbook(const std::filesystem::path& file, std::size_t cells) {
  try {
    check_parts(ZipParts(file), cells);
  } catch (const Unreadable& unreadable) {
    throw not_whole(file, unreadable.problem.found);
  } catch (const std::runtime_error& e) {
    throw not_whole(file, railshift::words_of(e));
  }
}

}  // namespace railshift::scenario
