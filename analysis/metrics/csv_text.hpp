#pragma once
/// CSV as our tables are written: BOM, LF line ends, RFC 4180 quoting, numbers in their shortest round-trip form.
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace railshift::analysis {

/// Shortest text that reads back as the same number; minus zero is written as 0.
[[nodiscard]] std::string number_text(double value);
/// The same; empty for no value.
[[nodiscard]] std::string number_or_nothing(const std::optional<double>& value);

/// One CSV document in the making. Fields are added from left to right; `end_row` closes a line.
class CsvText {
 public:
  CsvText();
  CsvText& field(std::string_view text);
  CsvText& field(const std::optional<double>& value);
  void end_row();
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::string text_;
  bool row_empty_ = true;
};

}  // namespace railshift::analysis
