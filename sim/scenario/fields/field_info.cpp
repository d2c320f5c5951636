#include "sim/scenario/fields/field_info.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/core/unit_names.hpp"

namespace railshift::scenario {
namespace {

Words range_text(const FieldInfo& info) {
  const bool low = std::isfinite(info.low);
  const bool high = std::isfinite(info.high);
  if (low && high) return both("，{:.10g} 至 {:.10g}", ", {:.10g} to {:.10g}", info.low, info.high);
  if (low) return both("，不小于 {:.10g}", ", {:.10g} or more", info.low);
  if (high) return both("，不大于 {:.10g}", ", {:.10g} or less", info.high);
  return {};
}

Words with_unit(const Words& kind, const FieldInfo& info) {
  if (info.unit.empty()) return both("{}{}", "{}{}", kind, range_text(info));
  return both("{}，单位 {}{}", "{} in {}{}", kind, unit_words(info), range_text(info));
}

}  // namespace

Words unit_words(const FieldInfo& info) { return {unit_name(info.unit).zh, info.unit}; }

std::string word_text(const std::vector<Word>& words) {
  std::string out;
  for (const Word& w : words) {
    out += (out.empty() ? "" : ", ") + w.text;
    if (!w.zh.empty()) out += fmt::format(" ({})", fmt::join(w.zh, ", "));
  }
  return out;
}

Words accepted(const FieldInfo& info) {
  switch (info.type) {
    case FieldType::id:
      return {"代码，由小写字母、数字、'-'、'_'、'.' 组成", "id of lower-case letters, digits, '-', '_', '.'"};
    case FieldType::text:
      return {"文字", "text"};
    case FieldType::reference:
      return both("{} 表中的代码", "an id of {}", info.table);
    case FieldType::references:
      return both("{} 表中代码的列表", "list of ids of {}", info.table);
    case FieldType::integer:
      return with_unit({"整数", "whole number"}, info);
    case FieldType::number:
    case FieldType::tonnes:
      return with_unit({"数", "number"}, info);
    case FieldType::date:
      return {"日期，写成 YYYY-MM-DD", "day as YYYY-MM-DD"};
    case FieldType::yes_no:
      return {"yes（是）或 no（否）", "yes or no"};
    case FieldType::zero_one:
      return {"0 或 1", "0 or 1"};
    case FieldType::word:
      return both("以下之一：{}", "one of {}", word_text(info.words));
    case FieldType::word_list:
      return both("以下词的列表：{}", "list of words out of {}", word_text(info.words));
    case FieldType::steps:
      return {"{due = 日期, level = 比例} 的列表", "list of {due = day, level = share}"};
    case FieldType::numbers:
      return {"表 {field, low, high, standing, source, reason} 的列表", "list of tables {field, low, high, standing, source, reason}"};
    case FieldType::text_list:
      return {"文字的列表，各在引号内", "list of texts in quotes"};
    case FieldType::number_list:
      return both("列表，各为{}", "list, each a {}", with_unit({"数", "number"}, info));
    case FieldType::scope:
      return {"由范围字段组成的表，各为引号内的文字", "table of scope fields, each a text in quotes"};
  }
  return {};
}

}  // namespace railshift::scenario
