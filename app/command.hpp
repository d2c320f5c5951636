#pragma once
/// A sub-command, in the manner of git: `railshift <command> [options]`.
#include <functional>
#include <string>
#include <vector>

#include "app/exit_code.hpp"
#include "app/words.hpp"

namespace railshift::app {

/// A wrong command line: what stands there and what would be accepted, in the user's language.
struct UsageError {
  std::string message;
};

/// One sub-command.
struct Command {
  std::string name;
  Words summary;
  std::string usage;  ///< "run DIR [options]"
  std::function<ExitCode(const std::vector<std::string>&)> run;
};

}  // namespace railshift::app
