#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/study/study_lines.hpp"
#include "study/studies/study_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description merge_options() {
  po::options_description options;
  options.add_options()("out", po::value<std::string>()->value_name("DIR"),
                        say({"结果目录，默认 runs/<研究代码>", "result folder, default runs/<id of the study>"}).c_str())(
      "force", say({"替换已有的结果", "replace a result that exists"}).c_str());
  return options;
}

ExitCode merge(const po::variables_map& values) {
  study::StudyRequest request;
  request.common = study_request(values);
  const auto& words = values["arguments"].as<std::vector<std::string>>();
  request.file = words.front();
  request.parts.assign(words.begin() + 1, words.end());
  request.missing = study::Missing::leave;
  print_study(study::run_study(request, {}));
  return ExitCode::done;
}

}  // namespace

Command merge_command() {
  Command command;
  command.name = "merge";
  command.usage = "merge STUDY.toml DIR... [options]";
  command.summary = {"合并各份（study --shard）留下的部分为一个研究结果，不再模拟",
                     "make the result of a study of the parts that shards (study --shard) left, without a run"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, merge_options(), {"STUDY.toml", "DIR..."}).parse(words);
    return values ? merge(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
