#include "app/study/study_lines.hpp"

#include <set>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "app/chance_lines.hpp"
#include "app/study/share_lines.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

/// Beside the case that it is compared with, member by member.
void print_effects(const study::CaseResult& one) {
  if (one.effects.empty()) return;
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.row({analysis::word("target", language()), fmt::format(fmt::runtime(say({"减 {}", "less {}"})), one.plan.against),
             say({"仅完整模拟", "full runs alone"}), say({"5%–95%（估算）", "5 %-95 % (estimate)"})});
  for (const analysis::TargetEffect& effect : one.effects) {
    const std::string band = effect.band ? analysis::difference_text(effect.band->p05, effect.unit, language()) + " … " +
                                               analysis::difference_text(effect.band->p95, effect.unit, language())
                                         : std::string("—");
    table.row({effect.target, effect_figure(effect.mean, effect.unit), effect_figure(effect.full_alone, effect.unit), band});
  }
  fmt::print("{}", table.text());
}

/// Where the files are, and what is not in the sums.
void print_files(const study::StudyResult& result) {
  std::size_t without = 0;
  for (const study::CaseResult& one : result.cases) without += one.answer.without.size() + one.answer.without_screening.size();
  if (result.shares) without += result.shares->without.size();
  if (without > 0)
    fmt::print(fmt::runtime(say({"没有数值的模拟 {} 次，命令在 {}\n", "{} runs without figures, their commands in {}\n"})), without,
               (result.folder / "failed.csv").string());
  std::set<std::string> cities;
  for (const study::CaseResult& one : result.cases) cities.insert(one.plan.scenario);
  if (cities.size() > 1)
    fmt::print("{}\n",
               say({"各情景分别列出，不相加：过境运输和通道列车会在相邻城市各计一次（railshift check 情景 情景 列出）",
                    "scenarios stand side by side and are not added up: through traffic and trains on shared lines are counted by each "
                    "of two neighbours (railshift check DIR DIR lists them)"}));
  fmt::print(fmt::runtime(say({"结果：{}\n", "results: {}\n"})), result.folder.string());
}

}  // namespace

void print_study(const study::StudyResult& result) {
  std::string said;
  for (const study::CaseResult& one : result.cases) {
    const Words name{one.plan.name_zh.empty() ? one.plan.id : one.plan.name_zh, one.plan.name_en.empty() ? one.plan.id : one.plan.name_en};
    fmt::print("{} · {}\n", one.plan.id, name.in(language()));
    if (const std::string lead = chance_lead(one.answer); lead != said) fmt::print("{}", said = lead);
    print_chances(one.answer);
    print_effects(one);
    fmt::print("\n");
  }
  if (result.shares) print_shares(*result.shares);
  print_files(result);
}

}  // namespace railshift::app
