#include "analysis/look/tables/sheet.hpp"

#include "analysis/words/figures.hpp"

namespace railshift::analysis::look {

std::string written(const Cell& cell) { return cell.number ? grouped(*cell.number, cell.decimals) : cell.text; }

}  // namespace railshift::analysis::look
