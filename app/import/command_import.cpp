#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/import/import_kinds.hpp"
#include "app/options.hpp"
#include "sim/core/text.hpp"

namespace railshift::app {
namespace {

void print_kinds(const Command& command) {
  fmt::print("railshift {}\n{}\n\n", command.usage, say(command.summary));
  for (const Command& kind : import_kinds()) fmt::print("  railshift {:<46} {}\n", kind.usage, say(kind.summary));
  fmt::print("\n{}\n", say({"railshift import KIND --help 查看选项；--lang zh|en 选择语言",
                            "railshift import KIND --help shows the options; --lang zh|en sets the language"}));
}

[[noreturn]] void unknown_kind(const std::string& word) {
  std::vector<std::string> names;
  for (const Command& kind : import_kinds()) names.push_back(kind.name);
  const auto near = nearest(word, names);
  throw UsageError{fmt::format(fmt::runtime(say({"不能导入 {}；可导入：{}{}", "import knows no {}; it knows: {}{}"})), word,
                               fmt::join(names, ", "),
                               near ? fmt::format(fmt::runtime(say({"；是否想用 {}", "; did you mean {}"})), *near) : "")};
}

}  // namespace

std::vector<Command> import_kinds() { return {import_xlsx(), import_gate(), import_register(), import_rail_monthly()}; }

Command import_command() {
  Command command;
  command.name = "import";
  command.usage = "import KIND FILE [options]";
  command.summary = {"把别处的数据读进情景", "data from elsewhere into a scenario"};
  command.run = [command](const std::vector<std::string>& words) {
    if (words.empty()) {
      throw UsageError{fmt::format(fmt::runtime(say({"缺少种类。用法：railshift {}", "which kind? Usage: railshift {}"})), command.usage)};
    }
    if (words[0].starts_with("-")) {
      // lets --help and --lang in any order be parsed, and everything else be refused as an unknown option
      const boost::program_options::options_description none;
      for (const std::string& word : words) {
        if (word != "--help" && word != "-h") continue;
        print_kinds(command);
        return ExitCode::done;
      }
      (void)CommandLine(command, none, {"KIND", "FILE"}).parse(words);
    }
    for (const Command& kind : import_kinds()) {
      if (kind.name == words[0]) return kind.run({words.begin() + 1, words.end()});
    }
    unknown_kind(words[0]);
  };
  return command;
}

}  // namespace railshift::app
