#include <fmt/format.h>

#include "analysis/words/text_table.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/tools/optional_tools.hpp"
#include "study/version.hpp"

namespace railshift::app {
namespace {

constexpr int kVersionWidth = 44;

/// Fonts that are listed as none are as good as missing.
std::string state_of(const FoundTool& found) {
  if (found.program.empty()) return say({"没有", "missing"});
  return found.version ? analysis::cut(*found.version, kVersionWidth) : say({"有，未说版本", "there, says no version"});
}

ExitCode doctor() {
  fmt::print("railshift {}\n{}\n\n", study::kVersion,
             say({"下列程序都不是必需的；运行、评估、研究不需要其中任何一个",
                  "None of these programs is needed; run, assess and study do without them"}));
  analysis::TextTable table({analysis::Align::left, analysis::Align::left, analysis::Align::left});
  table.row({say({"工具", "tool"}), say({"版本", "version"}), say({"用于", "what it adds"})});
  for (const OptionalTool& tool : optional_tools()) table.row({tool.name, state_of(look_for(tool)), say(tool.unlocks)});
  fmt::print("{}", table.text());
  return ExitCode::done;
}

}  // namespace

Command doctor_command() {
  Command command;
  command.name = "doctor";
  command.usage = "doctor";
  command.summary = {"列出可选的外部工具、其版本和各自的用处", "list optional tools, their versions and what each adds"};
  command.run = [command](const std::vector<std::string>& words) {
    return CommandLine(command, {}, {}).parse(words) ? doctor() : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
