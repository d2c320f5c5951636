#include "sim/scenario/fields/field_info.hpp"

#include <cmath>

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

std::string range_text(const FieldInfo& info) {
  const bool low = std::isfinite(info.low);
  const bool high = std::isfinite(info.high);
  if (low && high) return fmt::format(", {:.10g} to {:.10g}", info.low, info.high);
  if (low) return fmt::format(", {:.10g} or more", info.low);
  if (high) return fmt::format(", {:.10g} or less", info.high);
  return "";
}

std::string with_unit(const std::string& kind, const FieldInfo& info) {
  return kind + (info.unit.empty() ? "" : " in " + info.unit) + range_text(info);
}

}  // namespace

std::string word_text(const std::vector<Word>& words) {
  std::string out;
  for (const Word& w : words) {
    out += (out.empty() ? "" : ", ") + w.text;
    if (!w.zh.empty()) out += fmt::format(" ({})", fmt::join(w.zh, ", "));
  }
  return out;
}

std::string accepted(const FieldInfo& info) {
  switch (info.type) {
    case FieldType::id:
      return "id of lower-case letters, digits, '-', '_', '.'";
    case FieldType::text:
      return "text";
    case FieldType::reference:
      return "an id of " + info.table;
    case FieldType::references:
      return "list of ids of " + info.table;
    case FieldType::integer:
      return with_unit("whole number", info);
    case FieldType::number:
    case FieldType::tonnes:
      return with_unit("number", info);
    case FieldType::date:
      return "day as YYYY-MM-DD";
    case FieldType::yes_no:
      return "yes or no";
    case FieldType::zero_one:
      return "0 or 1";
    case FieldType::word:
      return "one of " + word_text(info.words);
    case FieldType::word_list:
      return "list of words out of " + word_text(info.words);
    case FieldType::steps:
      return "list of {due = day, level = share}";
    case FieldType::numbers:
      return "list of tables {field, low, high, standing, source, reason}";
    case FieldType::scope:
      return "table of scope fields, each a text in quotes";
  }
  return "";
}

}  // namespace railshift::scenario
