#include <filesystem>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "sim/core/both.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/refused.hpp"
#include "study/results/own_program.hpp"
#include "study/results/result_folder.hpp"
#include "study/studies/job_scripts.hpp"

namespace railshift::app {
namespace fs = std::filesystem;
namespace po = boost::program_options;
namespace {

constexpr std::int64_t kMost = 100'000;

po::options_description jobs_options() {
  po::options_description options;
  const auto add = [&](const char* name, const char* value, Words words) {
    options.add_options()(name, po::value<std::string>()->value_name(value), say(words).c_str());
  };
  add("shards", "N",
      {"分成几份，每份一个任务；一份宜有许多成员", "into how many shares, a task each; a share had better have many members"});
  add("out", "DIR",
      {"结果目录，默认 runs/<研究代码>；各份在 DIR.shards，各机都要看到",
       "result folder, default runs/<id of the study>; shares lie in DIR.shards, which all machines see"});
  add("scripts", "DIR", {"脚本目录，默认 <结果目录>.jobs", "folder of the scripts, default <result folder>.jobs"});
  add("cpus", "C", {"每份的处理器数，默认 1", "processors of a share, default 1"});
  add("memory", "MB", {"每个处理器的内存，默认 1000", "memory for each of them, default 1000"});
  add("time", "HH:MM:SS", {"一份的时限，默认 24:00:00", "limit of a share, default 24:00:00"});
  add("partition", "NAME", {"分区或队列", "partition or queue"});
  add("program", "FILE", {"作业启动的程序，默认本程序", "program that the jobs start, default this one"});
  options.add_options()("force", say({"替换已有的脚本", "replace scripts that exist"}).c_str());
  return options;
}

study::JobSystem system_of(const std::string& word) {
  if (word == "slurm") return study::JobSystem::slurm;
  if (word == "pbs") return study::JobSystem::pbs;
  if (word == "parallel") return study::JobSystem::parallel;
  throw UsageError{fmt::format(
      fmt::runtime(say({"没有作业系统 {}：只接受 slurm pbs parallel", "no batch system {}: one of slurm pbs parallel"})), word)};
}

fs::path in_full(const fs::path& path) { return study::by_name(fs::absolute(path).lexically_normal()); }

study::JobsRequest jobs_of(const po::variables_map& values, const study::StudyFile& study) {
  const auto text = [&](const char* option, const std::string& other) {
    return values.count(option) != 0 ? values[option].as<std::string>() : other;
  };
  const auto number = [&](const char* option, int other) {
    const auto given = whole_number(values, option, 1, kMost);
    return given ? static_cast<int>(*given) : other;
  };
  const auto& words = values["arguments"].as<std::vector<std::string>>();
  study::JobsRequest request;
  request.system = system_of(words[0]);
  request.study = in_full(words[1]);
  request.program = values.count("program") != 0 ? in_full(text("program", "")) : study::own_program();
  request.out = in_full(text("out", "runs/" + study.id));
  request.scripts = in_full(text("scripts", request.out.string() + ".jobs"));
  if (values.count("shards") == 0) throw UsageError{say({"缺少 --shards N：分成几份", "--shards N is missing: into how many shares"})};
  request.shards = number("shards", 1);
  request.cpus = number("cpus", request.cpus);
  request.memory_mb = number("memory", request.memory_mb);
  request.time = text("time", request.time);
  request.partition = text("partition", "");
  return request;
}

/// Shares beyond the members would have nothing to do.
void check_shards(const study::JobsRequest& request, const study::StudyFile& study) {
  std::vector<Words> reasons = study::reasons_against(request);
  if (request.shards > study.members)
    reasons.push_back(both("--shards {}：多于成员数 {}", "--shards {}: more than there are members, {}", request.shards, study.members));
  if (!reasons.empty()) throw Refused{reasons};
}

void write(const study::JobsRequest& request, const std::vector<study::Script>& scripts, study::Replace replace) {
  std::vector<Words> reasons;
  for (const study::Script& script : scripts) {
    const fs::path file = request.scripts / script.name;
    if (fs::exists(file) && replace == study::Replace::no)
      reasons.push_back(both("{} 已存在；--force 替换", "{} exists; --force replaces it", file.string()));
  }
  if (!reasons.empty()) throw Refused{reasons};
  fs::create_directories(request.scripts);
  for (const study::Script& script : scripts) replace_file(request.scripts / script.name, script.text);
}

ExitCode jobs(const po::variables_map& values) {
  Problems problems;
  const study::StudyFile file = study::read_study(values["arguments"].as<std::vector<std::string>>()[1], problems);
  if (!problems.empty()) throw study::WrongScenario{problems};
  const study::JobsRequest request = jobs_of(values, file);
  check_shards(request, file);
  const std::vector<study::Script> scripts = study::job_scripts(request, file);
  write(request, scripts, values.count("force") != 0 ? study::Replace::yes : study::Replace::no);
  fmt::print(fmt::runtime(say({"脚本：{}\n启动：sh {}\n", "scripts: {}\nto start: sh {}\n"})), request.scripts.string(),
             (request.scripts / scripts.front().name).string());
  return ExitCode::done;
}

}  // namespace

Command jobs_command() {
  Command command;
  command.name = "jobs";
  command.usage = "jobs slurm|pbs|parallel STUDY.toml --shards N [options]";
  command.summary = {"写出在集群（Slurm、PBS）或用 GNU parallel 分份做研究的脚本",
                     "write scripts that run the shares of a study on a cluster (Slurm, PBS) or by GNU parallel"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, jobs_options(), {"slurm|pbs|parallel", "STUDY.toml"}).parse(words);
    return values ? jobs(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
