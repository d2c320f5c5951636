#include <cmath>

#include <fmt/format.h>

#include "analysis/metrics/compare.hpp"
#include "analysis/metrics/metric_columns.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "study/output_file.hpp"
#include "study/stored_run.hpp"
#include "study/text_file.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

analysis::MetricTable metrics_of(const ledger::RunFile& file) {
  const World world = study::world_of(file);
  return analysis::measure(world, file.ledger, {world.settings.id, file.request.layer, file.request.variant, 1});
}

void print_largest(std::vector<analysis::ComparisonRow> rows) {
  std::erase_if(rows, [](const auto& r) { return !r.percent || std::abs(*r.percent) < 0.05; });
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return std::abs(*a.percent) > std::abs(*b.percent); });
  if (rows.size() > 25) rows.resize(25);
  for (const auto& r : rows) {
    fmt::print("{:<24} {:<60} {} {:>14.4g} {:>14.4g} {:>+8.1f} % {}\n", r.key.metric, analysis::scope_words(r.key), r.key.period, *r.first,
               *r.second, *r.percent, r.key.unit);
  }
}

}  // namespace

Command compare_command() {
  Command command;
  command.name = "compare";
  command.usage = "compare RUN RUN [--out FILE]";
  command.summary = {"比较两次运行的年度指标", "compare the yearly metrics of two runs"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("out", po::value<std::string>()->value_name("FILE"), say({"写成 CSV", "write a CSV file"}).c_str());
    const auto values = CommandLine(command, options, {"RUN", "RUN"}).parse(words);
    if (!values) return ExitCode::done;
    if (values->count("out") != 0) study::check_file("out", (*values)["out"].as<std::string>());
    const auto& runs = (*values)["arguments"].as<std::vector<std::string>>();
    const auto rows = analysis::compare(metrics_of(study::open_run(runs[0])), metrics_of(study::open_run(runs[1])));
    if (values->count("out") != 0) {
      study::write_text((*values)["out"].as<std::string>(), analysis::to_csv(rows, "first", "second"));
    }
    print_largest(rows);
    return ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
