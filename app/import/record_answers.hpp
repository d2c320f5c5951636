#pragma once
/// The options with which a user answers what a record asks.
#include "sim/scenario/records/record_import.hpp"

namespace boost::program_options {
class options_description;
class variables_map;
}  // namespace boost::program_options

namespace railshift::app {

/// --allow-gaps, --repeats, --magnitude: for every record.
void add_answer_options(boost::program_options::options_description& options);
/// What the options that were given say; of a kind that has them also --cumulative and --site. Throws UsageError for other words.
[[nodiscard]] scenario::Answers answers_of(const boost::program_options::variables_map& values);

}  // namespace railshift::app
