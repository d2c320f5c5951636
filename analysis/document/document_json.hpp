#pragma once
/// document.json: the report model as a file of a result, in both languages; docs/report-model.md describes its members.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::document {

inline constexpr const char* kDocumentFormat = "railshift report 1";

/// Both languages of the same report.
struct Documents {
  Document zh, en;
  [[nodiscard]] const Document& in(Language language) const { return language == Language::zh ? zh : en; }
  friend bool operator==(const Documents&, const Documents&) = default;
};

/// The text of document.json: indented, an array of numbers on one line, members in a fixed order, numbers in their shortest form that
/// reads back equal.
[[nodiscard]] std::string to_json(const Documents& documents);
/// One document alone on one line, for what is embedded in a page.
[[nodiscard]] std::string to_json(const Document& document);
/// What to_json has written. Throws Failed where it is not JSON, of another format or has a member that is missing or of another kind.
[[nodiscard]] Documents documents_from(const std::string& json);

}  // namespace railshift::analysis::document
