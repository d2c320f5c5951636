#include "analysis/metrics/csv_text.hpp"

#include <array>
#include <charconv>

#include "sim/core/csv.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

std::string number_text(double value) {
  if (value == 0.0) return "0";
  std::array<char, 64> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  return std::string(buffer.data(), end.ptr);
}

std::string number_or_nothing(const std::optional<double>& value) { return value ? number_text(*value) : std::string{}; }

CsvText::CsvText() : text_(kByteOrderMark) {}

CsvText& CsvText::field(std::string_view text) {
  if (!row_empty_) text_ += ',';
  row_empty_ = false;
  text_ += csv_result_cell(text);
  return *this;
}

CsvText& CsvText::field(const std::optional<double>& value) { return field(number_or_nothing(value)); }

void CsvText::end_row() {
  text_ += '\n';
  row_empty_ = true;
}

}  // namespace railshift::analysis
