#include <fmt/format.h>

#include "analysis/judge/headlines.hpp"
#include "analysis/words/catalogue.hpp"
#include "analysis/words/ceiling_words.hpp"
#include "analysis/words/contribution_words.hpp"
#include "analysis/words/cost_words.hpp"
#include "analysis/words/lever_words.hpp"
#include "analysis/words/verdict_words.hpp"
#include "app/caveat_lines.hpp"
#include "app/chance_lines.hpp"
#include "app/commands.hpp"
#include "app/comparison_table.hpp"
#include "app/observed_table.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/run_summary.hpp"
#include "app/verdict_table.hpp"
#include "study/assess/assessment.hpp"
#include "study/assess/assessment_runs.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description assess_options() {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR2"),
                        say({"结果目录，默认 runs/<情景>-assess", "result folder, default runs/<scenario>-assess"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "seed", po::value<std::string>()->value_name("N"),
      say({"第一个种子，默认情景所定", "the first seed, default the scenario's"}).c_str())(
      "force", say({"替换已有结果", "replace results that exist"}).c_str())(
      "quick",
      say({"不逐项去掉或单留措施，只跑基准、方案和执行到位的方案", "baseline, plan and plan as executed, without leaving out measures"})
          .c_str());
  options.add_options()(
      "members", po::value<std::string>()->value_name("N"),
      say({"不确定输入的成员数，默认 200，每个用快速估算", "points of the uncertain inputs, each by the quick twin, default 200"}).c_str())(
      "full", po::value<std::string>()->value_name("M"), say({"其中又完整模拟的个数，默认 6", "of them in full too, default 6"}).c_str());
  add_changes(options);
  add_until(options);
  add_assert(options);
  add_progress(options);
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

void print_verdicts(const study::Assessed& assessed) {
  fmt::print("{}{}{}\n\n", caveat_lines(assessed.caveats), verdict_table(assessed.verdicts), runs_note());
  fmt::print("{}{}\n\n", verdict_details(assessed.verdicts), say(executed_words(assessed.executed, assessed.kept_prices)));
  if (const std::string readings = reading_table(assessed.verdicts, (assessed.folder / "verdicts.csv").string()); !readings.empty())
    fmt::print("{}\n", readings);
  fmt::print("{}\n{}\n", analysis::ceiling_text(assessed.ceilings, language()), observed_table(assessed.observed, assessed.names));
}

/// The strongest clause of every target; what the terminal has no room for stands in the file.
void print_contributions(const study::Assessed& assessed) {
  if (!assessed.contributions) return;
  const std::string table = analysis::strongest_text(*assessed.contributions, language());
  if (table.empty()) return;
  const std::string where = analysis::word("contribution.file", language());
  fmt::print("{}\n{}{}\n\n", analysis::word("section.contributions", language()), table,
             fmt::format(fmt::runtime(where), (assessed.folder / "contributions.csv").string()));
}

/// What the plan costs, and where the rest stands.
void print_costs(const study::Assessed& assessed) {
  const std::string table = analysis::cost_text(assessed.costs, assessed.names, language());
  if (table.empty()) return;
  const std::string where = analysis::word("cost.file", language());
  fmt::print("{}\n{}\n\n", table, fmt::format(fmt::runtime(where), (assessed.folder / "costs.csv").string()));
}

/// What it takes; what the terminal has no room for stands in the files.
void print_levers(const study::Assessed& assessed) {
  if (!assessed.levers) return;
  const auto file = [&](const char* key, const char* name) {
    const std::string where = analysis::word(key, language());
    return fmt::format(fmt::runtime(where), (assessed.folder / name).string());
  };
  if (const std::string table = analysis::levers_text(*assessed.levers, language()); !table.empty())
    fmt::print("{}\n{}{}\n\n", analysis::word("section.levers", language()), table, file("lever.file", "levers.csv"));
  if (const std::string table = analysis::ways_text(assessed.ways, language()); !table.empty())
    fmt::print("{}\n{}{}\n\n", analysis::word("way.title", language()), table, file("way.file", "ways.csv"));
}

/// How sure, and which number to get first.
void print_chances(const study::Assessed& assessed) {
  if (!assessed.chances) return;
  fmt::print("{}\n", analysis::word("section.chances", language()));
  fmt::print("{}", chance_lead(*assessed.chances));
  app::print_chances(*assessed.chances);
  const std::string where = analysis::word("chance.file", language());
  fmt::print("{}\n\n", fmt::format(fmt::runtime(where), (assessed.folder / "chances.csv").string()));
}

/// The closing statement of every kind of run.
void print_closing_statements(const study::Assessed& assessed) {
  const auto close = [](const char* layer, const std::vector<study::ChildRecord>& seeds) {
    const std::string whose = analysis::word(layer, language());
    print_not_served(seeds, whose);
    print_long_waits(seeds, whose);
  };
  close("plan", assessed.plan_records);
  close("baseline", {assessed.baseline_record});
  if (assessed.executed_record) close("executed", {*assessed.executed_record});
}

/// What is demanded is demanded of plan and baseline; the plan as executed keeps our promises as they do.
study::Ending conclude(const study::Assessed& assessed, study::Demand demand) {
  std::vector<study::ChildRecord> demanded = assessed.plan_records, beside;
  demanded.push_back(assessed.baseline_record);
  if (assessed.executed_record) beside.push_back(*assessed.executed_record);
  print_not_held(demand, assessed.verdicts, demanded);
  return study::ending_of(demand, assessed.verdicts, demanded, beside);
}

/// What a quick assessment leaves out.
void print_quick_note() {
  fmt::print("{}\n",
             say({"--quick 未逐项去掉或单留措施：不加 --quick "
                  "时，另给出各项措施和条款对每个目标的贡献（contributions.csv），以及“措施规定”的结论去掉"
                  "全部和单项命令后的值（without_order）",
                  "--quick left no measure out and ran none alone: without it, every measure and clause also has what it brings to each "
                  "target (contributions.csv), and verdicts on what a measure orders have the value without all its orders and without "
                  "each (without_order)"}));
  fmt::print("{}\n", analysis::word("lever.quick", language()));
}

ExitCode assess(const po::variables_map& values) {
  std::optional<Progress> shown;
  const study::Demand demand = demand_of(values);
  study::Request request = study_request(values);
  request.design = member_design(values);
  if (values.count("quick") != 0) request.depth = study::Depth::quick;
  const study::Assessed assessed =
      study::assess(request, watch_on(shown, {"assess", progress_form(values)}, [](const auto& start) {
                      return fmt::format(fmt::runtime(say({"评估（{} 次模拟）", "assessing ({} runs)"})), start.runs);
                    }));
  print_verdicts(assessed);
  print_contributions(assessed);
  print_levers(assessed);
  print_chances(assessed);
  print_comparison(assessed);
  print_costs(assessed);
  fmt::print(fmt::runtime(say({"报告：{}\n", "report: {}\n"})), (assessed.folder / "report.html").string());
  print_closing_statements(assessed);
  if (request.depth == study::Depth::quick) print_quick_note();
  return exit_code(conclude(assessed, demand));
}

}  // namespace

Command assess_command() {
  Command command;
  command.name = "assess";
  command.usage = "assess DIR [options]";
  command.summary = {"基准、方案、执行到位与逐项去掉、单留措施的模拟，得出结论、贡献与报告",
                     "baseline, plan, plan as executed, without and with only each measure: verdicts, contributions and a report"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, assess_options(), {"DIR"}).parse(words);
    return values ? assess(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
