#include <fmt/format.h>

#include "app/caveat_lines.hpp"
#include "app/commands.hpp"
#include "app/observed_table.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/run_summary.hpp"
#include "app/verdict_table.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "study/refused.hpp"
#include "study/single_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description run_options() {
  po::options_description options;
  add_layer(options);
  add_changes(options);
  add_until(options);
  options.add_options()("out", po::value<std::string>()->value_name("RUN"),
                        say({"结果目录，默认 runs/<情景>-<层>", "result folder, default runs/<scenario>-<layer>"}).c_str())(
      "seed", po::value<std::string>()->value_name("N"), say({"随机种子，默认情景所定", "random seed, default the scenario's"}).c_str())(
      "replications", po::value<std::string>()->value_name("N"),
      say({"重复 N 次，种子依次加一；写出均值与 95% 置信区间", "N runs on seeds one apart; means with 95 % confidence intervals"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "kernel", po::value<std::string>()->default_value("ahead")->value_name("ahead|step"),
      say({"内核：ahead 先行到下一个外部事件，step 逐个事件", "kernel: ahead runs ahead to the next outer event, step goes event by event"})
          .c_str())("engine", po::value<std::string>()->default_value("events")->value_name("events|months"),
                    say({"events 逐车逐列模拟；months 按月期望值快速估算，结果标为估算",
                         "events simulates every truck and train; months estimates quickly by the month, and says so"})
                        .c_str())("trips", po::value<std::string>()->value_name("FILE"),
                                  say({"另写每一段行程的 CSV", "also write every leg as CSV"}).c_str())(
      "trains", po::value<std::string>()->value_name("FILE"),
      say({"另写每列火车各步骤的 CSV（编组、装车、进入区间、卸车）",
           "also write what every train did as CSV (formed, loading, sections, unloading)"})
          .c_str())("force", say({"替换已有结果", "replace results that exist"}).c_str());
  add_assert(options);
  add_progress(options);
  return options;
}

/// The title of the progress; says first what is kept from an interrupted run.
std::string title(const study::Request& request, const study::Watch::Start& start) {
  if (!request.replications) return say({"模拟", "simulating"});
  if (start.kept > 0) {
    fmt::print(
        stderr,
        fmt::runtime(say({"沿用中断前已完成的 {} / {} 次重复\n", "{} of {} replications of the interrupted run are whole and kept\n"})),
        start.kept, start.kept + start.runs);
  }
  return fmt::format(fmt::runtime(say({"模拟（{} 次重复）", "simulating ({} replications)"})), start.runs);
}

study::RunOutcome simulate(const study::Request& request, ProgressForm form) {
  std::optional<Progress> shown;
  try {
    return study::run(request, watch_on(shown, {"run", form}, [&request](const auto& start) { return title(request, start); }));
  } catch (const study::PartFailed& failed) {
    throw Failed(both("{}；完成 {} / {} 次重复，重新运行只做其余", "{}; {} of {} replications are whole, run again for the rest",
                      failed.words(), failed.whole, failed.all));
  }
}

ExitCode conclude(const study::Request& request, const study::RunOutcome& outcome, study::Demand demand) {
  const auto apart = [](const std::string& table) { return table.empty() ? table : "\n" + table; };
  fmt::print("{}{}{}{}\n{}\n", caveat_lines(outcome.caveats), verdict_table(outcome.verdicts), apart(verdict_details(outcome.verdicts)),
             apart(reading_table(outcome.verdicts, (outcome.folder / "verdicts.csv").string())),
             observed_table(outcome.observed, outcome.names));
  if (request.replications)
    fmt::print(fmt::runtime(say({"{} 次重复；首次重复：", "{} replications; the first one: "})), *request.replications);
  print_summary(outcome);
  print_long_waits(outcome.records);
  std::size_t breaches = 0;
  for (const study::ChildRecord& r : outcome.records) breaches += r.breaches.size();
  if (breaches > 0)
    fmt::print(stderr,
               fmt::runtime(say(
                   {"{} 处守恒关系不成立；railshift audit {} 列出\n", "{} conservation laws are broken; railshift audit {} lists them\n"})),
               breaches, outcome.folder.string());
  print_not_held(demand, outcome.verdicts, outcome.records);
  return exit_code(study::ending_of(demand, outcome.verdicts, outcome.records, {}));
}

ExitCode run(const po::variables_map& values) {
  const study::Request request = study_request(values);
  const study::Demand demand = demand_of(values);
  return conclude(request, simulate(request, progress_form(values)), demand);
}

}  // namespace

Command run_command() {
  Command command;
  command.name = "run";
  command.usage = "run DIR [options]";
  command.summary = {"模拟一个情景的一层", "simulate one layer of a scenario"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, run_options(), {"DIR"}).parse(words);
    return values ? run(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
