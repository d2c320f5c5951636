#include <algorithm>
#include <limits>
#include <thread>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "study/again/rerun.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description rerun_options() {
  po::options_description options;
  options.add_options()(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"重复运行时同时运行的进程数，默认为处理器数", "processes at a time for replications, default the number of processors"})
          .c_str());
  add_progress(options);
  return options;
}

void print_list(const Words& heading, const std::vector<std::string>& names) {
  if (!names.empty()) fmt::print("  {}{}\n", say(heading), fmt::join(names, say({"、", ", "})));
}

void print_run(const study::RerunOf& run) {
  const std::string name = run.run.empty() ? say({"本次运行", "the run"}) : run.run;
  if (run.equal()) {
    fmt::print(fmt::runtime(say({"{}：重新运行的 {} 个文件、{} 张表与当时逐字节相同\n",
                                 "{}: made again, {} files and {} tables are equal byte by byte\n"})),
               name, run.files, run.tables);
    return;
  }
  fmt::print(fmt::runtime(say({"{}：与当时不同\n", "{}: not equal\n"})), name);
  print_list({"文件：", "files: "}, run.changed);
  print_list({"表：", "tables: "}, run.tables_changed);
}

ExitCode rerun(const po::variables_map& values) {
  const auto jobs = whole_number(values, "jobs", 1, std::numeric_limits<int>::max());
  const int at_a_time = jobs ? static_cast<int>(*jobs) : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
  std::optional<Progress> shown;
  const study::Watch watch = watch_on(shown, {"rerun", progress_form(values)}, [](const auto&) {
    return say({"重新运行", "running again"});
  });
  const study::Rerun again = study::rerun(values["arguments"].as<std::vector<std::string>>()[0], at_a_time, watch);
  for (const Words& line : again.other_program) fmt::print("{}\n", say(line));
  for (const study::RerunOf& run : again.runs) print_run(run);
  print_list({"未核对，因为需要结果中不保存的内容（其他运行、当时的命令行）：",
              "not compared, as they need what the result does not keep (other runs, the command as it was typed): "},
             again.not_made);
  return again.equal() ? ExitCode::done : ExitCode::failed;
}

}  // namespace

Command rerun_command() {
  Command command;
  command.name = "rerun";
  command.usage = "rerun RUN [options]";
  command.summary = {"用结果中保存的输入重新运行，逐个散列核对；不改动结果",
                     "run the inputs that a result holds again and compare every hash; the result is left alone"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, rerun_options(), {"RUN"}).parse(words);
    return values ? rerun(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
