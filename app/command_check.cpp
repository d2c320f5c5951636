#include <fmt/format.h>

#include "analysis/across/across.hpp"
#include "app/commands.hpp"
#include "app/options.hpp"
#include "app/scenario_input.hpp"
#include "app/several_scenarios.hpp"
#include "sim/scenario/check/check_report.hpp"
#include "sim/scenario/uncertainty/uncertainty_report.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

scenario::LoadRequest check_request(const po::variables_map& values) {
  scenario::LoadRequest request;
  request.layer = layer_of(values["layer"].as<std::string>());
  if (values.count("variant") != 0) request.variant = values["variant"].as<std::string>();
  if (values.count("set") != 0) request.set = settings_of(values["set"].as<std::vector<std::string>>());
  return request;
}

ExitCode check_one(const std::string& folder, const scenario::LoadRequest& request) {
  const auto loaded = load_or_explain(folder, request);
  if (!loaded) return ExitCode::bad_input;
  fmt::print("{}{}", scenario::check_report(*loaded->world, language()), scenario::uncertainty_report(loaded->uncertainty, language()));
  return ExitCode::done;
}

/// Each as it is checked alone; then across them, if all are sound.
ExitCode check_all(const std::vector<std::string>& folders, const scenario::LoadRequest& request) {
  if (request.variant || !request.set.empty())
    throw UsageError{say({"--variant 和 --set 改的是一个情景的行；多个目录时不能用",
                          "--variant and --set change rows of one scenario; "
                          "they cannot be given with several folders"})};
  refuse_twice(folders);
  std::vector<World> worlds;
  for (const std::string& folder : folders) {
    auto loaded = load_or_explain(folder, request);
    if (!loaded) continue;
    fmt::print("{}{}\n", scenario::check_report(*loaded->world, language()), scenario::uncertainty_report(loaded->uncertainty, language()));
    worlds.push_back(std::move(*loaded->world));
  }
  if (worlds.size() < folders.size()) {
    fmt::print(stderr, "{}\n",
               say({"各情景之间未核对：先改正以上错误", "nothing was compared across the folders: correct these errors first"}));
    return ExitCode::bad_input;
  }
  const std::vector<std::string> labels = labels_of(folders, worlds);
  std::vector<analysis::across::City> cities;
  for (std::size_t i = 0; i < worlds.size(); ++i) cities.push_back({labels[i], &worlds[i]});
  fmt::print("{}", analysis::across::across_report(cities, language()));
  return ExitCode::done;
}

}  // namespace

Command check_command() {
  Command command;
  command.name = "check";
  command.usage = "check DIR... [options]";
  command.summary = {"检查情景：一次列出全部错误，否则给出平衡表；多个情景时还列出两市重复计入的运量",
                     "check a scenario: every error at once, else its balances; of several also what two of them both count"};
  command.run = [command](const std::vector<std::string>& words) {
    po::options_description options;
    add_layer(options);
    add_changes(options);
    const auto values = CommandLine(command, options, {"DIR..."}).parse(words);
    if (!values) return ExitCode::done;
    const scenario::LoadRequest request = check_request(*values);
    const auto folders = (*values)["arguments"].as<std::vector<std::string>>();
    return folders.size() == 1 ? check_one(folders[0], request) : check_all(folders, request);
  };
  return command;
}

}  // namespace railshift::app
