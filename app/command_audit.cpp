#include <exception>
#include <optional>

#include <fmt/format.h>

#include "analysis/audit/audit.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "sim/core/failed.hpp"
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

void print_files(const Words& what, const std::vector<std::string>& names) {
  for (const std::string& name : names) fmt::print("{}{}\n", say(what), name);
}

/// Every file against manifest.json.
void print_alterations(const study::Alterations& found) {
  if (found.manifest != study::Seal::sound) fmt::print("{}\n", say({"已改动：manifest.json", "altered: manifest.json"}));
  print_files({"缺少文件：", "missing: "}, found.files.missing);
  print_files({"已改动：", "altered: "}, found.files.changed);
  print_files({"不是运行写出的文件：", "not written by the run: "}, found.files.unknown);
  if (found.none()) fmt::print("{}\n", say({"全部文件与写出时相同", "every file is as it was written"}));
}

/// What the run published, if it can still be read; that a file is altered or missing has been said.
std::optional<analysis::MetricTable> published_by(const std::filesystem::path& run) {
  try {
    return of_the_first_run(study::read_metrics(run));
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

/// The tables of a run against their hashes, its conservation laws, and what it published of exhaust if that can be read.
bool holds(const std::filesystem::path& run, const std::optional<analysis::MetricTable>& published) {
  const ledger::RunFile file = ledger::read_run_file(run / "run.gpkg");
  const std::vector<std::string> altered = study::altered_tables(run, file);
  print_files({"已改动：run.gpkg 的表 ", "altered: table of run.gpkg "}, altered);
  const World world = study::world_of(file);
  const analysis::AuditResult result = published ? analysis::audit(world, file.ledger, *published) : analysis::audit(world, file.ledger);
  print_result(result);
  if (result.breaches.empty()) fmt::print("{}\n", say({"全部恒等式成立", "every identity holds"}));
  return result.breaches.empty() && altered.empty();
}

/// The same of a run that may be damaged so much that it cannot be read.
bool can_be_read_and_holds(const std::filesystem::path& run) {
  try {
    return holds(run, published_by(run));
  } catch (const std::exception& error) {
    fmt::print("{}{}\n", say({"无法核对：", "cannot be audited: "}), say(words_of(error)));
    return false;
  }
}

ExitCode audit(const std::filesystem::path& folder) {
  const study::Alterations found = study::alterations_of(folder);
  print_alterations(found);
  bool sound = found.none();
  for (const std::string& run : found.runs) {
    if (!run.empty()) fmt::print("{}:\n", run);
    sound = can_be_read_and_holds(folder / run) && sound;
  }
  return sound ? ExitCode::done : ExitCode::failed;
}

}  // namespace

Command audit_command() {
  Command command;
  command.name = "audit";
  command.usage = "audit RUN";
  command.summary = {"核对结果的每个文件，并由结果表重新核对守恒关系和已公布的排放量",
                     "check every file of a result, and its conservation laws and exhaust again from the tables"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, {}, {"RUN"}).parse(words);
    if (!values) return ExitCode::done;
    return audit((*values)["arguments"].as<std::vector<std::string>>()[0]);
  };
  return command;
}

}  // namespace railshift::app
