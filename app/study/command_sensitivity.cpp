#include <chrono>

#include <fmt/format.h>

#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "sim/core/files/pending_file.hpp"
#include "study/sensitivity/sensitivity_study.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

po::options_description sensitivity_options() {
  po::options_description options;
  options.add_options()("verdict", po::value<std::string>()->value_name("ID"),
                        say({"目标编号（必填）", "id of the target (required)"}).c_str())(
      "inputs", po::value<std::vector<std::string>>()->composing()->value_name("PATTERN"),
      say({"只变动这些输入，如 'sidings.*'，可重复", "move these inputs only, such as 'sidings.*'; may be repeated"}).c_str())(
      "limit", po::value<std::string>()->value_name("N"), say({"最多变动几个输入，默认 24", "inputs to move at most, default 24"}).c_str())(
      "jobs", po::value<std::string>()->value_name("J"),
      say({"同时运行的进程数，默认为处理器数", "processes at a time, default the number of processors"}).c_str())(
      "out", po::value<std::string>()->value_name("FILE"), say({"排序写成 CSV", "write the ranking as CSV"}).c_str())(
      "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
  add_changes(options);
  add_until(options);
  return options;
}

/// What is asked, of whom, and how it stands without any change.
void print_as_given(const study::Sensitivities& found) {
  const analysis::Verdict& v = found.as_given;
  fmt::print(fmt::runtime(say({"{}（条款 {}）：{}\n按现有输入 {}，余量 {}\n\n", "{} (clause {}): {}\nas given {}, margin {}\n\n"})),
             v.target, v.clause, analysis::metric_reading(to_text(v.metric), v.scope, found.names, language()),
             analysis::figure_text_beside(v.value, v.threshold, v.unit, language()),
             analysis::difference_text(v.margin, v.unit, language()));
}

void print_ranking(const study::Sensitivities& found) {
  using analysis::Align;
  const std::string& unit = found.as_given.unit;
  analysis::TextTable table(
      {Align::right, Align::left, Align::right, Align::right, Align::right, Align::right, Align::right, Align::left, Align::left});
  table.row({std::string("#"), say({"输入", "input"}), say({"下限", "low"}), say({"上限", "high"}), say({"下限余量", "margin low"}),
             say({"上限余量", "margin high"}), say({"影响", "reach"}), say({"翻转", "flips"}), say({"通常掌握单位", "who has it"})});
  int place = 0;
  for (const study::SensitivityRow& r : found.rows) {
    const std::optional<double> reach = r.reach < 0.0 ? std::nullopt : std::optional<double>(r.reach);
    table.row({std::to_string(++place), r.input.path, r.input.low, r.input.high, analysis::difference_text(r.low.margin, unit, language()),
               analysis::difference_text(r.high.margin, unit, language()), analysis::distance_text(reach, unit, language()),
               r.low.flips || r.high.flips ? say({"是", "yes"}) : std::string{}, say(r.office)});
    for (const study::Moved* m : {&r.low, &r.high}) {
      if (!m->refused.empty()) table.line("     " + say({"情景不接受：", "refused: "}) + say(m->refused));
    }
  }
  fmt::print("{}", table.text());
}

void print(const study::Sensitivities& found, double seconds) {
  print_as_given(found);
  if (!found.rows.empty()) print_ranking(found);
  fmt::print(fmt::runtime(say({"\n{} 次模拟，{:.0f} 秒；变动了 {} / {} 个有区间的输入，种子相同\n",
                               "\n{} runs, {:.0f} s; {} of {} inputs with a range were moved, same seed\n"})),
             found.runs, seconds, found.rows.size(), found.inputs_found);
}

study::SensitivityRequest sensitivity_request(const po::variables_map& values) {
  study::SensitivityRequest request;
  request.common = study_request(values);
  if (values.count("verdict") != 0) request.verdict = values["verdict"].as<std::string>();
  if (values.count("inputs") != 0) request.patterns = values["inputs"].as<std::vector<std::string>>();
  if (const auto limit = whole_number(values, "limit", 1, kMostAtATime)) request.limit = static_cast<int>(*limit);
  return request;
}

study::Sensitivities simulate(const study::SensitivityRequest& request) {
  std::optional<Progress> shown;
  return study::sensitivity(request, watch_on(shown, {"sensitivity"}, [](const auto& start) {
                              return fmt::format(fmt::runtime(say({"敏感性（{} 次模拟）", "sensitivity ({} runs)"})), start.runs);
                            }));
}

ExitCode sensitivity(const po::variables_map& values) {
  const study::SensitivityRequest request = sensitivity_request(values);
  const auto start = std::chrono::steady_clock::now();
  const study::Sensitivities found = simulate(request);
  print(found, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  if (!request.common.out.empty()) replace_file(request.common.out, study::to_csv(found.rows, language()));
  return ExitCode::done;
}

}  // namespace

Command sensitivity_command() {
  Command command;
  command.name = "sensitivity";
  command.usage = "sensitivity DIR --verdict ID [options]";
  command.summary = {"逐个变动输入，看结论取决于哪些数", "which numbers a verdict hangs on"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, sensitivity_options(), {"DIR"}).parse(words);
    return values ? sensitivity(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
