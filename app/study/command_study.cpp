#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "app/chance_lines.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "sim/core/both.hpp"
#include "sim/core/refused.hpp"
#include "study/refused.hpp"
#include "study/studies/study_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description study_options() {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        say({"结果目录，默认 runs/<研究代码>", "result folder, default runs/<id of the study>"}).c_str())(
      "shard", po::value<std::string>()->value_name("k/N"),
      say({"只模拟第 k 份成员（共 N 份），留下部分，不出结果", "run the k-th of N parts of the members alone; leaves parts and no result"})
          .c_str())("parts", po::value<std::vector<std::string>>()->composing()->value_name("DIR"),
                    say({"先并入分片留下的文件夹，可重复", "take over what a shard left there first; may be repeated"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "force", say({"替换已有的结果", "replace a result that exists"}).c_str());
  return options;
}

std::string effect_figure(const std::optional<analysis::statistics::Estimate>& estimate, const std::string& unit) {
  if (!estimate) return "—";
  const std::string error = estimate->error ? " ± " + analysis::distance_text(*estimate->error, unit, language()) : std::string{};
  return analysis::difference_text(estimate->value, unit, language()) + error;
}

/// Beside the case that it is compared with, member by member.
void print_effects(const study::CaseResult& one) {
  if (one.effects.empty()) return;
  using analysis::Align;
  analysis::TextTable table({Align::left, Align::right, Align::right, Align::right});
  table.row({analysis::word("target", language()), fmt::format(fmt::runtime(say({"减 {}", "less {}"})), one.plan.against),
             say({"仅完整模拟", "full runs alone"}), std::string("5%–95%")});
  for (const analysis::TargetEffect& effect : one.effects) {
    const std::string band = effect.band ? analysis::difference_text(effect.band->p05, effect.unit, language()) + " … " +
                                               analysis::difference_text(effect.band->p95, effect.unit, language())
                                         : std::string("—");
    table.row({effect.target, effect_figure(effect.mean, effect.unit), effect_figure(effect.full_alone, effect.unit), band});
  }
  fmt::print("{}", table.text());
}

std::string name_of(const study::StudyShare& share) {
  const std::string name = Words{share.name_zh, share.name_en}.in(language());
  return name.empty() ? share.id : name;
}

/// Who brings how much of an effect: a row a main target, columns the groups and what closes to the full model.
void print_shares(const study::EffectShares& shares) {
  using analysis::Align;
  const std::string lead = shares.exact ? analysis::word("shares.lead", language()) : analysis::word("shares.lead_sampled", language());
  fmt::print("{}\n", fmt::format(fmt::runtime(lead), shares.of_case, shares.twins));
  std::vector<Align> aligned(shares.groups.size() + 3, Align::right);
  aligned.front() = Align::left;
  analysis::TextTable table(aligned);
  std::vector<analysis::TextCell> head{analysis::word("target", language())};
  for (const study::ShareGroup& group : shares.groups) head.push_back(name_of(group.asked));
  head.push_back(analysis::word("shares.remainder", language()));
  head.push_back(analysis::word("shares.total", language()));
  table.row(head);
  bool withheld = false;
  for (const study::TargetShares& target : shares.targets) {
    if (!target.main || !target.total) continue;
    std::vector<analysis::TextCell> row{target.target};
    for (std::size_t g = 0; g < shares.groups.size(); ++g)
      row.push_back(target.shares.empty() ? std::string("—") : effect_figure(target.shares[g], target.unit));
    row.push_back(analysis::difference_text(target.remainder(), target.unit, language()));
    row.push_back(analysis::difference_text(target.total, target.unit, language()));
    table.row(row);
    withheld = withheld || target.withheld;
  }
  fmt::print("{}", table.text());
  if (withheld) fmt::print("{}\n", analysis::word("shares.withheld", language()));
  for (const study::WithoutFigures& run : shares.without) fmt::print("  {}\n    {}\n", run.why.in(language()), run.command);
  fmt::print("\n");
}

void print(const study::StudyResult& result) {
  for (const study::CaseResult& one : result.cases) {
    const Words name{one.plan.name_zh.empty() ? one.plan.id : one.plan.name_zh, one.plan.name_en.empty() ? one.plan.id : one.plan.name_en};
    fmt::print("{} · {}\n", one.plan.id, name.in(language()));
    print_chances(one.answer);
    print_effects(one);
    fmt::print("\n");
  }
  if (result.shares) print_shares(*result.shares);
  fmt::print(fmt::runtime(say({"结果：{}\n", "results: {}\n"})), result.folder.string());
}

study::StudyRequest study_of(const po::variables_map& values) {
  study::StudyRequest request;
  request.common = study_request(values);
  request.file = values["arguments"].as<std::vector<std::string>>()[0];
  if (values.count("parts") != 0) {
    for (const std::string& folder : values["parts"].as<std::vector<std::string>>()) request.parts.emplace_back(folder);
  }
  if (values.count("shard") == 0) return request;
  const std::string text = values["shard"].as<std::string>();
  request.shard = study::shard_from_text(text);
  if (!request.shard)
    throw Refused({{fmt::format("--shard {}：写 k/N，k 从 1 到 N，如 3/8", text),
                    fmt::format("--shard {}: write k/N, k from 1 to N, as 3/8", text)}});
  return request;
}

study::StudyResult run(const study::StudyRequest& request) {
  std::optional<Progress> shown;
  try {
    return study::run_study(request, watch_on(shown, [](const auto& start) {
                              return fmt::format(fmt::runtime(say({"研究（{} 次模拟）", "study ({} runs)"})), start.runs);
                            }));
  } catch (const study::PartFailed& failed) {
    throw Failed(both("{}；完成 {} / {} 个成员，重新运行只做其余", "{}; {} of {} members are whole, run again for the rest", failed.words(),
                      failed.whole, failed.all));
  }
}

ExitCode study(const po::variables_map& values) {
  const study::StudyRequest request = study_of(values);
  const study::StudyResult result = run(request);
  if (request.shard)
    fmt::print(fmt::runtime(say({"第 {}/{} 份：{}\n", "part {}/{}: {}\n"})), request.shard->part, request.shard->of,
               result.folder.string());
  else
    print(result);
  return ExitCode::done;
}

}  // namespace

Command study_command() {
  Command command;
  command.name = "study";
  command.usage = "study STUDY.toml [options]";
  command.summary = {"多个方案在不确定输入的同一批成员上比较：把握、差值、先核哪个数",
                     "several plans on the same members of uncertain inputs: chances, differences, which number to get first"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, study_options(), {"STUDY.toml"}).parse(words);
    return values ? study(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
