#pragma once
/// Text for HTML and SVG: everything that comes from the user is escaped here, numbers are written for readers here.
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/report/html.hpp"

namespace railshift::analysis::report {

/// & < > " ' as entities; control characters other than line ends and tabs are dropped.
[[nodiscard]] std::string escape(std::string_view text);

/// 12,345.6 - digits grouped by three, this many decimals.
[[nodiscard]] std::string grouped(double value, int decimals);
/// A value with its unit as a reader wants it: shares in percent, t from 10,000 on in 万吨 (10 kt), km in 万公里 (10,000 km). Never broken
/// at a line end. "—" for nothing.
[[nodiscard]] std::string figure(const std::optional<double>& value, std::string_view unit, Language language);

/// One table: heading cells are escaped text, body cells are ready HTML (made of `escape` and `figure`).
class TableText {
 public:
  TableText(std::string_view css_class, const std::vector<std::string>& headings);
  void row(const std::vector<std::string>& cells);
  [[nodiscard]] std::string take();

 private:
  std::string text_;
};

[[nodiscard]] std::string paragraph(std::string_view html);
[[nodiscard]] std::string heading3(std::string_view text);

}  // namespace railshift::analysis::report
