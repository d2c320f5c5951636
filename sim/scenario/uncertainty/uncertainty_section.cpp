#include "sim/scenario/uncertainty/uncertainty_section.hpp"

#include <algorithm>

#include "sim/scenario/measures/toml_sections.hpp"

namespace railshift::scenario {
namespace {

FieldInfo text_list(const char* name, const char* zh, const char* en) { return make_info(FieldType::text_list, name, zh, en); }
FieldInfo number_list(const char* name, const char* zh, const char* en) { return make_info(FieldType::number_list, name, zh, en); }

const TomlNode* section_of(const TomlNode& root, const std::string& id) {
  for (const TomlNode& node : root.find("uncertainty")->items) {
    const TomlNode* found = node.find("id");
    if (found != nullptr && found->text == id) return &node;
  }
  return nullptr;
}

void check_lists(const UncertaintyRow& row, const TomlNode& node, Decoder& decoder) {
  const bool listed = node.find("values") != nullptr || node.find("weights") != nullptr;
  const Words accept{"写 values = [-1, 0, 1] 和 weights = [0.2, 0.6, 0.2]：-1 为 low，0 为所写的值，1 为 high",
                     "write values = [-1, 0, 1] and weights = [0.2, 0.6, 0.2]: -1 is low, 0 the value as given, 1 high"};
  if (row.law != LawKind::discrete) {
    if (!listed) return;
    const TomlNode* list = node.find("values") != nullptr ? node.find("values") : node.find("weights");
    decoder.problem(list->place, {"这一分布没有 values 和 weights", "this law has no values and weights"},
                    {"只有离散分布按列表取值", "only a discrete law has its values in a list"},
                    {"删去它们，或写 law = \"discrete\"", "remove them or write law = \"discrete\""});
    return;
  }
  const bool rising = std::adjacent_find(row.values.begin(), row.values.end(), std::greater_equal<>()) == row.values.end();
  const bool positive = std::any_of(row.weights.begin(), row.weights.end(), [](double w) { return w > 0.0; });
  if (!row.values.empty() && row.values.size() == row.weights.size() && rising && positive) return;
  const TomlNode* list = node.find("values");
  decoder.problem(
      list == nullptr ? node.find("law")->place : list->place,
      both("离散分布有 {} 个值、{} 个权重", "a discrete law with {} values and {} weights", row.values.size(), row.weights.size()),
      {"离散分布的值从小到大排列，每个值有一个权重，权重不全为 0",
       "values of a discrete law rise, each has a weight, and not all weights are 0"},
      accept);
}

void check_section(const UncertaintyRow& row, const TomlNode& node, Decoder& decoder) {
  check_lists(row, node, decoder);
  if (row.inputs.empty() && row.against.empty())
    decoder.problem(
        node.find("inputs")->place, {"inputs 为空", "inputs is empty"}, {"每组至少变动一个数", "a group moves a number at least"},
        {"写路径的通配，如 inputs = [\"sidings.*.t_per_day\"]", "write patterns of paths, as inputs = [\"sidings.*.t_per_day\"]"});
  for (std::size_t i = 0; i < row.where.size(); ++i) {
    const std::size_t sign = row.where[i].find('=');
    if (sign != std::string::npos && sign > 0) continue;
    decoder.problem(node.find("where")->place, both("where 中有“{}”", "where has \"{}\"", row.where[i]),
                    {"where 的每一项写成 列=通配", "entries of where are column=pattern"},
                    {"如 where = [\"driver_commodity=raw-coal\"]", "as where = [\"driver_commodity=raw-coal\"]"});
  }
  if (row.law == LawKind::lognormal && row.low_high == LowHigh::ends)
    decoder.problem(node.find("law")->place, {"law 为“lognormal”，low_high 为“ends”", "law is \"lognormal\" and low_high \"ends\""},
                    {"对数正态分布没有端点，low 和 high 是它的 5 和 95 % 分位",
                     "a lognormal law has no ends: low and high are its 5 and 95 % quantiles"},
                    {"写 low_high = \"5_95\"", "write low_high = \"5_95\""});
}

}  // namespace

template <>
std::vector<Word> words_of<Stage>() {
  return {{"base", {"基年"}, 0}, {"later", {"以后"}, 1}};
}

Fields<UncertaintyRow> uncertainty_fields() {
  using T = UncertaintyRow;
  return {
      field(&T::id, id("id", "不确定组代码", "id")),
      field(&T::name_zh, text("name_zh", "中文名", "name in Chinese")),
      field(&T::name_en, text("name_en", "英文名", "name in English")),
      field(&T::law, word("law", "分布", "distribution of each of its numbers")),
      field(&T::low_high, word("low_high", "上下限的含义", "what low and high of its numbers mean; left out: ends").optional()),
      field(&T::inputs, text_list("inputs", "变动的数", "patterns of paths of numbers with a range, as \"sidings.*\"")),
      field(&T::against, text_list("against", "反向变动的数", "patterns of paths of numbers that move the other way").optional()),
      field(&T::where, text_list("where", "只限这些行", "column=pattern: only rows or measures that say so").optional()),
      field(&T::values,
            number_list("values", "离散的取值", "of a discrete law: -1 is low, 0 the value as given, 1 high, between them linear")
                .between(-1, 1)
                .optional()),
      field(&T::weights, number_list("weights", "权重", "of a discrete law: one for each value").at_least(0).optional()),
      field(&T::stage, word("stage", "作用阶段", "base: the base year is settled anew with each drawn value; later: it stays")),
      field(&T::standing, word("standing", "数据性质", "what the group rests on")),
      field(&T::reason, text("reason", "理由", "why these numbers move together, and why so")),
      field(&T::office_zh,
            text("office_zh", "掌握单位", "who has these numbers, in Chinese; left out: by the tables that they stand in").optional()),
      field(&T::office_en, text("office_en", "掌握单位（英文）", "the same in English").optional()),
  };
}

std::vector<UncertaintyRow> read_uncertainty(const TomlNode& root, Decoder& decoder) {
  const std::size_t before = decoder.problems();
  auto rows =
      read_sections<UncertaintyRow>(root, {"uncertainty", {"不确定组", "groups of uncertain numbers"}}, uncertainty_fields(), decoder);
  if (decoder.problems() != before) return rows;
  for (const UncertaintyRow& row : rows) {
    const TomlNode* node = section_of(root, row.id);
    if (node != nullptr && !node->has_damage()) check_section(row, *node, decoder);
  }
  return rows;
}

}  // namespace railshift::scenario
