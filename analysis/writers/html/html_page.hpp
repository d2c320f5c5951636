#pragma once
/// A report as one HTML file that needs no other: text, tables, static charts and maps are whole without script and print on A4.
#include <string>

#include "analysis/document/document.hpp"

namespace railshift::analysis::writers {

/// The page of a document in its language. A document whose sections all belong to the brief is laid out as one: without contents, with
/// narrow margins. Everything of the document is escaped, and a policy inside of the page lets no other script run and nothing be
/// requested.
[[nodiscard]] std::string html_page(const document::Document& document);

}  // namespace railshift::analysis::writers
