#include "sim/scenario/workbook/headings.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/unit_names.hpp"
#include "sim/scenario/tables/all_tables.hpp"

namespace railshift::scenario {
namespace {

std::string range_zh(const FieldInfo& field) {
  const bool low = std::isfinite(field.low);
  const bool high = std::isfinite(field.high);
  if (low && high) return fmt::format("，{:.10g} 至 {:.10g}", field.low, field.high);
  if (low) return fmt::format("，不小于 {:.10g}", field.low);
  if (high) return fmt::format("，不大于 {:.10g}", field.high);
  return "";
}

std::string reference_zh(const FieldInfo& field) {
  const std::string sheet = referred_sheet(field);
  return sheet.empty() ? std::string("填已有代码") : "填《" + sheet + "》中的代码";
}

std::string kind_zh(const FieldInfo& field) {
  switch (field.type) {
    case FieldType::id:
      return "代码：小写字母、数字、- _ .";
    case FieldType::text:
    case FieldType::scope:
    case FieldType::numbers:
    case FieldType::steps:
    case FieldType::text_list:
    case FieldType::number_list:
      return "文字";
    case FieldType::reference:
    case FieldType::references:
      return reference_zh(field);
    case FieldType::integer:
      return "整数" + range_zh(field);
    case FieldType::number:
      return "数" + range_zh(field);
    case FieldType::tonnes:
      return "数，可写 12.5万吨" + range_zh(field);
    case FieldType::date:
      return "日期，如 2024-12-31";
    case FieldType::yes_no:
      return "是 或 否";
    case FieldType::zero_one:
      return "0 或 1";
    case FieldType::word:
    case FieldType::word_list:
      return "从下拉列表选";
  }
  return "";
}

}  // namespace

std::vector<std::string> column_titles(const TableSpec& spec) {
  std::vector<std::string> titles;
  for (const FieldInfo& f : spec.fields) {
    const auto same = std::count_if(spec.fields.begin(), spec.fields.end(), [&f](const FieldInfo& g) { return g.zh == f.zh; });
    titles.push_back(same > 1 ? f.zh + "（" + f.name + "）" : f.zh);
  }
  return titles;
}

std::string unit_zh(const FieldInfo& field) { return unit_name(field.unit).zh; }

std::string accepted_zh(const FieldInfo& field) { return (field.need == Need::required ? "必填；" : "可空；") + kind_zh(field); }

std::string referred_sheet(const FieldInfo& field) {
  for (const TableSpec& spec : all_tables()) {
    if (spec.name == field.table) return sheet_name(spec);
  }
  return "";
}

}  // namespace railshift::scenario
