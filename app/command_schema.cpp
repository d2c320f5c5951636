#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "sim/scenario/schema/schema_json.hpp"
#include "sim/scenario/schema/schema_markdown.hpp"

namespace railshift::app {
namespace po = boost::program_options;

Command schema_command() {
  Command command;
  command.name = "schema";
  command.usage = "schema [--json]";
  command.summary = {"输入表结构（由读取程序本身生成）", "the input tables, from what the loader itself uses"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    options.add_options()("json", say({"scenario.toml 的 JSON Schema", "JSON Schema of scenario.toml"}).c_str());
    const auto values = CommandLine(command, options, {}).parse(words);
    if (values) fmt::print("{}", values->count("json") != 0 ? scenario::schema_json() : scenario::schema_markdown());
    return ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
