#pragma once
/// Options of a command line. The one header with Boost: only the files that parse include it.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "app/command.hpp"
#include "study/request.hpp"

namespace railshift::app {

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

/// The word given with an option; UsageError if it is none of these.
[[nodiscard]] std::string one_of(const boost::program_options::variables_map& values, const std::string& option,
                                 const std::vector<std::string>& accepted);

/// What a study is asked for: DIR and whichever of --layer, --variant, --set, --until, --seed, --kernel, --replications, --jobs, --trips,
/// --trains,
/// --out and --force the command has. UsageError for words that no scenario could take; study/request.hpp checks the rest.
[[nodiscard]] study::Request study_request(const boost::program_options::variables_map& values);

/// `path=value` pairs of --set; throws UsageError where the sign is missing.
[[nodiscard]] std::map<std::string, std::string> settings_of(const std::vector<std::string>& pairs);

}  // namespace railshift::app
