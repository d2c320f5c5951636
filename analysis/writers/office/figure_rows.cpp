#include "analysis/writers/office/figure_rows.hpp"

#include <fmt/format.h>

namespace railshift::analysis::writers::office {
namespace {

using document::Figure;
using document::Of;

std::string joined_key(const std::map<std::string, std::string>& key) {
  std::string out;
  for (const auto& [column, cell] : key) out += (out.empty() ? "" : ";") + column + "=" + cell;
  return out;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : ";") + part;
  return out;
}

}  // namespace

std::vector<std::string> figure_headings(Language language) {
  if (language == Language::zh) return {"代码", "文字", "数值", "单位", "性质", "次数", "数据性质", "文件", "行", "列", "计算", "条款"};
  return {"id", "text", "value", "unit", "what it is", "n", "standing", "file", "row", "column", "formula", "clauses"};
}

std::vector<std::string> figure_cells(const std::string& id, const Figure& figure) {
  const document::From& from = figure.from;
  return {id,
          figure.text,
          figure.value ? fmt::format("{}", *figure.value == 0.0 ? 0.0 : *figure.value) : "",
          figure.unit,
          std::string(document::kOfNames.at(static_cast<std::size_t>(figure.of))),
          fmt::format("{}", figure.n),
          figure.standing,
          from.file,
          joined_key(from.key),
          from.column,
          from.formula,
          joined(from.clauses)};
}

std::string of_words(Of of, Language language) {
  const bool zh = language == Language::zh;
  switch (of) {
    case Of::mean:
      return zh ? "多次模拟平均" : "mean of runs";
    case Of::one_run:
      return zh ? "一次模拟" : "one run";
    case Of::estimate:
      return zh ? "估算" : "estimate of the quick twin";
    case Of::members:
      return zh ? "输入变动的各成员" : "members with drawn inputs";
    case Of::bound:
      return zh ? "上限计算" : "computed ceiling";
    case Of::input:
      return zh ? "输入" : "input";
    case Of::count:
      return zh ? "计数" : "count of rows";
    case Of::observed:
      return zh ? "实测" : "observed";
  }
  return "";
}

}  // namespace railshift::analysis::writers::office
