#pragma once
/// A chart of the model as a chart of Office, with its numbers in a workbook so that it can be edited.
#include <string>

#include "analysis/writers/office/plot.hpp"

namespace railshift::analysis::writers::office {

/// What a chart takes of the paper, mm.
struct ChartPaper {
  double width = 0.0, height = 0.0;
};
/// Of bars that lie, in a given width: as high as bars and names of categories ask for, at most 190 mm.
[[nodiscard]] ChartPaper pairs_frame(const document::Chart& chart, double width);

/// word/charts/chartN.xml: numbers stand in it and refer to the workbook. `size` of the type in half points.
[[nodiscard]] std::string chart_part(const Plot& plot, int size, const ChartPaper& paper);
/// The workbook: categories in the first column, a column a series.
[[nodiscard]] std::string chart_book(const Plot& plot);

}  // namespace railshift::analysis::writers::office
