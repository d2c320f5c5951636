#pragma once
/// A workbook of libxlsxwriter whose bytes are taken from memory: the library writes to named files alone.
#include <functional>
#include <string>

struct lxw_workbook;

namespace railshift::analysis::writers::office {

/// What `fill` puts into a new workbook, as the bytes of an .xlsx file. Equal workbooks are equal bytes: the day of creation is fixed.
/// Throws Failed.
[[nodiscard]] std::string book_bytes(const std::function<void(lxw_workbook*)>& fill);

/// A text as a cell can hold it: clean_text, what looks like an escape (_x000D_) escaped in turn, at most 32,767 UTF-16 units (the rest is
/// left out behind an ellipsis).
[[nodiscard]] std::string cell_text(const std::string& text);

}  // namespace railshift::analysis::writers::office
