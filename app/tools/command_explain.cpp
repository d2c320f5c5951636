#include <map>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/tools/explanation_lines.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description explain_options() {
  po::options_description options;
  options.add_options()("format", po::value<std::string>()->default_value("text")->value_name("text|json"),
                        say({"text 供人阅读，json 供程序读取", "text for people, json for programs"}).c_str())(
      "all", say({"列出全部输入，不只每个文件前几个", "every input, not only the first few of each file"}).c_str());
  return options;
}

/// Metrics of the list by name, with how many rows each has.
void print_list(const study::trace::Explainable& all) {
  fmt::print("{}\n", say({"目标", "Targets"}));
  for (const std::string& target : all.targets) fmt::print("  {}\n", target);
  std::map<std::string, std::pair<std::string, std::size_t>> metrics;
  for (const std::string& name : all.metrics) {
    auto& [first, count] = metrics[name.substr(0, name.find('@'))];
    if (count++ == 0) first = name;
  }
  fmt::print("{}\n",
             say({"指标（指标@年份;范围，范围为 metrics.csv 的列）", "Metrics (METRIC@YEAR;scope, the scope in columns of metrics.csv)"}));
  for (const auto& [metric, example] : metrics)
    fmt::print(fmt::runtime(say({"  {}：{} 行，如 {}\n", "  {}: {} rows, such as {}\n"})), metric, example.second, example.first);
  if (!all.figures.empty())
    fmt::print(
        fmt::runtime(say({"报告中的数：{} 个（document.json 的 figures）\n", "Figures of the report: {} (figures of document.json)\n"})),
        all.figures.size());
}

void print_list_json(const study::trace::Explainable& all) {
  fmt::print("{}\n", nlohmann::ordered_json{{"targets", all.targets}, {"metrics", all.metrics}, {"figures", all.figures}}.dump(1));
}

ExitCode explain(const po::variables_map& values) {
  const auto& words = values["arguments"].as<std::vector<std::string>>();
  const bool json = one_of(values, "format", {"text", "json"}) == "json";
  if (words.size() == 1) {
    const study::trace::Explainable all = study::trace::explainable(words[0]);
    json ? print_list_json(all) : print_list(all);
    return ExitCode::done;
  }
  if (words.size() > 2) throw UsageError{say({"explain 一次解释一个数", "explain takes one figure at a time"})};
  const study::trace::Explanation way = study::trace::explain(words[0], words[1]);
  const HowMuch how_much = values.count("all") != 0 ? HowMuch::all : HowMuch::shortened;
  fmt::print("{}", json ? study::trace::to_json(way) : explanation_lines(way, how_much));
  return ExitCode::done;
}

}  // namespace

Command explain_command() {
  Command command;
  command.name = "explain";
  command.usage = "explain RUN [FIGURE] [options]";
  command.summary = {"一个数的来路：公式、结果行、输入行、来源、条款；不写 FIGURE 则列出可解释的数",
                     "where a figure comes from: formula, rows, inputs, sources, clauses; without FIGURE what can be explained"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, explain_options(), {"RUN [FIGURE]..."}).parse(words);
    return values ? explain(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
