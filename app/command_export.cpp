#include <filesystem>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/scenario/workbook/export_workbook.hpp"
#include "study/output_file.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;

namespace {

fs::path output_of(const po::variables_map& values) {
  if (values.count("to") == 0 || values["to"].as<std::string>() != "xlsx") {
    throw UsageError{say({"--to：写 --to xlsx", "--to: write --to xlsx"})};
  }
  if (values.count("out") == 0) throw UsageError{say({"缺少 --out FILE", "--out FILE is missing"})};
  fs::path out = values["out"].as<std::string>();
  const fs::path folder = values["arguments"].as<std::vector<std::string>>()[0];
  study::check_file("out", out,
                    {scenario::input_paths(folder, std::nullopt), values.count("force") != 0 ? study::Replace::yes : study::Replace::no});
  return out;
}

ExitCode export_to(const std::string& folder, const fs::path& out) {
  Problems problems;
  const scenario::Files files = scenario::read_files(folder, std::nullopt, problems);
  PendingFile workbook(out);
  const scenario::ExportedWorkbook exported = scenario::export_workbook(files, workbook.unfinished(), problems);
  if (!problems.empty()) {
    print_problems(problems);
    return ExitCode::bad_input;
  }
  workbook.take_place();
  fmt::print(fmt::runtime(say({"{} 张数据表、{} 行写入 {}；填写方法见工作表“读我”\n",
                               "{} tables with {} rows written to {}; its first sheet says how to fill them\n"})),
             exported.sheets, exported.rows, out.string());
  return ExitCode::done;
}

}  // namespace

Command export_command() {
  Command command;
  command.name = "export";
  command.usage = "export DIR --to xlsx --out FILE";
  command.summary = {"把情景的数据表写成工作簿，供填写", "the tables of a scenario as a workbook to fill"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("to", po::value<std::string>()->value_name("xlsx"), say({"格式", "format"}).c_str())(
        "out", po::value<std::string>()->value_name("FILE"), say({"工作簿文件", "the workbook"}).c_str())(
        "force", say({"覆盖已有的文件", "replace an existing file"}).c_str());
    const auto values = CommandLine(command, options, {"DIR"}).parse(words);
    if (!values) return ExitCode::done;
    return export_to((*values)["arguments"].as<std::vector<std::string>>()[0], output_of(*values));
  };
  return command;
}

}  // namespace railshift::app
