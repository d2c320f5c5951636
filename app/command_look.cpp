#include <fmt/format.h>

#include "analysis/look/output/page.hpp"
#include "analysis/look/output/summary.hpp"
#include "analysis/look/output/workbook.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/progress.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/files/pending_file.hpp"
#include "sim/scenario/workbook/whole_workbook.hpp"
#include "study/output_file.hpp"
#include "study/run_folder.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace fs = std::filesystem;
namespace look = analysis::look;
namespace {

po::options_description look_options() {
  po::options_description options;
  options.add_options()("to", po::value<std::string>()->value_name("html|xlsx"),
                        say({"另写网页或工作簿", "also write a page or a workbook"}).c_str())(
      "out", po::value<std::string>()->value_name("FILE"),
      say({"文件名，默认 <目录名>-look.html 或 .xlsx", "file name, default <folder>-look.html or .xlsx"}).c_str())(
      "force", say({"替换已有的文件", "replace a file that exists"}).c_str());
  add_layer(options);
  add_changes(options);
  return options;
}

std::string marked(look::Severity severity, const std::string& word) {
  std::string shown = "[" + word + "]";
  if (!colours_wanted()) return shown;
  switch (severity) {
    case look::Severity::wrong:
      return "\033[31m" + shown + "\033[0m";
    case look::Severity::doubtful:
      return "\033[33m" + shown + "\033[0m";
    case look::Severity::note:
      break;
  }
  return shown;
}

/// The format, or nothing. --out alone says it by its ending.
std::string format_of(const po::variables_map& values) {
  std::string format;
  if (values.count("to") != 0)
    format = values["to"].as<std::string>();
  else if (values.count("out") != 0)
    format = fs::path(values["out"].as<std::string>()).extension() == ".xlsx" ? "xlsx" : "html";
  if (!format.empty() && format != "html" && format != "xlsx")
    throw UsageError{fmt::format(fmt::runtime(say({"--to {}：只接受 html 或 xlsx", "--to {}: html or xlsx"})), format)};
  return format;
}

fs::path file_for(const po::variables_map& values, const fs::path& folder, const std::string& format) {
  if (values.count("out") != 0) return values["out"].as<std::string>();
  return study::by_name(folder).filename().string() + "-look." + format;
}

void replace_with_workbook(const fs::path& place, const World& world, const look::Look& seen) {
  PendingFile workbook(place);
  const std::size_t cells = look::write_workbook(world, seen, language(), workbook.unfinished().string());
  if (cells == 0) throw Failed(both("无法写入 {}", "cannot write {}", place.string()));
  scenario::require_whole_workbook(workbook.unfinished(), cells);
  workbook.take_place();
}

ExitCode take_look(const po::variables_map& values) {
  const fs::path folder = values["arguments"].as<std::vector<std::string>>()[0];
  const std::string format = format_of(values);
  const fs::path file = format.empty() ? fs::path() : file_for(values, folder, format);
  scenario::LoadRequest request;
  request.layer = layer_of(values["layer"].as<std::string>());
  if (values.count("variant") != 0) request.variant = values["variant"].as<std::string>();
  if (!file.empty()) {
    const study::Replace replace = values.count("force") != 0 ? study::Replace::yes : study::Replace::no;
    study::check_file("out", file, {scenario::input_paths(folder, request.variant), replace, std::string(look::kPageMark)});
  }
  if (values.count("set") != 0) request.set = settings_of(values["set"].as<std::vector<std::string>>());
  const auto loaded = load_or_explain(folder, request);
  if (!loaded) return ExitCode::bad_input;
  const World& world = *loaded->world;
  const look::Look seen = look::look_at(world, loaded->unusual);
  fmt::print("{}", look::summary(world, seen, language(), marked));
  if (file.empty()) return ExitCode::done;
  if (format == "html") replace_file(file, look::page(world, seen, language()));
  if (format == "xlsx") replace_with_workbook(file, world, seen);
  fmt::print(fmt::runtime(say({"\n写入 {}\n", "\nwritten: {}\n"})), file.string());
  return ExitCode::done;
}

}  // namespace

Command look_command() {
  Command command;
  command.name = "look";
  command.usage = "look DIR [options]";
  command.summary = {"运行之前看数据：平衡、运距、车辆、铁路、红旗",
                     "the data before any run: balances, hauls, trucks, railway, red flags"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, look_options(), {"DIR"}).parse(words);
    return values ? take_look(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
