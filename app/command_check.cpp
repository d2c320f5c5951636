#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "sim/scenario/check/check_report.hpp"

namespace railshift::app {
namespace po = boost::program_options;

Command check_command() {
  Command command;
  command.name = "check";
  command.usage = "check DIR [options]";
  command.summary = {"检查情景：一次列出全部错误，否则给出平衡表", "check a scenario: every error at once, else its balances"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    add_layer(options);
    add_changes(options);
    const auto values = CommandLine(command, options, {"DIR"}).parse(words);
    if (!values) return ExitCode::done;
    scenario::LoadRequest request;
    request.layer = layer_of((*values)["layer"].as<std::string>());
    if (values->count("variant") != 0) request.variant = (*values)["variant"].as<std::string>();
    if (values->count("set") != 0) request.set = settings_of((*values)["set"].as<std::vector<std::string>>());
    const auto loaded = load_or_explain((*values)["arguments"].as<std::vector<std::string>>()[0], request);
    if (!loaded) return ExitCode::bad_input;
    fmt::print("{}", scenario::check_report(*loaded->world, language()));
    return ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
