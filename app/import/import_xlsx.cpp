#include <filesystem>

#include <fmt/format.h>

#include "app/import/import_kinds.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/files/joint_replacement.hpp"
#include "sim/scenario/workbook/import_workbook.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

using scenario::ImportedTable;
using scenario::ImportedWorkbook;

fs::path target(const fs::path& folder, const ImportedTable& table) { return (folder / table.key).lexically_normal(); }

void write_tables(FolderChange& change, const std::vector<ImportedTable>& tables) {
  std::vector<NewFile> files;
  for (const ImportedTable& table : tables) {
    if (!table.same) files.push_back({table.key, table.bytes});
  }
  change.replace(files);
}

void print_summary(const fs::path& folder, const ImportedWorkbook& imported) {
  int same = 0;
  for (const ImportedTable& table : imported.tables) {
    if (table.same) {
      ++same;
      continue;
    }
    fmt::print(
        fmt::runtime(say({"{}（{}）：新增 {} 行，改动 {} 行，删除 {} 行{}\n", "{} ({}): {} rows added, {} changed, {} removed{}\n"})),
        table.sheet, target(folder, table).generic_string(), table.added, table.changed, table.removed,
        table.shared ? say({"。这是共用参数，用同一文件夹的其他情景也随之改变",
                            "; shared parameters: they change for every scenario that uses this folder"})
                     : "");
  }
  fmt::print(fmt::runtime(say({"{} 张表没有改动，文件未动\n", "{} table(s) say what they said before and were not touched\n"})), same);
  if (!imported.without_sheet.empty()) {
    fmt::print(fmt::runtime(say({"工作簿中没有工作表，保持原样：{}\n", "no sheet in the workbook, left as they are: {}\n"})),
               fmt::join(imported.without_sheet, ", "));
  }
  if (!imported.unknown_sheets.empty()) {
    fmt::print(fmt::runtime(say({"没有读的工作表（名称不是数据表）：{}\n", "sheets that were not read (not the name of a table): {}\n"})),
               fmt::join(imported.unknown_sheets, ", "));
  }
  if (imported.formulas > 0) {
    fmt::print(fmt::runtime(say({"{} 个公式按保存时的结果读取\n", "{} formula(s) were read as the value stored with them\n"})),
               imported.formulas);
  }
}

ExitCode import_into(const fs::path& workbook, const fs::path& folder) {
  std::optional<FolderChange> change;  // what is no folder is refused below, with the files that it lacks
  if (fs::is_directory(folder)) change.emplace(folder);
  Problems problems;
  const scenario::Files files = scenario::read_files(folder, std::nullopt, problems);
  if (!problems.empty()) {  // a table under another name would get a second one beside it
    print_problems(problems);
    return ExitCode::bad_input;
  }
  const ImportedWorkbook imported = scenario::import_workbook(files, workbook);
  if (!imported.problems.empty()) {
    for (const std::string& line : scenario::messages(imported, language())) fmt::print(stderr, "{}\n", line);
    if (!imported.unknown_sheets.empty()) {
      fmt::print(stderr,
                 fmt::runtime(say({"没有读的工作表（名称不是数据表）：{}\n", "sheets that were not read (not the name of a table): {}\n"})),
                 fmt::join(imported.unknown_sheets, ", "));
    }
    fmt::print(stderr, fmt::runtime(say({"共 {} 处错误，未写任何文件\n", "{} error(s); nothing was written\n"})), imported.problems.size());
    return ExitCode::bad_input;
  }
  write_tables(*change, imported.tables);
  print_summary(folder, imported);
  return ExitCode::done;
}

}  // namespace

Command import_xlsx() {
  Command command;
  command.name = "xlsx";
  command.usage = "import xlsx FILE --into DIR";
  command.summary = {"把填好的工作簿写回情景的数据表", "a workbook that was filled, into the tables of a scenario"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("into", po::value<std::string>()->value_name("DIR"), say({"情景文件夹", "the scenario folder"}).c_str());
    const auto values = CommandLine(command, options, {"FILE"}).parse(words);
    if (!values) return ExitCode::done;
    if (values->count("into") == 0) throw UsageError{say({"缺少 --into DIR", "--into DIR is missing"})};
    return import_into((*values)["arguments"].as<std::vector<std::string>>()[0], (*values)["into"].as<std::string>());
  };
  return command;
}

}  // namespace railshift::app
