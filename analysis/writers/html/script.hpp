#pragma once
/// The script that enlivens a page (web/report, committed as built): hints at charts, a map that moves, the way back from every number.
#include <string>
#include <string_view>

namespace railshift::analysis::writers::html {

/// As it stands in web/report/dist/report.js.
[[nodiscard]] std::string_view page_script();
/// 'sha256-…' of it, by which the policy of a page knows it. In base64, with its quotation marks.
[[nodiscard]] std::string page_script_source();

}  // namespace railshift::analysis::writers::html
