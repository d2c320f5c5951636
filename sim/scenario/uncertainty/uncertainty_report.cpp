#include "sim/scenario/uncertainty/uncertainty_report.hpp"

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

template <class E>
std::string word_of(E value, Language language) {
  const Word word = words_of<E>().at(static_cast<std::size_t>(value));
  return language == Language::zh ? word.zh.front() : word.text;
}

Words line_of(const UncertaintyGroup& group) {
  const std::size_t numbers = group.inputs.size();
  const Words law{word_of(group.law.kind, Language::zh), word_of(group.law.kind, Language::en)};
  const Words stage =
      group.stage == Stage::base ? Words{"基年随之重新率定", "base year settled anew"} : Words{"基年不变", "base year stays"};
  const Words name = both(" {}", " {}", group.name);
  const Words count = numbers == 1 ? Words{"1 个数", "1 number"} : both("{} 个数", "{} numbers", numbers);
  return both("  {}{}：{}，{}，{}\n", "  {}{}: {}, {}, {}\n", group.id, name, count, law, stage);
}

}  // namespace

std::string uncertainty_report(const Uncertainty& uncertainty, Language language) {
  if (uncertainty.groups.empty() && uncertainty.standing.empty()) return "";
  std::string out =
      Words{"\n不确定的数（每组一个因子，组内一起变动）\n", "\nUncertain numbers (one factor a group, its numbers move together)\n"}.in(
          language);
  bool defaults = false;
  for (const UncertaintyGroup& group : uncertainty.groups) {
    if (group.by_default && !defaults) {
      out +=
          Words{"未写入 [[uncertainty]] 的，按表和列成组（假设）：\n", "Not named by [[uncertainty]], by table and column (assumed):\n"}.in(
              language);
      defaults = true;
    }
    out += line_of(group).in(language);
  }
  if (!uncertainty.standing.empty())
    out += both("另有 {} 个有区间的数不变动：是某个整体的一份而没有组写到它，或已由变体、--set 指定\n",
                "{} more numbers with a range stand: a share of a whole that no group names, or set by a variant or --set\n",
                uncertainty.standing.size())
               .in(language);
  return out;
}

}  // namespace railshift::scenario
