#include <fmt/format.h>

#include "analysis/audit/audit.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "sim/ledger/run_file.hpp"
#include "study/run_folder.hpp"
#include "study/stored_run.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

void print_result(const analysis::AuditResult& result) {
  for (const std::string& identity : result.identities) fmt::print("  {}\n", identity);
  fmt::print("{}\n", say({"没有恒等式覆盖的列：", "columns that no identity covers:"}));
  for (const std::string& column : result.uncovered) fmt::print("  {}\n", column);
  for (const analysis::Breach& b : result.breaches) {
    fmt::print(fmt::runtime(say({"不成立：表 {} 月份 {} {}：{}，差 {} {}\n", "broken: table {} month {} {}: {}, residual {} {}\n"})),
               b.table, b.month, b.key, b.identity, b.residual, b.unit);
  }
}

/// run.gpkg holds the first replication; metrics.csv has all.
analysis::MetricTable of_the_first_run(analysis::MetricTable metrics) {
  std::erase_if(metrics, [](const analysis::MetricRow& row) { return row.replication != 1; });
  return metrics;
}

}  // namespace

Command audit_command() {
  Command command;
  command.name = "audit";
  command.usage = "audit RUN";
  command.summary = {"由结果表重新核对守恒关系和已公布的排放量", "check a run's conservation laws and its exhaust again from its tables"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, {}, {"RUN"}).parse(words);
    if (!values) return ExitCode::done;
    const std::filesystem::path run = (*values)["arguments"].as<std::vector<std::string>>()[0];
    const ledger::RunFile file = study::open_run(run);
    const analysis::AuditResult result = analysis::audit(study::world_of(file), file.ledger, of_the_first_run(study::read_metrics(run)));
    print_result(result);
    if (!result.breaches.empty()) return ExitCode::failed;
    fmt::print("{}\n", say({"全部恒等式成立", "every identity holds"}));
    return ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
