#pragma once
/// Charts as inline SVG. Every series has its own dash, marker or hatch besides its colour, so that a black-and-white print still reads.
#include <optional>
#include <string>
#include <vector>

namespace railshift::analysis::report {

struct Series {
  std::string name;
  std::vector<std::optional<double>> values;  ///< one a category; nothing = no point
  std::size_t look = 0;                       ///< stacked parts: which fill (0..7), so that a part looks the same in every chart
};
/// A demand to be drawn as a diamond with its text.
struct Mark {
  std::size_t category = 0;
  double value = 0.0;
  std::string text;
};

/// Lines over categories, values in percent (0..100). The first series is solid with circles, the second dashed with squares.
struct LineChart {
  std::string title;
  std::vector<std::string> categories;
  std::vector<Series> series;
  std::vector<Mark> marks;
};
[[nodiscard]] std::string svg(const LineChart& chart);

/// One stacked column a category; parts from bottom to top.
struct StackChart {
  std::string title;
  std::vector<std::string> categories;
  std::vector<Series> parts;
};
[[nodiscard]] std::string svg(const StackChart& chart);

/// Pairs of horizontal bars, one pair a category; values printed at the bars' ends.
struct PairChart {
  std::string title;
  std::vector<std::string> categories;
  Series first, second;
  std::string unit;
};
[[nodiscard]] std::string svg(const PairChart& chart);

}  // namespace railshift::analysis::report
