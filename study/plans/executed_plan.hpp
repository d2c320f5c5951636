#pragma once
/// 执行到位 - the plan as it is written: everybody obeys, and every project is in service on the day that the document states.
#include <map>
#include <string>
#include <vector>

#include "sim/core/language.hpp"
#include "sim/scenario/load/load.hpp"

namespace railshift::study {

/// A number of a measure that is another one when the plan is executed.
struct ExecutedChange {
  std::string measure;
  std::string field;
  std::string from;
  std::string to;
};

/// What executing the plan changes, in the order of the measures. Measures of the baseline are law and history and stay as they are.
///   obedience: 1.
///   A siding whose day of service is an assumption with a range: in service on the day on which it is to be finished (`built`), not
///   before the measure holds.
/// A price on road tonnes is no share of compliance, and how fast shippers come to a siding is theirs to decide: both stay as assumed.
[[nodiscard]] std::vector<ExecutedChange> executed_changes(const scenario::Loaded& plan);

/// The same as path -> value of `--set`.
[[nodiscard]] std::map<std::string, std::string> settings_of(const std::vector<ExecutedChange>& changes);

/// Measures of the plan that work by a price, by id: executing the plan does not change them.
[[nodiscard]] std::vector<std::string> kept_prices(const World& plan);

/// ms-ty-13 执行率 0.9 → 1
[[nodiscard]] Words words_of(const ExecutedChange& change);
/// What executing the plan changes, and which measures stay as assumed because they work by a price.
[[nodiscard]] Words executed_words(const std::vector<ExecutedChange>& changes, const std::vector<std::string>& kept_prices);

}  // namespace railshift::study
