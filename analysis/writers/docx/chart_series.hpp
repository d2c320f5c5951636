#pragma once
/// Series of a chart in DrawingML.
#include <string>

#include "analysis/writers/office/plot.hpp"

namespace railshift::analysis::writers::office {

/// c:ser number `index` of the plot (from 0).
[[nodiscard]] std::string series_xml(const Plot& plot, std::size_t index);
/// Text of a size (half points) as c:txPr.
[[nodiscard]] std::string text_properties(int size);

/// The name of the only sheet of the workbook, as references have it.
inline constexpr const char* kChartSheet = "Sheet1";
/// The letters of a column: A, Z, AA. From 0.
[[nodiscard]] std::string column_letters(std::size_t column);

}  // namespace railshift::analysis::writers::office
