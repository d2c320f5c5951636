#pragma once
/// Text for HTML and SVG: everything that comes from the user is escaped here.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/html.hpp"

namespace railshift::analysis::report {

/// & < > " ' as entities; control characters other than line ends and tabs are dropped.
[[nodiscard]] std::string escape(std::string_view text);

/// The words of a document between quotation marks; marks inside them become single ones.
[[nodiscard]] std::string quoted(std::string_view text);

/// A value with its unit (words/figures.hpp), never broken at a line end.
[[nodiscard]] std::string figure(const std::optional<double>& value, std::string_view unit, Language language);
/// The same for a difference, with its sign; shares differ by points, not by percent.
[[nodiscard]] std::string difference(const std::optional<double>& value, std::string_view unit, Language language);

/// One table: heading cells are escaped text, body cells are ready HTML (made of `escape` and `figure`).
class TableText {
 public:
  TableText(std::string_view css_class, const std::vector<std::string>& headings);
  void row(const std::vector<std::string>& cells);
  [[nodiscard]] std::string take();

 private:
  std::string text_;
};

[[nodiscard]] std::string html_paragraph(std::string_view html);
[[nodiscard]] std::string heading3(std::string_view text);

}  // namespace railshift::analysis::report
