#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/caveat_lines.hpp"
#include "app/commands.hpp"
#include "app/comparison_table.hpp"
#include "app/observed_table.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/run_summary.hpp"
#include "app/verdict_table.hpp"
#include "study/assessment.hpp"
#include "study/assessment_runs.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description assess_options() {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR2"),
                        say({"结果目录，默认 runs/<情景>-assess", "result folder, default runs/<scenario>-assess"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "variant", po::value<std::string>()->value_name("FILE"))(
      "set", po::value<std::vector<std::string>>()->composing()->value_name("path=value"))(
      "seed", po::value<std::string>()->value_name("N"),
      say({"第一个种子，默认情景所定", "the first seed, default the scenario's"}).c_str())(
      "until", po::value<std::string>()->value_name("DATE"))("force", say({"替换已有结果", "replace results that exist"}).c_str());
  return options;
}

std::string runs_note() {
  return fmt::format(
      fmt::runtime(say({"模拟值：{}；区间为各次的最小与最大值。", "simulated: {}; the interval is their least and greatest."})),
      analysis::runs_word(study::kSeeds, language()));
}

void print_comparison(const study::Assessed& assessed) {
  const std::string title = analysis::word("headlines", language());
  const auto rows = analysis::headlines(assessed.comparison, assessed.verdicts, assessed.focus_year);
  const std::string year = rows.empty() ? assessed.focus_year : analysis::period_text(rows.front(), language());
  fmt::print("{}\n{}", fmt::format(fmt::runtime(title), year),
             comparison_table(rows, assessed.names, analysis::word("baseline", language()), analysis::word("plan", language())));
  const std::string where = analysis::word("all_figures", language());
  fmt::print("{}\n", fmt::format(fmt::runtime(where), (assessed.folder / "comparison.csv").string()));
}

ExitCode assess(const po::variables_map& values) {
  std::optional<Progress> shown;
  const study::Assessed assessed =
      study::assess(study_request(values), watch_on(shown, [](const auto& start) {
                      return fmt::format(fmt::runtime(say({"评估（{} 次模拟）", "assessing ({} runs)"})), start.runs);
                    }));
  fmt::print("{}{}{}\n\n{}\n{}\n", caveat_lines(assessed.caveats), verdict_table(assessed.verdicts), runs_note(),
             analysis::ceiling_text(assessed.ceilings, language()), observed_table(assessed.observed, assessed.names));
  print_comparison(assessed);
  fmt::print(fmt::runtime(say({"报告：{}\n", "report: {}\n"})), (assessed.folder / "report.html").string());
  const bool plan_kept = promise_kept(assessed.plan_waits, analysis::word("plan", language()));
  const bool baseline_kept = promise_kept(assessed.baseline_waits, analysis::word("baseline", language()));
  return plan_kept && baseline_kept ? ExitCode::done : ExitCode::failed;
}

}  // namespace

Command assess_command() {
  Command command;
  command.name = "assess";
  command.usage = "assess DIR [options]";
  command.summary = {"基准、方案与逐项去掉措施的模拟，得出结论与报告", "baseline, plan, plan without each order: verdicts and a report"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, assess_options(), {"DIR"}).parse(words);
    return values ? assess(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
