#include "sim/scenario/workbook/empty_cells.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace railshift::scenario {
namespace {

/// The end of an element that starts at `at` and holds nothing: <row r="7" .../> or <row r="7" ...></row>; 0 if it holds something.
/// Elements without a reference stay, since those behind them count from them.
std::size_t end_if_empty(const std::string& xml, std::size_t at, std::string_view close_tag) {
  const auto end = xml.find('>', at);
  if (end == std::string::npos) return 0;
  const std::string_view tag = std::string_view(xml).substr(at, end - at);
  if (tag.find(" r=\"") == std::string_view::npos) return 0;
  if (tag.back() == '/') return end + 1;
  return xml.compare(end + 1, close_tag.size(), close_tag) == 0 ? end + 1 + close_tag.size() : 0;
}

/// Moves what is not an empty `open_tag` element to the front and cuts the rest off.
void drop_empty(std::string& xml, std::string_view open_tag, std::string_view close_tag) {
  std::size_t from = 0;
  std::size_t to = 0;
  while (from < xml.size()) {
    const std::size_t at = std::min(xml.find(open_tag, from), xml.size());
    const std::size_t end = at < xml.size() ? end_if_empty(xml, at, close_tag) : 0;
    const std::size_t kept = end != 0 ? at : std::min(at + open_tag.size(), xml.size());
    std::copy(xml.begin() + static_cast<std::ptrdiff_t>(from), xml.begin() + static_cast<std::ptrdiff_t>(kept),
              xml.begin() + static_cast<std::ptrdiff_t>(to));
    to += kept - from;
    from = end != 0 ? end : kept;
  }
  xml.resize(to);
}

}  // namespace

std::string without_empty_cells(std::string xml) {
  // inside a character section the same letters would be text
  if (xml.find("<![CDATA[") != std::string::npos) return xml;
  drop_empty(xml, "<c ", "</c>");
  drop_empty(xml, "<row ", "</row>");
  return xml;
}

}  // namespace railshift::scenario
