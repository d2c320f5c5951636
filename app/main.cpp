/// railshift: sub-commands as in git. Nothing here but finding the command and turning what went wrong into exit codes.
#include <csignal>
#include <cstdio>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/scenario_input.hpp"
#include "sim/core/contract.hpp"
#include "sim/core/failed.hpp"
#include "sim/core/text.hpp"
#include "study/refused.hpp"
#include "study/version.hpp"

namespace {

using namespace railshift;
using namespace railshift::app;

std::vector<Command> all_commands() {
  return {check_command(),   look_command(),   coverage_command(), diff_command(),   run_command(),         assess_command(),
          compare_command(), report_command(), audit_command(),    schema_command(), sensitivity_command(), study_command(),
          merge_command(),   jobs_command(),   track_command(),    export_command(), import_command(),      new_command(),
          explain_command(), rerun_command(),  doctor_command(),   chains_command()};
}

void print_overview(const std::vector<Command>& commands) {
  fmt::print("{}\n\n", say({"railshift - 公转铁与货运车队离散事件模拟",
                            "railshift - discrete-event simulation of freight fleets and the shift from road to rail"}));
  for (const Command& c : commands) fmt::print("  railshift {:<46} {}\n", c.usage, say(c.summary));
  fmt::print("\n{}\n", say({"railshift <命令> --help 查看选项；--version 查看版本",
                            "railshift <command> --help shows the options; --version the version"}));
}

int unknown_command(const std::string& word, const std::vector<Command>& commands) {
  std::vector<std::string> names;
  for (const Command& c : commands) names.push_back(c.name);
  const auto near = nearest(word, names);
  fmt::print(
      stderr, "railshift: {}\n",
      near ? fmt::format(fmt::runtime(say({"没有命令 {}；是否想用 {}", "no command {}; did you mean {}"})), word, *near)
           : fmt::format(fmt::runtime(say({"没有命令 {}；railshift --help 列出全部命令", "no command {}; railshift --help lists them"})),
                         word));
  return static_cast<int>(ExitCode::bad_input);
}

/// Help texts are words too: the language must stand before any option is described.
void note_language(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--lang=en" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en")) set_language(Language::en);
    if (words[i] == "--lang=zh" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "zh")) set_language(Language::zh);
  }
}

/// --lang may stand before the command too; it is then taken as if it stood at the end.
std::vector<std::string> command_first(const std::vector<std::string>& words) {
  std::size_t leading = 0;
  while (leading < words.size() && (words[leading] == "--lang" || words[leading].starts_with("--lang=")))
    leading += words[leading] == "--lang" ? 2 : 1;
  if (leading == 0 || leading >= words.size()) return words;
  std::vector<std::string> out(words.begin() + static_cast<std::ptrdiff_t>(leading), words.end());
  out.insert(out.end(), words.begin(), words.begin() + static_cast<std::ptrdiff_t>(leading));
  return out;
}

/// Says that the user ended it and what is left.
void print_interrupted(const study::Interrupted& interrupted) {
  if (interrupted.left.empty()) {
    fmt::print(stderr, "{}\n", say({"已中断，没有结果；可重新运行", "interrupted, without a result; run it again"}));
    return;
  }
  fmt::print(stderr, fmt::runtime(say({"已中断；{} 不是结果，可重新运行\n", "interrupted; {} is no result, run it again\n"})),
             interrupted.left.string());
  if (interrupted.whole_parts == 0) return;
  fmt::print(
      stderr,
      fmt::runtime(say({"已完成的 {} 次重复留在其中，重新运行时不再模拟\n", "{} whole replications are kept there and not run again\n"})),
      interrupted.whole_parts);
}

int dispatch(const std::vector<std::string>& given) {
  note_language(given);
  const auto commands = all_commands();
  const std::vector<std::string> words = command_first(given);
  if (words.empty() || words[0] == "--help" || words[0] == "-h" || words[0] == "help") {
    print_overview(commands);
    return words.empty() ? static_cast<int>(ExitCode::bad_input) : 0;
  }
  if (words[0] == "--version") {
    fmt::print("railshift {}\n", study::kVersion);
    return 0;
  }
  for (const Command& c : commands) {
    if (c.name == words[0]) return static_cast<int>(c.run({words.begin() + 1, words.end()}));
  }
  if (words[0].starts_with("--lang")) {
    print_overview(commands);
    return static_cast<int>(ExitCode::bad_input);
  }
  return unknown_command(words[0], commands);
}

/// What was printed must have gone out: a full disk behind `> FILE` is an error too.
int with_output_written(int code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return code;
  fmt::print(stderr, "railshift: {}\n", say({"无法写出屏幕输出", "the output could not be written"}));
  return code == static_cast<int>(ExitCode::done) ? static_cast<int>(ExitCode::failed) : code;
}

}  // namespace

int main(int argc, char** argv) {
  std::signal(SIGXFSZ, SIG_IGN);  // a limit on file sizes shall be a failed write with a message, as a full disk is
  try {
    return with_output_written(dispatch({argv + 1, argv + argc}));
  } catch (const UsageError& e) {
    fmt::print(stderr, "railshift: {}\n", e.message);
    return static_cast<int>(ExitCode::bad_input);
  } catch (const study::Refused& refused) {
    for (const Words& reason : refused.reasons) fmt::print(stderr, "railshift: {}\n", say(reason));
    return static_cast<int>(ExitCode::bad_input);
  } catch (const study::WrongScenario& wrong) {
    print_problems(wrong.problems);
    return static_cast<int>(ExitCode::bad_input);
  } catch (const study::Interrupted& interrupted) {
    print_interrupted(interrupted);
    return static_cast<int>(ExitCode::interrupted);
  } catch (const std::exception& e) {
    fmt::print(stderr, "railshift: {}\n", say(words_of(e)));
    return static_cast<int>(ExitCode::failed);
  }
}
