#include <fmt/format.h>

#include "analysis/audit/audit.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "sim/ledger/run_file.hpp"
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

}  // namespace

Command audit_command() {
  Command command;
  command.name = "audit";
  command.usage = "audit RUN";
  command.summary = {"由结果表重新核对守恒关系", "check a run's conservation laws again from its tables"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, {}, {"RUN"}).parse(words);
    if (!values) return ExitCode::done;
    const std::filesystem::path run = (*values)["arguments"].as<std::vector<std::string>>()[0];
    const ledger::RunFile file = study::open_run(run);
    const analysis::AuditResult result = analysis::audit(study::world_of(file), file.ledger);
    print_result(result);
    if (!result.breaches.empty()) return ExitCode::failed;
    fmt::print("{}\n", say({"全部恒等式成立", "every identity holds"}));
    return ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
