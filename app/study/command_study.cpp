#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/study/study_lines.hpp"
#include "sim/core/refused.hpp"
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
  add_progress(options);
  return options;
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
    throw Refused{{{fmt::format("--shard {}：写 k/N，k 从 1 到 N，如 3/8", text),
                    fmt::format("--shard {}: write k/N, k from 1 to N, as 3/8", text)}}};
  return request;
}

ExitCode study(const po::variables_map& values) {
  std::optional<Progress> shown;
  const study::StudyRequest request = study_of(values);
  const study::StudyResult result =
      study::run_study(request, watch_on(shown, {"study", progress_form(values)}, [](const auto& start) {
                         return fmt::format(fmt::runtime(say({"研究（{} 次模拟）", "study ({} runs)"})), start.runs);
                       }));
  if (request.shard)
    fmt::print(fmt::runtime(say({"第 {}/{} 份：{}\n", "part {}/{}: {}\n"})), request.shard->part, request.shard->of,
               result.folder.string());
  else
    print_study(result);
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
