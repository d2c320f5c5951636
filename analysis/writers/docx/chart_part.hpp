#pragma once
/// A chart of the model as a chart of Office, with its numbers in a workbook so that it can be edited.
#include <string>

#include "analysis/writers/office/plot.hpp"

namespace railshift::analysis::writers::office {

/// word/charts/chartN.xml: numbers stand in it and refer to the workbook. `size` of the type in half points.
[[nodiscard]] std::string chart_part(const Plot& plot, int size);
/// The workbook: categories in the first column, a column a series.
[[nodiscard]] std::string chart_book(const Plot& plot);

}  // namespace railshift::analysis::writers::office
