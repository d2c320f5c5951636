#pragma once
/// XML parts of a workbook.
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "sim/scenario/workbook/xlsx_file.hpp"

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace railshift::scenario {

/// A parsed part; `text` is what the nodes point into. Element names are compared without their namespace prefix.
class XmlPart {
 public:
  /// Throws Unreadable if the text is not well formed or has too many elements.
  XmlPart(std::string text, const std::string& name);
  ~XmlPart();
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;
  [[nodiscard]] pugi::xml_node root() const;

 private:
  std::string text_;
  std::unique_ptr<pugi::xml_document> document_;
};

[[nodiscard]] std::string_view local_name(const char* name);
[[nodiscard]] pugi::xml_node child_named(const pugi::xml_node& parent, std::string_view name);
void each_child(const pugi::xml_node& parent, std::string_view name, const std::function<void(const pugi::xml_node&)>& take);
/// Plain or rich text of <si>, <is>: all runs joined, phonetic guides left out, _x000D_ decoded.
[[nodiscard]] std::string text_of_runs(const pugi::xml_node& item);
[[nodiscard]] Sheet sheet_of(const std::string& name, std::string xml, const SharedParts& shared, Problems& problems);

}  // namespace railshift::scenario
