#include "analysis/look/tables/sheet.hpp"

#include "analysis/report/html_text.hpp"

namespace railshift::analysis::look {

std::string written(const Cell& cell) { return cell.number ? report::grouped(*cell.number, cell.decimals) : cell.text; }

}  // namespace railshift::analysis::look
