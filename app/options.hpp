#pragma once
/// Command lines in the manner of git: `railshift <command> [options]`, each with its own --help.
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "app/exit_code.hpp"
#include "app/words.hpp"

namespace railshift::app {

/// A wrong command line: what stands there and what would be accepted.
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

/// Parses `arguments` against options and positional names; throws UsageError in the user's language (unknown option with the nearest one,
/// missing positional, bad value). Every command gets --help and --lang.
class CommandLine {
 public:
  CommandLine(const Command& command, const boost::program_options::options_description& options, std::vector<std::string> positional);
  /// Nothing if --help was asked for (and printed).
  [[nodiscard]] std::optional<boost::program_options::variables_map> parse(const std::vector<std::string>& arguments) const;

 private:
  const Command& command_;
  boost::program_options::options_description options_;
  std::vector<std::string> positional_;
};

/// A number of at least 1 given with an option, or the other value; UsageError for less.
[[nodiscard]] int positive(const boost::program_options::variables_map& values, const std::string& option, int otherwise);
/// Processes at a time: --jobs, or as many as there are processors.
[[nodiscard]] int jobs_of(const boost::program_options::variables_map& values);

/// `path=value` pairs of --set; throws UsageError where the sign is missing.
[[nodiscard]] std::map<std::string, std::string> settings_of(const std::vector<std::string>& pairs);

}  // namespace railshift::app
