#pragma once
/// Options of a command line. The one header with Boost: only the files that parse include it.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "app/command.hpp"
#include "app/progress.hpp"
#include "study/ending.hpp"
#include "study/request.hpp"

namespace railshift::app {

/// Parses `arguments` against options and positional names; throws UsageError in the user's language (unknown option with the nearest one,
/// missing positional, bad value); a last name that ends with ... stands for one word or more. Every command gets --help and --lang.
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

/// The whole number given with an option; nothing without the option. UsageError for what is none or lies above the range; whether it is
/// too low is for the study to say, together with its other reasons.
[[nodiscard]] std::optional<std::int64_t> whole_number(const boost::program_options::variables_map& values, const std::string& option,
                                                       std::int64_t low, std::int64_t high);
/// Of replications, processes and inputs: more is a slip of the finger.
inline constexpr std::int64_t kMostAtATime = 100000;

/// What a study is asked for: DIR and whichever of --layer, --variant, --set, --until, --seed, --kernel, --engine, --replications, --jobs,
/// --trips, --trains, --out and --force the command has. UsageError for words that no scenario could take; study/request.hpp checks the
/// rest.
[[nodiscard]] study::Request study_request(const boost::program_options::variables_map& values);
/// --members and --full of an assessment, with no more full members than there are unless --full says so.
[[nodiscard]] study::MemberDesign member_design(const boost::program_options::variables_map& values);

/// Add options that several commands have: --layer; --variant and --set; --until.
void add_layer(boost::program_options::options_description& options);
void add_changes(boost::program_options::options_description& options);
void add_until(boost::program_options::options_description& options);

/// Adds --assert.
void add_assert(boost::program_options::options_description& options);
/// --progress json|terminal
void add_progress(boost::program_options::options_description& options);
[[nodiscard]] ProgressForm progress_form(const boost::program_options::variables_map& values);
[[nodiscard]] study::Demand demand_of(const boost::program_options::variables_map& values);

/// `path=value` pairs of --set; throws UsageError where the sign is missing.
[[nodiscard]] std::map<std::string, std::string> settings_of(const std::vector<std::string>& pairs);

}  // namespace railshift::app
